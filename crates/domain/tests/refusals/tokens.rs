//! Every way to no API token.

use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid};
use tenure_domain::access_model::AccessModel;
use tenure_domain::strategies::{Scene, id};
use tenure_domain::token::{NewToken, Token, TokenFacts, TokenRefused, delete, make, replace};
use tenure_domain::workspace::Place;
use tenure_domain::{DAY, Instant, Name, PermissionKey};

use crate::acts::place;
use crate::small::{ADA, BOB, CEM, EVE, FINN, change, now, small, who};
use crate::{Line, check, no};

fn ask(permissions: Option<&[&str]>, expires_at: Option<Instant>) -> NewToken {
    let permissions = permissions.map(|keys| keys.iter().map(|key| PermissionKey::parse(key).unwrap()).collect());
    NewToken { id: id(900), name: Name::parse("program").unwrap(), permissions, expires_at }
}

/// Asks about somebody's tokens, with so many standing.
fn about<T>(scene: &Scene, by: u64, whom: u64, standing: usize, decide: impl FnOnce(&TokenFacts<'_>) -> T) -> T {
    let (actor, target) = (who(scene, by), who(scene, whom));
    let (own, access) = (actor.access(&scene.organization), target.access(&scene.organization));
    let at = |of: &[&tenure_domain::strategies::Person]| -> Vec<Place> {
        of.iter().flat_map(|person| &person.grants).map(|grant| place(scene, grant.workspace)).collect()
    };
    let (places, grounds) = (at(&[target]), at(&[actor, target]));
    decide(&TokenFacts {
        by: actor.id(),
        own: &own,
        membership: &target.membership,
        access: &access,
        places: &places,
        grounds: &grounds,
        reached: &[],
        standing,
        most: 2,
        now: now(),
    })
}

fn made(scene: &Scene, by: u64, whom: u64, standing: usize, asked: NewToken) -> Result<Token, TokenRefused> {
    about(scene, by, whom, standing, |facts| make(facts, asked)).map(|decided| decided.value)
}

#[test]
fn whoever_gets_no_token_is_told_why() {
    let mut scene = small();
    let plain = || ask(None, None);
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer };
    let no_of = |by, whom| no(made(&scene, by, whom, 0, plain()));
    let mut table = vec![
        line("an agent for another", no_of(CEM, BOB), Forbidden, "missing_permission", "members.manage", None),
        line("a manager for an owner", no_of(BOB, ADA), Forbidden, "missing_permission", "members.manage", None),
        line("for somebody invited", no_of(ADA, EVE), Conflict, "pending", "accepted", None),
        line("for somebody inactive", no_of(ADA, FINN), Conflict, "inactive", "reactivate", None),
        line("one too many", no(made(&scene, CEM, CEM, 2, plain())), Conflict, "tokens_full", "replace or delete", None),
    ];
    let wrong = |permissions, expires_at| no(made(&scene, CEM, CEM, 0, ask(permissions, expires_at)));
    let pointer = Some("/permissions");
    table.push(line("a made-up right", wrong(Some(&["spells.cast"]), None), Invalid, "unknown_permission", "spells.cast", pointer));
    for end in [now(), now().minus(DAY), now().plus(DAY * 3_651)] {
        table.push(line("an end that is none", wrong(None, Some(end)), Invalid, "token_expiry", "ten years", Some("/expires_at")));
    }
    // Bound by less than their manager is.
    change(&mut scene, CEM, |cem| cem.grants[0].restrictions.clear());
    table.push(line(
        "by somebody who is bound, for who isn't",
        no(made(&scene, BOB, CEM, 0, plain())),
        Forbidden,
        "beyond_own",
        "sees more",
        None,
    ));
    scene.spec.token_permission = Some("calls.use".to_owned());
    scene.organization.model = AccessModel::compile(&scene.spec).unwrap().into();
    let lacks = no(made(&scene, CEM, CEM, 0, plain()));
    table.push(line("without what the model asks for", lacks, Forbidden, "no_api_access", "use the API", None));
    check(table);
}

#[test]
fn a_token_is_replaced_under_its_name_and_deleted_by_who_manages() {
    let scene = small();
    let first = made(&scene, CEM, CEM, 0, ask(Some(&["contacts.view"]), Some(now().plus(DAY)))).unwrap();
    // As many as there may be are no hindrance: one goes.
    let second = about(&scene, CEM, CEM, 2, |facts| replace(facts, &first, id(901), None)).unwrap().value;
    assert_eq!((&second.name, &second.permissions, second.expires_at), (&first.name, &first.permissions, first.expires_at));
    let later = Some(now().plus(DAY * 9));
    assert_eq!(about(&scene, CEM, CEM, 2, |facts| replace(facts, &first, id(902), later)).unwrap().value.expires_at, later);
    for (by, may) in [(CEM, true), (BOB, true), (ADA, true), (EVE, false), (FINN, false)] {
        assert_eq!(about(&scene, by, CEM, 1, |facts| delete(facts, &first)).is_ok(), may, "{by}");
    }
}
