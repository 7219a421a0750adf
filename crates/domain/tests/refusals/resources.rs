//! Refusals of making, changing and deleting resources, and of choosing them for somebody.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::RefusalKind::{Conflict, Forbidden, Invalid};
use tenure_domain::access_model::{AccessModel, AssignedFrom, Reach, ResourceKindSpec};
use tenure_domain::may_grant::{Granter, Side};
use tenure_domain::resource::{
    Filled, Keeper, MOST_GROUPS, MOST_IN_A_GROUP, MOST_OF_A_KIND, NewGroup, NewResource, Resource, ResourceChange, ResourceGroup,
    ResourceRefused, delete, delete_group, make, make_group, rename_group,
};
use tenure_domain::selection::{MOST_CHOSEN, Part, SelectFacts, SelectRefused, Selection, assign, select};
use tenure_domain::strategies::{Person, Scene, id};
use tenure_domain::{Decided, KindKey, MemberId, Name, Refusal, ResourceGroupId, ResourceId};

use crate::acts::{place, places_of};
use crate::small::{ADA, BOB, CEM, FINN, ROOT, change, grant, offer, small, who, workspace};
use crate::{Line, check, no};

/// Teams are chosen on each team's page, seats on each member's, desks on both. Everybody in charge reaches every desk, and whoever
/// reads alone sits in exactly one seat and at no desk.
fn furnished() -> Scene {
    let mut scene = small();
    let kind = |key: &str, assigned_from, everyone_allowed, grouped| ResourceKindSpec {
        key: key.to_owned(),
        assigned_from,
        everyone_allowed,
        grouped,
        ..ResourceKindSpec::default()
    };
    scene.spec.resource_kinds = vec![
        kind("team", AssignedFrom::Resource, false, false),
        kind("desk", AssignedFrom::Both, true, true),
        kind("seat", AssignedFrom::Member, true, true),
    ];
    scene.spec.resource_kinds[0].delete = Some("vault.open".to_owned());
    for level in &mut scene.spec.levels {
        match level.key.as_str() {
            "owner" => {
                level.permissions.extend(["team.assign", "desk.assign", "seat.assign"].map(str::to_owned));
                level.reach = vec![("desk".to_owned(), Reach::All)];
            }
            "reader" => level.reach = vec![("desk".to_owned(), Reach::None), ("seat".to_owned(), Reach::ExactlyOne)],
            _ => {}
        }
    }
    scene.organization.model = Arc::new(AccessModel::compile(&scene.spec).unwrap());
    for (number, kind) in (1..).zip(["team", "desk", "desk", "seat", "seat"]) {
        scene.named.resources.push(resource(number, kind));
    }
    scene.named.resources[1].groups = in_groups(&[DESKS]);
    scene.named.resources[2].for_everyone = true;
    for (number, kind) in (1..).zip(["desk", "seat"]) {
        scene.named.groups.push(group(number, kind));
    }
    scene
}

const TEAM: u64 = 1;
const DESK: u64 = 2;
const EVERYONES_DESK: u64 = 3;
const SEAT: u64 = 4;
const OTHER_SEAT: u64 = 5;

fn key(kind: &str) -> KindKey {
    KindKey::parse(kind).unwrap()
}

fn resource(number: u64, kind: &str) -> Resource {
    Resource {
        organization: id(1),
        id: id(number),
        kind: key(kind),
        name: Name::parse("Some Thing").unwrap(),
        for_everyone: false,
        groups: BTreeSet::new(),
        created_at: small().now,
        version: 1,
    }
}

fn group(number: u64, kind: &str) -> ResourceGroup {
    let name = Name::parse("Some Things").unwrap();
    ResourceGroup { organization: id(1), id: id(number), kind: key(kind), name, created_at: small().now, version: 1 }
}

/// The group of desks, and of seats.
const DESKS: u64 = 1;
const SEATS: u64 = 2;

