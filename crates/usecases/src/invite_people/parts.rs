//! Inviting more people than one unit of work takes: a hundred after the other, each hundred for good.

use std::collections::BTreeSet;

use tenure_domain::EmailAddress;
use tenure_domain::job::AT_A_TIME;

use super::{InvitePeople, InvitingRefused, MOST_INVITED, Outcome, PersonOutcome, TypedAddress};
use crate::{Answer, Caller, Failure, ReplayAsk, Tenure};

impl Tenure {
    /// Invites however many, up to [`MOST_INVITED`], and gives the answers of each hundred in their order. What the first hundred is
    /// refused as a whole is refused; from then on whoever is refused is answered alone. If something fails halfway, those before are
    /// invited, and the same ask with the same idempotency key goes on behind them.
    pub async fn invite(
        &self,
        caller: Caller,
        ask: InvitePeople,
        replay: Option<ReplayAsk<'_, Vec<PersonOutcome>>>,
    ) -> Result<Vec<Answer<Vec<PersonOutcome>>>, Failure<InvitingRefused>> {
        if ask.emails.len() > MOST_INVITED {
            return Err(Failure::Refused(InvitingRefused::TooMany));
        }
        let mut answers = Vec::new();
        for (nth, part) in parts(ask).into_iter().enumerate() {
            let replay = replay.as_ref().map(|replay| ReplayAsk {
                route: part_of_route(&replay.route, nth),
                key: replay.key.clone(),
                body_hash: replay.body_hash.clone(),
                render: replay.render,
            });
            let typed = if nth == 0 { Vec::new() } else { part.emails.clone() };
            match self.perform_once(caller, part, replay).await {
                Ok(answer) => answers.push(answer),
                Err(Failure::Refused(refused)) if nth > 0 => answers.push(Answer::Fresh(refuse_each(typed, &refused))),
                Err(failure) => return Err(failure),
            }
        }
        Ok(answers)
    }
}

/// Under which route the answer to a hundred is kept.
pub fn part_of_route(route: &str, nth: usize) -> String {
    if nth == 0 { route.to_owned() } else { format!("{route}#{nth}") }
}

fn parts(ask: InvitePeople) -> Vec<InvitePeople> {
    let InvitePeople { emails, .. } = &ask;
    let mut seen = BTreeSet::new();
    let known = |typed: &TypedAddress| {
        let came_before = EmailAddress::parse(&typed.email).is_ok_and(|email| !seen.insert(email));
        TypedAddress { came_before, ..typed.clone() }
    };
    let emails: Vec<TypedAddress> = emails.iter().map(known).collect();
    if emails.is_empty() {
        return vec![ask];
    }
    emails.chunks(AT_A_TIME).map(|emails| InvitePeople { emails: emails.to_vec(), ..ask.clone() }).collect()
}

fn refuse_each(typed: Vec<TypedAddress>, refused: &InvitingRefused) -> Vec<PersonOutcome> {
    let one = |typed: TypedAddress| {
        let outcome = Outcome::NotAllowed(refused.clone());
        PersonOutcome { email: typed.email, outcome, member: None, invitation: None }
    };
    typed.into_iter().map(one).collect()
}
