//! Questions about access: may they, all at once, and who may.

use std::collections::{BTreeSet, HashMap};

use tenure_domain::access::{Access, Explanation, Reason};
use tenure_domain::access_model::engine;
use tenure_domain::bits::Permission;
use tenure_domain::grant::Grant;
use tenure_domain::membership::Status;
use tenure_domain::resource::Resource;
use tenure_domain::workspace::Place;
use tenure_domain::{LevelKey, MemberId, ResourceId, WorkspaceId};
use tenure_port_store::{Choices, MemberFilter, MemberRow, MemberSort, Page, PageAsk};

use super::Reader;
use super::places;
use crate::{AccessAnswer, AccessQuestion, Failure, Never};

/// How often a page of those who are entitled goes on to look, where restrictions take the right from most who have a level for it.
const LOOKS: u32 = 8;

/// Somebody who has a right at a workspace, and what gives it to them.
#[derive(Clone, PartialEq, Debug)]
pub struct Entitled {
    /// Who, unmasked, with the grants that are effective there.
    pub row: MemberRow,
    /// The answer, with all that gives the right.
    pub explanation: Explanation,
}

/// The resources that questions are about.
#[derive(Default)]
struct About {
    resources: HashMap<ResourceId, Resource>,
    choices: Choices,
}

impl About {
    /// The answer; none where the resource is none that the asker may know of.
    fn explain(&self, question: &AccessQuestion, access: &Access, place: &Place, id: ResourceId) -> Option<Explanation> {
        let resource = self.resources.get(&id)?;
        let chosen = self.choices.of(question.member, resource);
        Some(access.explain_about(question.permission, place, resource, &chosen))
    }
}

