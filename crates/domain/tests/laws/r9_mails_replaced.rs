//! R9: what becomes of an hour's room as invitations are made, sent again, corrected and ended, in any order (g5).

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use tenure_domain::access::Access;
use tenure_domain::event::Event;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::invitation::{
    Invitation, Invite, InviteFacts, Invited, Known, MailHour, MailHours, MailLimits, MailMove, RenewFacts, Renewing, correct,
    invite, mail_moves, resend,
};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Membership;
use tenure_domain::selection::Choosing;
use tenure_domain::strategies::{Scene, id};
use tenure_domain::workspace::Place;
use tenure_domain::{EmailAddress, Instant};

use crate::acts::{invite_of, open_scenes};

const MINUTE: Duration = Duration::from_mins(1);

#[derive(Clone, Copy, Debug)]
enum Deed {
    Invite { domain: u8 },
    InviteAgain(usize),
    Resend(usize),
    Correct { whom: usize, domain: u8 },
    End(usize),
    Later { minutes: u64 },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let whom = || 0_usize..12;
    let deed = prop_oneof![
        6 => (0_u8..3).prop_map(|domain| Deed::Invite { domain }),
        2 => whom().prop_map(Deed::InviteAgain),
        2 => whom().prop_map(Deed::Resend),
        2 => (whom(), 0_u8..3).prop_map(|(whom, domain)| Deed::Correct { whom, domain }),
        2 => whom().prop_map(Deed::End),
        2 => (0_u64..100).prop_map(|minutes| Deed::Later { minutes }),
    ];
    vec(deed, 1..50)
}

#[derive(Clone)]
struct Pending {
    membership: Membership,
    grant: Grant,
    invitation: Invitation,
}

/// What is written down: who is pending, and how full the hours are.
struct House<'a> {
    scene: &'a Scene,
    place: Place,
    own: Access,
    offer: Offer,
    limits: MailLimits,
    now: Instant,
    hours: BTreeMap<(i64, String), i32>,
    pending: Vec<Pending>,
    /// The mails that there are: whose, whither and when. What was ended or replaced long enough before it left isn't among them.
    mails: Vec<(u32, String, Instant)>,
    made: u32,
}

