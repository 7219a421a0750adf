//! Taking a list of members out of the house: who may, whom of, and what the journal says of it.

use tenure_domain::event::{Detail, Details, Event};
use tenure_domain::{Decided, OrganizationId};
use tenure_port_store::{MemberFilter, MemberSort, Unit, Viewer};

use crate::member_listing::{MemberListing, TO_EXPORT};
use crate::{Acting, Context, Failure, ListRefused, Open, UseCase, load};

/// Asks to take a list of members out of the house. The journal knows of it before the first of them is read.
#[derive(Clone, Debug)]
pub struct ExportMembers {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which members.
    pub filter: MemberFilter,
    /// In which order.
    pub sort: MemberSort,
}

impl ExportMembers {
    /// The filter as the journal keeps it, which outlives people: that something was searched for, and not what.
    fn told(&self) -> Details {
        let MemberFilter { workspace, inherited, q, statuses, levels, resource, not_active_since } = &self.filter;
        let words = |words: Vec<String>| (!words.is_empty()).then_some(Detail::Words(words));
        let all = [
            ("workspace", workspace.map(|workspace| Detail::Text(workspace.to_string()))),
            ("inherited", workspace.map(|_| Detail::Flag(*inherited))),
            ("searched", q.as_ref().map(|_| Detail::Flag(true))),
            ("statuses", words(statuses.iter().map(ToString::to_string).collect())),
            ("levels", words(levels.iter().map(ToString::to_string).collect())),
            ("resource", resource.as_ref().map(|reached| Detail::Text(reached.resource.to_string()))),
            ("not_active_since", not_active_since.map(|since| Detail::Text(since.to_string()))),
        ];
        all.into_iter().filter_map(|(name, detail)| Some((name, detail?))).collect()
    }
}

impl UseCase for ExportMembers {
    type Lock = Open;
    /// As whom to read: where they may both see members and export them.
    type Done = Viewer;
    type Refusal = ListRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Viewer>, Failure<ListRefused>> {
        let acting = Acting::load(cx, unit).await?;
        let at: Vec<_> = acting.access.workspaces().collect();
        let places = load::places(unit, &acting.organization, &at).await?;
        let found = match self.filter.workspace {
            Some(workspace) => load::place(unit, &acting.organization, workspace).await?,
            None => None,
        };
        let listing = MemberListing {
            member: acting.membership.id,
            access: &acting.access,
            places: &places,
            workspace: self.filter.workspace,
            found: found.as_ref(),
            sort: self.sort,
        };
        let viewer = listing.viewer(&TO_EXPORT)?;
        let events = vec![Event::MembersExported { organization: self.organization, filter: self.told() }];
        Ok(Decided { value: viewer, events })
    }
}
