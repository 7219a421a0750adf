//! Adding people: one form for one or many addresses, and what came of each.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenure_domain::access::Access;
use tenure_domain::access_model::engine;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::granting::preview;
use tenure_domain::membership::{Language, Profile, Status};
use tenure_domain::workspace::Place as Node;
use tenure_domain::{EmailAddress, Refusal as _, WorkspaceId};
use tenure_http_base::{AppState, Fields, Problem, Query, Typed, addresses};
use tenure_usecases::{AddressRefused, Failure, InvitePeople, InvitingRefused, Outcome, PersonOutcome, Reader};
use uuid::Uuid;

use super::kinds::{self, Kinds, TickedKinds};
use super::offer::{Change, Choices, Ticked};
use crate::desk::Desk;
use crate::form::{Form, Notice, Once, is_for_the_form, said};
use crate::frame::{Frame, Place};
use crate::offered::{Workspaces, workspaces_where};
use crate::people::Choice;
use crate::respond::{go, page, sent_back};
use crate::words::Words;

/// How many addresses are shown one by one.
const MOST_SHOWN: usize = 200;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/organizations/{org}/members/new", get(form).post(add))
        .route("/organizations/{org}/members/added", get(added))
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    selections: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    language: String,
    /// Looks for a workspace.
    #[serde(default)]
    find: String,
    /// Looks for resources, of each kind that is offered.
    #[serde(default)]
    find_resource: Vec<String>,
    /// `preview`, or nothing to send.
    #[serde(default)]
    intent: String,
}

impl AddForm {
    /// Without addresses: they are many, and every hundred of them keeps the rest.
    fn bare(&self) -> Self {
        Self { emails: String::new(), find_resource: Vec::new(), ..self.clone() }
    }
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
    workspaces: Workspaces,
    languages: Vec<Choice>,
    choices: Choices,
    kinds: Kinds,
    addresses: Vec<Address>,
    /// How many more there are than are shown one by one.
    more: u32,
    /// How many mails would be sent at most.
    tally: u32,
    change: Option<Change>,
}

#[derive(Template)]
#[template(path = "added_people.html")]
struct AddedPage {
    frame: Frame,
    lines: Vec<OutcomeLine>,
    /// How many more there are than are shown one by one.
    more: u32,
    /// The form with those that could be tried again; none if there are none.
    again: Option<AddForm>,
    added: u32,
}

struct OutcomeLine {
    email: String,
    /// `invited`, `granted` and so on.
    word: String,
    good: bool,
    sentence: String,
    member: Option<Uuid>,
}

/// What came of one address, as it is kept for a form that comes twice.
#[derive(Serialize, Deserialize)]
struct Came {
    email: String,
    outcome: String,
    member: Option<Uuid>,
    /// The rule that said no, and its sentence.
    refused: Option<(String, String)>,
}

/// What is kept of a form that was carried out: what came of its addresses, and the form to try some of them again.
#[derive(Serialize, Deserialize)]
struct Kept {
    came: Vec<Came>,
    again: Option<AddForm>,
}

impl Came {
    fn of(outcome: &PersonOutcome) -> Self {
        let refused = |refused: &AddressRefused| (refused.rule().to_owned(), refused.to_string());
        Self {
            email: outcome.email.clone(),
            outcome: outcome.outcome.word().to_owned(),
            member: outcome.member.map(Into::into),
            refused: if let Outcome::NotAllowed(why) = &outcome.outcome { Some(refused(why)) } else { None },
        }
    }

    fn is_good(&self) -> bool {
        matches!(&*self.outcome, "invited" | "granted")
    }

    fn may_be_tried_again(&self) -> bool {
        matches!(&*self.outcome, "invalid" | "not_allowed" | "seats_full" | "rate_limited")
    }

    fn line(&self, words: Words) -> OutcomeLine {
        let sentence = match &self.refused {
            Some((rule, detail)) => words.refused(rule, detail),
            None => words.word("outcome", &self.outcome),
        };
        OutcomeLine { email: self.email.clone(), word: self.outcome.clone(), good: self.is_good(), sentence, member: self.member }
    }
}

