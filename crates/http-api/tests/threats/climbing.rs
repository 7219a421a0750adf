//! a1, a6: for every built-in model, every level at every place is given and taken exactly by whom the one question says.

use serde_json::json;
use tenure_domain::grant::Offer;
use tenure_domain::may_grant::{Grantee, Granter, Right, may_grant, may_manage};
use tenure_domain::membership::Status;
use tenure_domain::workspace::Place;

use super::ground::{Actor, Ground, somebody};
use super::products::{ACCOUNT_TREE, CONTACT_CENTER, FEEDBACK, PARTNER_NETWORK, Product, WORKSPACE};
use crate::support::Answer;

/// Somebody who holds a level at a place, to be asked about.
struct Target {
    member: String,
    level: Offer,
    place: usize,
}

impl Ground {
    fn may_end(&self, actor: &Actor, target: &Target) -> bool {
        let place = &self.places[target.place];
        let theirs = self.access(Status::Active, Some((place.workspace(), &target.level)));
        let whom = Grantee { id: Some(somebody()), access: Some(&theirs), standing: None };
        let granter = Granter::Member { id: actor.id, access: &actor.access };
        actor.access.acts() && may_manage(granter, whom, place, Right::Manage).is_ok()
    }

    async fn targets(&self) -> Vec<Target> {
        let mut targets = Vec::new();
        for level in self.levels() {
            for (place, at) in self.places.iter().enumerate() {
                let member = self.joins(&self.stage.owner, &at.workspace().to_string(), &level).await.member;
                targets.push(Target { member, level: level.clone(), place });
            }
        }
        targets
    }
}

fn may_invite(actor: &Actor, level: &Offer, place: &Place) -> bool {
    let granter = Granter::Member { id: actor.id, access: &actor.access };
    actor.access.acts() && may_grant(granter, Grantee::NEWCOMER, level, place, Right::Invite).is_ok()
}

fn agrees(expected: bool, answer: &Answer) -> bool {
    if expected { answer.status == 200 } else { matches!(answer.status.as_u16(), 403 | 404) }
}

async fn climb(product: &'static Product) {
    let ground = Ground::laid(product).await;
    let targets = ground.targets().await;
    let organization = format!("/api/v1/organizations/{}", ground.stage.owner.organization);
    let (mut wrong, mut given, mut asked) = (Vec::new(), 0, 0);
    for actor in &ground.actors {
        for level in ground.levels() {
            for place in &ground.places {
                let expected = may_invite(actor, &level, place);
                // What somebody may choose of resources is another question; governors are asked it in the matrix.
                let mut body = ground.body(&level);
                body["emails"] = json!(ground.stage.fresh());
                body["workspace"] = json!(place.workspace().to_string());
                let path = format!("{organization}/invitations");
                let answer = actor.client.ask(axum::http::Method::POST, path).json(&body).await;
                if !agrees(expected, &answer) {
                    wrong.push(format!("{} invites, expected {expected}: {answer}", actor.name));
                }
                (given, asked) = (given + usize::from(expected), asked + 1);
            }
        }
        for target in &targets {
            let expected = ground.may_end(actor, target);
            let at = ground.places[target.place].workspace();
            let path = format!("{organization}/members/{}/grants/{at}/revocation", target.member);
            let answer = actor.client.ask(axum::http::Method::GET, path).await;
            if !agrees(expected, &answer) {
                wrong.push(format!("{} ends, expected {expected}: {answer}", actor.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {} wrong: {wrong:#?}", product.model, wrong.len());
    assert!(given > 20 && asked > given * 5, "{}: {given} of {asked}", product.model);
    ground.stage.house.verify().await;
}

#[tokio::test]
async fn a1_levels_of_workspace_are_given_and_taken_by_whom_the_one_question_says() {
    climb(&WORKSPACE).await;
}

#[tokio::test]
async fn a1_levels_of_partner_network_are_given_and_taken_by_whom_the_one_question_says() {
    climb(&PARTNER_NETWORK).await;
}

#[tokio::test]
async fn a1_levels_of_account_tree_are_given_and_taken_by_whom_the_one_question_says() {
    climb(&ACCOUNT_TREE).await;
}

#[tokio::test]
async fn a1_levels_of_contact_center_are_given_and_taken_by_whom_the_one_question_says() {
    climb(&CONTACT_CENTER).await;
}

#[tokio::test]
async fn a1_levels_of_feedback_are_given_and_taken_by_whom_the_one_question_says() {
    climb(&FEEDBACK).await;
}
