//! Editing a profile: one's own, or that of somebody whom one manages altogether.

use tenure_domain::event::Event;
use tenure_domain::may_grant::{GrantRefused, may_manage_all};
use tenure_domain::membership::{Digest, Language, Membership, Phone, Profile, TimeZone};
use tenure_domain::{Decided, MemberId, Name, OrganizationId, Refusal, RefusalKind};
use tenure_port_store::OrganizationUnit;

use crate::{Acting, Context, Failure, InOrganization, Loaded, UseCase};

/// A field of a merge patch: left alone, or set (an optional one to nothing, perhaps).
pub type Field<T> = Option<T>;

/// What is to change; absent fields stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProfileChange {
    /// First name.
    pub first_name: Field<Option<Name>>,
    /// Last name.
    pub last_name: Field<Option<Name>>,
    /// Phone number.
    pub phone: Field<Option<Phone>>,
    /// Language.
    pub language: Field<Language>,
    /// Time zone.
    pub time_zone: Field<TimeZone>,
    /// Digest.
    pub digest: Field<Digest>,
}

impl ProfileChange {
    fn apply(self, to: &Profile) -> Profile {
        Profile {
            first_name: self.first_name.unwrap_or_else(|| to.first_name.clone()),
            last_name: self.last_name.unwrap_or_else(|| to.last_name.clone()),
            phone: self.phone.unwrap_or_else(|| to.phone.clone()),
            language: self.language.unwrap_or(to.language),
            time_zone: self.time_zone.unwrap_or(to.time_zone),
            digest: self.digest.unwrap_or(to.digest),
        }
    }
}

fn differing(before: &Profile, after: &Profile) -> Vec<&'static str> {
    let fields = [
        ("first_name", before.first_name != after.first_name),
        ("last_name", before.last_name != after.last_name),
        ("phone", before.phone != after.phone),
        ("language", before.language != after.language),
        ("time_zone", before.time_zone != after.time_zone),
        ("digest", before.digest != after.digest),
    ];
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// Asks for a change of a profile.
#[derive(Clone, Debug)]
pub struct EditProfile {
    /// The tenant.
    pub organization: OrganizationId,
    /// Whose.
    pub member: MemberId,
    /// What.
    pub change: ProfileChange,
    /// The version that the caller saw, if they said.
    pub seen: Option<u64>,
}

/// Why a profile stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error(transparent)]
pub struct EditProfileRefused(#[from] GrantRefused);

impl Refusal for EditProfileRefused {
    fn kind(&self) -> RefusalKind {
        self.0.kind()
    }

    fn rule(&self) -> &'static str {
        self.0.rule()
    }
}

impl UseCase for EditProfile {
    type Lock = InOrganization;
    type Done = Membership;
    type Refusal = EditProfileRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.organization)
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Membership>, Failure<EditProfileRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let member = Loaded::find(unit, &acting.organization, self.member).await?.ok_or(Failure::NotFound)?;
        if self.member != acting.membership.id {
            let places = member.places_of_all(unit, &acting.organization).await?;
            if !places.iter().any(|place| acting.workspace_is_seen(place)) {
                return Err(Failure::NotFound);
            }
            may_manage_all(acting.granter(), self.member, &member.access, &places)
                .map_err(|refused| Failure::Refused(refused.into()))?;
        }
        let before = member.membership;
        if self.seen.is_some_and(|seen| seen != before.version) {
            return Err(Failure::Stale);
        }
        let profile = self.change.clone().apply(&before.profile);
        let fields = differing(&before.profile, &profile);
        if fields.is_empty() {
            return Ok(Decided { value: before, events: Vec::new() });
        }
        unit.membership_changes().update(&Membership { profile: profile.clone(), ..before.clone() }).await?;
        let event = Event::ProfileChanged { member: self.member, fields };
        Ok(Decided::new(Membership { profile, version: before.version + 1, ..before }, event))
    }
}
