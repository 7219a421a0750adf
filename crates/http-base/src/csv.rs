//! Sheets: answers as CSV, written while they are read, in cells that no spreadsheet takes for formulas.

mod cell;
mod read;

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::panic::resume_unwind;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use futures::stream;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::Instant;

use self::cell::guarded;
pub(crate) use self::read::{Fault, read};
use crate::{Feed, Place, Problem};

/// How many pieces wait for a client that reads slower than the database does.
const AHEAD: usize = 2;

/// How long a client may take for a piece before it is given up.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long an answer may take in all: as long as it lasts, it holds a connection and a moment of the database.
const LONGEST: Duration = Duration::from_mins(30);

/// Rows as they go over the wire.
#[derive(Debug)]
pub struct Rows(csv::Writer<Vec<u8>>);

impl Rows {
    fn new() -> Self {
        // All is quoted: where semicolons separate, an unquoted text with one would be two cells, and the second not guarded.
        Self(
            WriterBuilder::new()
                .quote_style(QuoteStyle::Always)
                .terminator(Terminator::CRLF)
                .flexible(true)
                .from_writer(Vec::new()),
        )
    }

    /// Adds a row. Cells that a spreadsheet might take for formulas are guarded.
    pub fn push<'a>(&mut self, cells: impl IntoIterator<Item = Cow<'a, str>>) {
        for cell in cells {
            // Writing into memory can't fail, and rows of any length are taken.
            let _ = self.0.write_field(guarded(&cell).as_bytes());
        }
        let _ = self.0.write_record(None::<&[u8]>);
    }

    fn take(self) -> Bytes {
        self.0.into_inner().map(Bytes::from).unwrap_or_default()
    }
}

/// What a sheet is written from.
pub trait Sheet: Send + 'static {
    /// The heads of its columns, which stay what they are.
    const COLUMNS: &'static [&'static str];

    /// Reads the next rows.
    fn read(&mut self) -> impl Future<Output = Result<Stretch, Problem>> + Send;
}

/// Rows that were read one after the other, and are not written yet.
pub struct Stretch {
    write: Box<dyn FnOnce(&mut Rows) + Send>,
    has_more: bool,
}

impl Stretch {
    /// What adds these rows, and whether there are some after them. It is called on a thread that may be busy for a
    /// while, while the rows after them are read.
    pub fn new(has_more: bool, write: impl FnOnce(&mut Rows) + Send + 'static) -> Self {
        Self { write: Box::new(write), has_more }
    }
}

impl fmt::Debug for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stretch").field("has_more", &self.has_more).finish_non_exhaustive()
    }
}

/// Answers with a sheet, to be kept under this name. What goes wrong before the first rows is a problem; what goes wrong later,
/// and a server that stops, cuts the answer short, so that nobody takes it for the whole.
pub async fn csv_response<S: Sheet>(name: &str, mut place: Place, mut sheet: S) -> Result<Response, Problem> {
    let first = sheet.read().await?;
    let has_more = first.has_more;
    let first = whole(written::<S>(first, true)).await?;
    let (feed, body) = Feed::new(AHEAD, PATIENCE);
    tokio::spawn(async move {
        // What is as good as written is finished. Whatever ends first, the sheet and its connection go with it.
        tokio::select! {
            biased;
            () = write(feed, sheet, first, has_more) => {}
            () = place.closing() => tracing::warn!("a sheet was cut short, because this server stops"),
        }
    });
    Ok(headed(name, body))
}

/// The head of what [`csv_response`] answers, for whoever asks for no more.
pub fn csv_head(name: &str) -> Response {
    // How long the body would be isn't known before it is written.
    headed(name, Body::from_stream(stream::empty::<Result<Bytes, Infallible>>()))
}

fn headed(name: &str, body: Body) -> Response {
    let kept = format!("attachment; filename=\"{name}.csv\"");
    let kept = HeaderValue::from_str(&kept).unwrap_or(HeaderValue::from_static("attachment"));
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")), (header::CONTENT_DISPOSITION, kept)];
    (headers, body).into_response()
}

