//! The members, with their logins, grants and invitations.

use tenure_domain::grant::{Giver, Grant};
use tenure_domain::invitation::{Invitation, USUAL};
use tenure_domain::membership::{Language, Membership, Phone, Profile, Status, TimeZone};
use tenure_domain::user::{NewEmail, SentLinks, User};
use tenure_domain::{DAY, EmailAddress, Instant, LevelKey, MemberId, Name, RestrictionKey, WorkspaceId};
use tenure_usecases::{Ids as _, V7Ids};

use super::names;
use super::spread::mixed;
use super::{AT_ONCE, Making, new_user};
use crate::example::wrong;
use crate::failure::Failure;

/// How long ago the first of them came, in days.
const SINCE: u64 = 900;
/// Within how many days the others were active last.
const ACTIVE_WITHIN: u64 = 60;

/// Somebody who serves contacts, and where.
pub(super) type Server = (MemberId, WorkspaceId);

/// What is made of people in one transaction.
#[derive(Default)]
struct Batch {
    users: Vec<User>,
    memberships: Vec<Membership>,
    grants: Vec<Grant>,
    invitations: Vec<Invitation>,
}

impl Making<'_> {
    /// Makes all members but you, and says who of them serves the contacts: as many as have some twenty each.
    pub(super) async fn hire(&mut self) -> Result<Vec<Server>, Failure> {
        let most = (self.sizes.contacts / 20).max(1) as usize;
        let mut servers = vec![(self.you, self.place(0)?)];
        let numbers: Vec<u32> = (1..self.sizes.members.get()).collect();
        for some in numbers.chunks(AT_ONCE as usize) {
            let mut batch = Batch::default();
            for number in some {
                self.add(*number, &mut batch)?;
            }
            let mut unit = self.begin().await?;
            unit.users().insert_all(&batch.users).await?;
            unit.membership_changes().insert_all(&batch.memberships).await?;
            unit.grant_changes().insert_all(&batch.grants).await?;
            for invitation in &batch.invitations {
                unit.invitation_changes().insert(invitation).await?;
            }
            unit.commit().await?;
            let active = batch.memberships.iter().zip(&batch.grants).filter(|(member, _)| member.status == Status::Active);
            servers.extend(active.map(|(member, grant)| (member.id, grant.workspace)).take(most - servers.len().min(most)));
            let done = some.last().map_or(1, |last| last + 1);
            self.tell(done, self.sizes.members.get(), "members")?;
        }
        Ok(servers)
    }

    fn add(&self, number: u32, batch: &mut Batch) -> Result<(), Failure> {
        let chance = mixed(number);
        let status = match chance % 100 {
            0..=3 => Status::Pending,
            4..=6 => Status::Inactive,
            _ => Status::Active,
        };
        let created_at = self.now.minus(DAY.saturating_mul(days(chance >> 16, SINCE)));
        let (given, family) = names::person(number);
        let address = names::address((given, &family), number, "people.example");
        let email = EmailAddress::parse(&address).map_err(wrong(&address))?;
        let user = (status != Status::Pending).then(|| self.user(email.clone(), created_at));
        let member = MemberId::new(V7Ids.next());
        batch.memberships.push(Membership {
            organization: self.organization,
            id: member,
            user: user.as_ref().map(|user| user.id),
            email,
            status,
            profile: profile(chance, given, &family)?,
            created_at,
            last_active_at: self.last_active(chance, status, created_at),
            version: 1,
        });
        batch.users.extend(user);
        batch.grants.push(self.grant(member, number, created_at)?);
        if status == Status::Pending {
            batch.invitations.push(Invitation {
                organization: self.organization,
                id: V7Ids.next().into(),
                member,
                generation: 1,
                note: None,
                expires_at: self.now.plus(USUAL),
                invited_by: Giver::Member(self.you),
                mail: None,
                created_at,
                version: 1,
            });
        }
        Ok(())
    }

    fn user(&self, email: EmailAddress, created_at: Instant) -> User {
        let (password_hash, reset, new_email) = (Some(self.password_hash.clone()), SentLinks::default(), NewEmail::default());
        User {
            id: new_user(),
            email,
            email_confirmed: true,
            password_hash,
            reset,
            new_email,
            operator: false,
            created_at,
            version: 1,
        }
    }

    /// One in twenty never came back.
    fn last_active(&self, chance: u64, status: Status, created_at: Instant) -> Option<Instant> {
        let came_back = status != Status::Pending && !(chance >> 40).is_multiple_of(20);
        let minutes = u32::try_from((chance >> 24) % (ACTIVE_WITHIN * 24 * 60)).unwrap_or_default();
        let at = self.now.minus(DAY / (24 * 60) * minutes);
        came_back.then(|| at.max(created_at))
    }

    /// One in a hundred is a Manager, the others are Agents; some of those see masked data, or only what is theirs.
    fn grant(&self, member: MemberId, number: u32, given_at: Instant) -> Result<Grant, Failure> {
        let chance = mixed(number) >> 48;
        let manages = chance.is_multiple_of(100);
        let restriction = match chance % 10 {
            _ if manages => None,
            1 => Some("mask_phone_email"),
            2 => Some("contacts_own"),
            _ => None,
        };
        let level = if manages { "manager" } else { "agent" };
        let restrictions = restriction.map(|key| RestrictionKey::parse(key).map_err(wrong(key))).transpose()?;
        Ok(Grant {
            member,
            workspace: self.place(self.spread.place_of(number))?,
            levels: [LevelKey::parse(level).map_err(wrong(level))?].into(),
            permissions: [].into(),
            restrictions: restrictions.into_iter().collect(),
            given_by: Giver::Member(self.you),
            given_at,
            version: 1,
        })
    }
}

fn days(chance: u64, most: u64) -> u32 {
    u32::try_from(chance % most).unwrap_or_default()
}

/// One in four is German, one in fifty has told nobody a name, and one in three a phone number that Ofcom keeps for drama.
fn profile(chance: u64, given: &str, family: &str) -> Result<Profile, Failure> {
    let (german, named) = ((chance >> 20).is_multiple_of(4), !(chance >> 28).is_multiple_of(50));
    let zone = if german { "Europe/Berlin" } else { "America/New_York" };
    let phone = format!("+447700900{:03}", chance % 1_000);
    let name = |text: &str| Name::parse(text).map_err(|error| wrong(text)(error));
    Ok(Profile {
        first_name: if named { Some(name(given)?) } else { None },
        last_name: if named { Some(name(family)?) } else { None },
        phone: if chance.is_multiple_of(3) { Some(Phone::parse(&phone).map_err(wrong(&phone))?) } else { None },
        language: if german { Language::German } else { Language::English },
        time_zone: TimeZone::parse(zone).map_err(wrong(zone))?,
        ..Profile::default()
    })
}
