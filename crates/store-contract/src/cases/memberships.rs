//! Memberships: reading, writing, holding, and what R8 and seats ask of them.

use std::sync::Arc;

use tenure_domain::UserId;
use tenure_domain::grant::Grant;
use tenure_domain::membership::{Digest, Language, Membership, Phone, Profile, Status, TimeZone};
use tenure_domain::user::User;
use tenure_port_store::Store;

use crate::contract::cases;
use crate::samples::{Office, at, email, grant, instant, invitation, is_stale, is_taken, levels, membership, name, new, user};

fn full(office: &Office, login: &User) -> Membership {
    Membership {
        status: Status::Inactive,
        profile: Profile {
            first_name: Some(name("Åsa-Łucja")),
            last_name: Some(name("O’Néill 🦊")),
            phone: Some(Phone::parse("+49 30 1234567").unwrap()),
            language: Language::German,
            time_zone: TimeZone::parse("America/Argentina/Buenos_Aires").unwrap(),
            digest: Digest::Monthly,
        },
        created_at: instant(1),
        last_active_at: Some(instant(2)),
        ..membership(office.id(), Some(login), login.email.as_str(), "x")
    }
}

async fn a_membership_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user("full@example.test");
    let kept = full(&office, &login);
    let mut bare = membership(office.id(), None, "bare@example.test", "x");
    bare.profile = Profile::default();
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    unit.membership_changes().insert(&kept).await.unwrap();
    unit.membership_changes().insert(&bare).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = office.open().await;
    for kept in [&kept, &bare] {
        assert_eq!(unit.memberships().find(office.id(), kept.id).await.unwrap().as_ref(), Some(kept));
        assert_eq!(unit.memberships().find_by_email(office.id(), &kept.email).await.unwrap().as_ref(), Some(kept));
        assert_eq!(unit.memberships().hold(office.id(), kept.id).await.unwrap().as_ref(), Some(kept));
    }
    assert_eq!(unit.memberships().find_by_user(office.id(), login.id).await.unwrap(), Some(kept.clone()));
    let mut some = unit.memberships().find_all(office.id(), &[bare.id, new(), kept.id]).await.unwrap();
    some.sort_by(|one, other| other.email.cmp(&one.email));
    assert_eq!(some, [kept.clone(), bare.clone()]);
    assert_eq!(unit.memberships().find_all(office.id(), &[]).await.unwrap(), []);
    assert_eq!(unit.memberships().find(office.id(), new()).await.unwrap(), None);
    assert_eq!(unit.memberships().hold(office.id(), new()).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_user(office.id(), new()).await.unwrap(), None);
    let asked = [kept.email.clone(), email("no@example.test"), bare.email.clone()];
    let mut found = unit.memberships().find_by_emails(office.id(), &asked).await.unwrap();
    found.sort_by(|one, other| other.email.cmp(&one.email));
    assert_eq!(found, [kept.clone(), bare.clone()]);
    assert_eq!(unit.memberships().find_by_emails(office.id(), &[]).await.unwrap(), []);
    let mut found = unit.memberships().find_all(office.id(), &[bare.id, new(), kept.id]).await.unwrap();
    found.sort_by(|one, other| other.email.cmp(&one.email));
    assert_eq!(found, [kept.clone(), bare.clone()]);
    assert_eq!(unit.memberships().find_all(office.id(), &[]).await.unwrap(), []);
    assert_eq!(unit.memberships().find_by_email(office.id(), &email("no@example.test")).await.unwrap(), None);
}

async fn an_address_and_a_login_have_one_membership_each(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user("one@example.test");
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    let first = membership(office.id(), Some(&login), "one@example.test", "One");
    unit.membership_changes().insert(&first).await.unwrap();
    let same_address = unit.membership_changes().insert(&membership(office.id(), None, "one@example.test", "Two")).await;
    assert!(is_taken(&same_address), "{same_address:?}");
    let same_login = unit.membership_changes().insert(&membership(office.id(), Some(&login), "two@example.test", "Two")).await;
    assert!(is_taken(&same_login), "{same_login:?}");
    let third = membership(office.id(), None, "two@example.test", "Three");
    unit.membership_changes().insert(&third).await.expect("a refused insert leaves no claim on its address behind");
    let moved = unit.membership_changes().update(&Membership { email: email("one@example.test"), ..third.clone() }).await;
    assert!(is_taken(&moved), "{moved:?}");
    let attached =
        unit.membership_changes().update(&Membership { user: Some(login.id), status: Status::Active, ..third.clone() }).await;
    assert!(is_taken(&attached), "{attached:?}");
    assert_eq!(unit.memberships().find(office.id(), third.id).await.unwrap(), Some(third), "the unit is still usable");
    unit.commit().await.unwrap();
}

