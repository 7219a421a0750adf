//! A small organization of people with names, for examples: an owner, a manager of one branch, agents, somebody invited and
//! somebody who was deactivated.

use std::sync::Arc;

use tenure_domain::access_model::{AccessModel, FeatureSpec, LevelSpec, ModelSpec, PermissionSpec, RestrictionSpec, engine};
use tenure_domain::contact::{Contact, Portfolio};
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::organization::Organization;
use tenure_domain::selection::Named;
use tenure_domain::strategies::{Node, Person, Scene, Tree, id};
use tenure_domain::{DAY, EmailAddress, FeatureKey, Instant, LevelKey, MemberId, Name, PermissionKey, RestrictionKey, WorkspaceId};

pub const ROOT: u64 = 1;
pub const BERLIN: u64 = 2;
pub const SHOP: u64 = 3;
pub const PARIS: u64 = 4;

pub const ADA: u64 = 1;
pub const BOB: u64 = 2;
pub const CEM: u64 = 3;
pub const DORA: u64 = 4;
pub const EVE: u64 = 5;
pub const FINN: u64 = 6;

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn level(key: &str, permissions: &[&str], grantable: &[&str], manages: &[&str]) -> LevelSpec {
    LevelSpec {
        key: key.to_owned(),
        permissions: owned(permissions),
        grantable: owned(grantable),
        manages: owned(manages),
        governs: key == "owner",
        ..LevelSpec::default()
    }
}

fn spec() -> ModelSpec {
    let people = ["members.view", "members.invite", "members.manage"];
    let contacts = ["contacts.view", "contacts.handle"];
    let all: Vec<&str> = engine::KEYS.iter().copied().chain(["calls.use", "vault.open"]).collect();
    let manager: Vec<&str> = people.into_iter().chain(contacts).chain(["contacts.export"]).collect();
    let permission = |key: &str, feature: Option<&str>| PermissionSpec {
        key: key.to_owned(),
        feature: feature.map(str::to_owned),
        ..PermissionSpec::default()
    };
    let limit = |key: &str, levels: &[&str], denies: &[&str]| RestrictionSpec {
        key: key.to_owned(),
        levels: owned(levels),
        denies: owned(denies),
        ..RestrictionSpec::default()
    };
    ModelSpec {
        name: "small".to_owned(),
        plans: owned(&["plain", "grand"]),
        features: vec![FeatureSpec { key: "vault".to_owned(), plans: owned(&["grand"]) }],
        permissions: vec![permission("calls.use", None), permission("vault.open", Some("vault"))],
        restrictions: vec![
            limit("no_export", &["manager", "agent"], &["contacts.export"]),
            limit("no_people", &["agent"], &["members.manage"]),
            limit("no_contacts", &["agent"], &["contacts.handle"]),
            RestrictionSpec { feature: Some("vault".to_owned()), ..limit("no_calls", &["agent"], &["calls.use"]) },
        ],
        levels: vec![
            level("owner", &all, &[], &["owner", "manager", "agent", "reader"]),
            level("manager", &manager, &["calls.use"], &["agent", "reader"]),
            level("agent", &contacts, &["calls.use", "vault.open"], &[]),
            level("reader", &["contacts.view"], &[], &[]),
        ],
        ..ModelSpec::default()
    }
}

/// Words to an offer: levels, extra permissions, restrictions.
pub fn offer(levels: &[&str], permissions: &[&str], restrictions: &[&str]) -> Offer {
    Offer {
        levels: levels.iter().map(|key| LevelKey::parse(key).unwrap()).collect(),
        permissions: permissions.iter().map(|key| PermissionKey::parse(key).unwrap()).collect(),
        restrictions: restrictions.iter().map(|key| RestrictionKey::parse(key).unwrap()).collect(),
    }
}

pub fn grant(member: u64, workspace: u64, offer: Offer) -> Grant {
    let Offer { levels, permissions, restrictions } = offer;
    let giver = if member == ADA { Giver::Operator(id(1)) } else { Giver::Member(id(ADA)) };
    let (member, workspace) = (id(member), id(workspace));
    Grant { member, workspace, levels, permissions, restrictions, given_by: giver, given_at: now(), version: 1 }
}

