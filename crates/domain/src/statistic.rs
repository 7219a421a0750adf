//! Statistics: numbers that a host measures of members and reports, such as calls handled.

use std::collections::BTreeMap;

use crate::access::Access;
use crate::access_model::engine;
use crate::id::MemberId;
use crate::keys::{FeatureKey, StatisticKey};
use crate::may_grant::{GrantRefused, Granter, may_manage_all};
use crate::membership::{Membership, Status};
use crate::organization::Organization;
use crate::refusal::{Refusal, RefusalKind};
use crate::workspace::Place;

/// The highest number there is: every reader of JSON tells it from the next.
pub const HIGHEST: u64 = (1 << 53) - 1;

/// Why a report isn't taken. Nothing of it is, then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReportRefused {
    /// Its member isn't the caller's to report about, or a feature is off.
    #[error(transparent)]
    Managing(#[from] GrantRefused),
    /// The member never accepted.
    #[error("this person hasn't accepted their invitation yet, and has done nothing that could be counted")]
    Pending,
    /// The access model has no such statistic.
    #[error("this organization's access model has no statistic `{0}`")]
    Unknown(StatisticKey),
    /// A number that readers of JSON may take for another.
    #[error("`{0}` is a whole number from 0 to 9007199254740991")]
    TooHigh(StatisticKey),
}

impl Refusal for ReportRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Managing(refused) => refused.kind(),
            Self::Pending => RefusalKind::Conflict,
            Self::Unknown(_) | Self::TooHigh(_) => RefusalKind::Invalid,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Managing(refused) => refused.rule(),
            Self::Pending => "pending",
            Self::Unknown(_) => "unknown_statistic",
            Self::TooHigh(_) => "statistic_too_high",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Unknown(key) | Self::TooHigh(key) => Some(format!("/{key}")),
            Self::Managing(_) | Self::Pending => None,
        }
    }
}

/// Who reports, and about whom.
#[derive(Clone, Copy, Debug)]
pub struct ReportFacts<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// Who reports: mostly somebody whose token the host has.
    pub by: MemberId,
    /// What they may do.
    pub own: &'a Access,
    /// About whom.
    pub membership: &'a Membership,
    /// What these may do.
    pub access: &'a Access,
    /// The workspaces of all of their grants; the root for somebody without any.
    pub places: &'a [Place],
}

/// Whether a report is taken. It is for whoever manages all that its member has (R6). It changes nobody's access, so whoever could report
/// about others of their level may do so about themselves too: a host whose token is somebody's reports about everybody.
pub fn report(facts: &ReportFacts<'_>, numbers: &BTreeMap<StatisticKey, u64>) -> Result<(), ReportRefused> {
    let ReportFacts { organization, by, own, membership, access, places } = *facts;
    if membership.id == by {
        let lacks = |place: &Place| !own.can(engine::MEMBERS_MANAGE, place);
        if places.is_empty() || places.iter().any(lacks) {
            return Err(GrantRefused::MissingPermission("members.manage").into());
        }
    } else {
        may_manage_all(Granter::Member { id: by, access: own }, membership.id, access, places)?;
    }
    for (key, number) in numbers {
        let spec = organization.model.statistics().iter().find(|one| one.key == key.as_str());
        let spec = spec.ok_or_else(|| ReportRefused::Unknown(key.clone()))?;
        if !organization.statistics_on().any(|one| one.key == spec.key) {
            let feature = spec.feature.as_deref().and_then(|feature| FeatureKey::parse(feature).ok());
            return Err(feature.map_or(ReportRefused::Unknown(key.clone()), |feature| GrantRefused::FeatureOff(feature).into()));
        }
        if *number > HIGHEST {
            return Err(ReportRefused::TooHigh(key.clone()));
        }
    }
    if membership.status == Status::Pending { Err(ReportRefused::Pending) } else { Ok(()) }
}