/// Writes rows on a thread that may be busy for a while, under their heads if these are the first.
fn written<S: Sheet>(rows: Stretch, are_first: bool) -> JoinHandle<Bytes> {
    spawn_blocking(move || {
        let mut sheet = Rows::new();
        if are_first {
            sheet.push(S::COLUMNS.iter().map(|head| Cow::Borrowed(*head)));
        }
        (rows.write)(&mut sheet);
        sheet.take()
    })
}

/// What was written. A thread that breaks breaks whoever waits for it, so that what it says goes to the log, and no further.
async fn whole(writing: JoinHandle<Bytes>) -> Result<Bytes, Problem> {
    match writing.await {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
        Err(_) => Err(Problem::unavailable("the server is stopping")),
    }
}

/// Writes a sheet to its end. A feed that goes away without it cuts the answer short.
async fn write<S: Sheet>(feed: Feed, sheet: S, first: Bytes, has_more: bool) {
    if let Err(problem) = write_on(feed, sheet, first, has_more).await {
        tracing::warn!(code = problem.body().code, "a sheet could not be written to its end");
    }
}

async fn write_on<S: Sheet>(feed: Feed, mut sheet: S, mut bytes: Bytes, mut has_more: bool) -> Result<(), Problem> {
    let (began, mut ahead) = (Instant::now(), None);
    while feed.give(bytes).await {
        if !has_more {
            feed.end();
            break;
        }
        if began.elapsed() > LONGEST {
            tracing::warn!("a sheet was read too slowly, and was cut short");
            break;
        }
        // What went wrong while it was read ahead comes after what was read before.
        let rows: Stretch = match ahead.take() {
            Some(read) => read?,
            None => sheet.read().await?,
        };
        has_more = rows.has_more;
        let writing = written::<S>(rows, false);
        if has_more {
            ahead = Some(sheet.read().await);
        }
        bytes = whole(writing).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use http_body_util::BodyExt as _;
    use tokio::sync::watch;
    use uuid::Uuid;

    use super::*;
    use crate::places::Places;

    /// A sheet of one row in each piece, which fails after some of them.
    struct Numbers {
        next: u32,
        last: u32,
        fails: bool,
        _open: Open,
    }

    /// What is open for as long as a sheet is written.
    #[derive(Default)]
    struct Open(Arc<AtomicBool>);

    impl Numbers {
        fn up_to(last: u32) -> Self {
            Self { next: 1, last, fails: false, _open: Open::default() }
        }
    }

    impl Drop for Open {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }

    async fn answered(sheet: Numbers, closing: &watch::Sender<bool>) -> Result<Response, Problem> {
        let place = Places::default().place((Uuid::nil().into(), Uuid::nil().into()), closing.subscribe()).unwrap();
        csv_response("numbers", place, sheet).await
    }

    impl Sheet for Numbers {
        const COLUMNS: &'static [&'static str] = &["number", "text"];

        async fn read(&mut self) -> Result<Stretch, Problem> {
            let number = self.next.to_string();
            self.next += 1;
            if self.fails && self.next > 2 {
                return Err(Problem::internal("it fails"));
            }
            let write = move |rows: &mut Rows| rows.push([number.into(), "a;\"b\"\n=1".into()]);
            Ok(Stretch::new(self.next <= self.last, write))
        }
    }

    async fn body(last: u32, fails: bool) -> Result<String, axum::Error> {
        let closing = watch::Sender::new(false);
        let response = answered(Numbers { fails, ..Numbers::up_to(last) }, &closing).await.unwrap();
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        assert_eq!(response.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"numbers.csv\"");
        Ok(String::from_utf8(response.into_body().collect().await?.to_bytes().to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_sheet_is_its_heads_and_all_of_its_rows() {
        let row = "\"a;\"\"b\"\"\n=1\"\r\n";
        let expected = format!("\"number\",\"text\"\r\n\"1\",{row}\"2\",{row}\"3\",{row}");
        assert_eq!(body(3, false).await.unwrap(), expected);
    }

    #[tokio::test]
    async fn a_sheet_that_fails_half_way_does_not_look_whole() {
        assert!(body(3, true).await.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn a_sheet_that_is_read_all_day_is_cut_short() {
        let closing = watch::Sender::new(false);
        let mut body = answered(Numbers::up_to(u32::MAX), &closing).await.unwrap().into_body();
        let began = Instant::now();
        while let Some(frame) = body.frame().await {
            if frame.is_err() {
                assert!((LONGEST..LONGEST + PATIENCE * 4).contains(&began.elapsed()), "{:?}", began.elapsed());
                return;
            }
            let _read = tokio::time::timeout(PATIENCE / 2, std::future::pending::<()>()).await;
        }
        panic!("it came to its end");
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_that_stopped_reading_and_reads_on_is_not_told_that_it_has_all() {
        let closing = watch::Sender::new(false);
        let body = answered(Numbers::up_to(9), &closing).await.unwrap().into_body();
        let _stalled = tokio::time::timeout(PATIENCE * 2, std::future::pending::<()>()).await;
        assert!(body.collect().await.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn a_server_that_stops_waits_for_nobody_who_reads_slowly() {
        let closing = watch::Sender::new(false);
        let gone = Arc::new(AtomicBool::new(false));
        let sheet = Numbers { _open: Open(Arc::clone(&gone)), ..Numbers::up_to(u32::MAX) };
        let mut body = answered(sheet, &closing).await.unwrap().into_body();
        body.frame().await.unwrap().unwrap();
        let began = Instant::now();
        closing.send_replace(true);
        while !gone.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        assert_eq!(began.elapsed(), Duration::ZERO, "its connection is free at once, though nobody reads on");
        assert!(body.collect().await.is_err(), "and it doesn't look whole");
    }

    #[tokio::test]
    async fn a_sheet_that_is_as_good_as_written_is_finished_though_the_server_stops() {
        let closing = watch::Sender::new(true);
        let body = answered(Numbers::up_to(1), &closing).await.unwrap().into_body();
        assert!(body.collect().await.is_ok());
    }

    /// A sheet of three stretches, whose writing and reading do as the test says.
    struct Strange {
        read: u32,
        during: fn(u32),
        reading: Arc<AtomicBool>,
    }

    impl Sheet for Strange {
        const COLUMNS: &'static [&'static str] = &["number"];

        async fn read(&mut self) -> Result<Stretch, Problem> {
            self.read += 1;
            let (number, during) = (self.read, self.during);
            if number == 3 {
                self.reading.store(true, Ordering::SeqCst);
            }
            let reading = Arc::clone(&self.reading);
            Ok(Stretch::new(number < 3, move |rows| {
                // The second is not written before the third is being read.
                while number == 2 && !reading.load(Ordering::SeqCst) {
                    std::thread::yield_now();
                }
                during(number);
                rows.push([Cow::Owned(number.to_string())]);
            }))
        }
    }

    async fn strange(during: fn(u32), closing: &watch::Sender<bool>) -> Result<Response, Problem> {
        let place = Places::default().place((Uuid::nil().into(), Uuid::nil().into()), closing.subscribe()).unwrap();
        csv_response("strange", place, Strange { read: 0, during, reading: Arc::default() }).await
    }

    #[tokio::test]
    async fn rows_are_written_while_the_next_ones_are_read() {
        let closing = watch::Sender::new(false);
        let body = strange(|_| {}, &closing).await.unwrap().into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, "\"number\"\r\n\"1\"\r\n\"2\"\r\n\"3\"\r\n");
    }

    #[tokio::test]
    async fn a_writer_that_breaks_later_cuts_the_sheet_short() {
        let closing = watch::Sender::new(false);
        let response = strange(|number| assert!(number < 2, "Ada's number"), &closing).await.unwrap();
        assert!(response.into_body().collect().await.is_err());
    }

    #[tokio::test]
    #[should_panic(expected = "Ada's number")]
    async fn a_writer_that_breaks_at_once_breaks_whoever_asked_and_tells_no_client() {
        drop(strange(|_| panic!("Ada's number"), &watch::Sender::new(false)).await);
    }

    #[tokio::test]
    async fn a_sheet_that_fails_at_once_is_a_problem() {
        let closing = watch::Sender::new(false);
        let failed = answered(Numbers { next: 2, fails: true, ..Numbers::up_to(3) }, &closing).await;
        assert_eq!(failed.unwrap_err().body().code, "internal");
    }
}
