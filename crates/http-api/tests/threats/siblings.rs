//! a6: who has rights at one workspace learns nothing of its siblings, in people's grants either; and rights act below alone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::deeds::Stage;
use super::products::ACCOUNT_TREE;
use crate::support::{Client, House};

#[tokio::test]
async fn a6_a_manager_sees_no_grant_at_a_sibling_of_their_workspace() {
    let (_house, owner) = House::governed().await;
    let here = owner.workspace(&owner.root, "Here").await;
    let beside = owner.workspace(&owner.root, "Beside").await;
    let below = owner.workspace(&here, "Below").await;
    let manager = owner.hire("manager@example.test", &here, "manager").await;
    let agent = owner.hire("agent@example.test", &here, "agent").await;
    owner.regrant(&agent, &beside, "agent", &["no_calls"]).await;
    owner.regrant(&agent, &below, "agent", &[]).await;
    let (pending, _) = owner.pending("pending@example.test", &here, "agent").await;
    owner.invite("pending@example.test", &beside, "agent", &[]).await;
    let whom = [agent.member.clone(), pending];
    for path in whom.iter().flat_map(|id| [format!("members/{id}"), format!("members/{id}/grants")]).chain([
        "members".to_owned(),
        "invitations".to_owned(),
        format!("{}/revocation", agent.grant(&here)),
    ]) {
        let seen = manager.get(&path).await.expect(200).to_string();
        assert!(!seen.contains(&beside) && !seen.contains("Beside") && !seen.contains("no_calls"), "{path}: {seen}");
        let all = owner.get(&path).await.expect(200).to_string();
        assert!(all.contains(&beside), "{path}: who sees all sees it: {all}");
    }
    manager.get(&agent.grant(&beside)).await.refused("not_found", "");
    // Nor does a preview tell what somebody holds where one is a mere agent.
    let both = owner.hire("both@example.test", &here, "manager").await;
    owner.regrant(&both, &beside, "agent", &[]).await;
    let preview = |who: &str, at: &str| format!("members/{who}/grants/{at}/preview?levels=agent");
    both.get(&preview(&agent.member, &beside)).await.refused("forbidden", "missing_permission");
    both.get(&preview(&agent.member, &here)).await.expect(200);
    both.get(&preview("me", &beside)).await.expect(200);
    let own = manager.get(&format!("members/{}/grants", agent.member)).await.expect(200);
    assert_eq!(own["items"].as_array().unwrap().len(), 2, "at and below their own workspace: {own}");
    // Nor does a filter tell.
    owner.regrant(&agent, &beside, "manager", &[]).await;
    let managers = manager.get("members?level=manager&count=true").await.expect(200);
    assert!(!managers.to_string().contains(&agent.member), "{managers}");
    assert_eq!(managers["count"]["value"], 2, "the managers here alone: {managers}");
    assert!(owner.get("members?level=manager").await.expect(200).to_string().contains(&agent.member));
    // What is above is not hidden: access comes down from there.
    let above = manager.get("members").await.expect(200).to_string();
    assert!(above.contains(&owner.root), "{above}");
    // Somebody's own grants are all their own.
    let mine = agent.get("members/me").await.expect(200).to_string();
    assert!(mine.contains(&beside), "{mine}");
}

/// What somebody may at each of these places, as they are told themselves; nothing where they know of no such place.
async fn rights(who: &Client, permissions: &[String], places: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for place in places {
        let question = |permission| json!({ "member": "me", "permission": permission, "workspace": place });
        let questions: Vec<Value> = permissions.iter().map(question).collect();
        let answers = who.post("access/batch", json!({ "questions": questions })).await.expect(200);
        let told = permissions.iter().zip(answers["results"].as_array().unwrap());
        let may = told.filter(|(_, answer)| answer["allowed"] == true).map(|(permission, _)| permission.clone());
        all.insert((*place).to_owned(), may.collect());
    }
    all
}

async fn made(by: &Client, parent: &str, kind: &str) -> Value {
    by.post("workspaces", json!({ "parent": parent, "name": "Made", "kind": kind })).await.expect(201)
}

