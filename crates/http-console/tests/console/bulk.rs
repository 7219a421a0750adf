//! P6: several people at once, or all who match: what it would come to, what came of it, and the way back.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

#[tokio::test]
async fn p6_several_are_removed_after_who_stays_is_named_and_all_return() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    let cy = owner.hire("cy@example.test", &owner.root, "agent").await;
    owner.contact(&owner.root, "Petra Lind", Some(&bo.member)).await;
    let list = browser.page("members").await;
    assert!(list.contains(&format!("form=\"bulk\" name=\"members\" value=\"{}\"", bo.member)), "{list}");
    let path = format!("members/bulk?act=deletion&members={}&members={}&members={}", bo.member, cy.member, owner.member);
    let plan = browser.page(&path).await;
    assert!(plan.contains("Remove 3 people?") && plan.contains("1 person stays as they are"), "{plan}");
    assert!(plan.contains("Olga Owner: Nobody changes their own access."), "{plan}");
    let people = [("act", "deletion"), ("members", &*bo.member), ("members", &*cy.member), ("members", &*owner.member)];
    let nobody = browser.send("members/bulk", &[&people[..], &[("contacts", "assign_to"), ("assign_to", "")]].concat()).await;
    assert_eq!(nobody.status, 422, "{nobody}");
    assert!(nobody.text().contains("Remove 3 people?"), "{nobody}");
    let once = hidden(&plan, "once");
    let form = [&people[..], &[("once", &*once), ("contacts", "unassign"), ("reason", "The branch closed")]].concat();
    let answer = browser.send("members/bulk", &form).await;
    let job = leads_to(&answer);
    assert_eq!(leads_to(&browser.send("members/bulk", &form).await), job, "sent twice, begun once");
    let page = browser.page(&job).await;
    assert!(page.contains("Removal of 3 people") && page.contains("The branch closed") && page.contains("Done"), "{page}");
    assert!(page.contains("Olga Owner") && page.contains("Nobody changes their own access.") && page.contains("Undo"), "{page}");
    assert_eq!(owner.get("members").await.items().len(), 1);
    let receipts = browser.page("receipts").await;
    assert!(receipts.contains("Removal of 3 people") && receipts.contains("Bo Example"), "{receipts}");
    let undone = leads_to(&browser.send(&format!("{job}/undo"), &[("once", &hidden(&page, "once"))]).await);
    let page = browser.page(&undone).await;
    assert!(page.contains("Return of 2 people") && !page.contains("stay as they are"), "{page}");
    assert_eq!(owner.get(&format!("contacts?assignee={}", bo.member)).await.items().len(), 1);
    let twice = browser.send(&format!("{undone}/undo"), &[]).await;
    assert_eq!(twice.status, 409, "{twice}");
}

#[tokio::test]
async fn p6_all_who_match_get_another_level() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let north = owner.workspace(&owner.root, "North").await;
    for email in ["bo@example.test", "cy@example.test"] {
        owner.hire(email, &north, "agent").await;
    }
    let path = format!("members/bulk?act=levels&matching=true&level=agent&workspace={north}");
    let page = browser.page(&path).await;
    assert!(page.contains("Change the level of 2 people"), "{page}");
    assert!(page.contains(&format!("<option value=\"{north}\" selected>North")), "where one looked is where it changes: {page}");
    let matching = [("act", "levels"), ("matching", "true"), ("level", "agent"), ("workspace", &*north), ("at", &*north)];
    let none = browser.send("members/bulk", &matching).await;
    assert!(none.status == 422 && none.text().contains("Choose a level."), "{none}");
    let preview = [&matching[..], &[("levels", "manager"), ("intent", "preview")]].concat();
    let preview = browser.send("members/bulk", &preview).await.text();
    assert!(preview.contains("Nothing stands in the way of any of the 2."), "{preview}");
    let done = leads_to(&browser.send("members/bulk", &[&matching[..], &[("levels", "manager")]].concat()).await);
    assert!(browser.page(&done).await.contains("Change of level for 2 people"));
    assert_eq!(owner.get(&format!("members?workspace={north}&level=manager&inherited=false")).await.items().len(), 2);
    let agent = owner.hire("di@example.test", &owner.root, "agent").await;
    let refused = Browser::of(&agent).send("members/bulk", &[("act", "deletion"), ("members", &*owner.member)]).await;
    assert_eq!(refused.status, 403, "{refused}");
    let other = Browser::of(&agent).open(&done).await;
    assert_eq!(other.status, 404, "a job is its maker's: {other}");
}

#[tokio::test]
async fn nobody_picked_is_nobody_removed() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let page = browser.page("members/bulk?act=deletion").await;
    assert!(page.contains("Remove 0 people?"), "{page}");
    let none = browser.send("members/bulk", &[("act", "deletion")]).await;
    assert!(none.status == 422 && none.text().contains("Choose at least one person."), "{none}");
}