fn in_groups(of: &[u64]) -> BTreeSet<ResourceGroupId> {
    of.iter().map(|number| id(*number)).collect()
}

fn bundle(of: &[u64]) -> Selection {
    Selection::only(in_groups(of))
}

fn only(of: &[u64]) -> Selection {
    Selection::only(of.iter().map(|number| id::<ResourceId>(*number)))
}

/// One choice: who makes it, for whom, of which kind, from which side, and what stands.
struct Choosing<'a> {
    scene: &'a Scene,
    by: u64,
    whom: u64,
    kind: &'a str,
    side: Side,
    own: Selection,
    before: Selection,
}

impl Choosing<'_> {
    fn with<T>(&self, of: impl FnOnce(&SelectFacts<'_>) -> T) -> T {
        let person = |number| -> (&Person, tenure_domain::access::Access) {
            let person = who(self.scene, number);
            (person, person.access(&self.scene.organization))
        };
        let ((actor, own), (member, theirs)) = (person(self.by), person(self.whom));
        of(&SelectFacts {
            membership: &member.membership,
            access: &theirs,
            places: &places_of(self.scene, &member.grants),
            key: &key(self.kind),
            kind: self.scene.model().resource_kind(self.kind).unwrap(),
            side: self.side,
            granter: Granter::Member { id: actor.id(), access: &own },
            own: &self.own,
            before: &self.before,
            named: &self.scene.named,
            unknown: &BTreeSet::new(),
        })
    }

    fn select(&self, asked: &Selection) -> Option<Box<dyn Refusal>> {
        no(self.with(|facts| select(facts, asked)))
    }

    fn take(&self, number: u64) -> Option<Box<dyn Refusal>> {
        let resource = self.scene.named.resources.iter().find(|one| one.id == id(number)).unwrap();
        no(self.with(|facts| -> Result<Decided<Selection>, SelectRefused> { assign(facts, resource, false) }))
    }
}

fn choosing<'a>(scene: &'a Scene, by: u64, whom: u64, kind: &'a str) -> Choosing<'a> {
    let (own, before) = (Selection::None, Selection::None);
    Choosing { scene, by, whom, kind, side: Side::Member, own, before }
}

/// Somebody who has a desk by a group that it is in.
fn in_bundle(scene: &Scene) -> Choosing<'_> {
    Choosing { before: bundle(&[DESKS]), ..from(Side::Resource, choosing(scene, ADA, CEM, "desk")) }
}

