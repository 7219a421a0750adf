//! What forms and filters offer of an organization: its workspaces and resources, the chosen one always among them; and people.

use std::collections::BTreeSet;

use tenure_domain::membership::Status;
use tenure_domain::workspace::{Place, Workspace};
use tenure_domain::{ResourceId, WorkspaceId};
use tenure_http_base::{Problem, display_name, masking_of};
use tenure_port_store::{MemberFilter, MemberRow, MemberSort, PageAsk, ResourceFilter, WorkspaceFilter};
use tenure_usecases::Reader;

use crate::form::said;
use crate::people::{Choice, Face, PersonChoice};

/// How many are offered at once: others are looked for.
pub(crate) const OFFERED: u32 = 200;

/// How many people are offered at a time: others are looked for.
pub(crate) const PEOPLE: u8 = 20;

/// Workspaces to choose from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspaces {
    pub(crate) choices: Vec<Choice>,
    /// Whether there are others than these, to be looked for.
    pub(crate) more: bool,
    /// What was looked for.
    pub(crate) find: String,
}

/// The first nodes of the tree with this in their name, the chosen one among them; and whether there are others.
pub(crate) async fn nodes(reader: &Reader<'_>, chosen: &str, find: &str) -> Result<(Vec<Workspace>, bool), Problem> {
    let found = reader.workspaces(&WorkspaceFilter::named(said(find)), &PageAsk::first(OFFERED)).await?;
    let mut rows = found.items;
    if let Some(chosen) = chosen.parse::<WorkspaceId>().ok().filter(|id| !rows.iter().any(|row| row.id == *id))
        && !reader.known_places(&[chosen]).await?.is_empty()
    {
        rows.extend(reader.workspaces(&WorkspaceFilter::only(chosen), &PageAsk::first(1)).await?.items);
    }
    Ok((rows, found.next.is_some() || said(find).is_some()))
}

/// The workspaces that the reader knows of.
pub(crate) async fn workspaces(reader: &Reader<'_>, chosen: &str, find: &str) -> Result<Workspaces, Problem> {
    let (rows, more) = nodes(reader, chosen, find).await?;
    // Among many, some are called the same: each says what it is below.
    let above: BTreeSet<WorkspaceId> = rows.iter().filter(|_| more).filter_map(|row| row.parent).collect();
    let names = reader.workspace_names(&above.into_iter().collect::<Vec<_>>()).await?;
    let choice = |row: Workspace| {
        let id = row.id.to_string();
        let is_chosen = id == chosen;
        Choice { note: row.parent.and_then(|above| names.get(&above).cloned()), ..Choice::new(id, row.name.to_string(), is_chosen) }
    };
    Ok(Workspaces { choices: rows.into_iter().map(choice).collect(), more, find: find.to_owned() })
}

/// Those of them at which something holds.
pub(crate) async fn workspaces_where(
    reader: &Reader<'_>,
    chosen: &str,
    find: &str,
    holds: impl Fn(&Place) -> bool,
) -> Result<Workspaces, Problem> {
    let mut offered = workspaces(reader, chosen, find).await?;
    let ids: Vec<WorkspaceId> = offered.choices.iter().filter_map(|one| one.key.parse().ok()).collect();
    let places = reader.known_places(&ids).await?;
    offered.choices.retain(|one| places.iter().any(|place| place.workspace().to_string() == one.key && holds(place)));
    Ok(offered)
}

/// What a workspace is called; nothing where the reader doesn't know of it.
pub(crate) async fn workspace_name(reader: &Reader<'_>, id: WorkspaceId) -> Result<String, Problem> {
    Ok(reader.workspace_names(&[id]).await?.remove(&id).unwrap_or_default())
}

/// The resources of all kinds, such as teams.
pub(crate) async fn resources(reader: &Reader<'_>, chosen: &str) -> Result<Vec<Choice>, Problem> {
    if reader.organization.model.resource_kinds().is_empty() {
        return Ok(Vec::new());
    }
    let rows = reader.resources(&ResourceFilter::default(), &PageAsk::first(OFFERED)).await?.items;
    let choice = |id: ResourceId, name: String| {
        let id = id.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, name, is_chosen)
    };
    let mut choices: Vec<Choice> = rows.into_iter().map(|row| choice(row.id, row.name.to_string())).collect();
    if let (false, Ok(id)) = (choices.iter().any(|one| one.chosen), chosen.parse::<ResourceId>()) {
        let one = reader.resource(id).await?;
        choices.push(choice(one.id, one.name.to_string()));
    }
    Ok(choices)
}

/// The first few people by name, with this in their name or address.
pub(crate) async fn people(reader: &Reader<'_>, find: &str, statuses: Vec<Status>) -> Result<Vec<PersonChoice>, Problem> {
    let filter = MemberFilter { q: said(find).map(str::to_owned), statuses, ..MemberFilter::default() };
    let rows = reader.members(&filter, MemberSort::Name, &PageAsk::first(PEOPLE.into())).await?;
    let viewer = reader.own_viewer();
    let choice = |row: &MemberRow| {
        let masking = masking_of(&row.membership, viewer.member, viewer.masking);
        let name = display_name(&row.membership, masking);
        PersonChoice { face: Face::new(row.membership.id.into(), name), chosen: false }
    };
    Ok(rows.items.iter().map(choice).collect())
}
