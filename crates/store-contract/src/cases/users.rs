//! Users: one login each.

use std::sync::Arc;

use tenure_domain::membership::{Membership, Status};
use tenure_domain::organization::Organization;
use tenure_domain::user::{Former, NewEmail, SentLinks, User};
use tenure_port_store::Store;

use crate::contract::cases;
use crate::samples::{Office, email, instant, is_stale, is_taken, membership, new, organization, user};

async fn a_user_is_kept_as_it_is(store: Arc<dyn Store>) {
    let reset = SentLinks { generation: u32::MAX, expires_at: Some(instant(3)), sent_at: vec![instant(1), instant(2)] };
    let former = vec![Former { generation: 1, email: email("zoe@example.test"), until: instant(5) }];
    let new_email = NewEmail { to: Some(email("zoë@example.test")), by_manager: true, links: reset.clone(), former };
    let full = User { reset, new_email, operator: true, created_at: instant(1), ..user("zoë+tag@bücher.example") };
    let bare = User { email_confirmed: false, password_hash: None, ..user("bare@example.test") };
    let mut unit = store.open().await.unwrap();
    for kept in [&full, &bare] {
        unit.users().insert(kept).await.unwrap();
    }
    unit.commit().await.unwrap();
    let mut unit = store.open().await.unwrap();
    for kept in [&full, &bare] {
        assert_eq!(unit.users().find(kept.id).await.unwrap().as_ref(), Some(kept));
        assert_eq!(unit.users().find_by_email(&kept.email).await.unwrap().as_ref(), Some(kept));
    }
    for kept in [&full, &bare] {
        assert_eq!(store.queries().is_email_confirmed(kept.id).await.unwrap(), kept.email_confirmed);
    }
    assert!(!store.queries().is_email_confirmed(new()).await.unwrap());
    assert_eq!(unit.users().find(new()).await.unwrap(), None);
    assert_eq!(unit.users().find_by_email(&email("nobody@example.test")).await.unwrap(), None);
}

async fn b1_an_address_is_one_users_and_look_alikes_are_others(store: Arc<dyn Store>) {
    let mut unit = store.open().await.unwrap();
    let first = user("Ada@Example.TEST");
    unit.users().insert(&first).await.unwrap();
    let second = unit.users().insert(&user(" ada@example.test")).await;
    assert!(is_taken(&second), "{second:?}");
    for other in [
        "ada@example.tests",
        "a_a@example.test",
        "a%@example.test",
        "adä@example.test",
        "ſ@x.test",
        "s@x.test",
        "ß@x.test",
        "ss@x.test",
    ] {
        unit.users().insert(&user(other)).await.unwrap();
    }
    assert_eq!(
        unit.users().find_by_email(&email("ada@example.test")).await.unwrap().as_ref(),
        Some(&first),
        "the unit is still usable"
    );
    unit.commit().await.unwrap();
    let mut unit = store.open().await.unwrap();
    assert!(is_taken(&unit.users().insert(&user("ADA@example.test")).await));
    unit.users().insert(&user("next@example.test")).await.unwrap();
    unit.commit().await.unwrap();
    assert!(store.open().await.unwrap().users().find_by_email(&email("next@example.test")).await.unwrap().is_some());
}

async fn a_change_of_a_user_raises_the_version_and_leaves_the_address(store: Arc<dyn Store>) {
    let first = user("ada@example.test");
    let mut unit = store.open().await.unwrap();
    unit.users().insert(&first).await.unwrap();
    let reset = SentLinks { generation: 7, expires_at: Some(instant(3)), sent_at: vec![instant(1)] };
    let changed = User { password_hash: None, email_confirmed: false, reset, operator: true, ..first.clone() };
    unit.users().update(&changed).await.unwrap();
    let again = unit.users().update(&changed).await;
    assert!(is_stale(&again), "{again:?}");
    assert!(is_stale(&unit.users().update(&User { id: new(), ..changed.clone() }).await));
    assert_eq!(unit.users().find(first.id).await.unwrap(), Some(User { version: 2, ..changed }));
    assert!(unit.users().find_by_email(&first.email).await.unwrap().is_some());
}

async fn another_address_is_claimed_with_the_change_and_the_one_before_is_free(store: Arc<dyn Store>) {
    let (first, other) = (user("ada@example.test"), user("bob@example.test"));
    let mut unit = store.open().await.unwrap();
    unit.users().insert_all(&[first.clone(), other.clone()]).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = store.open().await.unwrap();
    assert!(is_taken(&unit.users().readdress(&User { email: other.email.clone(), ..first.clone() }).await));
    drop(unit);
    let mut unit = store.open().await.unwrap();
    let changed = User { email: email("countess@example.test"), ..first.clone() };
    assert!(is_stale(&unit.users().readdress(&User { version: 7, ..changed.clone() }).await));
    drop(unit);
    let mut unit = store.open().await.unwrap();
    unit.users().readdress(&changed).await.unwrap();
    let changed = User { version: 2, ..changed };
    assert_eq!(unit.users().find_by_email(&changed.email).await.unwrap(), Some(changed));
    assert_eq!(unit.users().find_by_email(&first.email).await.unwrap(), None);
    unit.users().insert(&user("ada@example.test")).await.unwrap();
    unit.commit().await.unwrap();
}

