//! Receipts: what was revoked or removed, and the way back.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenure_domain::access_model::engine;
use tenure_domain::grant::Giver;
use tenure_domain::revocation::{Act, ChosenAgain, Receipt, ReceiptState};
use tenure_domain::{MemberId, ReceiptId, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, shown_name};
use tenure_port_store::{Bounded, JournalFilter, JournalRow, PageAsk, ReceiptRow};
use tenure_usecases::{Reader, UndoRevocation, UndoneRevocation};
use uuid::Uuid;

use super::jobs::JobLine;
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::Face;
use crate::respond::{go, page, sent_back};
use crate::words::Moment;

/// How far contacts are counted.
const COUNTED: u32 = 10_000;
/// Among how many later acts like it the one of a receipt is looked for.
const LIKELY: u32 = 50;
/// How many jobs stand above the receipts.
const JOBS: u32 = 5;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/receipts", get(receipts))
        .route("/organizations/{org}/receipts/{id}", get(receipt))
        .route("/organizations/{org}/receipts/{id}/undo", post(undo))
        .route("/organizations/{org}/receipts/{id}/undone", get(undone))
}

/// A receipt as pages show it.
struct ReceiptLine {
    id: Uuid,
    act: String,
    member: Uuid,
    face: Face,
    workspace: Option<String>,
    successor: Option<Face>,
    /// Who did it.
    by: String,
    at: Moment,
    undo_until: Option<Moment>,
    /// `standing`, `undone` or `superseded`.
    state: &'static str,
    /// Whether there is a page of theirs: whoever was removed has none until they are back.
    has_page: bool,
    /// Whether it can still be undone.
    open: bool,
}

#[derive(Deserialize)]
struct ReceiptsQuery {
    #[serde(default)]
    cursor: String,
}

#[derive(Template)]
#[template(path = "receipts.html")]
struct ReceiptsPage {
    frame: Frame,
    /// What the reader did for many lately.
    jobs: Vec<JobLine>,
    lines: Vec<ReceiptLine>,
    first: Option<String>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    frame: Frame,
    notice: Notice,
    line: ReceiptLine,
    contacts: Bounded,
    /// Why, where somebody said it and the reader may read the journal.
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "undone.html")]
struct UndonePage {
    frame: Frame,
    face: Face,
    tally: Tally,
}

impl ReceiptLine {
    /// The key of the heading of one that names no workspace.
    fn heading(&self) -> &'static str {
        if self.act == Act::Deactivation.word() { "receipt-heading-deactivation" } else { "receipt-heading-deletion" }
    }
}

/// What an undo brought back, in numbers.
#[derive(Serialize, Deserialize)]
struct Tally {
    /// Grants whose workspaces were deleted since.
    #[serde(default)]
    gone: u32,
    returned: u32,
    kept_away: u32,
    stayed: u32,
    emptied: u32,
    /// How many of their choices of resources are back,
    chosen: u32,
    /// and how many aren't.
    left_out: u32,
}

impl Tally {
    fn of(undone: &UndoneRevocation) -> Self {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        Self {
            gone: count(undone.gone),
            returned: count(undone.returned.len()),
            kept_away: count(undone.kept_away.len()),
            stayed: count(undone.stayed.len() + undone.stayed_unseen),
            emptied: count(undone.emptied.len()),
            chosen: count(undone.chosen.iter().map(ChosenAgain::returned).sum()),
            left_out: count(undone.chosen.iter().map(|again| again.left_out).sum()),
        }
    }
}

/// Who did it, if they did it as a member.
fn by_member(receipt: &Receipt) -> Option<MemberId> {
    if let Giver::Member(member) = receipt.by { Some(member) } else { None }
}

