//! The one function that carries asks out.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use rand::RngExt;
use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::invitation::MailLimits;
use tenure_domain::membership::{Membership, Status};
use tenure_domain::record::{Actor, Errand, Record, errands};
use tenure_domain::{DAY, Decided, EmailAddress, ErrandId, Instant, MemberId, OrganizationId, UserId};
use tenure_port_store::{Credential, LiveToken, Principal, REPLAY_TAKEN, Replay, ReplayKey, Standing, Store, StoreError, Unit};

use tokio::sync::Notify;

use crate::attendance::Attendance;
use crate::refusals::Refusals;
use crate::waves::Waves;
use crate::{Attending, Caller, Clock, Context, Entry, Failure, Ids, Lock, UseCase, Watching};

/// How often an ask is run again because the database said so, before the caller is told.
const ATTEMPTS: u32 = 8;

/// How exactly it is known when somebody was last active.
const SEEN_EVERY: Duration = Duration::from_mins(1);

/// How exactly it is known when a token was used last.
const USED_EVERY: Duration = Duration::from_mins(5);

/// How long an idempotent answer is kept.
const KEPT: Duration = DAY;

/// What asks are carried out with.
pub struct Tools {
    /// Durable storage.
    pub store: Arc<dyn Store>,
    /// Hashing.
    pub passwords: Passwords,
    /// The server's key, from which links are derived.
    pub key: ServerKey,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn Ids>,
    /// How many mails of invitations leave within an hour.
    pub mail_limits: MailLimits,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tools")
    }
}

/// Tenure, to ask things of. Cheap to clone.
#[derive(Clone)]
pub struct Tenure {
    tools: Arc<Tools>,
    refusals: Arc<Refusals>,
    attendance: Arc<Attendance>,
    waves: Arc<Waves>,
    jobs_waiting: Arc<Notify>,
    committed: Arc<dyn Fn() + Send + Sync>,
}

impl fmt::Debug for Tenure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tenure")
    }
}

/// An idempotent ask: the client's key, and how an answer is kept.
pub struct ReplayAsk<'a, T> {
    /// Route and key; the user is the caller's.
    pub route: String,
    /// The client's key.
    pub key: String,
    /// A hash of the request's body.
    pub body_hash: String,
    /// Status and body of an answer. What holds a secret is rendered without it.
    pub render: &'a (dyn Fn(&T) -> (u16, String) + Send + Sync),
}

/// An answer: fresh, or the one that was given before.
#[derive(Debug)]
pub enum Answer<T> {
    /// It was done now.
    Fresh(T),
    /// It was done before, by the same request.
    Replayed(Replay),
}

enum Ran<T> {
    Done(T),
    Replayed(Replay),
}

impl Tenure {
    /// Tenure with these tools.
    pub fn new(tools: Tools) -> Self {
        let (refusals, attendance, waves) = (Arc::default(), Arc::default(), Arc::default());
        Self { tools: Arc::new(tools), refusals, attendance, waves, jobs_waiting: Arc::default(), committed: Arc::new(|| {}) }
    }

    /// Calls this after every commit that left something for couriers to do, so that they needn't wait for their next round:
    /// errands, or entries of the journal to seal.
    #[must_use]
    pub fn on_errands(mut self, call: impl Fn() + Send + Sync + 'static) -> Self {
        self.committed = Arc::new(call);
        self
    }

    /// The tools.
    pub fn tools(&self) -> &Tools {
        &self.tools
    }

    /// Whether there is a login with this address. Only for who has shown that the mailbox is theirs.
    pub async fn has_login(&self, email: &EmailAddress) -> Result<bool, StoreError> {
        let user = self.tools.store.snapshot().await?.users().find_by_email(email).await?;
        Ok(user.is_some_and(|user| user.password_hash.is_some()))
    }

    /// Remembers that somebody does something, in their session and where they do it, to the minute: most requests write nothing.
    /// Whoever asks with sessions calls this for each request, as the routers do: a session in which nothing is done for a week ends.
    pub async fn seen(&self, who: &Principal) -> Result<(), StoreError> {
        let now = self.tools.clock.now();
        let is_news = |last: Option<Instant>| last.is_none_or(|last| now >= last.plus(SEEN_EVERY));
        let session = match &who.credential {
            Credential::Session(session) => is_news(Some(session.seen_at)).then_some(session.id),
            // That a program is at work says nothing of whether its member is.
            Credential::Token(token) => return self.used(who, token).await,
        };
        let here = who.membership.as_ref().map(|(membership, _)| membership);
        let here = here.filter(|membership| membership.status == Status::Active && is_news(membership.last_active_at));
        // Each for itself: nobody's session is held while a member's row is waited for.
        if let Some(session) = session {
            let mut unit = self.tools.store.open().await?;
            unit.sessions().seen(session, now).await?;
            unit.commit().await?;
        }
        if let Some(here) = here {
            let mut unit = self.tools.store.open().await?;
            unit.memberships().seen(here.organization, here.id, now).await?;
            unit.commit().await?;
        }
        Ok(())
    }

