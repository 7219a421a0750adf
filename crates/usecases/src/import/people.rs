//! Those whom rows are about, read together: each row is then decided in memory.

use std::collections::{BTreeSet, HashMap};

use tenure_domain::governance::Chair;
use tenure_domain::import::Deed;
use tenure_domain::organization::Organization;
use tenure_domain::{EmailAddress, MemberId, WorkspaceId};
use tenure_port_store::{StoreError, Unit};

use crate::Loaded;
use crate::inviting::Met;
use crate::selecting::{Chooser, Chosen};

/// What decisions about somebody rest on besides what they have.
pub(crate) struct Rests<'a> {
    proves: bool,
    another: bool,
    pub(crate) chosen: Chosen<'a>,
}

impl<'a> Rests<'a> {
    /// For somebody who isn't here yet.
    pub(crate) fn of_nobody(chooser: &'a Chooser) -> Self {
        Self { proves: false, another: true, chosen: chooser.of_nobody() }
    }

    pub(crate) fn chair<'b>(&self, member: &'b Loaded, root: WorkspaceId) -> Chair<'b> {
        Chair { membership: &member.membership, proves: self.proves, root, another: self.another }
    }
}

/// Somebody whom a row is about.
pub(crate) struct Person<'a> {
    pub(crate) met: Met,
    pub(crate) rests: Rests<'a>,
}

/// Those whom some rows are about, as far as they are here.
pub(crate) struct People<'a> {
    people: HashMap<MemberId, Person<'a>>,
    /// Empty where nobody is to be found by an address.
    by_email: HashMap<EmailAddress, MemberId>,
}

impl<'a> People<'a> {
    /// Reads them in a few statements, however many they are. About those who govern two more are asked each, and they are few. Nobody
    /// is looked for by an address where that is hidden.
    pub(crate) async fn meet<'b>(
        unit: &mut (dyn Unit + 'static),
        organization: &Organization,
        chooser: &'a Chooser,
        rows: impl IntoIterator<Item = (MemberId, &'b Deed)>,
        is_blind: bool,
    ) -> Result<Self, StoreError> {
        let (mut ids, mut emails) = (BTreeSet::new(), BTreeSet::new());
        for (member, deed) in rows {
            match deed {
                Deed::Change(_) => drop(ids.insert(member)),
                Deed::Invite(_) if is_blind => {}
                Deed::Invite(newcomer) => drop(emails.insert(newcomer.email.clone())),
            }
        }
        let (named, emails): (Vec<MemberId>, Vec<EmailAddress>) = (ids.iter().copied().collect(), emails.into_iter().collect());
        let mut memberships = unit.memberships().find_all(organization.id, &named).await?;
        let by_email = unit.memberships().find_by_emails(organization.id, &emails).await?;
        memberships.extend(by_email.into_iter().filter(|one| !ids.contains(&one.id)));
        let all: Vec<MemberId> = memberships.iter().map(|one| one.id).collect();
        let mut chosen = chooser.of_all(unit, organization, &all).await?;
        let (mut people, mut by_email) = (HashMap::new(), HashMap::new());
        for (email, met) in Met::all(unit, organization, memberships).await? {
            let id = met.member.membership.id;
            let Chair { proves, another, .. } = met.member.chair(unit, organization).await?;
            let chosen = chosen.remove(&id).unwrap_or_else(|| chooser.of_nobody());
            people.insert(id, Person { met, rests: Rests { proves, another, chosen } });
            // Whom another row names by their id isn't found by an address either.
            if !is_blind {
                by_email.insert(email, id);
            }
        }
        Ok(Self { people, by_email })
    }

    /// The member with this id.
    pub(crate) fn member(&self, id: MemberId) -> Option<&Person<'a>> {
        self.people.get(&id)
    }

    /// Whoever has this address.
    pub(crate) fn at(&self, email: &EmailAddress) -> Option<&Person<'a>> {
        self.member(*self.by_email.get(email)?)
    }

    /// Whom a row is about, if they are here.
    pub(crate) fn whom(&self, member: MemberId, deed: &Deed) -> Option<MemberId> {
        let person = match deed {
            Deed::Change(_) => self.member(member),
            Deed::Invite(newcomer) => self.at(&newcomer.email),
        };
        person.map(|person| person.met.member.membership.id)
    }
}
