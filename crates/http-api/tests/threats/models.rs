//! a5, a6, a7: every route × every level × place × standing × two organizations, for every built-in model: what is allowed is
//! what the model says, both ways.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ground::Ground;
use super::needs::{NEEDS, Verdict, needs_of};
use super::products::{ACCOUNT_TREE, CONTACT_CENTER, FEEDBACK, PARTNER_NETWORK, PRODUCTS, Product, WORKSPACE};
use crate::support::{Answer, Route, routes};

/// Where a refusal leaves something: the journal has it, and a job tells of each person what came of them. That people are here
/// is written a while after they came.
const TOLD: [&str; 6] = ["journal", "journal_heads", "jobs", "job_items", "presences", "presence_waves"];

fn inside() -> Vec<Route> {
    routes().into_iter().filter(|route| route.path.starts_with("/organizations/{org}")).collect()
}

/// Whether somebody got what they asked for. Of what is answered one by one, the answer is the only one's.
fn got(route: &Route, answer: &Answer) -> bool {
    if !answer.status.is_success() {
        return false;
    }
    match route.path.rsplit('/').next() {
        Some("deletion" | "levels") if route.ids().len() == 1 => answer.json()["results"][0]["outcome"] == "done",
        Some("import") => answer.json()["items"][0]["verdict"] == "invite",
        Some("batch") => answer.json()["results"][0]["allowed"].is_boolean(),
        _ => true,
    }
}

fn is_as_said(route: &Route, verdict: Verdict, answer: &Answer) -> bool {
    let one_by_one = answer.status.is_success() && !got(route, answer);
    match (verdict, answer.status.as_u16()) {
        // What the model keeps from everybody.
        (Verdict::Allowed, 409) if answer.json()["rule"] == "email_fixed" => true,
        (Verdict::Allowed, _) => got(route, answer),
        (Verdict::Refused, 403 | 404) | (Verdict::Senseless, 404 | 422) => true,
        // Not even for who sees that their own limits would come onto it, and hasn't looked.
        (Verdict::Refused, 409) => answer.json()["rule"] == "would_lapse",
        (Verdict::Refused, _) => one_by_one && !matches!(answer.json(), Value::Null),
        (Verdict::Senseless, _) => false,
    }
}

async fn state(ground: &Ground) -> BTreeMap<String, Vec<String>> {
    let mut all = ground.stage.house.everything().await;
    all.retain(|table, _| !TOLD.contains(&table.as_str()));
    all
}

/// Plays every route by everybody.
async fn matrix(product: &'static Product) {
    let ground = Ground::laid(product).await;
    let owner = &ground.stage.owner;
    let here = ground.here();
    let (mut wrong, mut allowed, mut refused) = (Vec::new(), 0, 0);
    for route in inside() {
        let needs = needs_of(&route);
        let verdicts: Vec<Verdict> = ground.actors.iter().map(|actor| ground.verdict(actor, needs)).collect();
        let mut deed = ground.stage.deed(&route, &here).await;
        let before = state(&ground).await;
        let each = || ground.actors.iter().zip(&verdicts);
        for (actor, verdict) in each().filter(|(_, verdict)| **verdict != Verdict::Allowed) {
            let answer = deed.by(&actor.client, owner, &route).await;
            if !is_as_said(&route, *verdict, &answer) {
                wrong.push(format!("{}, not {verdict:?}: {answer}", actor.name));
            }
            refused += 1;
        }
        if state(&ground).await != before {
            wrong.push(format!("{} changes something for whom it refuses", route.name()));
        }
        for (actor, verdict) in each().filter(|(_, verdict)| **verdict == Verdict::Allowed) {
            let answer = deed.by(&actor.client, owner, &route).await;
            if !is_as_said(&route, *verdict, &answer) {
                wrong.push(format!("{}, not {verdict:?}: {answer}", actor.name));
            }
            if route.is_write() {
                deed = ground.stage.deed(&route, &here).await;
            }
            allowed += 1;
        }
    }
    assert!(wrong.is_empty(), "{}: {} wrong: {wrong:#?}", product.model, wrong.len());
    assert!(allowed > 200 && refused > 1_000, "{}: {allowed} allowed, {refused} refused", product.model);
    ground.stage.house.verify().await;
}

#[test]
fn a5_every_route_says_what_it_needs_and_every_model_is_tried() {
    let routes = inside();
    assert_eq!(NEEDS.len(), routes.len());
    for route in &routes {
        needs_of(route);
    }
    let models: Vec<&str> = tenure_access_models::BUILT_IN.iter().map(|(name, _)| *name).collect();
    let tried: Vec<&str> = PRODUCTS.iter().map(|product| product.model).collect();
    assert_eq!(models, tried);
}

#[tokio::test]
async fn a5_every_route_of_workspace_is_whose_the_model_says() {
    matrix(&WORKSPACE).await;
}

#[tokio::test]
async fn a5_every_route_of_partner_network_is_whose_the_model_says() {
    matrix(&PARTNER_NETWORK).await;
}

#[tokio::test]
async fn a5_every_route_of_account_tree_is_whose_the_model_says() {
    matrix(&ACCOUNT_TREE).await;
}

#[tokio::test]
async fn a5_every_route_of_contact_center_is_whose_the_model_says() {
    matrix(&CONTACT_CENTER).await;
}

#[tokio::test]
async fn a5_every_route_of_feedback_is_whose_the_model_says() {
    matrix(&FEEDBACK).await;
}
