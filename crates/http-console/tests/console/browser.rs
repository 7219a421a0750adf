//! A browser without scripts: it reads pages, fills forms in, and goes where it is sent.

use axum::Router;
use axum::http::Method;

use super::support::{Answer, Client, House};

/// Somebody at a browser. Paths without a slash are below their organization.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) who: Client,
    pub(crate) router: Router,
}

fn router(house: &House) -> Router {
    house.told(tenure_http_api::routes().merge(tenure_http_console::routes()), tenure_http_console::told)
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields).finish()
}

impl Browser {
    pub(crate) fn of(who: &Client) -> Self {
        Self { who: who.clone(), router: router(&who.house) }
    }

    fn path(&self, path: &str) -> String {
        if path.starts_with('/') { path.to_owned() } else { format!("/organizations/{}/{path}", self.who.organization) }
    }

    /// Asks for a page.
    pub(crate) async fn open(&self, path: &str) -> Answer {
        self.open_in("en", path).await
    }

    /// Asks for a page, in a language where nobody is signed in.
    pub(crate) async fn open_in(&self, language: &str, path: &str) -> Answer {
        let ask = self.who.ask(Method::GET, self.path(path)).header("accept", "text/html");
        ask.header("accept-language", language).through(&self.router).await
    }

    /// The text of a page that is there.
    pub(crate) async fn page(&self, path: &str) -> String {
        let answer = self.open(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer}");
        answer.text()
    }

    /// Sends a form.
    pub(crate) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let ask = self.who.ask(Method::POST, self.path(path)).raw(encoded(fields)).header("accept", "text/html");
        ask.header("content-type", "application/x-www-form-urlencoded").through(&self.router).await
    }

    /// Sends a form that is carried out: the page that it leads to.
    pub(crate) async fn sent(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(path, fields).await;
        let to = leads_to(&answer);
        self.page(&to).await
    }
}

/// Where an answer leads.
#[track_caller]
pub(crate) fn leads_to(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{answer}");
    answer.header("location").unwrap().to_owned()
}

/// The value of a hidden field on a page.
#[track_caller]
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let begin = format!("name=\"{name}\" value=\"");
    let rest = page.split(&begin).nth(1).unwrap_or_else(|| panic!("no field {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}
