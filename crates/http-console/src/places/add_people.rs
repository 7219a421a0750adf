//! Adding people: one form for one or many addresses, and what came of each.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::granting::preview;
use tenure_domain::membership::{Language, Profile, Status};
use tenure_domain::workspace::Place as Node;
use tenure_domain::{EmailAddress, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query};
use tenure_port_store::PageAsk;
use tenure_usecases::{InvitePeople, Outcome, PersonOutcome, Reader};

use super::offer::{Change, Choices, Ticked};
use crate::desk::Desk;
use crate::form::{Form, Notice, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::link::Link;
use crate::people::Choice;
use crate::respond::{page, sent_back};

/// How many workspaces the form offers.
const WORKSPACES: u32 = 200;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/organizations/{org}/members/new", get(form).post(add))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AddForm {
    #[serde(default)]
    emails: String,
    #[serde(default)]
    workspace: String,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    permissions: Vec<String>,
    #[serde(default)]
    restrictions: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    language: String,
    /// `preview`, or nothing to send.
    #[serde(default)]
    intent: String,
}

/// An address as it was typed, before anybody is invited.
struct Address {
    email: String,
    /// `good` or `bad`.
    mood: &'static str,
    says: Option<String>,
}

#[derive(Template)]
#[template(path = "add_people.html")]
struct AddPage {
    frame: Frame,
    notice: Notice,
    form: AddForm,
    workspaces: Vec<Choice>,
    languages: Vec<Choice>,
    choices: Choices,
    addresses: Vec<Address>,
    /// How many mails would be sent at most.
    tally: u32,
    change: Option<Change>,
}

#[derive(Template)]
#[template(path = "added_people.html")]
struct AddedPage {
    frame: Frame,
    outcomes: Vec<OutcomeLine>,
    /// The form with those that could be tried again; empty if there are none.
    again: String,
    added: u32,
}

struct OutcomeLine {
    email: String,
    /// `invited`, `granted` and so on.
    word: &'static str,
    good: bool,
    sentence: String,
    member: Option<uuid::Uuid>,
}

#[derive(Deserialize)]
struct AddQuery {
    #[serde(default)]
    workspace: String,
    #[serde(default)]
    emails: String,
}

async fn form(desk: Desk, Query(query): Query<AddQuery>) -> Result<Response, Problem> {
    let reader = desk.reader().await?;
    let form = AddForm { workspace: query.workspace, emails: query.emails, ..AddForm::default() };
    page(&shown(&desk, &reader, Notice::none(), form).await?)
}

/// The workspaces at which the reader may add people, the chosen one or else the first of them first.
async fn places(reader: &Reader<'_>, chosen: &str) -> Result<(Vec<Choice>, WorkspaceId), Problem> {
    let invites = [engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE].map(|permission| reader.reach(permission));
    if !invites.iter().any(tenure_domain::access::Reaches::is_anywhere) {
        reader.must_somewhere(engine::MEMBERS_INVITE).await?;
    }
    let page = reader.workspaces(None, None, &PageAsk::first(WORKSPACES)).await?;
    let mut choices = Vec::new();
    let ids: Vec<WorkspaceId> = page.items.iter().map(|one| one.id).collect();
    for place in reader.known_places(&ids).await? {
        if invites.iter().any(|reach| reach.holds_at(&place))
            && let Some(workspace) = page.items.iter().find(|one| one.id == place.workspace())
        {
            choices.push(Choice::new(workspace.id, workspace.name.to_string(), workspace.id.to_string() == chosen));
        }
    }
    if !choices.iter().any(|choice| choice.chosen)
        && let Some(first) = choices.first_mut()
    {
        first.chosen = true;
    }
    let chosen = choices.iter().find(|choice| choice.chosen).and_then(|choice| choice.key.parse().ok());
    Ok((choices, chosen.unwrap_or(reader.organization.root)))
}

async fn shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: AddForm) -> Result<AddPage, Problem> {
    let (workspaces, chosen) = places(reader, &form.workspace).await?;
    let place = reader.place(chosen).await?;
    let ticked = Ticked::new(&form.levels, &form.permissions, &form.restrictions);
    let addresses = looked_at(desk, &form.emails);
    let tally = u32::try_from(addresses.iter().filter(|one| one.mood == "good").count()).unwrap_or(u32::MAX);
    let change = previewed(desk, reader, &place, &ticked);
    let choices = Choices::at(desk.words(), reader, &place, &ticked, &Ticked::default());
    let language = if form.language.is_empty() { reader.membership.profile.language.tag() } else { &form.language };
    let languages = [Language::English, Language::German];
    let languages = languages.map(|one| Choice::new(one.tag(), desk.words().word("language", one.tag()), one.tag() == language));
    let frame = desk.frame(reader, Place::Members, "add-title");
    Ok(AddPage { frame, notice, workspaces, languages: languages.into(), choices, addresses, tally, change, form })
}

