//! The contacts, and who serves them.

use tenure_domain::contact::Contact;
use tenure_domain::membership::Phone;
use tenure_domain::{DAY, EmailAddress, Name, PortfolioId, WorkspaceId};
use tenure_usecases::{Ids as _, V7Ids};

use super::people::Server;
use super::spread::mixed;
use super::{AT_ONCE, Making, names};
use crate::example::wrong;
use crate::failure::Failure;

/// Numbers of contacts begin where those of members end, so that they don't share their names.
const FROM: u32 = 1 << 31;

impl Making<'_> {
    /// Makes them. Seven of ten are somebody's, the others wait where somebody is.
    pub(super) async fn serve(&mut self, servers: &[Server]) -> Result<(), Failure> {
        let portfolios = self.open(servers).await?;
        let numbers: Vec<u32> = (0..self.sizes.contacts).collect();
        for some in numbers.chunks(AT_ONCE as usize) {
            let mut contacts = Vec::with_capacity(some.len());
            for number in some {
                let nth = *number as usize % portfolios.len().max(1);
                let found = portfolios.get(nth).copied();
                let (portfolio, workspace) = found.ok_or_else(|| Failure::Failed("nobody serves contacts".to_owned()))?;
                contacts.push(self.contact(*number, portfolio, workspace)?);
            }
            let mut unit = self.begin().await?;
            unit.contacts().insert(&contacts).await?;
            unit.commit().await?;
            let done = some.last().map_or(0, |last| last + 1);
            self.tell(done, self.sizes.contacts, "contacts")?;
        }
        Ok(())
    }

    async fn open(&self, servers: &[Server]) -> Result<Vec<(PortfolioId, WorkspaceId)>, Failure> {
        let mut portfolios = Vec::with_capacity(servers.len());
        for some in servers.chunks(AT_ONCE as usize) {
            let mut unit = self.begin().await?;
            for (member, workspace) in some {
                let id = V7Ids.next().into();
                let portfolio = unit.portfolios().open(self.organization, *workspace, *member, id).await?;
                portfolios.push((portfolio.id, *workspace));
            }
            unit.commit().await?;
        }
        Ok(portfolios)
    }

    fn contact(&self, number: u32, portfolio: PortfolioId, workspace: WorkspaceId) -> Result<Contact, Failure> {
        let chance = mixed(FROM + number);
        let (given, family) = names::person(FROM + number);
        let name = format!("{given} {family}");
        let address = names::address((given, &family), number, "customers.example");
        let phone = format!("+447700900{:03}", chance % 1_000);
        Ok(Contact {
            organization: self.organization,
            id: V7Ids.next().into(),
            workspace,
            name: Name::parse(&name).map_err(wrong(&name))?,
            email: if chance.is_multiple_of(9) { None } else { Some(EmailAddress::parse(&address).map_err(wrong(&address))?) },
            phone: if chance.is_multiple_of(7) { None } else { Some(Phone::parse(&phone).map_err(wrong(&phone))?) },
            portfolio: (chance >> 16).checked_rem(10).is_some_and(|of_ten| of_ten < 7).then_some(portfolio),
            created_at: self.now.minus(DAY.saturating_mul(u32::try_from((chance >> 24) % 700).unwrap_or_default())),
            version: 1,
        })
    }
}
