//! People as pages show them: initials in a colour of their own, a name, what they hold, when they were last here.

use std::collections::BTreeSet;

use tenure_domain::access_model::{AccessModel, ResourceKindSpec, StatisticSpec};
use tenure_domain::grant::Grant;
use tenure_domain::membership::Status;
use tenure_domain::{Instant, MemberId, WorkspaceId};
use tenure_http_base::{display_name, masking_of};
use tenure_port_store::{MemberGrant, MemberRow, Viewer};
use tenure_usecases::{Listed, ListedResources, ShownStatistics};
use uuid::Uuid;

use crate::markup::Avatar;
use crate::rights::right_of;
use crate::words::{Moment, Words};

/// How many colours there are for initials.
const HUES: u128 = 8;

/// A name with its initials.
#[derive(Clone, Debug)]
pub(crate) struct Face {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) initials: String,
    pub(crate) hue: u128,
}

impl Face {
    pub(crate) fn new(id: Uuid, name: String) -> Self {
        Self { id, initials: initials(&name), name, hue: hue(id) }
    }

    const fn drawn(&self, class: &'static str) -> Avatar<'_> {
        Avatar { initials: self.initials.as_str(), hue: self.hue, class }
    }

    pub(crate) const fn avatar(&self) -> Avatar<'_> {
        self.drawn("")
    }

    pub(crate) const fn big_avatar(&self) -> Avatar<'_> {
        self.drawn(" big")
    }

    /// Of an organization, which is no person.
    pub(crate) const fn org_avatar(&self) -> Avatar<'_> {
        self.drawn(" org")
    }

    pub(crate) const fn big_org_avatar(&self) -> Avatar<'_> {
        self.drawn(" org big")
    }
}

/// A colour of its own, from every byte: parts of an id may be the same in all of them.
fn hue(id: Uuid) -> u128 {
    id.as_bytes().iter().fold(0, |hue, byte| (hue * 31 + u128::from(*byte)) % HUES)
}

fn initials(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || matches!(c, '.' | '@' | '-' | '_')).filter(|word| !word.is_empty()).collect();
    let ends: Vec<&str> = match *words.as_slice() {
        [] => vec![],
        [only] => vec![only],
        // An address has its host at the end, which is nobody's name.
        [first, second, ..] if name.contains('@') => vec![first, second],
        [first, .., last] => vec![first, last],
    };
    let letter = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    let letters = ends.into_iter().filter_map(letter).flat_map(char::to_uppercase);
    letters.filter(|c| c.is_alphanumeric()).collect()
}

/// A grant as pages show it.
#[derive(Clone, Debug)]
pub(crate) struct GrantLine {
    pub(crate) workspace: Uuid,
    pub(crate) workspace_name: String,
    /// The levels' names.
    pub(crate) levels: Vec<String>,
    /// The extra permissions' names.
    pub(crate) permissions: Vec<String>,
    /// The restrictions' names.
    pub(crate) restrictions: Vec<String>,
    /// Whether it comes from above the workspace that is looked at.
    pub(crate) inherited: bool,
    /// Whether it is the reader's to change and to end.
    pub(crate) theirs: bool,
}

impl GrantLine {
    pub(crate) fn of(words: Words, model: &AccessModel, of: &MemberGrant, theirs: bool) -> Self {
        Self { inherited: of.inherited, theirs, ..Self::bare(words, model, &of.grant, of.workspace_name.clone()) }
    }

    pub(crate) fn bare(words: Words, model: &AccessModel, grant: &Grant, workspace_name: String) -> Self {
        let level = |key: &tenure_domain::LevelKey| {
            model.level(key.as_str()).map_or_else(|| key.to_string(), |level| model.level_name(level).to_owned())
        };
        let permission = |key: &tenure_domain::PermissionKey| right_of(words, model, key);
        let restriction = |key: &tenure_domain::RestrictionKey| {
            model.restriction(key.as_str()).map_or_else(|| key.to_string(), |one| model.restriction_name(one).to_owned())
        };
        Self {
            workspace: grant.workspace.into(),
            workspace_name,
            levels: grant.levels.iter().map(level).collect(),
            permissions: grant.permissions.iter().map(permission).collect(),
            restrictions: grant.restrictions.iter().map(restriction).collect(),
            inherited: false,
            theirs: false,
        }
    }
}

/// A member as pages show them, masked for who looks.
#[derive(Clone, Debug)]
pub(crate) struct MemberLine {
    pub(crate) face: Face,
    pub(crate) me: bool,
    /// None where it is hidden from the viewer.
    pub(crate) email: Option<String>,
    pub(crate) status: Status,
    pub(crate) last_active: Option<Moment>,
    /// Whether they are here now.
    pub(crate) online: bool,
    pub(crate) grants: Vec<GrantLine>,
    /// What they have of each resource kind that lists show.
    pub(crate) listed: Vec<ListedLine>,
    /// What was reported of them, one for each statistic that is shown.
    pub(crate) numbers: Vec<Number>,
}

