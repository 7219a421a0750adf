//! Reading what hosts reported about members.

use std::collections::{BTreeMap, HashMap};

use tenure_domain::access_model::StatisticSpec;
use tenure_domain::{Instant, MemberId};
use tenure_port_store::{MemberRow, StoreError};

use super::Reader;

/// The statistics that are shown, and the numbers of some members.
#[derive(Clone, Debug, Default)]
pub struct ShownStatistics {
    /// What is shown, in the model's order; empty where the model has none, or their features are off.
    pub kinds: Vec<StatisticSpec>,
    numbers: HashMap<MemberId, BTreeMap<String, (u64, Instant)>>,
}

impl ShownStatistics {
    /// How much of it a member has, and when that was reported; none where nothing ever was.
    pub fn of(&self, member: MemberId, kind: &StatisticSpec) -> Option<(u64, Instant)> {
        self.numbers.get(&member)?.get(&kind.key).copied()
    }

    /// All that was reported of a member, by key; none where no statistic is shown.
    pub fn all_of(&self, member: MemberId) -> Option<BTreeMap<String, u64>> {
        let number = |kind: &StatisticSpec| Some((kind.key.clone(), self.of(member, kind)?.0));
        (!self.kinds.is_empty()).then(|| self.kinds.iter().filter_map(number).collect())
    }
}

impl Reader<'_> {
    /// The numbers of members whom they see, in one look-up; where none are shown, nothing is looked up.
    pub async fn statistics_of(&self, rows: &[MemberRow]) -> Result<ShownStatistics, StoreError> {
        let mut shown =
            ShownStatistics { kinds: self.organization.statistics_on().cloned().collect(), ..ShownStatistics::default() };
        if shown.kinds.is_empty() {
            return Ok(shown);
        }
        let members: Vec<MemberId> = rows.iter().map(|row| row.membership.id).collect();
        for one in self.queries.statistics(self.id(), &members).await? {
            shown.numbers.entry(one.member).or_default().insert(one.key.to_string(), (one.value, one.at));
        }
        Ok(shown)
    }
}