async fn a_change_raises_the_version_and_an_older_one_is_stale(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user("new@example.test");
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    let first = membership(office.id(), None, "old@example.test", "Old Name");
    unit.membership_changes().insert(&first).await.unwrap();
    let changed = Membership { id: first.id, version: first.version, ..full(&office, &login) };
    unit.membership_changes().update(&changed).await.unwrap();
    let again = unit.membership_changes().update(&changed).await;
    assert!(is_stale(&again), "{again:?}");
    assert!(is_stale(
        &unit
            .membership_changes()
            .update(&Membership { id: new(), user: None, email: email("x@example.test"), ..changed.clone() })
            .await
    ));
    unit.membership_changes()
        .insert(&membership(office.id(), None, "x@example.test", "X"))
        .await
        .expect("nor did a stale change claim one");
    unit.commit().await.unwrap();
    assert_eq!(office.member(first.id).await, Membership { version: 2, ..changed });
}

async fn an_address_that_was_left_is_free_again(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let mut unit = office.lock().await;
    let first = membership(office.id(), None, "wrong@example.test", "First");
    unit.membership_changes().insert(&first).await.unwrap();
    unit.membership_changes().update(&Membership { email: email("right@example.test"), ..first.clone() }).await.unwrap();
    let second = membership(office.id(), None, "wrong@example.test", "Second");
    unit.membership_changes().insert(&second).await.unwrap();
    assert!(is_taken(&unit.membership_changes().insert(&membership(office.id(), None, "right@example.test", "Third")).await));
    unit.membership_changes().remove(second.id, at(50)).await.unwrap();
    unit.membership_changes().insert(&membership(office.id(), None, "wrong@example.test", "Fourth")).await.unwrap();
    assert_eq!(unit.memberships().find_by_email(office.id(), &email("right@example.test")).await.unwrap().unwrap().id, first.id);
    unit.commit().await.unwrap();
}

