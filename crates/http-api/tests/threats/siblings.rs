//! a6: who has rights at one workspace learns nothing of its siblings, in people's grants either.

use crate::support::House;

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
