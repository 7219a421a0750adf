//! Inviting more people than one unit of work takes: a hundred after the other, each hundred for good.

use std::mem;
use std::ops::Range;
use std::sync::Arc;

use tenure_domain::Decided;
use tenure_domain::invitation::InviteRefused;
use tenure_domain::job::AT_A_TIME;
use tenure_domain::may_grant::GrantRefused;
use tenure_port_store::{OrganizationUnit, Unit};

use super::addressed::Addressed;
use super::{InvitePeople, InvitingRefused, Outcome, PersonOutcome};
use crate::{Answer, Caller, Context, Failure, InOrganization, Open, ReplayAsk, Tenure, Tools, UseCase};

impl Tenure {
    /// Invites however many, up to [`MOST_INVITED`](crate::MOST_INVITED), and gives the answers of each hundred in their order. What the first hundred is
    /// refused as a whole is refused; from then on whoever is refused is answered alone. If something fails halfway, those before are
    /// invited, and the same ask with the same idempotency key goes on behind them.
    pub async fn invite(
        &self,
        caller: Caller,
        mut ask: InvitePeople,
        replay: Option<ReplayAsk<'_, Vec<PersonOutcome>>>,
    ) -> Result<Vec<Answer<Vec<PersonOutcome>>>, Failure<InvitingRefused>> {
        InvitingRefused::of_so_many(ask.emails.len()).map_err(Failure::Refused)?;
        let replay_of = |nth: usize| {
            replay.as_ref().map(|replay| ReplayAsk {
                route: part_of_route(&replay.route, nth),
                key: replay.key.clone(),
                body_hash: replay.body_hash.clone(),
                render: replay.render,
            })
        };
        let all = Addressed::all(mem::take(&mut ask.emails)).into();
        let whole = Part { ask: ask.into(), all, of: 0..0 };
        let mut answers = Vec::new();
        for (nth, part) in whole.parts().enumerate() {
            let refused = match self.perform_once(caller, part.clone(), replay_of(nth)).await {
                Ok(answer) => {
                    answers.push(answer);
                    continue;
                }
                Err(Failure::Refused(refused)) if nth > 0 => refused,
                // They lost the right, or the workspace is gone.
                Err(Failure::Forbidden(refused)) if nth > 0 => InviteRefused::Grant(refused).into(),
                Err(Failure::NotFound) if nth > 0 => InviteRefused::Grant(GrantRefused::MissingPermission("members.invite")).into(),
                Err(failure) => return Err(failure),
            };
            answers.push(self.perform_once(caller, RefuseEach { part, refused }, replay_of(nth)).await?);
        }
        Ok(answers)
    }
}

/// Under which route the answer to a hundred is kept.
pub fn part_of_route(route: &str, nth: usize) -> String {
    if nth == 0 { route.to_owned() } else { format!("{route}#{nth}") }
}

/// A hundred at most of all who are invited by one ask.
#[derive(Clone)]
struct Part {
    ask: Arc<InvitePeople>,
    all: Arc<[Addressed]>,
    of: Range<usize>,
}

impl Part {
    /// A hundred at a time; nobody is a part too, which is refused.
    fn parts(&self) -> impl Iterator<Item = Self> {
        let begins = (0..self.all.len().max(1)).step_by(AT_A_TIME);
        begins.map(|begin| Self { of: begin..self.all.len().min(begin + AT_A_TIME), ..self.clone() })
    }

    fn people(&self) -> &[Addressed] {
        self.all.get(self.of.clone()).unwrap_or_default()
    }

    /// Among whom somebody new is looked for before the first is invited; those who come later are answered for themselves.
    fn looked_through(&self) -> &[Addressed] {
        if self.of.start == 0 { &self.all } else { &[] }
    }
}

impl UseCase for Part {
    type Lock = InOrganization;
    type Done = Vec<PersonOutcome>;
    type Refusal = InvitingRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.ask.organization)
    }

    async fn prepare(&mut self, _: &Tools) -> Result<(), Failure<InvitingRefused>> {
        self.ask.are_few_chosen()
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<Self::Done>, Failure<InvitingRefused>> {
        self.ask.carry_out(cx, unit, self.people(), self.looked_through()).await
    }
}

/// Answers each of a later hundred with what it was refused by as a whole, so that this is kept like any answer.
struct RefuseEach {
    part: Part,
    refused: InvitingRefused,
}

impl UseCase for RefuseEach {
    type Lock = Open;
    type Done = Vec<PersonOutcome>;
    type Refusal = InvitingRefused;

    fn lock(&self) -> Open {
        Open(Some(self.part.ask.organization))
    }

    async fn run(&self, _: &Context<'_>, _: &mut (dyn Unit + 'static)) -> Result<Decided<Self::Done>, Failure<InvitingRefused>> {
        let one = |addressed: &Addressed| addressed.answer(Outcome::NotAllowed(self.refused.clone()));
        Ok(Decided { value: self.part.people().iter().map(one).collect(), events: Vec::new() })
    }
}