    async fn used(&self, who: &Principal, token: &LiveToken) -> Result<(), StoreError> {
        let now = self.tools.clock.now();
        let Some((membership, _)) = &who.membership else { return Ok(()) };
        if token.last_used_at.is_some_and(|last| now < last.plus(USED_EVERY)) {
            return Ok(());
        }
        let mut unit = self.tools.store.open().await?;
        unit.tokens().used(membership.organization, token.id, now).await?;
        unit.commit().await
    }

    /// Takes note that a member is online. It is written soon, together with others, and only if it is news.
    pub fn beat(&self, membership: &Membership) {
        self.attendance.beat(&self.tools, membership);
    }

    /// Takes note that a member is online for as long as what is given lives.
    pub fn attend(&self, membership: &Membership) -> Attending {
        self.attendance.attend(&self.tools, membership)
    }

    /// Watches an organization: who is online, and what happens.
    pub async fn watch(&self, organization: OrganizationId) -> Result<Watching, StoreError> {
        self.waves.watch(&self.tools, organization).await
    }

    /// What happened after a position of the journal, as those who watch hear of it.
    pub async fn entries_after(&self, organization: OrganizationId, position: u64, up_to: u32) -> Result<Vec<Entry>, StoreError> {
        let rows = self.tools.store.queries().journal_after(organization, position, up_to).await?;
        Ok(rows.into_iter().filter_map(Entry::of).collect())
    }

    /// The answer that was given before to the request that such a key is of, if it is still kept.
    pub async fn answered(&self, key: &ReplayKey) -> Result<Option<Replay>, StoreError> {
        self.tools.store.snapshot().await?.replays().find(key, self.tools.clock.now()).await
    }

    /// Carries an ask out.
    pub async fn perform<U: UseCase>(&self, caller: Caller, ask: U) -> Result<U::Done, Failure<U::Refusal>> {
        match self.perform_once(caller, ask, None).await? {
            Answer::Fresh(done) => Ok(done),
            // Without a replay ask nothing is ever replayed.
            Answer::Replayed(_) => Err(Failure::OtherRequest),
        }
    }

    /// Carries an ask out, or gives the answer that the same request was given before.
    pub async fn perform_once<U: UseCase>(
        &self,
        caller: Caller,
        mut ask: U,
        replay: Option<ReplayAsk<'_, U::Done>>,
    ) -> Result<Answer<U::Done>, Failure<U::Refusal>> {
        ask.prepare(&self.tools).await?;
        let mut attempt = 0;
        loop {
            attempt += 1;
            match self.attempt(caller, &ask, replay.as_ref()).await {
                Ok(Ran::Done(done)) => return Ok(Answer::Fresh(done)),
                Ok(Ran::Replayed(replay)) => return Ok(Answer::Replayed(replay)),
                Err(Failure::Store(StoreError::Contention | StoreError::Taken(REPLAY_TAKEN))) if attempt < ATTEMPTS => {
                    let wait = rand::rng().random_range(1..=5_u64 << attempt.min(6));
                    tokio::time::sleep(Duration::from_millis(wait)).await;
                }
                Err(Failure::Outdated) if attempt < ATTEMPTS => ask.prepare(&self.tools).await?,
                Err(failure) => {
                    if let (Some(rule), Some(organization), Some(user)) =
                        (failure.refused_access(), ask.lock().organization(), caller.user())
                    {
                        self.note_refusal(organization, user, rule).await;
                    }
                    return Err(failure);
                }
            }
        }
    }

    /// Whoever carries on with jobs waits here for the next one.
    pub(crate) fn jobs_waiting(&self) -> &Notify {
        &self.jobs_waiting
    }

    /// Takes note that somebody was refused access by this rule, for the journal.
    pub(crate) async fn note_refusal(&self, organization: OrganizationId, user: UserId, rule: &'static str) {
        self.refusals.note(&self.tools, organization, user, rule).await;
    }