/// Each address with what is wrong with it, as far as that is to be seen without knowing who is here.
fn looked_at(desk: &Desk, emails: &str) -> Vec<Address> {
    let mut seen = BTreeSet::new();
    let address = |email: String| {
        let says = match EmailAddress::parse(&email) {
            Err(_) => Some("invalid"),
            Ok(address) => (!seen.insert(address)).then_some("duplicate"),
        };
        let mood = if says.is_none() { "good" } else { "bad" };
        Address { email, mood, says: says.map(|word| desk.words().word("outcome", word)) }
    };
    addresses(emails).into_iter().map(address).collect()
}

/// What somebody new could do with what is ticked, if that makes sense.
fn previewed(desk: &Desk, reader: &Reader<'_>, place: &Node, ticked: &Ticked) -> Option<Change> {
    let model = &reader.organization.model;
    let offer = ticked.offer().ok()?.shaped(model).ok()?;
    let nothing = Access::new(reader.organization.setting(), Status::Pending, &[]);
    let offered = Grant {
        member: reader.membership.id,
        workspace: place.workspace(),
        levels: offer.levels,
        permissions: offer.permissions,
        restrictions: offer.restrictions,
        given_by: Giver::Member(reader.membership.id),
        given_at: desk.state.tenure().tools().clock.now(),
        version: 0,
    };
    Some(Change::new(desk.words(), model, &preview(&nothing, &[], &[], place, &offered).here))
}

async fn add(desk: Desk, Form(form): Form<AddForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        let reader = desk.reader().await?;
        return page(&shown(&desk, &reader, Notice::none(), form).await?);
    }
    match carried_out(&desk, &form).await {
        Ok(outcomes) => {
            let reader = desk.reader().await?;
            let retry =
                |one: &&PersonOutcome| matches!(one.outcome, Outcome::Invalid | Outcome::NotAllowed(_) | Outcome::SeatsFull);
            let again: Vec<&str> = outcomes.iter().filter(retry).map(|one| one.email.as_str()).collect();
            let form = Link::to(&desk.address("/members/new")).with("emails", &again.join("\n")).with("workspace", &form.workspace);
            let good = |one: &&PersonOutcome| matches!(one.outcome, Outcome::Invited | Outcome::Granted);
            page(&AddedPage {
                frame: desk.frame(&reader, Place::Members, "added-title"),
                again: if again.is_empty() { String::new() } else { form.text() },
                added: u32::try_from(outcomes.iter().filter(good).count()).unwrap_or(u32::MAX),
                outcomes: outcomes.iter().map(|one| line(&desk, one)).collect(),
            })
        }
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader().await?;
            sent_back(&problem, &shown(&desk, &reader, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &AddForm) -> Result<Vec<PersonOutcome>, Problem> {
    let ticked = Ticked::new(&form.levels, &form.permissions, &form.restrictions);
    let offer = ticked.offer()?;
    let mut fields = Fields::default();
    let workspace = fields.take("/workspace", "id", form.workspace.parse::<WorkspaceId>());
    let note = fields.note_if("/note", Some(&form.note));
    let language = said(&form.language).and_then(|tag| fields.take("/language", "language", Language::parse(tag)));
    fields.all_right()?;
    let Some(workspace) = workspace else { return Err(fields.problem()) };
    desk.perform(InvitePeople {
        organization: desk.inside.organization,
        workspace,
        emails: addresses(&form.emails),
        offer,
        profile: Profile { language: language.unwrap_or_default(), ..Profile::default() },
        note,
        expires_at: None,
    })
    .await
}

/// The addresses in what was typed or pasted: by commas, semicolons, line breaks or spaces, with or without names around them.
fn addresses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut quoted = false;
    // A comma within quotes belongs to a name, such as in `"Berg, Bo" <bo@example.test>`.
    let parts = text.split(|letter| {
        // A quotation that nobody closed ends with its line.
        quoted = (quoted ^ (letter == '"')) && !matches!(letter, '\n' | '\r');
        matches!(letter, '\n' | '\r') || (!quoted && matches!(letter, ',' | ';' | '\t'))
    });
    for part in parts {
        match (part.find('<'), part.rfind('>')) {
            (Some(open), Some(close)) if open < close => found.extend(part.get(open + 1..close).map(str::trim).map(str::to_owned)),
            _ => found.extend(part.split_whitespace().map(str::to_owned)),
        }
    }
    found.retain(|address| !address.is_empty());
    found
}

fn line(desk: &Desk, of: &PersonOutcome) -> OutcomeLine {
    let word = of.outcome.word();
    let sentence = match &of.outcome {
        Outcome::NotAllowed(refused) => desk.words().problem(&tenure_http_base::problem_of(refused)),
        _ => desk.words().word("outcome", word),
    };
    let good = matches!(of.outcome, Outcome::Invited | Outcome::Granted);
    OutcomeLine { email: of.email.clone(), word, good, sentence, member: of.member.map(Into::into) }
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_in_what_people_paste() {
        let typed =
            "ada@example.test, Bo Berg <bo@example.test>;\"Cy, D.\" <cy@example.test>\n di@example.test  ed@example.test\r\n,";
        let found = ["ada@example.test", "bo@example.test", "cy@example.test", "di@example.test", "ed@example.test"];
        assert_eq!(addresses(typed), found);
        assert!(addresses(" ,;\n").is_empty());
    }
}