async fn copies_of_an_address_lag_until_all_have_followed(store: Arc<dyn Store>) {
    let (here, there) = (Office::found(&store).await, Office::found(&store).await);
    let login = user(&format!("{}@example.test", here.id()));
    let copy = |office: &Office| membership(office.id(), Some(&login), login.email.as_str(), "Ada");
    let (one, gone) = (copy(&here), copy(&there));
    let mut unit = here.lock().await;
    unit.users().insert(&login).await.unwrap();
    unit.membership_changes().insert(&one).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = there.lock().await;
    unit.membership_changes().insert(&gone).await.unwrap();
    unit.membership_changes().delete(gone.id, instant(1_000)).await.unwrap();
    unit.commit().await.unwrap();
    let new = email(&format!("new.{}", login.email));
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.users().belongs_to(login.id).await.unwrap(), [here.id()]);
    unit.users().readdress(&User { email: new.clone(), ..login.clone() }).await.unwrap();
    unit.commit().await.unwrap();
    let lagging = async || store.snapshot().await.unwrap().users().lagging(login.id).await.unwrap();
    let marked = async || store.snapshot().await.unwrap().users().readdressed(None, 10_000).await.unwrap().contains(&login.id);
    let mut both = vec![here.id(), there.id()];
    both.sort();
    assert_eq!((lagging().await, marked().await), (both, true));
    let mut unit = here.lock().await;
    unit.membership_changes().update(&Membership { email: new.clone(), ..one }).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(lagging().await, [there.id()]);
    let mut unit = there.lock().await;
    unit.membership_changes().readdress_deleted(login.id, &new).await.unwrap();
    assert_eq!(unit.memberships().find_deleted(there.id(), gone.id).await.unwrap().unwrap().email, new);
    unit.commit().await.unwrap();
    assert!(marked().await, "until somebody says that all have followed");
    let mut unit = store.open().await.unwrap();
    unit.users().followed(login.id).await.unwrap();
    unit.commit().await.unwrap();
    assert!(!marked().await);
    assert_eq!(lagging().await, []);
}

async fn a_login_is_held_by_its_address(store: Arc<dyn Store>) {
    let kept = user("held@example.test");
    let mut unit = store.open().await.unwrap();
    unit.users().insert(&kept).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = store.open().await.unwrap();
    assert_eq!(unit.users().hold_by_email(&kept.email).await.unwrap(), Some(kept));
    let nobody = tenure_domain::EmailAddress::parse("nobody@example.test").unwrap();
    assert_eq!(unit.users().hold_by_email(&nobody).await.unwrap(), None);
}

async fn only_an_active_membership_of_a_running_organization_counts_as_active_somewhere(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut unit = office.lock().await;
    let (active, inactive, nobody) = (user("a@example.test"), user("i@example.test"), user("n@example.test"));
    for login in [&active, &inactive, &nobody] {
        unit.users().insert(login).await.unwrap();
    }
    let here = membership(office.id(), Some(&active), "a@example.test", "A");
    unit.membership_changes().insert(&here).await.unwrap();
    let mut gone = membership(office.id(), Some(&inactive), "i@example.test", "I");
    gone.status = Status::Inactive;
    unit.membership_changes().insert(&gone).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = office.lock().await;
    assert!(unit.users().is_active_somewhere(active.id).await.unwrap());
    assert_eq!(unit.users().active_somewhere(active.id).await.unwrap(), Some((office.id(), here.id)));
    assert!(!unit.users().is_active_somewhere(inactive.id).await.unwrap());
    assert!(!unit.users().is_active_somewhere(nobody.id).await.unwrap());
    assert!(!unit.users().is_active_somewhere(new()).await.unwrap());
    let mut off = office.organization.clone();
    off.active = false;
    unit.organization_changes().update(&off).await.unwrap();
    assert!(!unit.users().is_active_somewhere(active.id).await.unwrap());
}

async fn the_running_organizations_of_a_user_are_listed_by_name(store: Arc<dyn Store>) {
    let login = user("everywhere@example.test");
    let mut unit = store.open().await.unwrap();
    unit.users().insert(&login).await.unwrap();
    unit.commit().await.unwrap();
    let mut expected = Vec::new();
    for (called, status) in
        [("zeta", Status::Active), ("Alpha", Status::Active), ("Beta", Status::Inactive), ("émile", Status::Active)]
    {
        let office = Office::found_called(&store, called).await;
        let mut here = membership(office.id(), Some(&login), "everywhere@example.test", "Every Where");
        here.status = status;
        let mut unit = office.lock().await;
        unit.membership_changes().insert(&here).await.unwrap();
        unit.commit().await.unwrap();
        expected.push((called.to_owned(), office.id(), here.id));
    }
    let switched_off = Office::found_as(&store, Organization { active: false, ..organization("Dark") }).await;
    let mut unit = switched_off.lock().await;
    let there = membership(switched_off.id(), Some(&login), "everywhere@example.test", "Every Where");
    unit.membership_changes().insert(&there).await.unwrap();
    unit.commit().await.unwrap();
    expected.remove(2);
    expected.rotate_left(1);
    let listed = store.queries().memberships_of(login.id).await.unwrap();
    let found: Vec<_> = listed.into_iter().map(|of| (of.name, of.organization, of.member)).collect();
    assert_eq!(found, expected);
    assert!(store.queries().memberships_of(new()).await.unwrap().is_empty());
}

cases!($ users:
    a_user_is_kept_as_it_is,
    b1_an_address_is_one_users_and_look_alikes_are_others,
    a_change_of_a_user_raises_the_version_and_leaves_the_address,
    another_address_is_claimed_with_the_change_and_the_one_before_is_free,
    copies_of_an_address_lag_until_all_have_followed,
    a_login_is_held_by_its_address,
    only_an_active_membership_of_a_running_organization_counts_as_active_somewhere,
    the_running_organizations_of_a_user_are_listed_by_name,
);
