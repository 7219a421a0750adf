//! Everything that serving takes, wired together.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tenure_couriers::Couriers;
use tenure_credentials::{OneTimeSecret, Passwords, ServerKey};
use tenure_domain::invitation::MailLimits;
use tenure_http_base::{AppState, AppStateParts, HttpSettings, around};
use tenure_usecases::{Clock as _, SystemClock, Tenure, Tools, V7Ids};
use tokio::net::TcpListener;
use tokio::time::timeout;

use super::Ending;
use crate::configuration::{Configuration, Transport};
use crate::database::Database;
use crate::failure::Failure;
use crate::post::Post;
use crate::{meters, secret_key};

/// How long requests under way have to finish.
const REQUESTS: Duration = Duration::from_secs(10);
/// How long couriers wait after a fault.
const ANEW: Duration = Duration::from_secs(1);
/// How long the database may take to be closed: nobody who got its last connections, and keeps them, holds up a stop.
const CLOSING: Duration = Duration::from_secs(5);
/// How long letters under way have to be finished after that. Whatever isn't is sent again by whoever starts next.
const LETTERS: Duration = Duration::from_secs(20);

/// A server that listens, and hasn't answered anybody yet.
pub(crate) struct House {
    database: Database,
    key: ServerKey,
    listener: TcpListener,
    address: SocketAddr,
    public_url: String,
    transport: Transport,
    trusted_proxies: Vec<std::net::IpAddr>,
    mail_limits: MailLimits,
}

impl House {
    /// Opens the database and begins to listen.
    pub(crate) async fn open(configuration: Configuration) -> Result<Self, Failure> {
        let Configuration { listen, data_dir, database, public_url, trusted_proxies, secret_key, mail, mail_limits, .. } =
            configuration;
        let transport = mail.ok_or_else(|| Failure::Failed("no mail transport is configured".to_owned()))?;
        let listener = TcpListener::bind(listen).await;
        let listener = listener.map_err(|error| Failure::of(format_args!("{listen} can't be listened on"), error))?;
        let address = listener.local_addr().map_err(|error| Failure::of("the listening address", error))?;
        let database = Database::to_serve(&database).await?;
        Ok(Self {
            database,
            mail_limits,
            key: secret_key.map_or_else(|| secret_key::in_folder(&data_dir), Ok)?,
            listener,
            address,
            public_url: public_url.unwrap_or_else(|| format!("http://{address}")),
            transport,
            trusted_proxies,
        })
    }

    /// The database.
    pub(crate) const fn database(&self) -> &Database {
        &self.database
    }

    /// The server's key.
    pub(crate) const fn key(&self) -> &ServerKey {
        &self.key
    }

    /// What links begin with.
    pub(crate) fn public_url(&self) -> &str {
        &self.public_url
    }

    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the end comes, then finishes what is under way. `setup` is the token of the first start.
    pub(crate) async fn serve(self, setup: Option<&OneTimeSecret>, ending: Ending) -> Result<(), Failure> {
        let Self { database, key, listener, public_url, transport, trusted_proxies, mail_limits, .. } = self;
        let post = Post::new(&transport)?;
        let store = database.store();
        let clock = Arc::new(|| SystemClock.now());
        let couriers = Couriers::new(Arc::clone(&store), post.service, key.clone(), &public_url, clock);
        let nudge = couriers.nudge();
        let tools =
            Tools { store, passwords: Passwords::new(), key, clock: Arc::new(SystemClock), ids: Arc::new(V7Ids), mail_limits };
        let tenure = Tenure::new(tools).on_errands(move || nudge.give());
        let meters = meters::begin()?;
        let state = AppState::new(AppStateParts {
            tenure,
            settings: HttpSettings { public_url, trusted_proxies },
            setup: setup.map(OneTimeSecret::hash),
            mailbox: post.mailbox,
            metrics: Some(Box::new(move || meters.render())),
        });
        {
            let (listened_to, ending) = (state.clone(), ending.clone());
            tokio::spawn(async move {
                ending.comes().await;
                listened_to.close();
            });
        }
        let courier = {
            let ending = ending.clone();
            tokio::spawn(keep(couriers, ending))
        };
        let jobs = {
            let (tenure, ending) = (state.tenure().clone(), ending.clone());
            tokio::spawn(async move { tenure.work(ending.comes()).await })
        };
        let answered = {
            let routes = tenure_http_api::routes().merge(tenure_http_console::routes());
            answer(listener, around(routes, state, tenure_http_console::told), ending).await
        };
        // A step that was under way is as if it had never begun, and whoever starts next carries on.
        if timeout(REQUESTS, jobs).await.is_err() {
            tracing::warn!("a job's step took too long, and was given up");
        }
        if timeout(LETTERS, courier).await.is_err() {
            tracing::warn!("a letter took too long; it will be sent again after the next start");
        }
        close(&database).await;
        tracing::info!("stopped");
        answered
    }
}

/// Keeps couriers at work until the end comes: if a fault ends them, they begin anew.
async fn keep(couriers: Couriers, ending: Ending) {
    loop {
        let (again, ended) = (couriers.clone(), ending.clone());
        let running = again.clone();
        match tokio::spawn(async move { running.run(ended.comes()).await }).await {
            Ok(()) => return,
            Err(fault) => tracing::error!(%fault, "the couriers failed, and begin anew"),
        }
        again.failed();
        tokio::time::sleep(ANEW).await;
    }
}

async fn close(database: &Database) {
    if timeout(CLOSING, database.close()).await.is_err() {
        tracing::warn!("the database was in use to the end, and what was not committed is lost");
    }
}

async fn answer(listener: TcpListener, router: Router, ending: Ending) -> Result<(), Failure> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(ending.clone().comes());
    let too_long = async {
        ending.comes().await;
        tokio::time::sleep(REQUESTS).await;
    };
    tokio::select! {
        served = serving.into_future() => served.map_err(|error| Failure::of("serving", error)),
        () = too_long => {
            tracing::warn!("some requests took too long, and were given up");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;
    use tokio::sync::Notify;

    use super::*;
    use crate::configuration::DatabaseUrl;

    #[tokio::test]
    async fn who_keeps_a_connection_holds_up_no_stop() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::to_serve(&DatabaseUrl::Sqlite(folder.path().join("tenure.db"))).await.unwrap();
        database.migrate().await.unwrap();
        let _kept = database.store().moment().await.unwrap();
        tokio::time::pause();
        let began = tokio::time::Instant::now();
        close(&database).await;
        assert!(began.elapsed() >= CLOSING && began.elapsed() < CLOSING * 2, "{:?}", began.elapsed());
    }

    #[tokio::test]
    async fn a_request_under_way_is_answered_when_the_end_has_come() {
        let (arrived, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (tell, wait) = (Arc::clone(&arrived), Arc::clone(&go_on));
        let slow = move || async move {
            tell.notify_one();
            wait.notified().await;
            "done"
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ending) = Ending::by_hand();
        let served = tokio::spawn(answer(listener, Router::new().route("/", get(slow)), ending));
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
        arrived.notified().await;
        end.send_replace(true);
        go_on.notify_one();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"), "{answer}");
        served.await.unwrap().unwrap();
        assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
    }
}
