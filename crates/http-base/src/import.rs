//! Sheets of members as they come in, for every face.

use std::collections::BTreeSet;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse as _;
use tenure_credentials::body_hash;
use tenure_domain::import::{Cells, Column, MOST_ROWS};
use tenure_domain::job::JobRefused;
use tenure_usecases::Failure;
use tokio::task::spawn_blocking;

use crate::Problem;
use crate::csv::{Fault, read};

/// How large a sheet may be.
pub const MOST_SHEET_BYTES: usize = 8 * 1024 * 1024;

/// How much of a head is told that is no column's.
const TOLD: usize = 60;

/// A sheet as the body of a request.
#[derive(Clone, Debug)]
pub struct SheetBody {
    /// Its text.
    pub bytes: Bytes,
    /// A hash of it, for idempotency.
    pub hash: String,
}

impl<S: Send + Sync> FromRequest<S> for SheetBody {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("text/csv") {
            return Err(Problem::unsupported_media_type("send the sheet as `text/csv`"));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
                Problem::too_large("the sheet is larger than 8 MiB")
            } else {
                Problem::malformed("the body could not be read to its end")
            }
        })?;
        Ok(Self { hash: body_hash(&bytes), bytes })
    }
}

/// A sheet of members, as it was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportSheet {
    /// Its rows.
    pub rows: Vec<Cells>,
    /// Its columns that only tell something.
    pub ignored: BTreeSet<Column>,
}

impl ImportSheet {
    /// Reads a sheet on a thread that may be busy for a while.
    pub async fn read(bytes: Bytes) -> Result<Self, Problem> {
        spawn_blocking(move || Self::of(&bytes)).await.map_err(|_| Problem::unavailable("the server is stopping"))?
    }

    fn of(bytes: &[u8]) -> Result<Self, Problem> {
        let sheet = read(bytes, MOST_ROWS).map_err(|fault| refused(&fault))?;
        let columns = columns(&sheet.heads)?;
        let row = |(line, cells): (u32, Vec<String>)| Cells::new(line, columns.iter().copied().zip(cells));
        let ignored = columns.iter().copied().filter(|column| column.is_told_only()).collect();
        Ok(Self { rows: sheet.rows.into_iter().map(row).collect(), ignored })
    }
}

fn refused(fault: &Fault) -> Problem {
    let detail = fault.to_string();
    let code = match fault {
        Fault::NotUtf8(_) => "not_utf8",
        Fault::Empty => "empty",
        Fault::Quotes(_) => "quotes",
        Fault::Cells { .. } => "cells",
        Fault::Wide => "columns",
        Fault::TooMany => return Failure::Refused(JobRefused::TooManyRows).into(),
    };
    let problem = Problem::malformed(&detail).with_rule(code);
    match fault.line() {
        Some(line) => problem.with("line", line.into()),
        None => problem,
    }
}

/// The columns that these heads name: each of them one, each once, and one among them that names people.
fn columns(heads: &[String]) -> Result<Vec<Column>, Problem> {
    let problem = || Problem::invalid("the columns of this sheet are not those of members");
    let mut columns = Vec::with_capacity(heads.len());
    let mut wrong = problem();
    for head in heads {
        let told: String = head.chars().take(TOLD).collect();
        let pointer = format!("/{}", told.replace('~', "~0").replace('/', "~1"));
        match Column::of(head) {
            Some(column) if !columns.contains(&column) => columns.push(column),
            Some(_) => wrong = wrong.with_field(pointer, "duplicate_column", format!("`{told}` stands there twice")),
            None => wrong = wrong.with_field(pointer, "unknown_column", format!("there is no column `{told}`")),
        }
    }
    if !wrong.body().errors.is_empty() {
        return Err(wrong);
    }
    if columns.contains(&Column::Email) || columns.contains(&Column::Member) {
        return Ok(columns);
    }
    Err(problem().with_field("/email", "missing_column", "name people by the column `email` or `member`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (u16, Vec<(String, String)>) {
        let problem = ImportSheet::of(text.as_bytes()).unwrap_err();
        let errors = problem.body().errors.iter().map(|error| (error.pointer.clone(), error.code.clone())).collect();
        (problem.body().status, errors)
    }

    #[test]
    fn columns_come_in_any_order_and_those_that_only_tell_are_named() {
        let sheet = ImportSheet::of(b"status,email,first_name,created_at\nactive,ada@example.test,Ada,\n").unwrap();
        assert_eq!(sheet.ignored, [Column::Status, Column::CreatedAt].into());
        assert_eq!(sheet.rows[0].filled(Column::FirstName), Some("Ada"));
        assert_eq!(sheet.rows[0].line, 2);
    }

    #[test]
    fn columns_that_are_none_or_come_twice_are_named() {
        let error = |pointer: &str, code: &str| (pointer.to_owned(), code.to_owned());
        let expected = vec![error("/shoe~1size", "unknown_column"), error("/email", "duplicate_column")];
        assert_eq!(problem("email,shoe/size,Email\n"), (422, expected));
        assert_eq!(problem("first_name\nAda\n"), (422, vec![error("/email", "missing_column")]));
        assert_eq!(problem("email,first_name\nAda\n"), (400, vec![]));
    }

    #[test]
    fn more_rows_than_are_taken_at_once_are_refused() {
        let sheet = |rows| format!("email\n{}", "a@example.test\n".repeat(rows));
        assert_eq!(ImportSheet::of(sheet(MOST_ROWS).as_bytes()).unwrap().rows.len(), MOST_ROWS);
        assert_eq!(problem(&sheet(MOST_ROWS + 1)).0, 422);
    }
}