    async fn attempt<U: UseCase>(
        &self,
        caller: Caller,
        ask: &U,
        replay: Option<&ReplayAsk<'_, U::Done>>,
    ) -> Result<Ran<U::Done>, Failure<U::Refusal>> {
        let now = self.tools.clock.now();
        let lock = ask.lock();
        let organization = lock.organization();
        let Some(mut transaction) = lock.begin(&*self.tools.store).await? else { return Err(Failure::NotFound) };
        let standing = stand(caller, organization, now, U::Lock::plain(&mut transaction)).await?;
        let kept_under = replay.and_then(|ask| Some((ask, caller.replay_key(&ask.route, &ask.key)?)));
        if let Some((ask, key)) = &kept_under
            && let Some(kept) = U::Lock::plain(&mut transaction).replays().find(key, now).await?
        {
            return if kept.body_hash == ask.body_hash { Ok(Ran::Replayed(kept)) } else { Err(Failure::OtherRequest) };
        }
        let cx = Context { now, caller, standing: standing.as_ref(), organization, tools: &self.tools };
        let Decided { value, events } = ask.run(&cx, U::Lock::unit(&mut transaction)).await?;
        let plain = U::Lock::plain(&mut transaction);
        let by = if caller == Caller::Server { Actor::SERVER } else { actor(standing.as_ref()) };
        let told = match organization {
            Some(organization) => tell(&self.tools, plain, organization, by, now, events, ask.reason()).await?,
            None => 0,
        };
        if let Some((ask, key)) = kept_under {
            let (status, body) = (ask.render)(&value);
            let replay = Replay { body_hash: ask.body_hash.clone(), status, body, kept_until: now.plus(KEPT) };
            plain.replays().insert(&key, &replay, now).await?;
        }
        U::Lock::commit(transaction).await?;
        if told > 0 || ask.writes_errands() {
            (self.committed)();
        }
        Ok(Ran::Done(value))
    }
}

/// Who acts, as the database knows them inside this unit: a session that ended a moment ago acts no more (R16).
async fn stand<R>(
    caller: Caller,
    organization: Option<OrganizationId>,
    now: Instant,
    unit: &mut (dyn Unit + 'static),
) -> Result<Option<Standing>, Failure<R>> {
    let standing = match caller {
        Caller::Anonymous | Caller::Server => return Ok(None),
        Caller::Session { session, user } => {
            unit.sessions().standing(session, organization, now).await?.filter(|standing| standing.user.id == user)
        }
        Caller::Token { organization: of, token, user } => match organization {
            None => return Err(Failure::SessionRequired),
            Some(organization) if organization != of => return Err(Failure::NotFound),
            Some(_) => unit.tokens().standing(of, token, now).await?.filter(|standing| standing.user.id == user),
        },
        Caller::Member { member } => stand_for(member, organization, unit).await?,
    };
    standing.map(Some).ok_or(Failure::Unauthenticated)
}

/// A member's standing without a session of theirs: for what they began and what goes on when they have left the desk.
async fn stand_for(
    member: MemberId,
    organization: Option<OrganizationId>,
    unit: &mut (dyn Unit + 'static),
) -> Result<Option<Standing>, StoreError> {
    let Some(organization) = organization else { return Ok(None) };
    let Some(membership) = unit.memberships().find(organization, member).await? else { return Ok(None) };
    let Some(user) = membership.user else { return Ok(None) };
    let Some(user) = unit.users().find(user).await? else { return Ok(None) };
    let grants = unit.grants().of(organization, member).await?;
    let has_factor = unit.second_factors().find(user.id).await?.active.is_some();
    Ok(Some(Standing { user, has_factor, membership: Some((membership, grants)), token: None }))
}

pub(crate) fn actor(standing: Option<&Standing>) -> Actor {
    match standing {
        Some(Standing { membership: Some((membership, _)), .. }) => Actor::Member(membership.id),
        Some(Standing { user, .. }) => Actor::Operator(user.id),
        None => Actor::System,
    }
}

/// Writes what happened into journal and outbox, and says how much that was.
async fn tell(
    tools: &Tools,
    unit: &mut (dyn Unit + 'static),
    organization: OrganizationId,
    actor: Actor,
    at: Instant,
    events: Vec<tenure_domain::event::Event>,
    reason: Option<tenure_domain::Reason>,
) -> Result<usize, StoreError> {
    if events.is_empty() {
        return Ok(0);
    }
    let record = |event| Record {
        organization,
        id: tools.ids.next().into(),
        at,
        actor: acted(actor, &event),
        event,
        reason: reason.clone(),
    };
    let records: Vec<Record> = events.into_iter().map(record).collect();
    let errands: Vec<Errand> = records.iter().flat_map(|record| errands(record, || ErrandId::new(tools.ids.next()))).collect();
    unit.journal().append(&records).await?;
    if !errands.is_empty() {
        unit.outbox().append(&errands).await?;
    }
    Ok(records.len())
}

/// An invited person has no session yet when they accept or refuse; all the same it is they who act. Operators take offers back
/// themselves.
fn acted(actor: Actor, event: &tenure_domain::event::Event) -> Actor {
    use tenure_domain::event::Event::{EmailChanged, InvitationAccepted, InvitationRefused, OfferLapsed};
    match event {
        InvitationAccepted { member, .. } | InvitationRefused { member, .. } | EmailChanged { member } => Actor::Member(*member),
        OfferLapsed { member, .. } if !matches!(actor, Actor::Operator(_)) => Actor::Member(*member),
        _ => actor,
    }
}