/// What somebody has of one resource kind, in a list.
#[derive(Clone, Debug)]
pub(crate) struct ListedLine {
    /// What several of the kind are called.
    pub(crate) kind: String,
    /// Whether it was all chosen, or is theirs by level.
    pub(crate) all: bool,
    pub(crate) groups: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) more: bool,
    /// Whether there may be some that the reader may not know of.
    pub(crate) narrow: bool,
}

/// A statistic of somebody.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// What is counted.
    pub(crate) name: String,
    /// How much, as people write it, and when that was reported; none where nothing ever was.
    pub(crate) shown: Option<(String, Moment)>,
}

impl MemberLine {
    pub(crate) fn of(
        (words, now): (Words, Instant),
        model: &AccessModel,
        row: &MemberRow,
        viewer: &Viewer,
        theirs: &BTreeSet<(MemberId, WorkspaceId)>,
    ) -> Self {
        let membership = &row.membership;
        let masking = masking_of(membership, viewer.member, viewer.masking);
        let grant = |of: &MemberGrant| GrantLine::of(words, model, of, theirs.contains(&(membership.id, of.grant.workspace)));
        Self {
            face: Face::new(membership.id.into(), display_name(membership, masking)),
            me: viewer.member == Some(membership.id),
            email: (!masking.hides_addresses()).then(|| membership.email.to_string()),
            status: membership.status,
            last_active: membership.last_active_at.map(|at| words.moment(at)),
            online: row.is_online(now),
            grants: row.grants.iter().map(grant).collect(),
            listed: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// With what was chosen for them, as lists show it.
    pub(crate) fn listing(self, listed: &ListedResources) -> Self {
        let line = |(kind, of): (&ResourceKindSpec, Listed)| ListedLine {
            kind: kind.plural.clone(),
            all: of.all || of.implied,
            groups: of.groups.into_iter().map(|(_, name)| name.to_string()).collect(),
            names: of.first.into_iter().map(|(_, name)| name.to_string()).collect(),
            more: of.more || of.more_groups,
            narrow: !of.whole,
        };
        let listed = listed.of(self.face.id.into()).map(line).collect();
        Self { listed, ..self }
    }

    /// With what was reported of them.
    pub(crate) fn with(self, words: Words, statistics: &ShownStatistics) -> Self {
        let member = self.face.id.into();
        let number = |kind: &StatisticSpec| Number {
            name: kind.name.clone(),
            shown: statistics.of(member, kind).map(|(number, at)| (words.big_number(number), words.moment(at))),
        };
        Self { numbers: statistics.kinds.iter().map(number).collect(), ..self }
    }

    /// Whether this is their status.
    pub(crate) fn is(&self, status: &str) -> bool {
        self.status.to_string() == status
    }

    /// Whether all that they hold is the reader's to end.
    pub(crate) fn may_remove(&self) -> bool {
        !self.me && !self.grants.is_empty() && self.grants.iter().all(|grant| grant.theirs)
    }

    /// The one grant that a row's menu can act on, where there is just one.
    pub(crate) fn the_grant(&self) -> Option<&GrantLine> {
        let mut theirs = self.grants.iter().filter(|grant| grant.theirs);
        theirs.next().filter(|_| theirs.next().is_none())
    }
}

/// Something to choose from.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) key: String,
    pub(crate) name: String,
    /// What tells it from others of its name.
    pub(crate) note: Option<String>,
    pub(crate) chosen: bool,
}

impl Choice {
    #[expect(clippy::needless_pass_by_value, reason = "keys come as ids, words and numbers alike")]
    pub(crate) fn new(key: impl ToString, name: impl Into<String>, chosen: bool) -> Self {
        Self { key: key.to_string(), name: name.into(), note: None, chosen }
    }
}

/// Somebody to choose.
#[derive(Clone, Debug)]
pub(crate) struct PersonChoice {
    pub(crate) face: Face,
    pub(crate) chosen: bool,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::{HUES, hue, initials};

    #[test]
    fn people_who_came_one_after_the_other_have_many_colours() {
        let hues: BTreeSet<u128> = (0..100_u128).map(|count| hue(Uuid::from_u128(count << 64 | 0x7000))).collect();
        assert!(hues.len() > 6 && hues.iter().all(|hue| *hue < HUES), "{hues:?}");
    }

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        for (name, letters) in [
            ("Ada Lovelace", "AL"),
            ("Ada Augusta King Lovelace", "AL"),
            ("Öz", "Ö"),
            ("ada.king@example.test", "AK"),
            ("ada@example.test", "AE"),
            ("  ", ""),
            ("(x) 9", "X9"),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
