//! Refusals of inviting, of what becomes of an invitation, and of accepting it.

use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid, NotFound};
use tenure_domain::grant::Giver;
use tenure_domain::invitation::{Invite, LONGEST, RenewFacts, Renewing, correct, refuse, resend, withdraw};
use tenure_domain::may_grant::Granter;
use tenure_domain::membership::Status;
use tenure_domain::selection::Choosing;
use tenure_domain::strategies::{Person, Scene};
use tenure_domain::workspace::Place;
use tenure_domain::{DAY, EmailAddress, Instant, Refusal};

use crate::acts::{accepting, asking, invite_of, place};
use crate::small::{ADA, BERLIN, BOB, CEM, EVE, change, offer, small, who, workspace};
use crate::{Line, check, no};

fn berlin(scene: &Scene) -> Place {
    place(scene, workspace(BERLIN))
}

fn free() -> Invite {
    invite_of("gus@example.test", offer(&["agent"], &[], &["no_export"]))
}

#[test]
fn an_invitation_that_is_not_theirs_to_make_or_has_no_room_is_refused() {
    let scene = small();
    let mut full = scene.clone();
    full.organization.seats = Some(5);
    let asks = |scene: &Scene, actor, ask| no(asking(scene, who(scene, actor), None, &berlin(scene), ask));
    let until = |at| Invite { expires_at: Some(at), ..free() };
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer };
    let bad = Some("/expires_at");
    let already = asking(&scene, who(&scene, CEM), Some(who(&scene, BOB)), &berlin(&scene), free());
    check(vec![
        line("an agent invites", asks(&scene, CEM, free()), Forbidden, "missing_permission", "members.invite", None),
        line("an agent asks who is here", no(already), Forbidden, "missing_permission", "members.invite", None),
        line(
            "a manager invites an owner",
            asks(&scene, BOB, invite_of("gus@example.test", offer(&["owner"], &[], &[]))),
            Forbidden,
            "not_manageable",
            "owner",
            None,
        ),
        line("every seat is taken", asks(&full, ADA, free()), Conflict, "seats_full", "seats", None),
        line("a link that is dead at once", asks(&scene, ADA, until(scene.now)), Invalid, "bad_expiry", "90 days", bad),
        line("a link for too long", asks(&scene, ADA, until(scene.now.plus(LONGEST + DAY))), Invalid, "bad_expiry", "90 days", bad),
    ]);
    assert!(asks(&scene, BOB, free()).is_none() && asks(&scene, ADA, until(scene.now.plus(LONGEST))).is_none());
}

fn renewing(scene: &Scene, actor: u64, eve: &Person) -> [Option<Box<dyn Refusal>>; 4] {
    renewing_with(scene, actor, eve, Some(scene.now))
}

fn renewing_with(scene: &Scene, actor: u64, eve: &Person, mail_at: Option<Instant>) -> [Option<Box<dyn Refusal>>; 4] {
    let actor = who(scene, actor);
    let (own, theirs) = (actor.access(&scene.organization), eve.access(&scene.organization));
    let places = [berlin(scene)];
    let granter = Granter::Member { id: actor.id(), access: &own };
    let invitation = &scene.invitations[0];
    let facts = RenewFacts { membership: &eve.membership, access: &theirs, places: &places, invitation, granter };
    let by = Renewing { giver: Giver::Member(actor.id()), mail_at, now: scene.now };
    let email = EmailAddress::parse("other@example.test").unwrap();
    [
        no(resend(facts, by)),
        no(correct(facts, &Choosing::NOTHING, email.clone(), false, by)),
        no(correct(facts, &Choosing::NOTHING, email, true, by)),
        no(withdraw(facts)),
    ]
}

#[test]
fn an_invitation_that_has_ended_or_is_another_s_is_not_changed() {
    let scene = small();
    let mut accepted = scene.clone();
    change(&mut accepted, EVE, |eve| eve.membership.status = Status::Active);
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    let mut table = Vec::new();
    for refused in renewing(&scene, CEM, who(&scene, EVE)) {
        table.push(line("an agent", refused, Forbidden, "missing_permission", "members.invite"));
    }
    for refused in renewing(&accepted, ADA, who(&accepted, EVE)) {
        table.push(line("accepted since", refused, NotFound, "ended", "ended"));
    }
    let [resent, redirected, _, withdrawn] = renewing(&scene, BOB, who(&scene, EVE));
    assert!(resent.is_none() && withdrawn.is_none(), "Bob manages agents in Berlin");
    // The offer has a right that Bob lacks: he may end it, and not send it to somebody else.
    table.push(line("redirecting what one couldn't give", redirected, Forbidden, "not_grantable", "calls.use"));
    let [_, _, taken, _] = renewing(&scene, ADA, who(&scene, EVE));
    table.push(line("an address that somebody has", taken, Conflict, "already_member", "this address"));
    let [resent, redirected, _, withdrawn] = renewing_with(&scene, ADA, who(&scene, EVE), None);
    assert!(withdrawn.is_none(), "taking an offer back sends no mail");
    for refused in [resent, redirected] {
        table.push(line("too many mails wait", refused, Conflict, "rate_limited", "try again in an hour"));
    }
    check(table);
}

#[test]
fn all_dead_links_answer_alike() {
    let scene = small();
    let (eve, invitation) = (who(&scene, EVE), &scene.invitations[0]);
    let mut later = scene.clone();
    later.now = invitation.expires_at;
    let mut used = eve.membership.clone();
    used.status = Status::Active;
    let mut headless = scene.clone();
    change(&mut headless, ADA, |ada| ada.membership.status = Status::Inactive);
    let accepts = |scene: &Scene, membership, generation| {
        let shown = tenure_domain::invitation::Invitation { generation, ..invitation.clone() };
        no(accepting(scene, membership, &eve.grants, &shown))
    };
    let line = |when, refused| Line { when, refused, kind: NotFound, rule: "dead_link", says: "ask for a new one", pointer: None };
    check(vec![
        line("expired", accepts(&later, &eve.membership, 1)),
        line("used", accepts(&scene, &used, 1)),
        line("nobody gives it any more", accepts(&headless, &eve.membership, 1)),
        line("refused with an older link", no(refuse(&eve.membership, &eve.grants, invitation, 0, scene.now))),
        line("refused after it was used", no(refuse(&used, &eve.grants, invitation, 1, scene.now))),
        line("refused when it had expired", no(refuse(&eve.membership, &eve.grants, invitation, 1, later.now))),
    ]);
    assert!(accepts(&scene, &eve.membership, 1).is_none());
}
