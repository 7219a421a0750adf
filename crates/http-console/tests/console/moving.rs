//! A4: a workspace is moved from its plan, with and without scripts the same form.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

#[tokio::test]
async fn a4_a_workspace_is_moved_from_its_plan() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let north = owner.workspace(&owner.root, "North").await;
    let south = owner.workspace(&owner.root, "South").await;
    let oslo = owner.workspace(&north, "Oslo").await;
    let bo = owner.hire("bo@example.test", &north, "agent").await;
    owner.hire("cy@example.test", &south, "agent").await;
    owner.contact(&oslo, "Petra Lind", Some(&bo.member)).await;
    let tree = browser.page("workspaces").await;
    assert!(tree.contains(&format!("/workspaces/{oslo}/move")) && !tree.contains(&format!("/workspaces/{}/move", owner.root)));
    let path = format!("workspaces/{oslo}/move");
    let form = browser.page(&path).await;
    let offers = |id: &str| form.contains(&format!("<option value=\"{id}\""));
    assert!(offers(&south) && offers(&owner.root) && !offers(&oslo) && !offers(&north), "where it could lie: {form}");
    let nowhere = browser.send(&path, &[("parent", "")]).await;
    assert!(nowhere.status == 422 && nowhere.text().contains("Choose a workspace."), "{nowhere}");
    let plan = browser.send(&path, &[("parent", &*south), ("intent", "preview")]).await.text();
    assert!(plan.contains("Cy Example") && plan.contains("Bo Example") && plan.contains("Contacts left unassigned"), "{plan}");
    let seen = hidden(&plan, "fingerprint");
    owner.hire("di@example.test", &south, "agent").await;
    let moved = browser.send(&path, &[("parent", &*south), ("fingerprint", &*seen)]).await;
    assert_eq!(moved.status, 409, "{moved}");
    let seen = hidden(&moved.text(), "fingerprint");
    let to = leads_to(&browser.send(&path, &[("parent", &*south), ("fingerprint", &*seen), ("reason", "Drawn anew")]).await);
    assert!(browser.page(&to).await.contains("The workspace was moved."));
    assert_eq!(owner.get(&format!("workspaces?under={south}")).await.column("name"), ["South", "Oslo"]);
    let circle = browser.send(&format!("workspaces/{south}/move"), &[("parent", &*oslo), ("intent", "preview")]).await;
    assert!(circle.status == 422 && circle.text().contains("below itself"), "{circle}");
    let manager = owner.hire("mia@example.test", &south, "manager").await;
    let theirs = Browser::of(&manager).page("workspaces").await;
    assert!(theirs.contains(&format!("/workspaces/{oslo}/move")) && !theirs.contains(&format!("/workspaces/{south}/move")));
}
