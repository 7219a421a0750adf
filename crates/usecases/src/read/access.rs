//! Questions about access: may they, all at once, and who may.

use std::collections::{BTreeSet, HashMap};

use tenure_domain::access::{Access, Explanation};
use tenure_domain::access_model::engine;
use tenure_domain::bits::Permission;
use tenure_domain::grant::Grant;
use tenure_domain::membership::Status;
use tenure_domain::workspace::Place;
use tenure_domain::{LevelKey, MemberId, WorkspaceId};
use tenure_port_store::{MemberFilter, MemberRow, MemberSort, Page, PageAsk};

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

impl Reader<'_> {
    /// Answers a question about access: about oneself always, about others as far as one may see them.
    pub async fn ask(&self, question: AccessQuestion) -> Result<AccessAnswer, Failure<Never>> {
        self.ask_all(&[question]).await?.pop().flatten().ok_or(Failure::NotFound)
    }

    /// Answers several such questions in their order, each on its own: none where the asker may not know of the member or of the
    /// workspace. It takes as many queries as one question does.
    pub async fn ask_all(&self, questions: &[AccessQuestion]) -> Result<Vec<Option<AccessAnswer>>, Failure<Never>> {
        let members: BTreeSet<MemberId> = questions.iter().map(|question| question.member).collect();
        let members: Vec<MemberId> = members.into_iter().collect();
        let rows = self.queries.these_members(self.id(), &self.own_viewer(), &members).await?;
        let access: HashMap<MemberId, Access> = rows.iter().map(|row| (row.membership.id, self.access_of(row))).collect();
        let at: BTreeSet<WorkspaceId> = questions.iter().map(|question| question.workspace).collect();
        let at: Vec<WorkspaceId> = at.into_iter().collect();
        let places = places(self.queries, &self.organization, &at).await?;
        let places: HashMap<WorkspaceId, &Place> = places.iter().map(|place| (place.workspace(), place)).collect();
        let answer = |question: &AccessQuestion| {
            let (access, place) = (access.get(&question.member)?, places.get(&question.workspace)?);
            let knows = self.access.workspaces().any(|at| place.is_within(at));
            let sees = question.member == self.membership.id || self.access.can(engine::MEMBERS_VIEW, place);
            let explanation = access.explain(question.permission, place);
            (knows && sees).then_some(AccessAnswer { question: *question, explanation })
        };
        Ok(questions.iter().map(answer).collect())
    }

    pub(super) fn access_of(&self, row: &MemberRow) -> Access {
        let grants: Vec<Grant> = row.grants.iter().map(|of| of.grant.clone()).collect();
        Access::new(self.organization.setting(), row.membership.status, &grants)
    }

    /// A page of those who have a right at a workspace where one sees members, by name. It may be shorter than was asked for
    /// though more follow: after some looks it says where to go on.
    pub async fn who(&self, permission: Permission, at: WorkspaceId, ask: &PageAsk) -> Result<Page<Entitled>, Failure<Never>> {
        let place = self.place(at).await?;
        self.must(engine::MEMBERS_VIEW, &place).await?;
        let levels = self.levels_for(permission);
        let mut page = Page { items: Vec::new(), next: None };
        if levels.is_empty() {
            return Ok(page);
        }
        let statuses = vec![Status::Active];
        let filter = MemberFilter { workspace: Some(at), inherited: true, statuses, levels, ..MemberFilter::default() };
        let mut after = ask.after.clone();
        for _ in 0..LOOKS {
            let missing = ask.limit.saturating_sub(u32::try_from(page.items.len()).unwrap_or(u32::MAX));
            if missing == 0 {
                break;
            }
            let look = PageAsk { limit: missing, after: after.take() };
            let rows = self.queries.members(self.id(), &self.own_viewer(), &filter, MemberSort::Name, &look).await?;
            let entitled = rows.items.into_iter().map(|row| {
                let explanation = self.access_of(&row).explain(permission, &place);
                Entitled { row, explanation }
            });
            page.items.extend(entitled.filter(|one| one.explanation.allowed));
            page.next.clone_from(&rows.next);
            after = rows.next;
            if after.is_none() {
                break;
            }
        }
        Ok(page)
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
