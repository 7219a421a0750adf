//! Insights: what whoever looks after an organization would want to be told (C8). Each is found as it is asked for.

use std::collections::BTreeSet;
use std::time::Duration;

use tenure_domain::access::Access;
use tenure_domain::access_model::{Reach, ResourceKindSpec, engine};
use tenure_domain::grant::Grant;
use tenure_domain::insight::{Insight, Newcomer, OnboardingStep, Staffed, Wider, onboarding};
use tenure_domain::may_grant::{Grantee, Granter, Right, may_grant, may_manage};
use tenure_domain::membership::Status;
use tenure_domain::organization::governing_offer;
use tenure_domain::resource::Resource;
use tenure_domain::{DAY, Instant, InvitationId, KindKey, LevelKey, MemberId, WorkspaceId};
use tenure_port_store::{InvitationRow, MemberFilter, MemberRow, MemberSort, NewMember, Outlier, Page, PageAsk, Position, Viewer};
use uuid::Uuid;

use super::Reader;
use crate::{Failure, Never};

/// How many have to be in charge, so that one may be away.
const ENOUGH_GOVERN: usize = 2;

/// How long somebody is new.
const NEW_FOR: Duration = Duration::from_hours(30 * 24);

/// What somebody is told, with what its remedy is about.
#[derive(Clone, Debug)]
pub enum Told {
    /// Fewer than two are in charge. Somebody is to be given one of the levels that govern, at the root.
    TooFewGovern {
        /// How many are.
        governors: usize,
    },
    /// Nobody works in this. Somebody is to be assigned.
    NobodyIn(Resource),
    /// This member works in nothing of this kind. Something is to be assigned to them.
    InNone(MemberRow, KindKey),
    /// Nobody answered this invitation. It is to be sent again, or withdrawn.
    Unanswered(Box<InvitationRow>),
    /// This member has the level, where most others have `instead`, and did nothing lately. They are to be given that.
    WiderLevel {
        /// Who.
        row: MemberRow,
        /// Where.
        workspace: WorkspaceId,
        /// What they have.
        level: LevelKey,
        /// What most others there have.
        instead: LevelKey,
    },
    /// This member was not active lately. They are to be deactivated.
    NotActive(MemberRow),
    /// This member is new, and not all of these steps are done. While they are pending, their invitation can be sent again.
    Onboarding {
        /// Who.
        row: MemberRow,
        /// What there is to be done, each with whether it is.
        steps: Vec<(OnboardingStep, bool)>,
        /// What they haven't accepted yet.
        invitation: Option<InvitationId>,
    },
}

/// An insight, and whether what mends it is the reader's to do. The deed asks again.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What is told.
    pub told: Told,
    /// Whether what mends it is the reader's to do.
    pub mendable: bool,
}

impl Told {
    /// Which insight it is.
    pub const fn insight(&self) -> Insight {
        match self {
            Self::TooFewGovern { .. } => Insight::TooFewGovern,
            Self::NobodyIn(_) => Insight::NobodyIn,
            Self::InNone(..) => Insight::InNone,
            Self::Unanswered(_) => Insight::Unanswered,
            Self::WiderLevel { .. } => Insight::WiderLevel,
            Self::NotActive(_) => Insight::NotActive,
            Self::Onboarding { .. } => Insight::Onboarding,
        }
    }

    /// All that they hold whom it is about, or are offered.
    fn grants(&self) -> impl Iterator<Item = &Grant> {
        let (held, offered) = match self {
            Self::InNone(row, _) | Self::WiderLevel { row, .. } | Self::NotActive(row) | Self::Onboarding { row, .. } => {
                (&row.grants[..], &[][..])
            }
            Self::Unanswered(of) => (&[][..], &of.grants[..]),
            Self::TooFewGovern { .. } | Self::NobodyIn(_) => (&[][..], &[][..]),
        };
        held.iter().map(|of| &of.grant).chain(offered.iter().map(|(grant, _)| grant))
    }

    fn row(&mut self) -> Option<&mut MemberRow> {
        match self {
            Self::InNone(row, _) | Self::WiderLevel { row, .. } | Self::NotActive(row) | Self::Onboarding { row, .. } => Some(row),
            Self::TooFewGovern { .. } | Self::NobodyIn(_) | Self::Unanswered(_) => None,
        }
    }
}

