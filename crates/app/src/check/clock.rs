//! Whether this machine's clock can be believed: links and sessions end by it.

use tenure_domain::Instant;
use tenure_usecases::{Clock as _, SystemClock};

use super::Finding;
use crate::configuration::DatabaseUrl;
use crate::database::{Database, exists};

const CLOCK: &str = "clock";
const FIX: &str = "let this machine's clock be set by NTP";
/// How far two clocks may be apart before links die early or late for anybody to notice, in microseconds.
const APART: i64 = 5_000_000;

pub(super) async fn look(url: &DatabaseUrl) -> Finding {
    let other = match url {
        DatabaseUrl::Sqlite(path) if exists(path) => written(path).map(|at| ("the database file was written", at)),
        DatabaseUrl::Sqlite(_) => None,
        DatabaseUrl::Postgres(_) => asked(url).await.map(|at| ("the database's clock is", at)),
    };
    let now = SystemClock.now().micros();
    match other {
        // A file can only have been written in the past; a server's clock should agree.
        Some((what, at)) if at - now > APART => {
            Finding::warn(CLOCK, format_args!("{what} {} s ahead of it", seconds(at - now)), FIX)
        }
        Some((what, at)) if !url.is_sqlite() && now - at > APART => {
            Finding::warn(CLOCK, format_args!("{what} {} s behind it", seconds(now - at)), FIX)
        }
        Some(_) => Finding::ok(CLOCK, format_args!("{}, and nothing contradicts it", Instant::from_micros(now))),
        None => Finding::ok(CLOCK, format_args!("{}, with nothing to compare it to", Instant::from_micros(now))),
    }
}

const fn seconds(micros: i64) -> i64 {
    micros / 1_000_000
}

fn written(path: &std::path::Path) -> Option<i64> {
    let since = path.metadata().ok()?.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_micros()).ok()
}

async fn asked(url: &DatabaseUrl) -> Option<i64> {
    Database::beside(url).await.ok()?.clock().await.ok()?
}
