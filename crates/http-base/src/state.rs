//! What handlers are given.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tenure_credentials::{OneTimeSecret, Sealer};
use tenure_port_store::{Queries, Store};
use tenure_usecases::Tenure;
use tokio::sync::watch;

use crate::places::{Place, Places};
use crate::{Inside, Problem};

/// What an installation says about its HTTP face.
#[derive(Clone, Debug)]
pub struct HttpSettings {
    /// The address under which people reach it, without a slash at the end; every link in every mail begins with it.
    pub public_url: String,
    /// The proxies whose word about the client's address counts.
    pub trusted_proxies: Vec<IpAddr>,
}

impl HttpSettings {
    /// Whether people reach it through TLS; cookies are `Secure` then.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Scheme, host and port of the public address, as browsers write an `Origin`.
    pub fn origin(&self) -> &str {
        let after_scheme = self.public_url.find("://").map_or(0, |at| at + 3);
        let end = self
            .public_url
            .get(after_scheme..)
            .and_then(|rest| rest.find('/'))
            .map_or(self.public_url.len(), |at| after_scheme + at);
        self.public_url.get(..end).unwrap_or(&self.public_url)
    }
}

/// A mail that was captured instead of sent.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct Captured {
    /// To whom.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// Name and value of each header, in order.
    #[schema(value_type = Vec<Vec<String>>)]
    pub headers: Vec<(String, String)>,
    /// The links in the text.
    pub links: Vec<String>,
}

/// Captured mail, newest first: only where the capture transport is in use.
pub trait Mailbox: Send + Sync {
    /// All that is kept.
    fn list(&self) -> Vec<Captured>;
}

struct Inner {
    tenure: Tenure,
    sealer: Sealer,
    settings: HttpSettings,
    setup: Mutex<Option<[u8; 32]>>,
    mailbox: Option<Arc<dyn Mailbox>>,
    metrics: Option<Box<dyn Fn() -> String + Send + Sync>>,
    places: Places,
    closing: watch::Sender<bool>,
}

/// What handlers are given. Cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Inner>);

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}

/// How an [`AppState`] is put together.
pub struct AppStateParts {
    /// Tenure.
    pub tenure: Tenure,
    /// What the installation says.
    pub settings: HttpSettings,
    /// The hash of the one-time setup token, on a first start.
    pub setup: Option<[u8; 32]>,
    /// Captured mail.
    pub mailbox: Option<Arc<dyn Mailbox>>,
    /// Renders the metrics in Prometheus' text format.
    pub metrics: Option<Box<dyn Fn() -> String + Send + Sync>>,
}

impl AppState {
    /// Puts a state together.
    pub fn new(parts: AppStateParts) -> Self {
        let AppStateParts { tenure, settings, setup, mailbox, metrics } = parts;
        let sealer = Sealer::new(&tenure.tools().key);
        let closing = watch::Sender::new(false);
        let places = Places::default();
        Self(Arc::new(Inner { tenure, sealer, settings, setup: Mutex::new(setup), mailbox, metrics, places, closing }))
    }

    /// Tenure, to ask things of.
    pub fn tenure(&self) -> &Tenure {
        &self.0.tenure
    }

    /// Reading.
    pub fn queries(&self) -> &dyn Queries {
        let store: &dyn Store = &*self.0.tenure.tools().store;
        store.queries()
    }

    /// What the installation says about its HTTP face.
    pub fn settings(&self) -> &HttpSettings {
        &self.0.settings
    }

    /// Seals cursors.
    pub fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    /// Captured mail, where mail is captured.
    pub fn mailbox(&self) -> Option<&dyn Mailbox> {
        self.0.mailbox.as_deref()
    }

    /// Ends all streams and exports, so that a server which stops needn't wait for clients who listen or read slowly.
    pub fn close(&self) {
        self.0.closing.send_replace(true);
    }

    /// Waits until streams are to end.
    pub async fn closing(&self) {
        let mut closing = self.0.closing.subscribe();
        // Whoever could tell lives as long as this state does.
        let _told = closing.wait_for(|closing| *closing).await;
    }

    /// A place among the exports and the plans of imports that run at the same time, taken until it is dropped.
    pub fn place(&self, inside: &Inside) -> Result<Place, Problem> {
        let who = (inside.organization, inside.principal.user.id);
        self.0.places.place(who, self.0.closing.subscribe())
    }

    /// The metrics as text, where they are collected.
    pub fn metrics(&self) -> Option<String> {
        self.0.metrics.as_ref().map(|render| render())
    }

    /// Whether this is the one-time token of the first start.
    pub fn is_setup_token(&self, token: &str) -> bool {
        let expected = *self.0.setup.lock().unwrap_or_else(PoisonError::into_inner);
        // What is compared are SHA-256 hashes of 256 random bits: how long a comparison takes tells nothing about the secret.
        expected.is_some_and(|expected| OneTimeSecret::parse(token).is_some_and(|secret| secret.hash() == expected))
    }

    /// Forgets the one-time token.
    pub fn setup_done(&self) {
        *self.0.setup.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