fn from(side: Side, choosing: Choosing<'_>) -> Choosing<'_> {
    Choosing { side, ..choosing }
}

#[test]
fn what_can_not_be_chosen_for_somebody_says_why() {
    let mut scene = furnished();
    let reader = |number| vec![grant(number, ROOT, offer(&["reader"], &[], &[]))];
    change(&mut scene, FINN, |finn| finn.grants = reader(FINN));
    let mut two = scene.clone();
    change(&mut two, BOB, |bob| bob.grants = vec![grant(BOB, ROOT, offer(&["owner"], &[], &[]))]);
    change(&mut two, CEM, |cem| cem.grants = reader(CEM));
    let mut crowded = scene.clone();
    crowded.named.resources.extend((100..).take(MOST_CHOSEN + 1).map(|number| resource(number, "desk")));
    let crowd: Vec<u64> = (100..).take(MOST_CHOSEN + 1).collect();
    let standing = |before: Selection| Choosing { before, ..from(Side::Resource, choosing(&scene, ADA, CEM, "desk")) };
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    let named = |line| Line { pointer: Some("/resources"), ..line };
    let desk = only(&[DESK]);
    check(vec![
        line("oneself", choosing(&scene, ADA, ADA, "desk").select(&desk), Forbidden, "not_oneself", "their own"),
        line("an agent", choosing(&scene, CEM, BOB, "desk").select(&desk), Forbidden, "missing_permission", "members.manage"),
        line(
            "without the right to assign",
            from(Side::Resource, choosing(&scene, BOB, CEM, "desk")).select(&desk),
            Forbidden,
            "missing_permission",
            "desk.assign",
        ),
        line("what they don't reach", choosing(&scene, BOB, CEM, "desk").select(&desk), Forbidden, "not_grantable", "reach"),
        line(
            "all, by who has some",
            choosing(&scene, BOB, CEM, "desk").select(&Selection::All),
            Forbidden,
            "not_grantable",
            "reach",
        ),
        line(
            "a team from the member's side",
            Choosing { own: Selection::All, ..choosing(&scene, ADA, CEM, "team") }.select(&only(&[TEAM])),
            Invalid,
            "assigned_from_resource",
            "the page of each",
        ),
        line(
            "a seat from the seat's side",
            from(Side::Resource, choosing(&scene, ADA, CEM, "seat")).select(&only(&[SEAT])),
            Invalid,
            "assigned_from_member",
            "each member's page",
        ),
        named(line(
            "what there isn't",
            choosing(&scene, ADA, CEM, "desk").select(&only(&[99])),
            Invalid,
            "unknown_resource",
            "no such resource of the kind `desk`",
        )),
        named(line(
            "a team among desks",
            choosing(&scene, ADA, CEM, "desk").select(&only(&[DESK, TEAM])),
            Invalid,
            "unknown_resource",
            "`desk`",
        )),
        named(line(
            "more than anybody can be given singly",
            choosing(&crowded, ADA, CEM, "desk").select(&only(&crowd)),
            Invalid,
            "too_many",
            "at most 1000",
        )),
        line("for who has all by level", choosing(&two, ADA, BOB, "desk").select(&desk), Invalid, "implied", "nothing to choose"),
        line("for who reaches none", choosing(&two, ADA, CEM, "desk").select(&desk), Invalid, "out_of_level", "reaches no `desk`"),
        line(
            "two where one is taken",
            Choosing { own: Selection::All, ..choosing(&two, ADA, CEM, "seat") }.select(&only(&[SEAT, OTHER_SEAT])),
            Invalid,
            "exactly_one",
            "exactly one `seat`",
        ),
        line(
            "none where one is taken",
            Choosing { before: only(&[SEAT]), ..choosing(&two, ADA, CEM, "seat") }.select(&Selection::None),
            Invalid,
            "exactly_one",
            "exactly one `seat`",
        ),
        line("what everybody has", standing(Selection::None).take(EVERYONES_DESK), Conflict, "for_everyone", "can't be taken"),
        line("one of all", standing(Selection::All).take(DESK), Conflict, "has_all", "choose single ones"),
        line(
            "anything new for somebody deactivated",
            Choosing { own: Selection::All, ..choosing(&scene, ADA, FINN, "seat") }.select(&only(&[SEAT])),
            Conflict,
            "inactive",
            "reactivate",
        ),
    ]);
    assert!(choosing(&scene, ADA, CEM, "desk").select(&desk).is_none());
    assert!(
        Choosing { own: desk.clone(), ..choosing(&scene, BOB, CEM, "desk") }.select(&desk).is_none(),
        "what they have they give"
    );
    assert!(standing(desk).take(DESK).is_none());
}

#[test]
fn what_can_not_be_chosen_of_groups_says_why() {
    let scene = furnished();
    let mut two = scene.clone();
    change(&mut two, CEM, |cem| cem.grants = vec![grant(CEM, ROOT, offer(&["reader"], &[], &[]))]);
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    check(vec![
        Line {
            pointer: Some("/groups"),
            ..line(
                "a group that there isn't",
                choosing(&scene, ADA, CEM, "desk").select(&bundle(&[9])),
                Invalid,
                "unknown_group",
                "no such group of the kind `desk`",
            )
        },
        Line {
            pointer: Some("/groups"),
            ..line(
                "a group of seats among desks",
                choosing(&scene, ADA, CEM, "desk").select(&bundle(&[DESKS, SEATS])),
                Invalid,
                "unknown_group",
                "`desk`",
            )
        },
        line(
            "a group by who has all that is in it, and not the group",
            Choosing { own: only(&[DESK]), ..choosing(&scene, BOB, CEM, "desk") }.select(&bundle(&[DESKS])),
            Forbidden,
            "not_grantable",
            "reach",
        ),
        line(
            "a group where one is taken",
            Choosing { own: Selection::All, ..choosing(&two, ADA, CEM, "seat") }.select(&bundle(&[SEATS])),
            Invalid,
            "exactly_one",
            "exactly one `seat`",
        ),
        line("what they have by a group", in_bundle(&scene).take(DESK), Conflict, "has_by_group", "which groups they have"),
    ]);
    // What was chosen by itself besides is taken, and what is left is by the group.
    let both = Selection::only([Part::from(id::<ResourceId>(DESK)), id::<ResourceGroupId>(DESKS).into()]);
    assert!(Choosing { before: both, ..in_bundle(&scene) }.take(DESK).is_none());
    assert!(
        Choosing { own: bundle(&[DESKS]), ..choosing(&scene, BOB, CEM, "desk") }.select(&bundle(&[DESKS])).is_none(),
        "the groups that they have, too"
    );
}

fn keeps<T>(scene: &Scene, by: u64, act: impl FnOnce(Keeper<'_>) -> Result<T, ResourceRefused>) -> Option<Box<dyn Refusal>> {
    let person = who(scene, by);
    let access = person.access(&scene.organization);
    let root = place(scene, workspace(ROOT));
    no(act(Keeper { granter: Granter::Member { id: person.id(), access: &access }, root: &root, own: &Selection::None }))
}

#[test]
fn what_can_not_be_made_of_a_resource_says_why() {
    let scene = furnished();
    let organization = &scene.organization;
    let makes = |by, kind: &str, for_everyone| {
        let new =
            NewResource { id: id(50), kind: key(kind), name: Name::parse("New").unwrap(), for_everyone, groups: in_groups(&[]) };
        keeps(&scene, by, |keeper| make(organization, keeper, new, &[], scene.now))
    };
    let shares = |number: usize| {
        let ask = ResourceChange { for_everyone: Some(true), ..ResourceChange::default() };
        let one = &scene.named.resources[number - 1];
        keeps(&scene, ADA, |keeper| tenure_domain::resource::change(organization, keeper, one, &ask, &[]))
    };
    let deletes = |by, number: usize, only_of: &[u64]| {
        let holders: Vec<MemberId> = only_of.iter().map(|number| id(*number)).collect();
        keeps(&scene, by, |keeper| delete(organization, keeper, &scene.named.resources[number - 1], &holders, &[]))
    };
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    let at = |pointer, line| Line { pointer: Some(pointer), ..line };
    check(vec![
        line("a manager of one branch", makes(BOB, "desk", false), Forbidden, "missing_permission", "resources.manage"),
        at("/kind", line("a kind of another model", makes(ADA, "queue", false), Invalid, "unknown_kind", "`queue`")),
        at("/for_everyone", line("a team for everyone", makes(ADA, "team", true), Invalid, "not_for_everyone", "`team`")),
        at("/for_everyone", line("made so later", shares(1), Invalid, "not_for_everyone", "`team`")),
        line("for everyone what they don't reach", makes(ADA, "seat", true), Forbidden, "not_grantable", "reach"),
        line("made so later what they don't reach", shares(4), Forbidden, "not_grantable", "reach"),
        line("deleting by who may not", deletes(BOB, 2, &[]), Forbidden, "missing_permission", "resources.manage"),
        line("deleting takes a further right", deletes(ADA, 1, &[]), Forbidden, "missing_permission", "vault.open"),
        line("somebody's only one", deletes(ADA, 4, &[CEM]), Conflict, "in_use", "give them another"),
    ]);
    assert!(makes(ADA, "desk", true).is_none() && shares(2).is_none() && deletes(ADA, 4, &[]).is_none());
    let refused =
        keeps(&scene, ADA, |keeper| match delete(organization, keeper, &scene.named.resources[3], &[id::<MemberId>(CEM)], &[]) {
            Err(refused) => {
                assert_eq!(refused.who(), [id::<MemberId>(CEM)], "who is told");
                Err(refused)
            }
            Ok(decided) => Ok(decided),
        });
    assert_eq!(refused.unwrap().rule(), "in_use");
}

#[test]
fn what_can_not_be_made_of_a_group_says_why() {
    let scene = furnished();
    let organization = &scene.organization;
    let makes = |by, kind: &str, there: u64| {
        let new = NewGroup { id: id(50), kind: key(kind), name: Name::parse("New").unwrap() };
        keeps(&scene, by, |keeper| make_group(organization, keeper, new, there, scene.now))
    };
    let name = || Name::parse("Another").unwrap();
    let renames = |by| keeps(&scene, by, |keeper| rename_group(keeper, &scene.named.groups[0], name()));
    let deletes = |by| keeps(&scene, by, |keeper| delete_group(keeper, &scene.named.groups[0], &[], &[]));
    let fill = |resources| move |group: ResourceGroup| Filled { group, resources };
    let mut crowded: Vec<Filled> = scene.named.groups.iter().cloned().map(fill(MOST_IN_A_GROUP - 1)).collect();
    crowded.extend((100..).take(MOST_GROUPS).map(|number| group(number, "desk")).map(fill(0)));
    crowded.push(fill(MOST_IN_A_GROUP)(group(98, "desk")));
    let crowd: Vec<u64> = (100..).take(MOST_GROUPS).chain([DESKS]).collect();
    let puts = |number: usize, into: &[u64]| {
        let ask = ResourceChange { groups: Some(in_groups(into)), ..ResourceChange::default() };
        let one = &scene.named.resources[number - 1];
        keeps(&scene, ADA, |keeper| tenure_domain::resource::change(organization, keeper, one, &ask, &crowded))
    };
    let line = |when, refused, kind, rule, says| Line { when, refused, kind, rule, says, pointer: None };
    let at = |pointer, line| Line { pointer: Some(pointer), ..line };
    check(vec![
        line("a manager of one branch", makes(BOB, "desk", 0), Forbidden, "missing_permission", "resources.manage"),
        line("renaming, by them", renames(BOB), Forbidden, "missing_permission", "resources.manage"),
        line("deleting, by them", deletes(BOB), Forbidden, "missing_permission", "resources.manage"),
        at("/kind", line("of a kind of another model", makes(ADA, "queue", 0), Invalid, "unknown_kind", "`queue`")),
        at("/kind", line("of a kind without groups", makes(ADA, "team", 0), Invalid, "not_grouped", "`team`")),
        line("one too many", makes(ADA, "desk", MOST_OF_A_KIND), Conflict, "too_many_groups", "at most 1000"),
        at("/groups", line("into a kind without groups", puts(1, &[DESKS]), Invalid, "not_grouped", "`team`")),
        at("/groups", line("into what there isn't", puts(3, &[99]), Invalid, "unknown_group", "`desk`")),
        at("/groups", line("into a group of seats", puts(3, &[SEATS]), Invalid, "unknown_group", "`desk`")),
        at("/groups", line("into a full one", puts(3, &[98]), Conflict, "group_full", "1000 resources are in the group")),
        at("/groups", line("into too many", puts(3, &crowd), Invalid, "too_many", "at most 50")),
        line("what they don't reach", puts(4, &[SEATS]), Forbidden, "not_grantable", "reach"),
    ]);
    assert!(makes(ADA, "desk", MOST_OF_A_KIND - 1).is_none() && renames(ADA).is_none() && deletes(ADA).is_none());
    assert!(puts(3, &[DESKS]).is_none() && puts(2, &[]).is_none());
}
