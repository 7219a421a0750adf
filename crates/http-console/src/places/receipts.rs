//! Receipts: what was revoked or removed, and the way back.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use tenure_domain::ReceiptId;
use tenure_domain::revocation::{Act, ChosenAgain, ReceiptState};
use tenure_http_base::{AppState, Fields, Problem, Query, shown_name};
use tenure_port_store::{Bounded, ReceiptRow};
use tenure_usecases::{Reader, UndoRevocation, UndoneRevocation};
use uuid::Uuid;

use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::Face;
use crate::respond::{page, sent_back};
use crate::words::Moment;

/// How far contacts are counted.
const COUNTED: u32 = 10_000;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/receipts", get(receipts))
        .route("/organizations/{org}/receipts/{id}", get(receipt))
        .route("/organizations/{org}/receipts/{id}/undo", post(undo))
}

/// A receipt as pages show it.
struct ReceiptLine {
    id: Uuid,
    act: String,
    member: Uuid,
    face: Face,
    workspace: Option<String>,
    successor: Option<Face>,
    at: Moment,
    undo_until: Option<Moment>,
    /// `standing`, `undone` or `superseded`.
    state: &'static str,
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
}

#[derive(Template)]
#[template(path = "undone.html")]
struct UndonePage {
    frame: Frame,
    face: Face,
    undone: UndoneRevocation,
    /// How many of their choices of resources are back,
    chosen: u32,
    /// and how many aren't.
    left_out: u32,
    stayed: u32,
}

async fn receipts(desk: Desk, Query(query): Query<ReceiptsQuery>) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    let ask = desk.list(String::new(), "-at", None, &query.cursor)?;
    let rows = reader.receipts(&ask.page).await?;
    let link = Link::of(&desk.asked.uri);
    page(&ReceiptsPage {
        frame: desk.frame(&reader, Place::Receipts, "receipts-title"),
        lines: lines(&desk, &reader, &rows.items).await?,
        first: said(&query.cursor).map(|_| link.text()),
        next: rows.next.as_ref().map(|position| link.with("cursor", &ask.cursors.seal(&desk.state, position)).text()),
    })
}

async fn lines(desk: &Desk, reader: &Reader<'_>, rows: &[ReceiptRow]) -> Result<Vec<ReceiptLine>, Problem> {
    let mut ids: Vec<Uuid> = Vec::new();
    for ReceiptRow { receipt, .. } in rows {
        ids.push(receipt.workspace.into());
        ids.extend(receipt.successor.map(Uuid::from));
    }
    let names = reader.names(&ids).await?;
    let (words, now) = (desk.words(), desk.state.tenure().tools().clock.now());
    let masking = reader.access.masking_of_members();
    let line = |row: &ReceiptRow| {
        let receipt = &row.receipt;
        let name = shown_name(row.member_name.as_deref(), masking).unwrap_or_else(|| words.say("journal-somebody"));
        let face = |id: Uuid| Face::new(id, names.get(&id).cloned().unwrap_or_else(|| words.say("journal-somebody")));
        ReceiptLine {
            id: receipt.id.into(),
            act: receipt.act.word().to_owned(),
            member: receipt.member.into(),
            face: Face::new(receipt.member.into(), name),
            workspace: names.get(&receipt.workspace.into()).filter(|_| receipt.act == Act::Revocation).cloned(),
            successor: receipt.successor.map(|id| face(id.into())),
            at: words.moment(receipt.at),
            undo_until: receipt.undo_until.map(|until| words.moment(until)),
            state: receipt.state.word(),
            open: receipt.state == ReceiptState::Standing && receipt.undo_until.is_some_and(|until| now < until),
        }
    };
    Ok(rows.iter().map(line).collect())
}

async fn receipt(desk: Desk) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    page(&shown(&desk, &reader, Notice::none()).await?)
}

async fn shown(desk: &Desk, reader: &Reader<'_>, notice: Notice) -> Result<ReceiptPage, Problem> {
    let (row, contacts) = reader.receipt(desk.ids.get("id")?, COUNTED).await?;
    let line = lines(desk, reader, &[row]).await?.pop().ok_or_else(|| Problem::not_found("there is no such receipt here"))?;
    Ok(ReceiptPage { frame: desk.frame(reader, Place::Receipts, "receipt-title"), notice, line, contacts })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UndoForm {
    #[serde(default)]
    reason: String,
}

async fn undo(desk: Desk, Form(form): Form<UndoForm>) -> Result<Response, Problem> {
    let receipt: ReceiptId = desk.ids.get("id")?;
    let name = shown(&desk, &desk.reader().await?, Notice::none()).await?.line.face;
    match carried_out(&desk, receipt, &form).await {
        Ok(undone) => {
            let reader = desk.reader().await?;
            let frame = desk.frame(&reader, Place::Receipts, "undone-title");
            let number = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
            let chosen = number(undone.chosen.iter().map(ChosenAgain::returned).sum());
            let left_out = number(undone.chosen.iter().map(|again| again.left_out).sum());
            let stayed = number(undone.departed.contacts.len());
            page(&UndonePage { frame, face: name, undone, chosen, left_out, stayed })
        }
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader().await?;
            sent_back(&problem, &shown(&desk, &reader, desk.notice(&problem)).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, receipt: ReceiptId, form: &UndoForm) -> Result<UndoneRevocation, Problem> {
    let mut fields = Fields::default();
    let reason = fields.reason_if(Some(&form.reason));
    fields.all_right()?;
    desk.perform(UndoRevocation { organization: desk.inside.organization, receipt, reason }).await
}