/// One list of those that insights are made of.
enum Source {
    Governors,
    NobodyIn(Staffed),
    InNone(Staffed),
    Unanswered,
    Wider(Wider),
    NotActive,
    Newcomers,
}

/// Who asks, and what counts as lately.
struct Looking {
    viewer: Viewer,
    now: Instant,
    lately: Instant,
}

impl Reader<'_> {
    /// A page of these insights, one after the other, as far as they may see who and what they are about. Whoever did nothing for so many
    /// days counts as not active. A page may be short, and still have a next one.
    pub async fn insights(&self, of: &[Insight], days: u32, ask: &PageAsk) -> Result<Page<Finding>, Failure<Never>> {
        self.must_somewhere(engine::INSIGHTS_VIEW).await?;
        // About people they are told where they see them, too.
        let reach = self.access.reaches_all(&[engine::MEMBERS_VIEW, engine::INSIGHTS_VIEW], &self.places);
        let now = self.tenure.tools().clock.now();
        let viewer = Viewer { reach, ..self.own_viewer() };
        let looking = Looking { viewer, now, lately: now.minus(DAY.saturating_mul(days)) };
        let sources = self.sources(of);
        let (first, mut after) = ask.after.as_ref().map_or((0, None), resumed);
        let mut items: Vec<Finding> = Vec::new();
        for (nth, source) in sources.iter().enumerate().skip(first) {
            let left = ask.limit.saturating_sub(u32::try_from(items.len()).unwrap_or(u32::MAX));
            if left == 0 {
                return Ok(Page { items, next: Some(position(nth, None)) });
            }
            let page = self.part(source, &looking, &PageAsk { limit: left, after: after.take() }).await?;
            items.extend(page.items);
            if let Some(next) = page.next {
                return Ok(Page { items, next: Some(position(nth, Some(next))) });
            }
        }
        Ok(Page { items, next: None })
    }

    fn sources(&self, of: &[Insight]) -> Vec<Source> {
        let model = &self.organization.model;
        let mut sources = Vec::new();
        for insight in Insight::ALL.into_iter().filter(|insight| of.is_empty() || of.contains(insight)) {
            match insight {
                Insight::TooFewGovern => sources.push(Source::Governors),
                Insight::NobodyIn => sources.extend(model.staffed().into_iter().map(Source::NobodyIn)),
                Insight::InNone => sources.extend(model.staffed().into_iter().map(Source::InNone)),
                Insight::Unanswered => sources.push(Source::Unanswered),
                Insight::WiderLevel => sources.extend(model.wider_levels().into_iter().map(Source::Wider)),
                Insight::NotActive => sources.push(Source::NotActive),
                Insight::Onboarding => sources.push(Source::Newcomers),
            }
        }
        sources
    }

    async fn part(&self, source: &Source, looking: &Looking, ask: &PageAsk) -> Result<Page<Finding>, Failure<Never>> {
        let (queries, id, viewer) = (self.queries, self.id(), &looking.viewer);
        let mut page = match source {
            Source::Governors => Page { items: self.too_few_govern(viewer).await?.into_iter().collect(), next: None },
            Source::NobodyIn(staffed) => {
                let sights = self.resource_sights().await?;
                queries.nobody_in(id, &sights, &staffed.levels, ask).await?.map(Told::NobodyIn)
            }
            Source::InNone(staffed) => {
                let kind = staffed.kind();
                queries.in_none(id, viewer, staffed, ask).await?.map(|row| Told::InNone(row, kind.clone()))
            }
            Source::Unanswered => {
                let page = queries.unanswered(id, viewer, looking.now, ask).await?;
                page.map(|row| Told::Unanswered(Box::new(row)))
            }
            Source::Wider(wider) => self.wider(wider, looking, ask).await?,
            Source::NotActive => {
                let filter = MemberFilter {
                    statuses: vec![Status::Active],
                    not_active_since: Some(looking.lately),
                    ..MemberFilter::default()
                };
                let (sort, me) = (MemberSort::LastActive, self.membership.id);
                let mut page = queries.members(id, viewer, &filter, sort, ask).await?;
                // Who came lately has had no time yet, and whoever looks is here.
                page.items.retain(|row| row.membership.created_at < looking.lately && row.membership.id != me);
                self.spare_governors(&mut page.items).await?;
                page.map(Told::NotActive)
            }
            Source::Newcomers => self.newcomers(looking, ask).await?,
        };
        // Asked before anything is left out of them: what the reader may not know of still stands in the way.
        let mendable = self.mendable(&page.items).await?;
        self.narrow_told(viewer, &mut page.items).await?;
        let mut mendable = mendable.into_iter();
        Ok(page.map(|told| Finding { mendable: mendable.next().unwrap_or_default(), told }))
    }

    /// Whether what mends each of these is the reader's to do.
    async fn mendable(&self, items: &[Told]) -> Result<Vec<bool>, Failure<Never>> {
        let grants = items.iter().flat_map(Told::grants).collect::<Vec<_>>();
        let at: BTreeSet<WorkspaceId> = grants.iter().map(|grant| grant.workspace).chain([self.organization.root]).collect();
        let at: Vec<WorkspaceId> = at.into_iter().collect();
        let places = super::places(self.queries, &self.organization, &at).await?;
        let place_of = |workspace: WorkspaceId| places.iter().find(|place| place.workspace() == workspace);
        let granter = Granter::Member { id: self.membership.id, access: &self.access };
        let model = &self.organization.model;
        // All that somebody holds has to be the reader's to manage.
        let manages = |whose: MemberId, grants: &[&Grant], right: Right| {
            let held: Vec<Grant> = grants.iter().map(|grant| (*grant).clone()).collect();
            let access = Access::new(self.organization.setting(), Status::Active, &held);
            let one = |grant: &Grant| {
                let target = Grantee { id: Some(whose), access: Some(&access), standing: Some(grant) };
                let place = place_of(grant.workspace);
                place.is_some_and(|place| may_manage(granter, target, place, right).is_ok())
            };
            !held.is_empty() && held.iter().all(one)
        };
        // Whoever assigns has the right wherever the other has access.
        let assigns = |kind: &KindKey, grants: &[&Grant]| {
            let right = model.permission(&format!("{kind}.assign"));
            let holds = |right| grants.iter().all(|grant| place_of(grant.workspace).is_some_and(|at| self.access.can(right, at)));
            right.is_some_and(holds)
        };
        let mendable = |told: &Told| {
            let grants: Vec<&Grant> = told.grants().collect();
            match told {
                Told::TooFewGovern { .. } => {
                    let offer = governing_offer(model);
                    let root = place_of(self.organization.root);
                    root.is_some_and(|root| may_grant(granter, Grantee::NEWCOMER, &offer, root, Right::Invite).is_ok())
                }
                Told::NobodyIn(resource) => {
                    let right = model.permission(&format!("{}.assign", resource.kind));
                    right.is_some_and(|right| self.reach(right).is_anywhere())
                }
                Told::InNone(_, kind) => assigns(kind, &grants),
                Told::Unanswered(of) => manages(of.membership.id, &grants, Right::Invite),
                Told::WiderLevel { row, workspace, instead, .. } => {
                    // With more than the level there is more to decide, and so there is where the other one wants something chosen.
                    let grant = grants.iter().find(|grant| grant.workspace == *workspace);
                    let alone = grant.is_some_and(|grant| grant.levels.len() == 1 && grant.permissions.is_empty());
                    let level = model.level(instead.as_str());
                    let wants =
                        |kind: &ResourceKindSpec| level.is_some_and(|level| model.reach(level, &kind.key) == Reach::ExactlyOne);
                    let at: Vec<&Grant> = grant.into_iter().copied().collect();
                    alone && !model.resource_kinds().iter().any(wants) && manages(row.membership.id, &at, Right::Manage)
                }
                Told::NotActive(row) => manages(row.membership.id, &grants, Right::Manage),
                Told::Onboarding { row, steps, .. } => match steps.iter().find(|(_, done)| !done) {
                    Some((OnboardingStep::Assigned(kind), _)) => assigns(kind, &grants),
                    _ => manages(row.membership.id, &grants, Right::Invite),
                },
            }
        };
        Ok(items.iter().map(mendable).collect())
    }

    /// Told to who looks after the whole organization.
    async fn too_few_govern(&self, viewer: &Viewer) -> Result<Option<Told>, Failure<Never>> {
        if !viewer.reach.is_everywhere(self.organization.root) {
            return Ok(None);
        }
        let governors = self.governors().await?;
        Ok((governors < ENOUGH_GOVERN).then_some(Told::TooFewGovern { governors }))
    }

    /// How many govern, up to one more than have to.
    async fn governors(&self) -> Result<usize, Failure<Never>> {
        let (organization, most) = (&self.organization, 3);
        let found = self.queries.governors(organization.id, organization.root, &organization.governing_levels(), most).await?;
        Ok(found.len())
    }

    /// Leaves out those who govern while no more do than have to: nobody is told to take the chair from one of them.
    async fn spare_governors(&self, rows: &mut Vec<MemberRow>) -> Result<(), Failure<Never>> {
        let governs = |row: &MemberRow| self.access_of(row).governs(self.organization.root);
        if rows.iter().any(governs) && self.governors().await? <= ENOUGH_GOVERN {
            rows.retain(|row| !governs(row));
        }
        Ok(())
    }

    async fn wider(&self, wider: &Wider, looking: &Looking, ask: &PageAsk) -> Result<Page<Told>, Failure<Never>> {
        let root = self.organization.root;
        let mut page = self.queries.outliers(self.id(), &looking.viewer, wider, looking.lately, ask).await?;
        let seen = self.seen_from(&looking.viewer.reach, page.items.iter().map(|found| found.workspace)).await?;
        page.items.retain(|found| seen.contains(&found.workspace) && found.row.membership.id != self.membership.id);
        let governs = self.organization.governing_levels().contains(&wider.level);
        // Nobody is told to take the chair from the second of those who are in charge.
        if governs && page.items.iter().any(|found| found.workspace == root) && self.governors().await? <= ENOUGH_GOVERN {
            page.items.retain(|found| found.workspace != root);
        }
        let told = |Outlier { row, workspace, instead }| Told::WiderLevel { row, workspace, level: wider.level.clone(), instead };
        Ok(page.map(told))
    }

    async fn newcomers(&self, looking: &Looking, ask: &PageAsk) -> Result<Page<Told>, Failure<Never>> {
        let page = self.queries.newcomers(self.id(), &looking.viewer, looking.now.minus(NEW_FOR), ask).await?;
        let told = |found: NewMember| {
            let steps = self.steps_of(&found);
            Told::Onboarding { row: found.row, steps, invitation: found.invitation }
        };
        let Page { items, next } = page.map(told);
        let open = |told: &Told| matches!(told, Told::Onboarding { steps, .. } if steps.iter().any(|(_, done)| !done));
        Ok(Page { items: items.into_iter().filter(open).collect(), next })
    }

    fn steps_of(&self, found: &NewMember) -> Vec<(OnboardingStep, bool)> {
        let grants: Vec<_> = found.row.grants.iter().map(|of| of.grant.clone()).collect();
        let (membership, chosen, has_factor) = (&found.row.membership, &found.chosen, found.has_factor);
        onboarding(&self.organization, &Newcomer { membership, grants: &grants, chosen, has_factor })
    }

    /// Leaves out of all that is told what the reader may not know of.
    async fn narrow_told(&self, viewer: &Viewer, items: &mut [Told]) -> Result<(), Failure<Never>> {
        let mut rows: Vec<MemberRow> = items.iter_mut().filter_map(|told| told.row().cloned()).collect();
        self.narrow_to(&viewer.reach, &mut rows).await?;
        for (row, narrowed) in items.iter_mut().filter_map(Told::row).zip(rows) {
            *row = narrowed;
        }
        let offered = items.iter().filter_map(|told| if let Told::Unanswered(of) = told { Some(of) } else { None });
        let at = offered.flat_map(|of| of.grants.iter().map(|(grant, _)| grant.workspace)).collect::<Vec<_>>();
        let seen = self.seen_from(&viewer.reach, at).await?;
        for told in items {
            if let Told::Unanswered(of) = told {
                of.grants.retain(|(grant, _)| seen.contains(&grant.workspace));
            }
        }
        Ok(())
    }
}

/// Where a page goes on: in the list of this number, after this row of it, or at its beginning.
fn position(nth: usize, after: Option<Position>) -> Position {
    match after {
        None => Position { key: format!("{nth}"), id: Uuid::nil() },
        Some(Position { key, id }) => Position { key: format!("{nth}:{key}"), id },
    }
}

fn resumed(at: &Position) -> (usize, Option<Position>) {
    // A cursor is sealed, so that it is one of ours; of another one nothing is left to be told.
    match at.key.split_once(':') {
        None => (at.key.parse().unwrap_or(usize::MAX), None),
        Some((nth, key)) => (nth.parse().unwrap_or(usize::MAX), Some(Position { key: key.to_owned(), id: at.id })),
    }
}
