//! a1, a2, a3: every inviter × every level × every place: what is accepted equals `may_grant`, and gives what a change would.

use std::sync::Arc;

use serde_json::json;
use tenure_domain::access::{Access, Setting};
use tenure_domain::access_model::AccessModel;
use tenure_domain::bits::Set;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::may_grant::{Grantee, Granter, Right, may_grant};
use tenure_domain::membership::Status;
use tenure_domain::workspace::{Place, Step};
use tenure_domain::{LevelKey, MemberId, OrganizationId, Refusal, UserId, WorkspaceId};
use uuid::Uuid;

use crate::support::{Client, House, PASSWORD};

const LEVELS: [&str; 3] = ["owner", "manager", "agent"];

/// A root with a child and a sibling of that.
struct Tree {
    house: House,
    owner: Client,
    spots: [(&'static str, String); 3],
}

impl Tree {
    async fn grown() -> Self {
        let (house, owner) = House::governed().await;
        let child = owner.workspace(&owner.root, "Child").await;
        let sibling = owner.workspace(&owner.root, "Sibling").await;
        let spots = [("root", owner.root.clone()), ("child", child), ("sibling", sibling)];
        Self { house, owner, spots }
    }

    fn place(&self, model: &AccessModel, workspace: &str) -> Place {
        let step = |id: &str| Step { workspace: id.parse::<Uuid>().unwrap().into(), active: true, features_off: [].into() };
        let mut steps = vec![step(&self.owner.root)];
        if workspace != self.owner.root {
            steps.push(step(workspace));
        }
        Place::new(model, steps).unwrap()
    }
}

/// What the one question says: yes, or the rule that says no.
fn answer(tree: &Tree, giver: (&str, &str), offered: (&str, &str), right: Right) -> Result<(), &'static str> {
    let model = Arc::new(tenure_access_models::compile(tenure_access_models::built_in("workspace").unwrap()).unwrap());
    let place = tree.place(&model, offered.1);
    let workspace: WorkspaceId = giver.1.parse::<Uuid>().unwrap().into();
    if !place.is_within(workspace) {
        return Err("not_found");
    }
    let key = |level: &str| LevelKey::parse(level).unwrap();
    let member = MemberId::new(Uuid::from_u128(1));
    let grant = Grant {
        member,
        workspace,
        levels: [key(giver.0)].into(),
        permissions: [].into(),
        restrictions: [].into(),
        given_by: Giver::Operator(UserId::new(Uuid::from_u128(2))),
        given_at: tree.house.now(),
        version: 1,
    };
    let access = Access::new(
        Setting {
            organization: OrganizationId::new(Uuid::from_u128(3)),
            root: workspace,
            model,
            features: Set::EMPTY,
            active: true,
        },
        Status::Active,
        &[grant],
    );
    let offer = Offer { levels: [key(offered.0)].into(), ..Offer::default() };
    may_grant(Granter::Member { id: member, access: &access }, Grantee::NEWCOMER, &offer, &place, right)
        .map_err(|refused| refused.rule())
}

#[tokio::test]
async fn a1_every_invitation_is_taken_exactly_when_the_one_question_says_yes() {
    let tree = Tree::grown().await;
    let mut taken = 0;
    for level in LEVELS {
        for (at, workspace) in &tree.spots[..2] {
            let inviter = tree.owner.hire(&format!("{level}-{at}@example.test"), workspace, level).await;
            for offered in LEVELS {
                for (to, target) in &tree.spots {
                    let email = format!("{offered}-at-{to}-by-{level}-at-{at}@example.test");
                    let expected = answer(&tree, (level, workspace), (offered, target), Right::Invite);
                    let body = json!({ "emails": email, "workspace": target, "levels": [offered] });
                    let sent = inviter.post("invitations", body).await;
                    match expected {
                        Ok(()) => {
                            let outcome = sent.expect(200)["results"][0].clone();
                            assert_eq!(outcome["outcome"], "invited", "{email}");
                            let joined = tree.owner.accepted(&email, outcome["invitation"].as_str().unwrap()).await;
                            let held = joined.get("members/me/grants").await.items();
                            assert_eq!(
                                (held.len(), &held[0]["levels"], &held[0]["workspace"]),
                                (1, &json!([offered]), &json!(target))
                            );
                            taken += 1;
                        }
                        Err("not_found") => drop(sent.refused("not_found", "")),
                        Err(rule) => drop(sent.refused("forbidden", rule)),
                    }
                }
            }
        }
    }
    // An owner at the root gives 3 levels at 3 places, one at the child 3 at 1; a manager gives agents at 3 places and at 1.
    assert_eq!(taken, 9 + 3 + 3 + 1);
    tree.house.verify().await;
}

#[tokio::test]
async fn a1_every_direct_grant_is_made_exactly_when_the_one_question_says_yes() {
    let tree = Tree::grown().await;
    for level in LEVELS {
        for (at, workspace) in &tree.spots[..2] {
            let giver = tree.owner.hire(&format!("{level}-{at}@example.test"), workspace, level).await;
            for offered in LEVELS {
                for (to, target) in &tree.spots {
                    // Somebody who is here and holds nothing.
                    let bare =
                        tree.owner.hire(&format!("bare-{offered}-{to}-{level}-{at}@example.test"), &tree.owner.root, "agent").await;
                    tree.owner.revoke(&bare, &tree.owner.root).await;
                    let expected = answer(&tree, (level, workspace), (offered, target), Right::Manage);
                    let put = giver.put(&bare.grant(target), json!({ "levels": [offered] })).header("if-none-match", "*").await;
                    match expected {
                        Ok(()) => drop(put.expect(201)),
                        Err("not_found") => drop(put.refused("not_found", "")),
                        Err(rule) => drop(put.refused("forbidden", rule)),
                    }
                }
            }
        }
    }
    tree.house.verify().await;
}

#[tokio::test]
async fn a2_what_is_accepted_is_what_a_direct_change_would_have_given() {
    let tree = Tree::grown().await;
    let model = tenure_access_models::compile(tenure_access_models::built_in("workspace").unwrap()).unwrap();
    let keys: Vec<String> = model.permissions().filter_map(|one| model.permission_key(one).map(ToString::to_string)).collect();
    for (n, (level, restrictions)) in [
        ("owner", vec![]),
        ("manager", vec![]),
        ("manager", vec!["no_settings", "no_data_export"]),
        ("agent", vec![]),
        ("agent", vec!["no_calls", "contacts_own"]),
    ]
    .into_iter()
    .enumerate()
    {
        for (to, target) in &tree.spots {
            let invited = tree.owner.hire_with(&format!("invited-{n}-{to}@example.test"), target, level, &restrictions).await;
            let changed = tree
                .owner
                .hire(&format!("changed-{n}-{to}@example.test"), target, if level == "agent" { "manager" } else { "agent" })
                .await;
            tree.owner.regrant(&changed, target, level, &restrictions).await;
            for key in &keys {
                for (_, asked) in &tree.spots {
                    let path = |who: &Client| format!("access?member={}&permission={key}&workspace={asked}", who.member);
                    let one = tree.owner.get(&path(&invited)).await.expect(200);
                    assert_eq!(one, tree.owner.get(&path(&changed)).await.expect(200), "{level} {key} {asked}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a3_an_edit_of_an_offer_is_held_to_the_editors_rights() {
    let tree = Tree::grown().await;
    let (house, owner) = (&tree.house, &tree.owner);
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let (member, invitation) = manager.pending("kim@example.test", &owner.root, "agent").await;
    let path = format!("members/{member}/grants/{}", owner.root);
    for level in ["owner", "manager"] {
        let body = json!({ "levels": [level] });
        manager.put(&path, body).header("if-match", "\"v1\"").await.refused("forbidden", "not_manageable");
        let again = json!({ "emails": "kim@example.test", "workspace": owner.root, "levels": [level] });
        manager.post("invitations", again).await.refused("forbidden", "not_manageable");
    }
    // Edited by an owner, it is the owner's offer, and what a manager may do no more.
    owner.put(&path, json!({ "levels": ["manager"] })).header("if-match", "\"v1\"").await.expect(200);
    manager.put(&path, json!({ "levels": ["agent"] })).header("if-match", "\"v2\"").await.refused("forbidden", "not_manageable");
    manager.post(&format!("invitations/{invitation}/resend"), json!({})).await.refused("forbidden", "not_manageable");
    manager.delete(&format!("invitations/{invitation}")).await.refused("forbidden", "not_manageable");
    owner.revoke(&manager, &owner.root).await;
    let kim = owner.accepted("kim@example.test", &invitation).await;
    assert_eq!(kim.get("members/me").await.expect(200)["access"][0]["levels"], json!(["manager"]));
    house.verify().await;
}

#[tokio::test]
async fn a3_acceptance_asks_with_the_inviters_rights_of_that_moment() {
    for ended in ["demoted", "revoked", "deactivated"] {
        let tree = Tree::grown().await;
        let (house, owner) = (&tree.house, &tree.owner);
        let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
        let (_, invitation) = manager.pending("kim@example.test", &owner.root, "agent").await;
        let token = house.link(&owner.organization, &invitation).await;
        match ended {
            "demoted" => owner.regrant(&manager, &owner.root, "agent", &[]).await,
            "revoked" => drop(owner.revoke(&manager, &owner.root).await),
            _ => owner.deactivate(&manager).await,
        }
        let before = house.everything().await;
        house.anyone().post("/invitation/accept", json!({ "token": token, "password": PASSWORD })).await.refused("not_found", "");
        assert_eq!(house.everything().await, before, "{ended}");
        // Offered anew by somebody who may, it is accepted.
        owner.invite("kim@example.test", &owner.root, "agent", &[]).await;
        owner.accepted("kim@example.test", &invitation).await;
        house.verify().await;
    }
}

#[tokio::test]
async fn a3_of_several_offers_those_pass_whose_givers_still_may() {
    let tree = Tree::grown().await;
    let (house, owner) = (&tree.house, &tree.owner);
    let (child, sibling) = (&tree.spots[1].1, &tree.spots[2].1);
    let manager = owner.hire("mia@example.test", child, "manager").await;
    let (member, invitation) = manager.pending("kim@example.test", child, "agent").await;
    owner.invite("kim@example.test", sibling, "agent", &[]).await;
    owner.revoke(&manager, child).await;
    let kim = owner.accepted("kim@example.test", &invitation).await;
    let held = kim.get("members/me/grants").await.column("workspace");
    assert_eq!(held, [sibling.as_str()]);
    let kinds = owner.get(&format!("journal?target={member}&limit=2")).await.column("kind");
    assert!(kinds.contains(&"offer_lapsed".to_owned()) && kinds.contains(&"invitation_accepted".to_owned()), "{kinds:?}");
    house.verify().await;
}
