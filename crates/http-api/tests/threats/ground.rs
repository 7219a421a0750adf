//! The ground that a matrix is played on: a tree of five places around one, and everybody who might come there.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};
use tenure_domain::access::{Access, Setting};
use tenure_domain::access_model::{AccessModel, Reach};
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::membership::Status;
use tenure_domain::selection::Selection;
use tenure_domain::workspace::{Place, Step};
use tenure_domain::{LevelKey, MemberId, PermissionKey, ResourceId, RestrictionKey, UserId, WorkspaceId};
use uuid::Uuid;

use super::deeds::Stage;
use super::products::Product;
use crate::support::Client;

/// Where deeds happen is called "here".
pub(super) const HERE: usize = 2;

/// Somebody who might come here.
pub(super) struct Actor {
    pub(super) name: String,
    pub(super) client: Client,
    pub(super) id: MemberId,
    /// Their standing in this organization; none for somebody of another.
    pub(super) status: Option<Status>,
    /// What the model says they may.
    pub(super) access: Access,
    /// What they have of the product's kind.
    pub(super) own: Selection,
}

/// A tree with everybody in it.
pub(super) struct Ground {
    pub(super) stage: Stage,
    /// Who governs another organization of the same product.
    pub(super) other: Client,
    pub(super) model: Arc<AccessModel>,
    /// The root, above, here, beside and below.
    pub(super) places: [Place; 5],
    pub(super) actors: Vec<Actor>,
    setting: Setting,
    /// The resource of those whose level takes exactly one.
    resource: Option<String>,
}

/// The one to whom things happen.
pub(super) fn somebody() -> MemberId {
    MemberId::new(Uuid::nil())
}

fn parsed<T: From<Uuid>>(id: &str) -> T {
    id.parse::<Uuid>().unwrap().into()
}

impl Ground {
    pub(super) async fn laid(product: &'static Product) -> Self {
        let stage = Stage::of(product).await;
        let operator = stage.house.sign_in("olga@example.test").await;
        let other = operator.found("Other", "governor@other.test", &json!({ "model": product.model })).await;
        let document = tenure_access_models::built_in(product.model).unwrap();
        let model = Arc::new(tenure_access_models::compile(document).unwrap());
        let owner = stage.owner.clone();
        let (root, above) = (owner.root.clone(), stage.child.clone());
        let here = owner.workspace(&above, "Here").await;
        let (beside, below) = (owner.workspace(&above, "Beside").await, owner.workspace(&here, "Below").await);
        let chains = [
            vec![&root],
            vec![&root, &above],
            vec![&root, &above, &here],
            vec![&root, &above, &beside],
            vec![&root, &above, &here, &below],
        ];
        let places = chains.map(|chain| {
            let step = |id: &String| Step { workspace: parsed(id), active: true, features_off: BTreeSet::new() };
            Place::new(&model, chain.into_iter().map(step).collect()).unwrap()
        });
        let features = product.plan.map(|plan| model.features_of_plan(plan)).unwrap_or_default();
        let organization = parsed(&owner.organization);
        let setting = Setting { organization, root: parsed(&root), model: Arc::clone(&model), features, active: true };
        let resource = if product.kind.is_some() { Some(stage.resource().await) } else { None };
        let mut ground = Self { stage, other, model, places, actors: Vec::new(), setting, resource };
        ground.fill().await;
        ground
    }

    pub(super) fn here(&self) -> String {
        self.places[HERE].workspace().to_string()
    }

    /// What somebody may who holds this one grant.
    pub(super) fn access(&self, status: Status, grant: Option<(WorkspaceId, &Offer)>) -> Access {
        let grants: Vec<Grant> = grant.into_iter().map(|(at, offer)| self.grant(at, offer)).collect();
        Access::new(self.setting.clone(), status, &grants)
    }

    /// A grant of the one to whom things happen.
    pub(super) fn grant(&self, workspace: WorkspaceId, offer: &Offer) -> Grant {
        let Offer { levels, permissions, restrictions } = offer.clone();
        let (member, given_by) = (somebody(), Giver::Operator(UserId::new(Uuid::nil())));
        let given_at = self.stage.house.now();
        Grant { member, workspace, levels, permissions, restrictions, given_by, given_at, version: 1 }
    }

    /// Every level alone.
    pub(super) fn levels(&self) -> Vec<Offer> {
        let keys = self.model.levels().map(|level| self.model.level_key(level).unwrap().clone());
        keys.map(|key| Offer { levels: [key].into(), ..Offer::default() }).collect()
    }

