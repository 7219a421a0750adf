//! Somebody else's service: it mounts Tenure's API, asks its own questions, and sends mail in its own way. What is left to it are
//! pages: mails link to `/invitation/{token}`.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::{Json, Router, routing::get};
use secrecy::ExposeSecret;
use tenure::couriers::Couriers;
use tenure::credentials::{OneTimeSecret, Passwords, ServerKey};
use tenure::domain::invitation::MailLimits;
use tenure::http_base::{AppState, AppStateParts, HttpSettings};
use tenure::port_mail::{Letter, PostError, PostOffice};
use tenure::store_sqlite::{OpenOptions, SqliteStore};
use tenure::usecases::{Clock, SystemClock, Tenure, Tools, V7Ids};
use uuid::Uuid;

struct OwnMailer;

#[async_trait::async_trait]
impl PostOffice for OwnMailer {
    async fn post(&self, letter: &Letter) -> Result<(), PostError> {
        eprintln!("to {}: {}\n{}", letter.to().address(), letter.subject(), letter.text());
        Ok(())
    }
}

/// May this member make a call from that workspace?
async fn may_call(State(tenure): State<Tenure>, Path((org, member, at)): Path<(Uuid, Uuid, Uuid)>) -> Json<bool> {
    Json(tenure.can(org.into(), member.into(), "calls.use", at.into()).await.unwrap_or(false))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let at = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let url = format!("http://{at}");
    let store = SqliteStore::open("embedded.db", OpenOptions::default()).await?;
    store.migrate().await?;
    let (store, key) = (Arc::new(store), ServerKey::generate(&mut rand::rng()));
    let clock = Arc::new(|| SystemClock.now());
    let couriers = Couriers::new(store.clone(), Arc::new(OwnMailer), key.clone(), &url, clock);
    let nudge = couriers.nudge();
    let tools = Tools {
        store,
        passwords: Passwords::new(),
        key,
        clock: Arc::new(SystemClock),
        ids: Arc::new(V7Ids),
        mail_limits: MailLimits::default(),
    };
    let tenure = Tenure::new(tools).on_errands(move || nudge.give());
    let worker = tenure.clone();
    tokio::spawn(async move { tokio::join!(couriers.run(std::future::pending()), worker.work(std::future::pending())) });
    let first = OneTimeSecret::generate(&mut rand::rng());
    eprintln!("POST {url}/api/v1/setup with the token {}", first.text().expose_secret());
    let settings = HttpSettings { public_url: url, trusted_proxies: vec![] };
    let parts = AppStateParts { tenure: tenure.clone(), settings, setup: Some(first.hash()), mailbox: None, metrics: None };
    let own = Router::new().route("/may-call/{org}/{member}/{workspace}", get(may_call)).with_state(tenure);
    let app = own.merge(tenure::http_api::router(AppState::new(parts)));
    let listener = tokio::net::TcpListener::bind(at).await?;
    // With the addresses of clients: wrong passwords are counted by where they come from.
    Ok(axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).await?)
}
