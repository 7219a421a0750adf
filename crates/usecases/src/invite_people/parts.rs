//! Inviting more people than one unit of work takes: a hundred after the other, each hundred for good.

use std::collections::BTreeSet;
use std::mem;

use tenure_domain::invitation::InviteRefused;
use tenure_domain::job::AT_A_TIME;
use tenure_domain::may_grant::GrantRefused;
use tenure_domain::{Decided, EmailAddress, OrganizationId};
use tenure_port_store::Unit;

use super::{InvitePeople, InvitingRefused, MOST_INVITED, Outcome, PersonOutcome, TypedAddress};
use crate::{Answer, Caller, Context, Failure, Open, ReplayAsk, Tenure, UseCase};

impl Tenure {
    /// Invites however many, up to [`MOST_INVITED`], and gives the answers of each hundred in their order. What the first hundred is
    /// refused as a whole is refused; from then on whoever is refused is answered alone. If something fails halfway, those before are
    /// invited, and the same ask with the same idempotency key goes on behind them.
    pub async fn invite(
        &self,
        caller: Caller,
        mut ask: InvitePeople,
        replay: Option<ReplayAsk<'_, Vec<PersonOutcome>>>,
    ) -> Result<Vec<Answer<Vec<PersonOutcome>>>, Failure<InvitingRefused>> {
        if ask.emails.len() > MOST_INVITED {
            return Err(Failure::Refused(InvitingRefused::TooMany(MOST_INVITED)));
        }
        let replay_of = |nth: usize| {
            replay.as_ref().map(|replay| ReplayAsk {
                route: part_of_route(&replay.route, nth),
                key: replay.key.clone(),
                body_hash: replay.body_hash.clone(),
                render: replay.render,
            })
        };
        let mut emails = mem::take(&mut ask.emails);
        mark_repeated(&mut emails);
        let mut answers = Vec::new();
        for (nth, emails) in parts(&emails).enumerate() {
            let part = InvitePeople { emails: emails.to_vec(), ..ask.clone() };
            let refused = match self.perform_once(caller, part, replay_of(nth)).await {
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
            let told = RefuseEach { organization: ask.organization, emails: emails.to_vec(), refused };
            answers.push(self.perform_once(caller, told, replay_of(nth)).await?);
        }
        Ok(answers)
    }
}

/// Under which route the answer to a hundred is kept.
pub fn part_of_route(route: &str, nth: usize) -> String {
    if nth == 0 { route.to_owned() } else { format!("{route}#{nth}") }
}

fn mark_repeated(emails: &mut [TypedAddress]) {
    let mut seen = BTreeSet::new();
    for typed in emails {
        typed.came_before = EmailAddress::parse(&typed.email).is_ok_and(|email| !seen.insert(email));
    }
}

/// A hundred at a time; nobody is a part too, which is refused.
fn parts(emails: &[TypedAddress]) -> impl Iterator<Item = &[TypedAddress]> {
    let nobody = emails.is_empty().then_some(emails);
    nobody.into_iter().chain(emails.chunks(AT_A_TIME))
}

/// Answers each of a later hundred with what it was refused by as a whole, so that this is kept like any answer.
struct RefuseEach {
    organization: OrganizationId,
    emails: Vec<TypedAddress>,
    refused: InvitingRefused,
}

impl UseCase for RefuseEach {
    type Lock = Open;
    type Done = Vec<PersonOutcome>;
    type Refusal = InvitingRefused;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, _: &Context<'_>, _: &mut (dyn Unit + 'static)) -> Result<Decided<Self::Done>, Failure<InvitingRefused>> {
        let one = |typed: &TypedAddress| {
            let outcome = Outcome::NotAllowed(self.refused.clone());
            PersonOutcome { email: typed.email.clone(), outcome, member: None, invitation: None }
        };
        Ok(Decided { value: self.emails.iter().map(one).collect(), events: Vec::new() })
    }
}