    /// Every level alone, at each of the places; and here with each extra permission and each restriction that it may have.
    fn offers(&self) -> Vec<(Offer, &'static [usize])> {
        let mut all = Vec::new();
        for (level, alone) in self.model.levels().zip(self.levels()) {
            for extra in self.model.grantable(level).iter() {
                let extra = self.model.permission_key(extra).unwrap().clone();
                all.push((Offer { permissions: [extra].into(), ..alone.clone() }, &[HERE][..]));
            }
            for restriction in self.model.restrictions().filter(|one| self.model.eligible(*one).has(level)) {
                let restriction = self.model.restriction_key(restriction).unwrap().clone();
                all.push((Offer { restrictions: [restriction].into(), ..alone.clone() }, &[HERE][..]));
            }
            all.push((alone, &[0, 1, 2, 3, 4][..]));
        }
        all
    }

    async fn fill(&mut self) {
        let mut actors = Vec::new();
        for (offer, at) in self.offers() {
            for place in at {
                for status in [Status::Active, Status::Inactive, Status::Pending] {
                    actors.push(self.actor(&offer, *place, status).await);
                }
            }
        }
        for offer in self.levels() {
            // Somebody of the other organization, with the same rights there.
            let client = self.joins(&self.other, &self.other.root, &offer).await;
            let (status, access) = (None, self.access(Status::Inactive, None));
            let name = format!("{} of the other organization", told(&offer));
            actors.push(Actor { name, id: parsed(&client.member), client, status, access, own: Selection::None });
        }
        self.actors = actors;
    }

    async fn actor(&self, offer: &Offer, place: usize, status: Status) -> Actor {
        let owner = &self.stage.owner;
        let at = self.places[place].workspace();
        let client = if status == Status::Pending {
            // Somebody invited has a session because they govern the other organization.
            let joined = self.joins(&self.other, &self.other.root, &self.levels()[0]).await;
            self.invites(owner, &joined.email, &at.to_string(), offer).await;
            joined
        } else {
            self.joins(owner, &at.to_string(), offer).await
        };
        if status == Status::Inactive {
            // They stay signed in because they govern the other organization.
            let invited = self.invites(&self.other, &client.email, &self.other.root, &self.levels()[0]).await;
            self.other.let_in(&client, invited["invitation"].as_str().unwrap()).await;
            owner.deactivate(&client).await;
        }
        let spot = ["the root", "above", "here", "beside", "below"][place];
        let name = format!("{status} {} at {spot}", told(offer));
        let access = self.access(status, Some((at, offer)));
        let own = if self.takes_one(offer) {
            Selection::only([parsed::<ResourceId>(self.resource.as_ref().unwrap())])
        } else {
            Selection::None
        };
        Actor { name, id: parsed(&client.member), client, status: Some(status), access, own }
    }

    fn takes_one(&self, offer: &Offer) -> bool {
        let level = |key: &LevelKey| self.model.level(key.as_str()).unwrap();
        let kind = self.stage.product.kind.unwrap_or_default();
        offer.levels.iter().any(|key| self.model.reach(level(key), kind) == Reach::ExactlyOne)
    }

    /// What inviting somebody with this offer takes: with the one resource, where its level takes one.
    pub(super) fn body(&self, offer: &Offer) -> Value {
        let Offer { levels, permissions, restrictions } = offer;
        let mut body = json!({ "levels": words(levels), "permissions": words(permissions), "restrictions": words(restrictions) });
        if self.takes_one(offer) {
            body["selections"] = json!({ self.stage.product.kind.unwrap(): { "resources": [self.resource] } });
        }
        body
    }

    async fn invites(&self, by: &Client, email: &str, workspace: &str, offer: &Offer) -> Value {
        let mut body = self.body(offer);
        body["emails"] = json!(email);
        body["workspace"] = json!(workspace);
        if self.takes_one(offer) && by.organization == self.other.organization {
            let kind = self.stage.product.kind.unwrap();
            let made = by.post("resources", json!({ "kind": kind, "name": "One" })).await.expect(201);
            body["selections"] = json!({ kind: { "resources": [made["id"]] } });
        }
        let outcome = by.post("invitations", body).await.expect(200)["results"][0].clone();
        assert_eq!(outcome["outcome"], "invited", "{outcome}");
        outcome
    }

    pub(super) async fn joins(&self, by: &Client, workspace: &str, offer: &Offer) -> Client {
        let email = self.stage.fresh();
        let outcome = self.invites(by, &email, workspace, offer).await;
        by.accepted(&email, outcome["invitation"].as_str().unwrap()).await
    }
}

fn words<T: ToString>(of: &BTreeSet<T>) -> Vec<String> {
    of.iter().map(ToString::to_string).collect()
}

fn told(offer: &Offer) -> String {
    [words(&offer.levels), words(&offer.permissions), words(&offer.restrictions)].concat().join(" ")
}

/// An offer in its words.
pub(super) fn offer(levels: &[&str], permissions: &[&str], restrictions: &[&str]) -> Offer {
    Offer {
        levels: levels.iter().map(|key| LevelKey::parse(key).unwrap()).collect(),
        permissions: permissions.iter().map(|key| PermissionKey::parse(key).unwrap()).collect(),
        restrictions: restrictions.iter().map(|key| RestrictionKey::parse(key).unwrap()).collect(),
    }
}