#[derive(Deserialize)]
struct AddQuery {
    #[serde(default)]
    workspace: String,
    #[serde(default)]
    emails: String,
    #[serde(default)]
    find: String,
}

async fn form(desk: Desk, Query(query): Query<AddQuery>) -> Result<Response, Problem> {
    let reader = desk.reader()?;
    let form = AddForm { workspace: query.workspace, emails: query.emails, find: query.find, ..AddForm::default() };
    page(&shown(&desk, &reader, Notice::none(), form).await?)
}

/// The workspaces at which the reader may add people, the chosen one or else the first of them first.
async fn places(reader: &Reader<'_>, chosen: &str, find: &str) -> Result<(Workspaces, WorkspaceId), Problem> {
    let invites = [engine::MEMBERS_INVITE, engine::MEMBERS_MANAGE].map(|permission| reader.reach(permission));
    if !invites.iter().any(tenure_domain::access::Reaches::is_anywhere) {
        reader.must_somewhere(engine::MEMBERS_INVITE).await?;
    }
    let holds = |place: &Node| invites.iter().any(|reach| reach.holds_at(place));
    let mut offered = workspaces_where(reader, chosen, find, holds).await?;
    let choices = &mut offered.choices;
    if !choices.iter().any(|choice| choice.chosen)
        && let Some(first) = choices.first_mut()
    {
        first.chosen = true;
    }
    let chosen = choices.iter().find(|choice| choice.chosen).and_then(|choice| choice.key.parse().ok());
    // Nothing may be called as somebody looks for.
    let own = reader.places.iter().find(|place| holds(place)).map(Node::workspace);
    Ok((offered, chosen.or(own).unwrap_or(reader.organization.root)))
}

async fn shown(desk: &Desk, reader: &Reader<'_>, notice: Notice, form: AddForm) -> Result<AddPage, Problem> {
    let (workspaces, chosen) = places(reader, &form.workspace, &form.find).await?;
    let place = reader.place(chosen).await?;
    let ticked = Ticked::new(&form.levels, &form.permissions, &form.restrictions);
    let mut addresses = looked_at(desk, &form.emails);
    let tally = u32::try_from(addresses.iter().filter(|one| one.mood == "good").count()).unwrap_or(u32::MAX);
    let more = few(&mut addresses, |one| one.mood == "bad");
    let change = previewed(desk, reader, &place, &ticked);
    let choices = Choices::at(desk.words(), reader, &place, &ticked, &Ticked::default());
    let kinds = kinds::offered(reader, &ticked.levels, &TickedKinds::new(&form.selections), &form.find_resource).await?;
    let language = if form.language.is_empty() { reader.membership.profile.language.tag() } else { &form.language };
    let languages = [Language::English, Language::German];
    let languages = languages.map(|one| Choice::new(one.tag(), desk.words().word("language", one.tag()), one.tag() == language));
    let frame = desk.frame(reader, Place::Members, "add-title");
    Ok(AddPage { frame, notice, workspaces, languages: languages.into(), choices, kinds, addresses, more, tally, change, form })
}

/// Leaves as many as people can look through, those first that need a look, and says how many more there were.
fn few<T>(all: &mut Vec<T>, needs_a_look: impl Fn(&T) -> bool) -> u32 {
    let more = all.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        all.sort_by_key(|one| !needs_a_look(one));
        all.truncate(MOST_SHOWN);
    }
    u32::try_from(more).unwrap_or(u32::MAX)
}

