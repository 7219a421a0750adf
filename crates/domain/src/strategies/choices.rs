//! Random resources and groups of them, and what people chose of them within what their levels let them.

use super::id;
use super::person::{Person, RawChoice};
use super::scene::Scene;
use crate::access_model::{Reach, ResourceKindSpec};
use crate::grant::Giver;
use crate::organization::Organization;
use crate::resource::{Resource, ResourceGroup};
use crate::selection::{Part, Selected, Selection};
use crate::text::Name;

/// How many there are of each kind; the last is for everyone, where the model allows that.
const OF_EACH: u64 = 3;

/// Two groups of each kind that may have some.
pub(super) fn groups(organization: &Organization) -> Option<Vec<ResourceGroup>> {
    let mut all = Vec::new();
    for kind in organization.model.resource_kinds().iter().filter(|kind| kind.grouped) {
        for number in 1..=2 {
            all.push(ResourceGroup {
                organization: organization.id,
                id: id(u64::try_from(all.len()).ok()? + 1),
                kind: kind.kind_key()?,
                name: Name::parse(&format!("{}s {number}", kind.key)).ok()?,
                created_at: organization.created_at,
                version: 1,
            });
        }
    }
    Some(all)
}

/// The first is in the first group of its kind, and the second in both.
pub(super) fn resources(organization: &Organization, groups: &[ResourceGroup]) -> Option<Vec<Resource>> {
    let mut all = Vec::new();
    for kind in organization.model.resource_kinds() {
        let of_kind = || groups.iter().filter(|group| group.kind.as_str() == kind.key).map(|group| group.id);
        for number in 1..=OF_EACH {
            let in_how_many = if number == OF_EACH { 0 } else { usize::try_from(number).ok()? };
            all.push(Resource {
                groups: of_kind().take(in_how_many).collect(),
                organization: organization.id,
                id: id(u64::try_from(all.len()).ok()? + 1),
                kind: kind.kind_key()?,
                name: Name::parse(&format!("{} {number}", kind.key)).ok()?,
                for_everyone: kind.everyone_allowed && number == OF_EACH,
                created_at: organization.created_at,
                version: 1,
            });
        }
    }
    Some(all)
}

/// What somebody chose of each kind, as their levels let them.
pub(super) fn chosen(scene: &Scene, person: &Person, raw: &[RawChoice]) -> Vec<Selected> {
    let access = person.access(&scene.organization);
    let kinds = scene.model().resource_kinds().iter().filter_map(ResourceKindSpec::kind_key);
    let choice = |(kind, raw): (crate::keys::KindKey, &RawChoice)| {
        let resources = scene.named.resources.iter().filter(|one| one.kind == kind).map(|one| Part::Resource(one.id));
        let resources: Vec<Part> = resources.collect();
        let groups = scene.named.groups.iter().filter(|one| one.kind == kind).map(|one| Part::Group(one.id));
        let there: Vec<Part> = resources.iter().copied().chain(groups).collect();
        let selection = match access.reach_into(kind.as_str()) {
            Reach::All | Reach::None => Selection::None,
            Reach::ExactlyOne => Selection::only(raw.which.one(&resources).copied()),
            Reach::Choose if raw.all => Selection::All,
            Reach::Choose => Selection::only(raw.which.some(&there)),
        };
        let chosen_by = Some(Giver::Member(id(1)));
        Selected { member: person.id(), kind, selection, chosen_by, version: 1 }
    };
    kinds.zip(raw).map(choice).filter(|one| one.selection != Selection::None).collect()
}
