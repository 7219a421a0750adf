//! The rows of a sheet, held against what the same sheet would show now.

use std::collections::{BTreeMap, BTreeSet};

use tenure_domain::access_model::engine;
use tenure_domain::import::{Cells, Column, Deed, Import, Named, Row, RowRefused, Shown};
use tenure_domain::job::{Job, Task};
use tenure_domain::{EmailAddress, JobId, MemberId, Refusal as _, WorkspaceId};
use tenure_port_store::MemberRow;

use super::Reader;
use crate::{AskedRow, Failure, Never};

/// How many people are looked up at a time.
const AT_A_TIME: usize = 500;

impl Reader<'_> {
    /// Refused unless there is anybody whom they may invite or manage; planning asks again.
    pub async fn may_import(&self) -> Result<(), Failure<Never>> {
        if self.reach(engine::MEMBERS_INVITE).is_anywhere() {
            return Ok(());
        }
        self.must_somewhere(engine::MEMBERS_MANAGE).await.map(|_| ())
    }

    /// An import that they planned, with what it came to then.
    pub async fn import(&self, id: JobId) -> Result<(Job, Import), Failure<Never>> {
        let job = self.job(id).await?;
        match job.task.clone() {
            Task::Import(import) => Ok((job, import)),
            _ => Err(Failure::NotFound),
        }
    }

    /// Those rows that ask for something, or make no sense, and what the sheet has besides. Levels without grants count at the
    /// workspace named, or at the root.
    pub async fn asked(
        &self,
        sheet: &[Cells],
        workspace: Option<WorkspaceId>,
        ignored: BTreeSet<Column>,
    ) -> Result<(Import, Vec<AskedRow>), Failure<Never>> {
        let at = match workspace {
            Some(workspace) => self.place(workspace).await?.workspace(),
            None => self.organization.root,
        };
        let (mut seen, mut asked) = (BTreeSet::new(), Vec::new());
        for cells in sheet.chunks(AT_A_TIME) {
            let known = self.known_in(cells).await?;
            asked.extend(cells.iter().filter_map(|cells| known.asked_by(cells, &mut seen, at)));
        }
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        let unchanged = count(sheet.len() - asked.len());
        Ok((Import { rows: count(sheet.len()), unchanged, ignored, ..Import::default() }, asked))
    }

    /// The members named in these rows, as far as a list would show them.
    async fn known_in(&self, sheet: &[Cells]) -> Result<Known, Failure<Never>> {
        let viewer = self.own_viewer();
        let (mut ids, mut emails) = (BTreeSet::new(), Vec::new());
        for named in sheet.iter().filter_map(|cells| cells.named().ok()) {
            match named {
                Named::Member(member) => drop(ids.insert(member)),
                Named::Email(email) if email == self.membership.email => drop(ids.insert(self.membership.id)),
                // Whose address it is is hidden from who sees no addresses (R4): to them it is one to invite.
                Named::Email(_) if viewer.masking.hides_addresses() => {}
                Named::Email(email) => emails.push(email),
            }
        }
        if !emails.is_empty() {
            let mut unit = self.tenure.tools().store.snapshot().await?;
            ids.extend(unit.memberships().find_by_emails(self.id(), &emails).await?.into_iter().map(|one| one.id));
        }
        let shown = self.shown(ids).await?;
        // Nobody is found by an address that is hidden: what stands in its cell is empty, and no row names anybody by that.
        let by_email = shown.iter().map(|(id, shown)| (shown.cell(Column::Email), *id)).collect();
        Ok(Known { shown, by_email })
    }

    /// What a sheet would show them of these members now, of those whom a list would show them.
    pub async fn shown(&self, of: BTreeSet<MemberId>) -> Result<BTreeMap<MemberId, Shown>, Failure<Never>> {
        let (viewer, of) = (self.own_viewer(), of.into_iter().collect::<Vec<_>>());
        let mut rows = self.queries.these_members(self.id(), &viewer, &of).await?;
        self.narrow(&mut rows).await?;
        let hides = |row: &MemberRow| viewer.masking.hides_addresses() && row.membership.id != self.membership.id;
        let shown = |row: &MemberRow| Shown::of(&row.membership, row.grants.iter().map(|of| &of.grant), hides(row));
        Ok(rows.iter().map(|row| (row.membership.id, shown(row))).collect())
    }
}

/// The members named in some rows.
struct Known {
    shown: BTreeMap<MemberId, Shown>,
    by_email: BTreeMap<String, MemberId>,
}

/// Whom a row is about.
enum Who<'a> {
    Member(MemberId, &'a Shown),
    Newcomer(EmailAddress),
}

impl Known {
    fn who(&self, named: Named) -> Result<Who<'_>, RowRefused> {
        let member = match named {
            Named::Member(member) => member,
            Named::Email(email) => match self.by_email.get(email.as_str()) {
                Some(member) => *member,
                None => return Ok(Who::Newcomer(email)),
            },
        };
        let shown = self.shown.get(&member).ok_or(RowRefused::NotFound)?;
        Ok(Who::Member(member, shown))
    }

    /// What a row asks for; nothing if all is as it would be shown.
    fn asked_by(&self, cells: &Cells, seen: &mut BTreeSet<Named>, at: WorkspaceId) -> Option<AskedRow> {
        let who = cells.named().and_then(|named| self.who(named));
        let member = if let Ok(Who::Member(member, _)) = &who { Some(*member) } else { None };
        let (deed, refused) = match who.and_then(|who| deed(who, cells, seen, at)) {
            Ok(None) => return None,
            Ok(deed) => (deed, None),
            Err(refused) => (None, Some(refused)),
        };
        let column = refused.as_ref().map(RowRefused::column);
        let row = Row { line: cells.line, email: cells.typed_email(), deed, column };
        Some(AskedRow { member, row, refused: refused.map(|refused| refused.rule()), grants_in: cells.asks_for_grants_in() })
    }
}

fn deed(who: Who<'_>, cells: &Cells, seen: &mut BTreeSet<Named>, at: WorkspaceId) -> Result<Option<Deed>, RowRefused> {
    let named = match &who {
        Who::Member(member, _) => Named::Member(*member),
        Who::Newcomer(email) => Named::Email(email.clone()),
    };
    if !seen.insert(named) {
        return Err(RowRefused::Duplicate);
    }
    match who {
        Who::Member(_, shown) => {
            let change = cells.change(shown, at)?;
            Ok((!change.is_nothing()).then_some(Deed::Change(change)))
        }
        Who::Newcomer(email) => cells.newcomer(email, at).map(Deed::Invite).map(Some),
    }
}
