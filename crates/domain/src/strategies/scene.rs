//! A whole random organization: model, tree, people, invitations, contacts and portfolios, in a state that the rules allow.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use super::choices::{chosen, groups, resources};
use super::model::{Modelled, models};
use super::person::{Person, RawPerson, raw_people};
use super::pick::{Pick, few, picks};
use super::tree::{RawNode, Tree, grow, raw_trees};
use super::{RawOffer, id};
use crate::access_model::{AccessModel, ModelSpec, engine};
use crate::contact::{Contact, Portfolio};
use crate::email::EmailAddress;
use crate::grant::{Giver, Grant, Offer};
use crate::id::{MemberId, WorkspaceId};
use crate::instant::{DAY, Instant};
use crate::invitation::Invitation;
use crate::membership::{Membership, Profile, Status};
use crate::organization::Organization;
use crate::selection::Named;
use crate::text::Name;
use crate::workspace::Place;

/// An organization with everything in it. The first person founded it: active, with a password, governing at the root.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What the model's document says.
    pub spec: ModelSpec,
    /// The tenant.
    pub organization: Organization,
    /// Its workspaces.
    pub tree: Tree,
    /// Three resources of each of the model's kinds, and two groups of each that may have some.
    pub named: Named,
    /// Its people.
    pub people: Vec<Person>,
    /// The invitations of those who are pending.
    pub invitations: Vec<Invitation>,
    /// Whom it serves.
    pub contacts: Vec<Contact>,
    /// Open portfolios, each held by somebody active who may handle contacts there.
    pub portfolios: Vec<Portfolio>,
    /// When all this is so.
    pub now: Instant,
}

impl Scene {
    /// The model.
    pub fn model(&self) -> &AccessModel {
        &self.organization.model
    }

    /// Every place, the root first.
    pub fn places(&self) -> Vec<Place> {
        self.tree.places(self.model())
    }
}

/// Organizations of two to six people and up to seven workspaces.
pub fn scenes() -> impl Strategy<Value = Scene> {
    let contacts = vec((picks(), weighted(0.8, picks())), 0..=8);
    let settings = (few(), picks(), weighted(0.3, 0..4_u32), prop::bool::weighted(0.95));
    (models(), raw_trees(), raw_people(), contacts, settings).prop_filter_map(
        "a text of the scene was refused",
        |(modelled, tree, people, contacts, (switched, plan, spare_seats, active))| {
            let mut scene = empty(modelled, &tree, plan)?;
            let features = scene.model().features().filter_map(|feature| scene.model().feature_key(feature).cloned());
            scene.organization.features = switched.some(&features.collect::<Vec<_>>()).into_iter().map(|key| (key, true)).collect();
            scene.organization.active = active;
            scene.people.push(founder(&scene)?);
            for raw in &people {
                scene.people.push(person(&scene, raw)?);
            }
            let taken = scene.people.iter().filter(|person| person.membership.status != Status::Inactive).count();
            scene.organization.seats = spare_seats.and_then(|spare| Some(u32::try_from(taken).ok()? + spare));
            scene.invitations = scene.people.iter().filter_map(|person| invitation(&scene, person)).collect();
            for (place, holder) in contacts {
                add_contact(&mut scene, place, holder)?;
            }
            Some(scene)
        },
    )
}

fn empty(modelled: Modelled, tree: &[RawNode], plan: Pick) -> Option<Scene> {
    let now = Instant::from_micros(0).plus(DAY * 20_000);
    let Modelled { spec, model } = modelled;
    let tree = grow(tree, &model);
    let organization = Organization {
        id: id(1),
        name: Name::parse("Example").ok()?,
        root: tree.nodes.first()?.id,
        plan: plan.one(model.plans()).cloned(),
        model,
        document: Arc::from(""),
        features: BTreeMap::new(),
        seats: None,
        active: true,
        undo_window_days: None,
        second_factor_required: false,
        tokens_per_member: Organization::TOKENS_PER_MEMBER,
        created_at: now,
        version: 1,
    };
    let groups = groups(&organization)?;
    let named = Named { resources: resources(&organization, &groups)?, groups };
    let (people, invitations, contacts, portfolios) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    Some(Scene { spec, organization, tree, named, people, invitations, contacts, portfolios, now })
}

