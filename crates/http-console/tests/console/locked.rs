//! R17: a lock is shown to who could lift it, and lifted by a button.

use super::browser::{Browser, leads_to};
use super::support::{House, PASSWORD};

#[tokio::test]
async fn r17_who_manages_somebody_unlocks_them_on_their_page() {
    let (house, owner) = House::governed().await;
    let ida = owner.hire("ida@example.test", &owner.root, "agent").await;
    let bo = owner.hire("bo@example.test", &owner.root, "manager").await;
    let (page, form) = (format!("members/{}", ida.member), format!("members/{}/unlock", ida.member));
    let managers = Browser::of(&bo);
    assert!(!managers.page(&page).await.contains("Locked until"));
    let network = house.lock_out("ida@example.test").await;
    let locked = managers.page(&page).await;
    assert!(locked.contains("Locked until") && locked.contains("/unlock\""), "{locked}");
    // On one's own page there is nothing to lift.
    assert!(!Browser::of(&ida).page("members/me").await.contains("/unlock\""));
    let lifted = leads_to(&managers.send(&form, &[]).await);
    assert!(lifted.ends_with("?done=unlocked"), "{lifted}");
    let after = managers.open(&lifted).await.text();
    assert!(after.contains("The lock was lifted") && !after.contains("Locked until"), "{after}");
    let body = serde_json::json!({ "email": "ida@example.test", "password": PASSWORD });
    house.anyone().post("/session", body).from(&network).await.expect(200);
    assert!(Browser::of(&owner).page("journal").await.contains("lifted the lock"));
}

#[tokio::test]
async fn d1_the_sign_in_page_tells_a_locked_person_what_it_tells_everybody() {
    let (house, _) = House::governed().await;
    let anybody = Browser::of(&house.anyone());
    let try_in = async |email: &str, password: &str| {
        let answer = anybody.send("/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status, 401, "{answer}");
        answer.text().replace(email, "")
    };
    let first = try_in("nobody@example.test", "a guess").await;
    for _ in 0..10 {
        assert_eq!(try_in("olga@example.test", "a guess").await, first);
    }
    assert_eq!(try_in("olga@example.test", PASSWORD).await, first);
}