impl House<'_> {
    fn giver(&self) -> Giver {
        Giver::Member(self.scene.people[0].id())
    }

    fn granter(&self) -> Granter<'_> {
        Granter::Member { id: self.scene.people[0].id(), access: &self.own }
    }

    fn mail_hours(&self) -> MailHours {
        let present = MailHours::hour_of(self.now);
        let stand = self.hours.iter().filter(|((hour, _), _)| *hour >= present);
        let stand = stand.map(|((hour, domain), mails)| MailHour {
            hour: *hour,
            domain: domain.clone(),
            mails: u32::try_from(*mails).unwrap(),
        });
        MailHours::new(self.limits, self.now, stand.collect::<Vec<_>>())
    }

    fn address(&mut self, domain: u8) -> EmailAddress {
        self.made += 1;
        EmailAddress::parse(&format!("p{}@d{domain}.example.test", self.made)).unwrap()
    }

    fn keep(&mut self, before: Option<&Invitation>, after: Option<&Invitation>) {
        for MailMove { hour, domain, by } in mail_moves(before, after, self.now) {
            let mails = self.hours.entry((hour, domain)).or_default();
            *mails += by;
            assert!(*mails >= 0, "more is given back than was taken");
        }
        self.hours.retain(|_, mails| *mails > 0);
    }

    /// A mail is replaced by another, or by none: what hasn't left, and doesn't within the minute, never will.
    fn mail(&mut self, before: Option<&Pending>, after: Option<(&Pending, Instant)>) {
        let number = |of: &Pending| u32::try_from(of.membership.id.uuid().as_u128()).unwrap();
        if let Some(before) = before {
            let soon = self.now.plus(MINUTE);
            self.mails.retain(|(whose, _, at)| *whose != number(before) || *at <= soon);
        }
        if let Some((after, at)) = after {
            self.mails.push((number(after), after.membership.email.domain().to_owned(), at));
        }
    }

    fn asked(&self, known: Option<&Pending>, ask: Invite) -> Option<(Pending, Instant)> {
        let access = known
            .map(|one| Access::new(self.scene.organization.setting(), one.membership.status, std::slice::from_ref(&one.grant)));
        let facts = InviteFacts {
            organization: &self.scene.organization,
            place: &self.place,
            granter: self.granter(),
            giver: self.giver(),
            known: known.zip(access.as_ref()).map(|(one, access)| Known {
                membership: &one.membership,
                access,
                standing: Some(&one.grant),
                invitation: Some(&one.invitation),
            }),
            choosing: Choosing::NOTHING,
            seats_left: None,
            mail_at: self.mail_hours().next(&ask.email),
            now: self.now,
        };
        let decided = invite(facts, ask).ok()?;
        let at = leaves(&decided.events);
        match (decided.value, known) {
            (Invited::New { membership, grant, invitation, .. }, None) => Some((Pending { membership, grant, invitation }, at)),
            (Invited::Again { grant, invitation, .. }, Some(known)) => {
                Some((Pending { membership: known.membership.clone(), grant, invitation }, at))
            }
            (other, _) => panic!("{other:?}"),
        }
    }

    fn renewed(&self, known: &Pending, to: Option<EmailAddress>) -> Option<(Pending, Instant)> {
        let access = Access::new(self.scene.organization.setting(), known.membership.status, std::slice::from_ref(&known.grant));
        let facts = RenewFacts {
            membership: &known.membership,
            access: &access,
            places: std::slice::from_ref(&self.place),
            invitation: &known.invitation,
            granter: self.granter(),
        };
        let mut hours = self.mail_hours();
        let by = |mail_at| Renewing { giver: self.giver(), mail_at, now: self.now };
        let (membership, invitation, events) = match to {
            None => {
                let decided = resend(facts, by(hours.next(&known.membership.email))).ok()?;
                (known.membership.clone(), decided.value, decided.events)
            }
            Some(email) => {
                if let Some(room) = &known.invitation.mail {
                    hours.give_back(room);
                }
                let mail_at = hours.next(&email);
                let decided = correct(facts, &Choosing::NOTHING, email, false, by(mail_at)).ok()?;
                (decided.value.0, decided.value.1, decided.events)
            }
        };
        Some((Pending { membership, grant: known.grant.clone(), invitation }, leaves(&events)))
    }

    fn does(&mut self, deed: Deed) {
        let nth = |whom: usize| (!self.pending.is_empty()).then(|| whom % self.pending.len());
        let (whom, came) = match deed {
            Deed::Later { minutes } => {
                self.now = self.now.plus(MINUTE * u32::try_from(minutes).unwrap());
                return;
            }
            Deed::Invite { domain } => {
                let email = self.address(domain);
                let ask = invite_of(email.as_str(), self.offer.clone());
                let number = u64::from(self.made) + 1_000;
                (None, self.asked(None, Invite { member: id(number), invitation: id(number), ..ask }))
            }
            Deed::End(whom) => {
                let Some(whom) = nth(whom) else { return };
                let gone = self.pending.remove(whom);
                self.keep(Some(&gone.invitation), None);
                self.mail(Some(&gone), None);
                return;
            }
            Deed::InviteAgain(whom) | Deed::Resend(whom) | Deed::Correct { whom, .. } => {
                let Some(whom) = nth(whom) else { return };
                let known = self.pending[whom].clone();
                let came = match deed {
                    Deed::Resend(_) => self.renewed(&known, None),
                    Deed::Correct { domain, .. } => {
                        let email = self.address(domain);
                        self.renewed(&known, Some(email))
                    }
                    _ => self.asked(Some(&known), invite_of(known.membership.email.as_str(), self.offer.clone())),
                };
                (Some((whom, known)), came)
            }
        };
        if let (Some((_, known)), false) = (&whom, matches!(deed, Deed::Correct { .. }))
            && let Some(waits) = known.invitation.waits_until(self.now)
        {
            let (_, at) = came.as_ref().expect("what waits can be sent again");
            assert!(*at <= waits, "it keeps its place, or leaves earlier");
        }
        let Some((after, at)) = came else { return };
        assert!(at >= self.now);
        let before = whom.as_ref().map(|(_, known)| known);
        self.keep(before.map(|known| &known.invitation), Some(&after.invitation));
        self.mail(before, Some((&after, at)));
        match whom {
            Some((whom, _)) => self.pending[whom] = after,
            None => self.pending.push(after),
        }
    }

    fn is_in_measure(&self) -> bool {
        let mut hours: BTreeMap<(i64, &str), u32> = BTreeMap::new();
        for (_, domain, at) in &self.mails {
            for domain in ["", domain] {
                *hours.entry((MailHours::hour_of(*at), domain)).or_default() += 1;
            }
        }
        let most = |domain: &str| if domain.is_empty() { self.limits.an_hour } else { self.limits.an_hour_to_a_domain };
        hours.iter().all(|((_, domain), mails)| *mails <= most(domain).get())
    }
}

fn leaves(events: &[Event]) -> Instant {
    let at = |event: &Event| match event {
        Event::MemberInvited { mail_at, .. }
        | Event::InvitationResent { mail_at, .. }
        | Event::InvitationCorrected { mail_at, .. } => Some(*mail_at),
        _ => None,
    };
    events.iter().find_map(at).expect("there is a mail")
}

proptest! {
    #![proptest_config(crate::scenes_enough())]

    #[test]
    fn g5_hours_are_kept_whatever_is_sent_again_corrected_and_ended_and_nothing_is_left_of_what_never_leaves(
        scene in open_scenes(),
        most in 1_u32..5,
        to_a_domain in 1_u32..4,
        waiting in 0_u32..12,
        deeds in deeds(),
    ) {
        prop_assume!(scene.organization.active);
        let some = |number| NonZeroU32::new(number).unwrap();
        let limits = MailLimits { an_hour: some(most), an_hour_to_a_domain: some(to_a_domain), waiting };
        let founder = &scene.people[0];
        let offer = Offer { levels: founder.grants[0].levels.clone(), ..Offer::default() };
        let mut house = House {
            scene: &scene,
            place: scene.places()[0].clone(),
            own: founder.access(&scene.organization),
            offer,
            limits,
            now: scene.now,
            hours: BTreeMap::new(),
            pending: Vec::new(),
            mails: Vec::new(),
            made: 0,
        };
        house.does(Deed::Invite { domain: 0 });
        prop_assert_eq!(house.pending.len(), 1, "the founder may invite");
        for deed in deeds {
            house.does(deed);
            prop_assert!(house.is_in_measure(), "{deed:?}");
        }
        let soon = MailHours::hour_of(house.now.plus(MINUTE));
        while !house.pending.is_empty() {
            house.does(Deed::End(0));
        }
        let left: Vec<_> = house.hours.keys().filter(|(hour, _)| *hour > soon).collect();
        prop_assert!(left.is_empty(), "{left:?}");
    }
}
