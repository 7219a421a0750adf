//! Who is here, as this process knows: beats and open streams are gathered in memory, and written many at a time.
//!
//! Nothing runs while nobody is here: the first one starts a task, which ends when the last one has left.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tenure_domain::membership::Membership;
use tenure_domain::{Instant, MemberId, OrganizationId};
use tenure_port_store::{Lease, ONLINE_FOR, is_online};
use tokio::sync::Notify;

use crate::Tools;

/// A lease is renewed when less than this is left of it: whoever beats all the time is written three times a minute.
const RENEWED_AT: Duration = Duration::from_secs(20);

/// How long is waited for others after somebody new is here, so that all of them are written in one go.
const GATHERED: Duration = Duration::from_millis(100);

/// How often it is looked whose lease runs out though their stream is open.
const ROUND: Duration = Duration::from_secs(5);

/// A member of an organization.
type Person = (OrganizationId, MemberId);

/// What is known of somebody.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// How many streams they have open here.
    streams: u32,
    /// Their lease as this process wrote it last, or is about to.
    until: Option<Instant>,
    /// Whether it has yet to be written.
    is_due: bool,
}

#[derive(Debug, Default)]
struct Board {
    people: HashMap<Person, Known>,
    is_kept: bool,
}

impl Board {
    /// Takes note that somebody is here; says whether that has to be written.
    fn heard_of(&mut self, person: Person, now: Instant) -> bool {
        let known = self.people.entry(person).or_default();
        if known.until.is_some_and(|until| until >= now.plus(RENEWED_AT) && is_online(until, now)) {
            return false;
        }
        *known = Known { until: Some(now.plus(ONLINE_FOR)), is_due: true, ..*known };
        true
    }

    /// What has to be written now. Who is gone is forgotten.
    fn take_due(&mut self, now: Instant) -> Vec<Lease> {
        let open: Vec<Person> = self.people.iter().filter(|(_, known)| known.streams > 0).map(|(person, _)| *person).collect();
        for person in open {
            self.heard_of(person, now);
        }
        self.people.retain(|_, known| known.streams > 0 || known.is_due || known.until.is_some_and(|until| is_online(until, now)));
        let mut due = Vec::new();
        for ((organization, member), known) in &mut self.people {
            if let (true, Some(until)) = (std::mem::take(&mut known.is_due), known.until) {
                due.push(Lease { organization: *organization, member: *member, until });
            }
        }
        due
    }

    /// These could not be written: whoever is heard of again is written again.
    fn put_back(&mut self, leases: &[Lease]) {
        for lease in leases {
            if let Some(known) = self.people.get_mut(&(lease.organization, lease.member)) {
                known.until = None;
            }
        }
    }
}

/// Who is here, as this process knows.
#[derive(Debug, Default)]
pub(crate) struct Attendance {
    board: Mutex<Board>,
    due: Notify,
}

/// Somebody is here for as long as this lives, and a little longer.
#[derive(Debug)]
pub struct Attending {
    attendance: Arc<Attendance>,
    person: Person,
}

impl Drop for Attending {
    fn drop(&mut self) {
        if let Some(known) = self.attendance.board().people.get_mut(&self.person) {
            known.streams = known.streams.saturating_sub(1);
        }
    }
}

impl Attendance {
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes note of a beat.
    pub(crate) fn beat(self: &Arc<Self>, tools: &Arc<Tools>, membership: &Membership) {
        self.note(tools, (membership.organization, membership.id), 0);
    }

    /// Takes note of a stream that somebody has open.
    pub(crate) fn attend(self: &Arc<Self>, tools: &Arc<Tools>, membership: &Membership) -> Attending {
        let person = (membership.organization, membership.id);
        self.note(tools, person, 1);
        Attending { attendance: Arc::clone(self), person }
    }

    fn note(self: &Arc<Self>, tools: &Arc<Tools>, person: Person, streams: u32) {
        let now = tools.clock.now();
        let mut board = self.board();
        let is_due = board.heard_of(person, now);
        board.people.entry(person).or_default().streams += streams;
        let starts = !std::mem::replace(&mut board.is_kept, true);
        drop(board);
        if is_due {
            self.due.notify_one();
        }
        if starts {
            tokio::spawn(keep(Arc::clone(self), Arc::clone(tools)));
        }
    }
}

/// Writes what is due, until nobody is here any more.
async fn keep(attendance: Arc<Attendance>, tools: Arc<Tools>) {
    loop {
        tokio::select! {
            () = attendance.due.notified() => tokio::time::sleep(GATHERED).await,
            () = tokio::time::sleep(ROUND) => {}
        }
        let now = tools.clock.now();
        let leases = {
            let mut board = attendance.board();
            let leases = board.take_due(now);
            if board.people.is_empty() {
                board.is_kept = false;
                return;
            }
            leases
        };
        if leases.is_empty() {
            continue;
        }
        if let Err(error) = tools.store.presences().renew(&leases, now).await {
            tracing::warn!(%error, "who is online could not be written");
            attendance.board().put_back(&leases);
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> Person {
        (Uuid::from_u128(1).into(), Uuid::from_u128(number).into())
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn who_beats_all_the_time_is_written_now_and_then_and_is_always_online() {
        let mut board = Board::default();
        let (mut written, mut until) = (0, at(0));
        for second in 0..600 {
            board.heard_of(person(1), at(second));
            for lease in board.take_due(at(second)) {
                (written, until) = (written + 1, lease.until);
            }
            assert!(until >= at(second).plus(RENEWED_AT), "a beat is good for twenty seconds at least");
            assert!(until <= at(second).plus(ONLINE_FOR), "and for thirty at most");
        }
        assert_eq!(written, 600 / 11 + 1);
    }

    #[test]
    fn who_has_a_stream_open_stays_and_goes_when_it_is_closed() {
        let mut board = Board::default();
        board.heard_of(person(1), at(0));
        board.people.get_mut(&person(1)).unwrap().streams = 1;
        let written = |board: &mut Board, seconds| board.take_due(at(seconds)).len();
        assert_eq!([0, 5, 10, 15, 20, 25].map(|seconds| written(&mut board, seconds)), [1, 0, 0, 1, 0, 0]);
        board.people.get_mut(&person(1)).unwrap().streams = 0;
        assert_eq!([30, 44].map(|seconds| written(&mut board, seconds)), [0, 0]);
        assert_eq!(board.people.len(), 1, "their lease runs still");
        written(&mut board, 45);
        assert!(board.people.is_empty(), "whoever is gone is forgotten");
    }

    #[test]
    fn h12_who_beats_after_the_clock_was_put_back_is_written() {
        let mut board = Board::default();
        board.heard_of(person(1), at(3_600));
        board.take_due(at(3_600));
        assert!(board.heard_of(person(1), at(0)), "the lease that was written then counts for nothing now");
        let [lease] = board.take_due(at(0))[..] else { panic!("it is written anew") };
        assert_eq!(lease.until, at(30));
    }

    #[test]
    fn what_could_not_be_written_is_written_at_the_next_beat() {
        let mut board = Board::default();
        board.heard_of(person(1), at(0));
        let lost = board.take_due(at(0));
        board.put_back(&lost);
        assert!(board.heard_of(person(1), at(1)));
        assert_eq!(board.take_due(at(1)).len(), 1);
    }

    #[test]
    fn many_beats_are_one_batch() {
        let mut board = Board::default();
        for number in 0..1_000 {
            for beat in 0..3 {
                assert_eq!(board.heard_of(person(number), at(0)), beat == 0);
            }
        }
        assert_eq!(board.take_due(at(0)).len(), 1_000);
    }
}
