//! What happens in an organization, wave by wave: one look for all who watch it in this process, a few times a second, for as long
//! as anybody does.
//!
//! Waves say what happened and to whom. What of it somebody may know is for [`Reader::heard`](crate::Reader::heard) to say.

mod entry;
mod lookout;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tenure_domain::job::Job;
use tenure_domain::{MemberId, OrganizationId};
use tenure_port_store::StoreError;
use tokio::sync::broadcast;

pub use entry::Entry;
use lookout::Lookout;

use crate::Tools;

/// How many entries of the journal are told one by one; of more than these it is told that they were too many.
pub const MOST_TOLD: u32 = 1_000;

/// What happened between two looks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wave {
    /// Who came online.
    pub came: Vec<MemberId>,
    /// Who went offline.
    pub went: Vec<MemberId>,
    /// Jobs that are running or have just ended, and got on since.
    pub jobs: Vec<Job>,
    /// What was sealed in the journal, in the order of positions.
    pub entries: Vec<Entry>,
    /// Whether there were more than are told, and none of them is here.
    pub is_too_much: bool,
    /// The journal's last position.
    pub position: u64,
}

impl Wave {
    /// Whether anything was sealed in the journal, told here or not.
    pub fn has_entries(&self) -> bool {
        self.is_too_much || !self.entries.is_empty()
    }
}

/// Somebody watches: what is, and what comes after it. Nothing is missing in between, and nothing comes twice.
#[derive(Debug)]
pub struct Watching {
    /// Who is online.
    pub online: BTreeSet<MemberId>,
    /// The jobs that are running, or have just ended.
    pub jobs: Vec<Job>,
    /// The journal's last position.
    pub position: u64,
    waves: broadcast::Receiver<Arc<Wave>>,
}

impl Watching {
    /// The next wave; none for whoever is too slow to hear them all, and at the end.
    pub async fn next(&mut self) -> Option<Arc<Wave>> {
        self.waves.recv().await.ok()
    }
}

/// The lookouts of this process.
#[derive(Debug, Default)]
pub(crate) struct Waves(Mutex<HashMap<OrganizationId, Arc<Lookout>>>);

impl Waves {
    /// Watches an organization.
    pub(crate) async fn watch(self: &Arc<Self>, tools: &Arc<Tools>, organization: OrganizationId) -> Result<Watching, StoreError> {
        loop {
            let lookout = Arc::clone(self.lookouts().entry(organization).or_insert_with(|| Arc::new(Lookout::new(organization))));
            if lookout.begin(tools).await? {
                tokio::spawn(Arc::clone(&lookout).keep_looking(Arc::clone(tools), Arc::clone(self)));
            }
            // One that has just ended, because nobody watched, makes way for another.
            if let Some(watching) = lookout.join() {
                return Ok(watching);
            }
            self.forget(&lookout);
        }
    }

    fn forget(&self, lookout: &Arc<Lookout>) {
        let mut lookouts = self.lookouts();
        if lookouts.get(&lookout.organization()).is_some_and(|known| Arc::ptr_eq(known, lookout)) {
            lookouts.remove(&lookout.organization());
        }
    }

    fn lookouts(&self) -> std::sync::MutexGuard<'_, HashMap<OrganizationId, Arc<Lookout>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