async fn receipts(desk: Desk, Query(query): Query<ReceiptsQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let ask = desk.list(String::new(), "-at", None, &query.cursor)?;
    let rows = reader.receipts(&ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    let jobs = if query.cursor.is_empty() { reader.jobs(&PageAsk::first(JOBS)).await?.items } else { Vec::new() };
    page(&ReceiptsPage {
        jobs: jobs.iter().map(|job| JobLine::of(desk.words(), job)).collect(),
        frame: desk.frame(&reader, Place::Receipts, "receipts-title"),
        lines: lines(&desk, &reader, &rows.items).await?,
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
    })
}

async fn lines(desk: &Desk, reader: &Reader<'_>, rows: &[ReceiptRow]) -> Result<Vec<ReceiptLine>, Problem> {
    let mut ids: Vec<Uuid> = Vec::new();
    for ReceiptRow { receipt, .. } in rows {
        ids.extend(receipt.successor.map(Uuid::from));
        ids.extend(by_member(receipt).map(Uuid::from));
    }
    let mut names = reader.names(&ids).await?;
    // Whoever sees a part of the organization gets no names of it from here, but knows their own.
    let me = &reader.membership;
    names.insert(me.id.into(), me.profile.display_name(&me.email));
    let at: Vec<WorkspaceId> = rows.iter().map(|row| row.receipt.workspace).collect();
    let places = reader.workspace_names(&at).await?;
    let (words, now) = (desk.words(), desk.state.tenure().tools().clock.now());
    let masking = reader.access.masking_of_members();
    let line = |row: &ReceiptRow| {
        let receipt = &row.receipt;
        let until = receipt.open_until(&row.told_at);
        let name = shown_name(row.member_name.as_deref(), masking).unwrap_or_else(|| words.say("journal-somebody"));
        let name_of = |id: Uuid| names.get(&id).cloned().unwrap_or_else(|| words.say("journal-somebody"));
        let face = |id: Uuid| Face::new(id, name_of(id));
        ReceiptLine {
            id: receipt.id.into(),
            act: receipt.act.word().to_owned(),
            member: receipt.member.into(),
            face: Face::new(receipt.member.into(), name),
            workspace: (receipt.act == Act::Revocation)
                .then(|| places.get(&receipt.workspace).cloned().unwrap_or_else(|| words.say("receipt-workspace-gone"))),
            successor: receipt.successor.map(|id| face(id.into())),
            by: by_member(receipt).map_or_else(|| words.word("actor", "operator"), |by| name_of(by.into())),
            at: words.moment(receipt.at),
            undo_until: until.map(|until| words.moment(until)),
            state: receipt.state.word(),
            has_page: receipt.act != Act::Deletion || receipt.state == ReceiptState::Undone,
            open: receipt.state == ReceiptState::Standing && until.is_some_and(|until| now < until),
        }
    };
    Ok(rows.iter().map(line).collect())
}

async fn receipt(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    page(&shown(&desk, &reader, Notice::none()).await?)
}

async fn shown(desk: &Desk, reader: &Reader<'_>, notice: Notice) -> Result<ReceiptPage, Problem> {
    let (row, contacts) = reader.receipt(desk.ids.get("id")?, COUNTED).await?;
    let reason = reason(reader, &row.receipt).await?;
    let line = lines(desk, reader, &[row]).await?.pop().ok_or_else(|| Problem::not_found("there is no such receipt here"))?;
    Ok(ReceiptPage { frame: desk.frame(reader, Place::Receipts, "receipt-title"), notice, line, contacts, reason })
}

/// Why it was done, as the journal has it, for who may read that.
async fn reason(reader: &Reader<'_>, receipt: &Receipt) -> Result<Option<String>, Problem> {
    if !reader.reach(engine::JOURNAL_VIEW).is_everywhere(reader.organization.root) {
        return Ok(None);
    }
    let kind = match receipt.act {
        Act::Revocation => "access_revoked",
        Act::Deactivation => "member_deactivated",
        Act::Deletion => "member_deleted",
    };
    let about = JournalFilter {
        actor: by_member(receipt).map(Into::into),
        target: Some(receipt.member.into()),
        kind: Some(kind.to_owned()),
        since: Some(receipt.at),
    };
    let of_it = |row: &JournalRow| row.after.get("receipt").and_then(Value::as_str) == Some(&*receipt.id.to_string());
    let rows = reader.journal(&about, &PageAsk::first(LIKELY)).await?;
    Ok(rows.items.into_iter().find(of_it).and_then(|row| row.reason))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UndoForm {
    #[serde(default)]
    reason: String,
}

async fn undo(desk: Desk, Form(form, once): Form<UndoForm>) -> Result<Response, Problem> {
    let receipt: ReceiptId = desk.ids.get("id")?;
    match carried_out(&desk, receipt, &form, &once).await {
        Ok(_) => {
            let of = once.key.map(|key| format!("?of={key}")).unwrap_or_default();
            Ok(go(&desk.address(&format!("/receipts/{receipt}/undone{of}"))))
        }
        Err(problem) if is_for_the_form(&problem) => {
            let desk = desk.at(&format!("/receipts/{receipt}"));
            let reader = desk.reader()?;
            sent_back(&problem, &shown(&desk, &reader, desk.notice(&problem)).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, receipt: ReceiptId, form: &UndoForm, once: &Once) -> Result<String, Problem> {
    let mut fields = Fields::default();
    let reason = fields.reason_if(Some(&form.reason));
    fields.all_right()?;
    let ask = UndoRevocation { organization: desk.inside.organization, receipt, reason };
    desk.once(once, ask, |undone| json!(Tally::of(undone)).to_string()).await
}

#[derive(Deserialize)]
struct UndoneQuery {
    /// The form that undid it.
    #[serde(default)]
    of: String,
}

/// What came back, for a day after it did; then the receipt is what there is to see.
async fn undone(desk: Desk, Query(query): Query<UndoneQuery>) -> Result<Response, Problem> {
    let receipt: ReceiptId = desk.ids.get("id")?;
    let reader = desk.reader()?;
    let line = shown(&desk, &reader, Notice::none()).await?.line;
    let kept = desk.kept_at(&desk.address(&format!("/receipts/{receipt}/undo")), &query.of).await?;
    match kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        Some(tally) => {
            let frame = desk.frame(&reader, Place::Receipts, "undone-title");
            page(&UndonePage { frame, face: line.face, tally })
        }
        None => Ok(go(&desk.address(&format!("/receipts/{receipt}")))),
    }
}