pub fn now() -> Instant {
    Instant::from_micros(0).plus(DAY * 20_000)
}

fn person(number: u64, name: &str, status: Status, workspace: u64, offer: Offer) -> Person {
    let membership = Membership {
        organization: id(1),
        id: id(number),
        user: (status != Status::Pending).then(|| id(number)),
        email: EmailAddress::parse(&format!("{name}@example.test")).unwrap(),
        status,
        profile: Profile::default(),
        created_at: now(),
        last_active_at: None,
        version: 1,
    };
    let grants = vec![grant(number, workspace, offer)];
    Person { membership, grants, selections: Vec::new(), has_password: status != Status::Pending }
}

pub fn small() -> Scene {
    let spec = spec();
    let model = Arc::new(AccessModel::compile(&spec).unwrap());
    let node = |number, parent| Node { id: id(number), parent, active: true, features_off: [].into() };
    let tree = Tree { nodes: vec![node(ROOT, None), node(BERLIN, Some(0)), node(SHOP, Some(1)), node(PARIS, Some(0))] };
    let organization = Organization {
        id: id(1),
        name: Name::parse("Small").unwrap(),
        root: id(ROOT),
        plan: None,
        model,
        document: Arc::from(""),
        features: [].into(),
        seats: None,
        active: true,
        undo_window_days: None,
        second_factor_required: false,
        tokens_per_member: Organization::TOKENS_PER_MEMBER,
        created_at: now(),
        version: 1,
    };
    let people = vec![
        person(ADA, "ada", Status::Active, ROOT, offer(&["owner"], &[], &[])),
        person(BOB, "bob", Status::Active, BERLIN, offer(&["manager"], &[], &["no_export"])),
        person(CEM, "cem", Status::Active, BERLIN, offer(&["agent"], &[], &["no_export"])),
        person(DORA, "dora", Status::Active, BERLIN, offer(&["agent"], &[], &["no_export"])),
        person(EVE, "eve", Status::Pending, BERLIN, offer(&["agent"], &["calls.use"], &["no_export"])),
        person(FINN, "finn", Status::Inactive, BERLIN, offer(&["agent"], &[], &["no_export"])),
    ];
    let invitation = Invitation {
        organization: id(1),
        id: id(EVE),
        member: id(EVE),
        generation: 1,
        note: None,
        expires_at: now().plus(DAY * 7),
        invited_by: Giver::Member(id(ADA)),
        mail: None,
        created_at: now(),
        version: 1,
    };
    let portfolio = |workspace, holder: u64| Portfolio {
        organization: id(1),
        id: id(holder),
        workspace: id(workspace),
        first_holder: id(holder),
        holder: Some(id(holder)),
        open: true,
    };
    let contact = Contact {
        organization: id(1),
        id: id(1),
        workspace: id(BERLIN),
        name: Name::parse("Contact").unwrap(),
        email: None,
        phone: None,
        portfolio: Some(id(CEM)),
        created_at: now(),
        version: 1,
    };
    Scene {
        spec,
        organization,
        tree,
        named: Named::NOTHING,
        people,
        invitations: vec![invitation],
        contacts: vec![contact],
        portfolios: vec![portfolio(BERLIN, CEM)],
        now: now(),
    }
}

/// The person with this number.
pub fn who(scene: &Scene, number: u64) -> &Person {
    let id: MemberId = id(number);
    scene.people.iter().find(|person| person.id() == id).unwrap()
}

/// Changes the person with this number.
pub fn change(scene: &mut Scene, number: u64, how: impl FnOnce(&mut Person)) {
    let id: MemberId = id(number);
    how(scene.people.iter_mut().find(|person| person.id() == id).unwrap());
}

/// Switches a feature on.
pub fn switch_on(scene: &mut Scene, feature: &str) {
    scene.organization.features.insert(FeatureKey::parse(feature).unwrap(), true);
}

pub fn workspace(number: u64) -> WorkspaceId {
    id(number)
}