impl Reader<'_> {
    /// Answers a question about access: about oneself always, about others as far as one may see them.
    pub async fn ask(&self, question: AccessQuestion) -> Result<AccessAnswer, Failure<Never>> {
        self.ask_all(&[question]).await?.pop().flatten().ok_or(Failure::NotFound)
    }

    /// Answers several such questions in their order, each on its own: none where the asker may not know of the member, of the
    /// workspace or of the resource. It takes as many queries as one question does.
    pub async fn ask_all(&self, questions: &[AccessQuestion]) -> Result<Vec<Option<AccessAnswer>>, Failure<Never>> {
        let members: BTreeSet<MemberId> = questions.iter().map(|question| question.member).collect();
        let members: Vec<MemberId> = members.into_iter().collect();
        let rows = self.queries.these_members(self.id(), &self.own_viewer(), &members).await?;
        let access: HashMap<MemberId, Access> = rows.iter().map(|row| (row.membership.id, self.access_of(row))).collect();
        let at: BTreeSet<WorkspaceId> = questions.iter().map(|question| question.workspace).collect();
        let at: Vec<WorkspaceId> = at.into_iter().collect();
        let places = places(self.queries, &self.organization, &at).await?;
        let places: HashMap<WorkspaceId, &Place> = places.iter().map(|place| (place.workspace(), place)).collect();
        let about = self.resources_of(questions, &members).await?;
        let answer = |question: &AccessQuestion| {
            let (access, place) = (access.get(&question.member)?, places.get(&question.workspace)?);
            let knows = self.access.workspaces().any(|at| place.is_within(at));
            let sees = question.member == self.membership.id || self.access.can(engine::MEMBERS_VIEW, place);
            let explanation = match question.resource {
                None => access.explain(question.permission, place),
                Some(id) => about.explain(question, access, place, id)?,
            };
            (knows && sees).then_some(AccessAnswer { question: *question, explanation })
        };
        let mut answers: Vec<Option<AccessAnswer>> = questions.iter().map(answer).collect();
        self.leave_known_groups(answers.iter_mut().flatten().map(|answer| &mut answer.explanation.because).collect()).await?;
        Ok(answers)
    }

    /// Leaves unnamed, in all of these, the groups of resources that the asker may not know of.
    pub(super) async fn leave_known_groups(&self, chains: Vec<&mut Vec<Reason>>) -> Result<(), Failure<Never>> {
        let named = chains.iter().flat_map(|chain| chain.iter().filter_map(Reason::group)).collect();
        let known = self.these_resource_groups(&named).await?.iter().map(|group| group.id).collect();
        for chain in chains {
            Reason::leave_groups(chain, &known);
        }
        Ok(())
    }

    /// The resources that questions are about, as far as the asker may know of them, and for whom they were chosen.
    async fn resources_of(&self, questions: &[AccessQuestion], members: &[MemberId]) -> Result<About, Failure<Never>> {
        let ids: BTreeSet<ResourceId> = questions.iter().filter_map(|question| question.resource).collect();
        if ids.is_empty() {
            return Ok(About::default());
        }
        let ids: Vec<ResourceId> = ids.into_iter().collect();
        let resources = self.queries.these_resources(self.id(), &self.resource_sights().await?, &ids).await?;
        let known: Vec<ResourceId> = resources.iter().map(|resource| resource.id).collect();
        let choices = self.queries.choices(self.id(), members, &known).await?;
        Ok(About { resources: resources.into_iter().map(|resource| (resource.id, resource)).collect(), choices })
    }

    /// What somebody may do: oneself, as far as one's credential goes.
    pub(super) fn access_of(&self, row: &MemberRow) -> Access {
        if row.membership.id == self.membership.id { self.access.clone() } else { self.whole_access_of(row) }
    }

    /// What somebody may do, whatever lets the reader in.
    pub(super) fn whole_access_of(&self, row: &MemberRow) -> Access {
        let grants: Vec<Grant> = row.grants.iter().map(|of| of.grant.clone()).collect();
        Access::new(self.organization.setting(), row.membership.status, &grants)
    }

    /// A page of those who have a right at a workspace where one sees members, if need be about a resource that one may know of, by
    /// name. It may be shorter than was asked for though more follow: after some looks it says where to go on.
    pub async fn who(
        &self,
        permission: Permission,
        at: WorkspaceId,
        about: Option<ResourceId>,
        ask: &PageAsk,
    ) -> Result<Page<Entitled>, Failure<Never>> {
        let place = self.place(at).await?;
        self.must(engine::MEMBERS_VIEW, &place).await?;
        let about = match about {
            Some(id) => Some(self.whole_resource(id).await?),
            None => None,
        };
        let levels = self.levels_for(permission);
        let mut page = Page { items: Vec::new(), next: None };
        if levels.is_empty() {
            return Ok(page);
        }
        let statuses = vec![Status::Active];
        let resource = about.as_ref().map(|about| self.reached_by(about));
        let filter = MemberFilter { workspace: Some(at), inherited: true, statuses, levels, resource, ..MemberFilter::default() };
        let mut after = ask.after.clone();
        for _ in 0..LOOKS {
            let missing = ask.limit.saturating_sub(u32::try_from(page.items.len()).unwrap_or(u32::MAX));
            if missing == 0 {
                break;
            }
            let look = PageAsk { limit: missing, after: after.take() };
            let rows = self.queries.members(self.id(), &self.own_viewer(), &filter, MemberSort::Name, &look).await?;
            let choices = match &about {
                Some(about) => self.choices_of(about, &rows.items).await?,
                None => Choices::default(),
            };
            let entitled = rows.items.into_iter().map(|row| {
                let access = self.access_of(&row);
                let explanation = match &about {
                    None => access.explain(permission, &place),
                    Some(about) => access.explain_about(permission, &place, about, &choices.of(row.membership.id, about)),
                };
                Entitled { row, explanation }
            });
            page.items.extend(entitled.filter(|one| one.explanation.allowed));
            page.next.clone_from(&rows.next);
            after = rows.next;
            if after.is_none() {
                break;
            }
        }
        self.leave_known_groups(page.items.iter_mut().map(|one| &mut one.explanation.because).collect()).await?;
        Ok(page)
    }

    pub(super) async fn choices_of(&self, resource: &Resource, rows: &[MemberRow]) -> Result<Choices, Failure<Never>> {
        let members: Vec<MemberId> = rows.iter().map(|row| row.membership.id).collect();
        Ok(self.queries.choices(self.id(), &members, &[resource.id]).await?)
    }

    /// The levels that give a right, or to which it may be added: whoever has it has one of them.
    fn levels_for(&self, permission: Permission) -> Vec<LevelKey> {
        let model = &self.organization.model;
        let may_have = |level: &tenure_domain::bits::Level| {
            model.level_permissions(*level).has(permission)
                || model.grantable(*level).iter().any(|extra| model.meaning(extra).has(permission))
        };
        model.levels().filter(may_have).filter_map(|level| model.level_key(level).cloned()).collect()
    }
}