#[tokio::test]
async fn a6_who_makes_a_workspace_gains_nothing_by_it() {
    let stage = Stage::of(&ACCOUNT_TREE).await;
    let (house, owner) = (&stage.house, &stage.owner);
    let here = owner.workspace(&stage.child, "Here").await;
    let beside = owner.workspace(&stage.child, "Beside").await;
    let below = owner.workspace(&here, "Below").await;
    let places = [&owner.root, &stage.child, &here, &beside, &below].map(String::as_str);
    let model = owner.get("access-model").await.expect(200);
    let keys = model["permissions"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap().to_owned());
    let permissions: Vec<String> = keys.collect();
    let watcher = owner.hire("watcher@mine.test", &beside, "account_admin").await;
    for (nth, at) in places.into_iter().enumerate() {
        let maker = owner.hire(&format!("maker{nth}@mine.test"), at, "account_admin").await;
        // Somebody who makes nothing, with less in the same place, and somebody beside.
        let user = owner.hire(&format!("user{nth}@mine.test"), at, "user").await;
        let grants = maker.get("members/me/grants").await.expect(200);
        let mut before = Vec::new();
        for who in [&maker, &user, &watcher] {
            before.push(rights(who, &permissions, &places).await);
        }
        // Where they have no right nothing is made; where they have, it gives what is above it.
        for parent in places {
            if !before[0][parent].contains("workspaces.manage") {
                maker.post("workspaces", json!({ "parent": parent, "name": "Mine" })).await.refused("not_found", "");
                continue;
            }
            for kind in ["location", "account"] {
                let workspace = made(&maker, parent, kind).await;
                let id = workspace["id"].as_str().unwrap();
                for (who, before) in [&maker, &user, &watcher].into_iter().zip(&before) {
                    let there = &rights(who, &permissions, &[id]).await[id];
                    if workspace["active"] == true {
                        assert_eq!(there, &before[parent], "{} at {kind} below {parent}", who.email);
                    } else {
                        assert!(there.is_subset(&before[parent]), "{} at {kind} below {parent}: {there:?}", who.email);
                    }
                }
                maker.patch(&format!("workspaces/{id}"), json!({ "active": true })).await.expect(200);
                assert_eq!(rights(&maker, &permissions, &[id]).await[id], before[0][parent], "activated, and no more than that");
            }
        }
        for (who, before) in [&maker, &user, &watcher].into_iter().zip(&before) {
            assert_eq!(&rights(who, &permissions, &places).await, before, "{}", who.email);
        }
        assert_eq!(maker.get("members/me/grants").await.expect(200), grants);
    }
    house.verify().await;
}

#[tokio::test]
async fn a6_rights_at_a_child_or_a_sibling_move_nothing_out_of_there_or_in() {
    let stage = Stage::of(&ACCOUNT_TREE).await;
    let (house, owner) = (&stage.house, &stage.owner);
    let here = owner.workspace(&stage.child, "Here").await;
    let beside = owner.workspace(&stage.child, "Beside").await;
    let (inside, other) = (owner.workspace(&here, "Inside").await, owner.workspace(&beside, "Other").await);
    let admin = owner.hire("admin@mine.test", &here, "account_admin").await;
    let before = house.table("workspaces").await;
    for (moved, parent) in [(&inside, &beside), (&inside, &stage.child), (&other, &here), (&beside, &here), (&stage.child, &here)] {
        admin.post(&format!("workspaces/{moved}/move"), json!({ "parent": parent })).await.refused("not_found", "");
        admin.get(&format!("workspaces/{moved}/move?parent={parent}")).await.refused("not_found", "");
    }
    // What they were let in at isn't theirs to move, even within what they know of: it hangs on what is above.
    let answer = admin.post(&format!("workspaces/{here}/move"), json!({ "parent": inside })).await;
    assert!(matches!(answer.status.as_u16(), 403 | 404 | 422), "{answer}");
    for place in [&owner.root, &stage.child, &beside, &other] {
        for body in [json!({ "name": "Mine" }), json!({ "active": false }), json!({ "features": { "texting": false } })] {
            admin.patch(&format!("workspaces/{place}"), body).await.refused("not_found", "");
        }
    }
    assert_eq!(house.table("workspaces").await, before);
    admin.patch(&format!("workspaces/{inside}"), json!({ "active": false })).await.expect(200);
    house.verify().await;
}