/// Each address with what is wrong with it, as far as that is to be seen without knowing who is here.
fn looked_at(desk: &Desk, emails: &str) -> Vec<Address> {
    let mut seen = BTreeSet::new();
    let address = |Typed { email, .. }: Typed| {
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

async fn add(desk: Desk, Form(form, once): Form<AddForm>) -> Result<Response, Problem> {
    if form.intent == "preview" {
        let reader = desk.reader()?;
        return match InvitingRefused::of_so_many(addresses(&form.emails).len()).map_err(Failure::Refused).map_err(Problem::from) {
            Ok(()) => page(&shown(&desk, &reader, Notice::none(), form).await?),
            Err(problem) => sent_back(&problem, &shown(&desk, &reader, desk.notice(&problem), form).await?),
        };
    }
    match carried_out(&desk, &form, &once).await {
        Ok(kept) => match once.key {
            Some(key) => Ok(go(&desk.address(&format!("/members/added?of={key}")))),
            // Where nothing was kept, what came of it is told at once.
            None => told(&desk, &kept),
        },
        Err(problem) if is_for_the_form(&problem) => {
            let reader = desk.reader()?;
            sent_back(&problem, &shown(&desk, &reader, desk.notice(&problem), form).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn carried_out(desk: &Desk, form: &AddForm, once: &Once) -> Result<Vec<String>, Problem> {
    let ticked = Ticked::new(&form.levels, &form.permissions, &form.restrictions);
    let offer = ticked.offer()?;
    let model = desk.reader()?.organization.model.clone();
    let selections =
        TickedKinds::new(&form.selections).asked(&model, &ticked.levels, &TickedKinds::default(), &TickedKinds::default())?;
    let mut fields = Fields::default();
    let workspace = fields.take("/workspace", "id", form.workspace.parse::<WorkspaceId>());
    let note = fields.note_if("/note", Some(&form.note));
    let language = said(&form.language).and_then(|tag| fields.take("/language", "language", Language::parse(tag)));
    fields.all_right()?;
    let Some(workspace) = workspace else { return Err(fields.problem()) };
    let typed = addresses(&form.emails);
    let ask = InvitePeople {
        organization: desk.inside.organization,
        workspace,
        emails: typed.iter().map(Typed::as_address).collect(),
        offer,
        selections,
        profile: Profile { language: language.unwrap_or_default(), ..Profile::default() },
        note,
        expires_at: None,
    };
    let texts: HashMap<String, String> = typed.iter().map(|typed| (typed.email.clone(), typed.text())).collect();
    let kept = |outcomes: &Vec<PersonOutcome>| {
        let came: Vec<Came> = outcomes.iter().map(Came::of).collect();
        let again = came.iter().filter(|one| one.may_be_tried_again());
        let again = again.map(|one| texts.get(&one.email).cloned().unwrap_or_else(|| one.email.clone()));
        let emails = again.collect::<Vec<_>>().join("\n");
        let again = (!emails.is_empty()).then(|| AddForm { emails, ..form.bare() });
        Kept { came, again }
    };
    desk.invite(once, ask, |outcomes| json!(kept(outcomes)).to_string()).await
}

#[derive(Deserialize)]
struct AddedQuery {
    /// The form that added them.
    #[serde(default)]
    of: String,
}

/// What came of each address, for a day after it did; then the list is what there is to see.
async fn added(desk: Desk, Query(query): Query<AddedQuery>) -> Result<Response, Problem> {
    told(&desk, &desk.invited_at(&desk.address("/members/new"), &query.of).await?)
}

fn told(desk: &Desk, kept: &[String]) -> Result<Response, Problem> {
    let (mut came, mut again) = (Vec::new(), None::<AddForm>);
    for kept in kept {
        let Ok(kept) = serde_json::from_str::<Kept>(kept) else { return Ok(go(&desk.address("/members"))) };
        came.extend(kept.came);
        again = match (again, kept.again) {
            (Some(before), Some(more)) => Some(AddForm { emails: format!("{}\n{}", before.emails, more.emails), ..before }),
            (before, more) => before.or(more),
        };
    }
    if came.is_empty() {
        return Ok(go(&desk.address("/members")));
    }
    let added = u32::try_from(came.iter().filter(|one| one.is_good()).count()).unwrap_or(u32::MAX);
    let more = few(&mut came, |one| !one.is_good());
    let lines = came.iter().map(|one| one.line(desk.words())).collect();
    let reader = desk.reader()?;
    page(&AddedPage { frame: desk.frame(&reader, Place::Members, "added-title"), added, lines, more, again })
}
