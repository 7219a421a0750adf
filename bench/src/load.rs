//! People who ask a server over kept connections, one question after the other.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::server::Server;
use crate::table::median;

/// How many ask at once.
const CLIENTS: usize = 4;

/// Somebody with a connection and a cookie.
#[derive(Debug)]
pub(crate) struct Client {
    connection: SendRequest<Full<Bytes>>,
    host: String,
    cookie: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) body: Bytes,
    pub(crate) cookie: Option<String>,
}

impl Client {
    pub(crate) async fn at(server: &Server, cookie: &str) -> Result<Self> {
        let stream = TcpStream::connect(server.address()).await?;
        stream.set_nodelay(true)?;
        let (connection, serving) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(serving);
        Ok(Self { connection, host: server.address().to_owned(), cookie: cookie.to_owned() })
    }

    /// Asks, and gives the answer before its body is read. Whatever isn't a success is an error.
    pub(crate) async fn open(&mut self, method: Method, path: &str, body: &str) -> Result<hyper::Response<hyper::body::Incoming>> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/json")
            // What a browser says of a page's own request.
            .header("sec-fetch-site", "same-origin")
            .body(Full::from(body.to_owned()))?;
        self.connection.ready().await?;
        let answer = self.connection.send_request(request).await?;
        ensure!(answer.status().is_success(), "{path}: {}", answer.status());
        Ok(answer)
    }

    pub(crate) async fn send(&mut self, method: Method, path: &str, body: &str) -> Result<Answer> {
        let answer = self.open(method, path, body).await?;
        let cookie = answer.headers().get(header::SET_COOKIE).and_then(|value| value.to_str().ok());
        let cookie = cookie.and_then(|text| text.split(';').next()).map(str::to_owned);
        Ok(Answer { body: answer.into_body().collect().await?.to_bytes(), cookie })
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Bytes> {
        Ok(self.send(Method::GET, path, "").await?.body)
    }

    pub(crate) async fn json(&mut self, path: &str) -> Result<serde_json::Value> {
        Ok(serde_json::from_slice(&self.get(path).await?)?)
    }
}

/// What is asked of a server again and again.
#[derive(Clone, Debug)]
pub(crate) struct Question<'a> {
    pub(crate) server: &'a Server,
    pub(crate) cookie: &'a str,
    pub(crate) path: String,
}

/// How fast a server answers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pace {
    /// Answers in a second.
    pub(crate) rate: f64,
    /// The server's processor time for one, in seconds.
    pub(crate) cpu: f64,
    /// The time that half of the answers take at most, in seconds.
    pub(crate) median: f64,
}

/// Asks this often, in all, from some connections at once.
async fn ask(question: &Question<'_>, times: usize) -> Result<Pace> {
    let mut people = Vec::new();
    for _ in 0..CLIENTS {
        people.push(Client::at(question.server, question.cookie).await?);
    }
    let (cpu, began) = (question.server.cpu()?, Instant::now());
    let mut asking = Vec::new();
    for mut person in people {
        let path = question.path.clone();
        asking.push(tokio::spawn(async move {
            let mut took = Vec::new();
            for _ in 0..times.div_ceil(CLIENTS) {
                let began = Instant::now();
                person.get(&path).await?;
                took.push(began.elapsed().as_secs_f64());
            }
            anyhow::Ok(took)
        }));
    }
    let mut took = Vec::new();
    for asking in asking {
        took.extend(asking.await??);
    }
    #[expect(clippy::cast_precision_loss, reason = "a few thousand answers")]
    let answers = took.len() as f64;
    Ok(Pace { rate: answers / began.elapsed().as_secs_f64(), cpu: (question.server.cpu()? - cpu) / answers, median: median(took) })
}

/// Asks each of these in turn, round after round, and gives the medians.
pub(crate) async fn in_turn<const N: usize>(questions: [&Question<'_>; N], rounds: u32, times: usize) -> Result<[Pace; N]> {
    let mut paces = [const { Vec::new() }; N];
    for question in questions {
        ask(question, CLIENTS).await.with_context(|| question.path.clone())?;
    }
    for _ in 0..rounds {
        for (question, paces) in questions.into_iter().zip(&mut paces) {
            paces.push(ask(question, times).await?);
        }
    }
    Ok(paces.map(|paces| {
        let middle = |of: fn(&Pace) -> f64| median(paces.iter().map(of).collect());
        Pace { rate: middle(|pace| pace.rate), cpu: middle(|pace| pace.cpu), median: middle(|pace| pace.median) }
    }))
}

/// How long single answers take while other things go on, sorted.
pub(crate) async fn waits(question: &Question<'_>, times: usize) -> Result<Vec<Duration>> {
    let mut person = Client::at(question.server, question.cookie).await?;
    let mut waits = Vec::new();
    for _ in 0..times {
        let began = Instant::now();
        person.get(&question.path).await?;
        waits.push(began.elapsed());
    }
    waits.sort_unstable();
    Ok(waits)
}