fn membership(scene: &Scene, status: Status) -> Option<Membership> {
    let number = u64::try_from(scene.people.len()).ok()? + 1;
    Some(Membership {
        organization: scene.organization.id,
        id: id(number),
        user: (status != Status::Pending).then(|| id(number)),
        email: EmailAddress::parse(&format!("person{number}@example.test")).ok()?,
        status,
        profile: Profile::default(),
        created_at: scene.now,
        last_active_at: None,
        version: 1,
    })
}

fn grant(scene: &Scene, member: MemberId, workspace: WorkspaceId, offer: Offer, given_by: Giver) -> Grant {
    let Offer { levels, permissions, restrictions } = offer;
    Grant { member, workspace, levels, permissions, restrictions, given_by, given_at: scene.now, version: 1 }
}

fn founder(scene: &Scene) -> Option<Person> {
    let membership = membership(scene, Status::Active)?;
    let levels: BTreeSet<_> = scene.organization.governing_levels().into_iter().take(1).collect();
    let offer = Offer { levels, ..Offer::default() };
    let grants = vec![grant(scene, membership.id, scene.organization.root, offer, Giver::Operator(id(1_000)))];
    Some(Person { membership, grants, selections: Vec::new(), has_password: true })
}

fn person(scene: &Scene, raw: &RawPerson) -> Option<Person> {
    let membership = membership(scene, raw.status)?;
    let workspaces: Vec<WorkspaceId> = scene.tree.nodes.iter().map(|node| node.id).collect();
    let mut offers: BTreeMap<WorkspaceId, Offer> = BTreeMap::new();
    for (place, offer) in &raw.grants {
        offers.insert(*place.one(&workspaces)?, RawOffer::shape(*offer, scene.model()));
    }
    let giver = Giver::Member(scene.people.first()?.id());
    let grants = offers.into_iter().map(|(workspace, offer)| grant(scene, membership.id, workspace, offer, giver)).collect();
    let has_password = raw.has_password && raw.status != Status::Pending;
    let person = Person { membership, grants, selections: Vec::new(), has_password };
    Some(Person { selections: chosen(scene, &person, &raw.chosen), ..person })
}

fn invitation(scene: &Scene, person: &Person) -> Option<Invitation> {
    let invited_by = person.grants.first()?.given_by;
    (person.membership.status == Status::Pending).then(|| Invitation {
        organization: scene.organization.id,
        id: id(u64::try_from(person.id().uuid().as_u128()).unwrap_or_default()),
        member: person.id(),
        generation: 1,
        note: None,
        expires_at: scene.now.plus(DAY * 7),
        invited_by,
        mail: None,
        created_at: scene.now,
        version: 1,
    })
}

/// Adds a contact, and whoever may handle it there as its holder. Holders are found by what grants say, as the rules do (R13).
fn add_contact(scene: &mut Scene, place: Pick, holder: Option<Pick>) -> Option<()> {
    let place = place.one(&scene.places())?.clone();
    let able = scene.people.iter().filter(|person| person.membership.status == Status::Active);
    let able = able.filter(|person| person.access(&scene.organization).would(engine::CONTACTS_HANDLE, &place));
    let holder = holder.and_then(|pick| pick.one(&able.map(Person::id).collect::<Vec<_>>()).copied());
    let portfolio = holder.map(|holder| open(scene, place.workspace(), holder));
    let number = u64::try_from(scene.contacts.len()).ok()? + 1;
    scene.contacts.push(Contact {
        organization: scene.organization.id,
        id: id(number),
        workspace: place.workspace(),
        name: Name::parse(&format!("Contact {number}")).ok()?,
        email: None,
        phone: None,
        portfolio,
        created_at: scene.now,
        version: 1,
    });
    Some(())
}

fn open(scene: &mut Scene, workspace: WorkspaceId, holder: MemberId) -> crate::id::PortfolioId {
    let theirs = |one: &&Portfolio| one.workspace == workspace && one.first_holder == holder;
    if let Some(open) = scene.portfolios.iter().find(theirs) {
        return open.id;
    }
    let number = u64::try_from(scene.portfolios.len()).unwrap_or(u64::MAX).saturating_add(1);
    let organization = scene.organization.id;
    let new = Portfolio { organization, id: id(number), workspace, first_holder: holder, holder: Some(holder), open: true };
    scene.portfolios.push(new);
    id(number)
}