async fn a_pending_one_goes_with_its_grants_and_invitation(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (gone, invitation) = office.invite("Gone Soon", &[("agent", tree.north), ("clerk", tree.south)]).await;
    let (stays, other) = office.invite("Stays Here", &[("agent", tree.north)]).await;
    let mut unit = office.lock().await;
    unit.membership_changes().remove(gone.id, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = office.open().await;
    assert_eq!(unit.memberships().find(office.id(), gone.id).await.unwrap(), None);
    assert_eq!(unit.memberships().find_by_email(office.id(), &gone.email).await.unwrap(), None);
    assert!(unit.grants().of(office.id(), gone.id).await.unwrap().is_empty());
    assert_eq!(unit.invitations().find(office.id(), invitation.id).await.unwrap(), None);
    assert_eq!(unit.invitations().of_member(office.id(), gone.id).await.unwrap(), None);
    assert_eq!(unit.memberships().find(office.id(), stays.id).await.unwrap(), Some(stays));
    assert_eq!(unit.invitations().find(office.id(), other.id).await.unwrap(), Some(other));
}

async fn seeing_somebody_changes_nothing_but_when_they_were_seen(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let before = office.add("Some Body", Status::Active, &[], |_| {}).await;
    let mut unit = office.lock().await;
    unit.memberships().seen(office.id(), before.id, instant(77)).await.unwrap();
    unit.commit().await.unwrap();
    // A member's version leaves presence out: an edit isn't stale because somebody was there in the meantime.
    assert_eq!(office.member(before.id).await, Membership { last_active_at: Some(instant(77)), ..before });
}

async fn touching_somebody_changes_no_field(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let before = office.add("Some Body", Status::Active, &[], |_| {}).await;
    let mut unit = office.lock().await;
    unit.membership_changes().touch(before.id).await.unwrap();
    unit.commit().await.unwrap();
    let after = office.member(before.id).await;
    assert!(after.version >= before.version);
    assert_eq!(Membership { version: before.version, ..after }, before);
}

async fn a10_only_active_members_with_a_password_and_a_governing_level_at_the_root_govern(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let governing = levels(&["chief"]);
    let mut unit = office.lock().await;
    let mut candidates = Vec::new();
    for (number, (status, password, level, place)) in [
        (Status::Pending, true, "chief", tree.root),
        (Status::Inactive, true, "chief", tree.root),
        (Status::Active, false, "chief", tree.root),
        (Status::Active, true, "agent", tree.root),
        (Status::Active, true, "chief", tree.north),
    ]
    .into_iter()
    .enumerate()
    {
        let address = format!("candidate{number}@example.test");
        let mut login = user(&address);
        login.password_hash = login.password_hash.filter(|_| password);
        let attached = (status != Status::Pending).then_some(&login);
        if attached.is_some() {
            unit.users().insert(&login).await.unwrap();
        }
        let mut member = membership(office.id(), attached, &address, "Candi Date");
        member.status = status;
        unit.membership_changes().insert(&member).await.unwrap();
        unit.grant_changes().insert(&grant(member.id, place, level, office.chief)).await.unwrap();
        candidates.push(member.id);
    }
    let id = office.id();
    assert!(!unit.memberships().another_governor(id, tree.root, &governing, Some(office.chief)).await.unwrap());
    assert!(unit.memberships().another_governor(id, tree.root, &governing, Some(candidates[0])).await.unwrap());
    assert!(unit.memberships().another_governor(id, tree.root, &governing, None).await.unwrap());
    assert!(!unit.memberships().another_governor(id, tree.root, &levels(&["clerk"]), None).await.unwrap());
    assert!(!unit.memberships().another_governor(id, tree.root, &[].into(), None).await.unwrap());
    for (up_to, in_charge) in [(10, [office.chief].into()), (0, [].into())] {
        assert_eq!(unit.memberships().in_charge(id, tree.root, &governing, up_to).await.unwrap(), in_charge);
    }
    let mut both = grant(office.chief, tree.root, "agent", office.chief);
    both.levels = levels(&["agent", "chief"]);
    unit.grant_changes().update(&both).await.unwrap();
    assert!(unit.memberships().another_governor(id, tree.root, &levels(&["chief", "clerk"]), None).await.unwrap());
    unit.grant_changes().update(&tenure_domain::grant::Grant { levels: levels(&["agent"]), version: 2, ..both }).await.unwrap();
    assert!(!unit.memberships().another_governor(id, tree.root, &governing, None).await.unwrap());
}

async fn pending_and_active_members_take_seats(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    office.hire("Active One", &[]).await;
    let pending = office.add("Pending One", Status::Pending, &[], |_| {}).await;
    office.add("Inactive One", Status::Inactive, &[], |_| {}).await;
    let elsewhere = Office::found(&store).await;
    elsewhere.hire("Some Body", &[]).await;
    let mut unit = office.lock().await;
    for (up_to, taken) in [(100, 3), (3, 3), (2, 2), (0, 0)] {
        assert_eq!(unit.memberships().seats_taken(office.id(), up_to).await.unwrap(), taken);
    }
    unit.membership_changes().remove(pending.id, at(50)).await.unwrap();
    assert_eq!(unit.memberships().seats_taken(office.id(), 100).await.unwrap(), 2);
}

async fn whoever_holds_somebody_may_still_read_and_write(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let member = office.hire("Held Fast", &[("agent", office.root())]).await;
    let mut unit = office.open().await;
    let held = unit.memberships().hold(office.id(), member).await.unwrap();
    assert_eq!(unit.memberships().hold(office.id(), member).await.unwrap(), held, "twice is as good as once");
    assert_eq!(unit.grants().of(office.id(), member).await.unwrap().len(), 1);
    let portfolio = unit.portfolios().open(office.id(), office.root(), member, new()).await.unwrap();
    assert_eq!(portfolio.holder, Some(member));
    unit.commit().await.unwrap();
}

async fn an_invitation_goes_at_acceptance_and_the_member_stays(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user("accepts@example.test");
    let pending = membership(office.id(), None, "accepts@example.test", "Ac Cepts");
    let offered = invitation(office.id(), pending.id, office.chief);
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    unit.membership_changes().insert(&pending).await.unwrap();
    unit.invitation_changes().insert(&offered).await.unwrap();
    let active = Membership { user: Some(login.id), status: Status::Active, last_active_at: Some(at(9)), ..pending };
    unit.invitation_changes().remove(offered.id, at(50)).await.unwrap();
    unit.membership_changes().update(&active).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(office.member(active.id).await, Membership { version: 2, ..active.clone() });
    assert_eq!(office.open().await.memberships().find_by_user(office.id(), login.id).await.unwrap().unwrap().id, active.id);
    assert_eq!(office.open().await.invitations().of_member(office.id(), active.id).await.unwrap(), None);
}

async fn many_are_made_at_once_as_one_by_one(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let here = office.id();
    // More than one statement takes.
    let logins: Vec<User> = (0..1_203).map(|number| user(&format!("many{number}@example.test"))).collect();
    let made = |login: &User| membership(here, Some(login), login.email.as_str(), &format!("Many {}", login.email));
    let members: Vec<Membership> = logins.iter().map(made).collect();
    let given = |member: &Membership| Grant {
        levels: levels(&["clerk", "agent"]),
        ..grant(member.id, office.root(), "clerk", office.chief)
    };
    let grants: Vec<Grant> = members.iter().map(given).collect();
    let mut unit = office.lock().await;
    unit.users().insert_all(&logins).await.unwrap();
    unit.membership_changes().insert_all(&members).await.unwrap();
    unit.grant_changes().insert_all(&grants).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(store.queries().violations(10).await.unwrap(), []);
    for nth in [0, 499, 500, 1_202] {
        assert_eq!(office.member(members[nth].id).await, members[nth]);
        assert_eq!(office.open().await.grants().of(here, members[nth].id).await.unwrap(), [grants[nth].clone()]);
        assert_eq!(office.open().await.users().find(logins[nth].id).await.unwrap().as_ref(), Some(&logins[nth]));
    }

    let fresh = || user(&format!("{}@example.test", new::<UserId>().uuid().simple()));
    let (unknown, other) = (fresh(), fresh());
    let taken = [unknown.clone(), user("many1202@example.test")];
    assert!(is_taken(&office.lock().await.users().insert_all(&taken).await), "an address that is somebody's, after one that isn't");
    let mut unit = office.lock().await;
    unit.users().insert_all(&[unknown.clone(), other.clone()]).await.unwrap();
    let free = membership(here, Some(&unknown), unknown.email.as_str(), "Free");
    let same_login = membership(here, Some(&logins[7]), other.email.as_str(), "Same login");
    assert!(is_taken(&unit.membership_changes().insert_all(&[free.clone(), same_login]).await));
    let same_address = membership(here, None, "many7@example.test", "Same address");
    assert!(is_taken(&unit.membership_changes().insert_all(&[same_address]).await));
    assert!(is_taken(&unit.grant_changes().insert_all(&[given(&members[0])]).await));
    unit.membership_changes().insert_all(&[free]).await.expect("logins are looked at before anything is claimed");
}

cases!($ memberships:
    a_membership_is_kept_as_it_is,
    many_are_made_at_once_as_one_by_one,
    an_address_and_a_login_have_one_membership_each,
    a_change_raises_the_version_and_an_older_one_is_stale,
    an_address_that_was_left_is_free_again,
    a_pending_one_goes_with_its_grants_and_invitation,
    seeing_somebody_changes_nothing_but_when_they_were_seen,
    touching_somebody_changes_no_field,
    a10_only_active_members_with_a_password_and_a_governing_level_at_the_root_govern,
    pending_and_active_members_take_seats,
    whoever_holds_somebody_may_still_read_and_write,
    an_invitation_goes_at_acceptance_and_the_member_stays,
);
