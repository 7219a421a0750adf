//! Who exports or plans an import at the moment. Both take long and hold a connection meanwhile, so each has one of a few places. An
//! export is told in the journal besides, so it takes more than other GETs: a page of another site can't ask for one, and the head
//! alone is none.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use tenure_domain::{OrganizationId, UserId};
use tokio::sync::watch;

use crate::cross_site::{foreign, is_foreign};
use crate::{AppState, Inside, Problem};

/// How many run at a time in a process: fewer than the connections that a store has.
const AT_ONCE: usize = 4;

/// How many of them are one organization's, so that no tenant takes all.
const OF_ONE: usize = 2;

/// After how many seconds to try again.
const AGAIN: u32 = 10;

type Who = (OrganizationId, UserId);

/// Who has a place at the moment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(Arc<Mutex<Vec<Who>>>);

impl Places {
    /// A place, if there is one for this person; it is given up early when the server closes.
    pub(crate) fn place(&self, who: Who, closing: watch::Receiver<bool>) -> Result<Place, Problem> {
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (organization, user) = who;
        if running.iter().any(|(_, other)| *other == user) {
            return Err(full("busy", "you are exporting or importing something already; try again when you have it"));
        }
        let theirs = running.iter().filter(|(of, _)| *of == organization).count();
        if theirs >= OF_ONE || running.len() >= AT_ONCE {
            return Err(full("others_busy", "others are exporting or importing at the moment; try again when they are through"));
        }
        running.push(who);
        Ok(Place { who, places: self.clone(), closing })
    }
}

fn full(rule: &'static str, detail: &str) -> Problem {
    Problem::unavailable(detail).with_rule(rule).retry_after(AGAIN)
}

/// A place among the exports and plans that run at the same time, taken until it is dropped.
#[derive(Debug)]
pub struct Place {
    who: Who,
    places: Places,
    closing: watch::Receiver<bool>,
}

impl Place {
    /// Waits until exports are to end: a server that stops doesn't wait for clients who read slowly.
    pub(crate) async fn closing(&mut self) {
        // Where nobody is left who could tell, it is over as well.
        let _told = self.closing.wait_for(|closing| *closing).await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|who| *who != self.who);
    }
}

/// A request for an export, which no page of another site sent.
#[derive(Clone, Copy, Debug)]
pub struct ExportAsk {
    is_head: bool,
}

impl ExportAsk {
    /// A place to export from. None if only the head of the answer is asked for: nothing leaves the house then, and nothing is
    /// to be told in the journal.
    pub fn place(self, state: &AppState, inside: &Inside) -> Result<Option<Place>, Problem> {
        if self.is_head { Ok(None) } else { state.place(inside).map(Some) }
    }
}

impl FromRequestParts<AppState> for ExportAsk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        if is_foreign(&parts.headers, state.settings().origin()) {
            return Err(foreign());
        }
        Ok(Self { is_head: parts.method == Method::HEAD })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn who(organization: u128, user: u128) -> Who {
        (Uuid::from_u128(organization).into(), Uuid::from_u128(user).into())
    }

    #[test]
    fn no_person_and_no_organization_takes_all_places() {
        let (places, closing) = (Places::default(), watch::Sender::new(false));
        let place = |organization, user| places.place(who(organization, user), closing.subscribe());
        let ada = place(1, 1).unwrap();
        let refused = place(1, 1).unwrap_err();
        assert!(refused.body().detail.starts_with("you are exporting"), "{refused:?}");
        place(2, 1).expect_err("the same person elsewhere");
        let _bo = place(1, 2).unwrap();
        place(1, 3).expect_err("a third of one organization");
        let _others = [place(2, 4).unwrap(), place(3, 5).unwrap()];
        let refused = place(4, 6).unwrap_err();
        assert_eq!((refused.body().code, refused.body().detail.starts_with("others")), ("unavailable", true));
        drop(ada);
        place(4, 6).expect("a place that was left is free");
    }
}
