//! Revoking with a handover costs what the number of portfolios costs, whatever they hold.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use tenure_domain::revocation::Handover;
use tenure_domain::{MemberId, Name};
use tenure_port_store::Store;
use tenure_usecases::{CreateContacts, NewContact, RevokeAccess, UndoRevocation};

use crate::house::House;
use crate::stage::Kind;
use crate::table::{Goal, Line, median, millis};

/// How many contacts one request makes.
const AT_ONCE: u32 = 1_000;

async fn fill(house: &House, assignee: MemberId, contacts: u32) -> Result<()> {
    let mut left = contacts;
    while left > 0 {
        let some = left.min(AT_ONCE);
        let new = |number: u32| -> Result<NewContact> {
            Ok(NewContact { name: Name::parse(&format!("Contact {}", left - number))?, email: None, phone: None })
        };
        let contacts = (0..some).map(new).collect::<Result<_>>()?;
        let ask = CreateContacts { organization: house.organization, workspace: house.root, contacts, assignee: Some(assignee) };
        house.tenure.perform(house.caller, ask).await?;
        left -= some;
    }
    Ok(())
}

/// How long a revocation takes that hands everything to a successor; it is undone again, and that isn't measured.
async fn once(house: &House, leaver: MemberId, successor: MemberId) -> Result<Duration> {
    let ask = RevokeAccess {
        organization: house.organization,
        member: leaver,
        workspace: house.root,
        handover: Handover::AssignTo(successor),
        fingerprint: None,
        reason: None,
    };
    let began = Instant::now();
    let receipt = house.tenure.perform(house.caller, ask).await?;
    let took = began.elapsed();
    house
        .tenure
        .perform(house.caller, UndoRevocation { organization: house.organization, receipt: receipt.id, reason: None })
        .await?;
    Ok(took)
}

/// Measures a revocation from somebody who holds ten contacts and from somebody who holds many, in turn.
pub(crate) async fn measure(kind: Kind, store: Arc<dyn Store>, contacts: u32, rounds: u32) -> Result<Line> {
    let house = House::set_up(store).await?;
    let (few, many, successor) = (house.agent("few").await?, house.agent("many").await?, house.agent("successor").await?);
    fill(&house, few, 10).await?;
    fill(&house, many, contacts).await?;
    once(&house, few, successor).await?;
    once(&house, many, successor).await?;
    let (mut of_few, mut of_many) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        of_few.push(once(&house, few, successor).await?.as_secs_f64());
        of_many.push(once(&house, many, successor).await?.as_secs_f64());
    }
    let (of_few, of_many) = (median(of_few), median(of_many));
    Ok(Line {
        operation: format!("revocation with a handover of {contacts} contacts, beside one of 10"),
        database: kind.name(),
        ours: millis(of_many),
        rival: millis(of_few),
        ratio: of_many / of_few,
        goal: Goal::AtMost(2.0),
    })
}
