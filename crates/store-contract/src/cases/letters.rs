//! What couriers are told for a letter, and which letters have been overtaken.

use std::sync::Arc;

use tenure_domain::grant::{Giver, Grant};
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Language, Membership, Status};
use tenure_domain::record::{Actor, Errand, Matter};
use tenure_domain::revocation::Receipt;
use tenure_port_store::{Bounded, LetterFacts, Store};

use super::receipts::{keep, receipt};
use crate::contract::cases;
use crate::samples::{Office, at, errand, grant, invitation, membership, new, user};

async fn facts(office: &Office, errand: &Errand) -> Option<LetterFacts> {
    office.store.queries().letter_facts(errand).await.unwrap()
}

async fn a_letter_about_access_knows_workspace_grant_and_who_did_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let german = |member: &mut Membership| member.profile.language = Language::German;
    let to = office.add("Re Ceiver", Status::Active, &[("agent", tree.north)], german).await;
    let grant = office.grants_of(to.id).await.remove(0);
    for matter in [Matter::AccessGranted { workspace: tree.north }, Matter::AccessChanged { workspace: tree.north }] {
        let by_chief = Errand { actor: Actor::Member(office.chief), ..errand(office.id(), at(1), to.id, matter) };
        let told = facts(&office, &by_chief).await.unwrap();
        assert_eq!((&told.organization, &told.to, told.language), (&office.organization, &to, Language::German));
        assert_eq!((told.actor_name.as_deref(), told.workspace_name.as_deref()), (Some("Chief Zero"), Some("North")));
        assert_eq!((told.grant.as_ref(), told.invitation, told.contacts), (Some(&grant), None, None));
        for actor in [Actor::System, Actor::Operator(new()), Actor::Member(new())] {
            let nameless = facts(&office, &Errand { actor, ..by_chief.clone() }).await.unwrap();
            assert_eq!(nameless.actor_name, None);
        }
    }
}

async fn a_letter_about_ended_access_is_sent_without_the_grant(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let to = office.hire("Re Ceiver", &[]).await;
    let told = facts(&office, &errand(office.id(), at(1), to, Matter::AccessRevoked { workspace: tree.north })).await.unwrap();
    assert_eq!((told.workspace_name.as_deref(), told.grant), (Some("North"), None));
}

async fn a_letter_to_somebody_who_is_gone_has_been_overtaken(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let other = Office::found_called(&store, "Other").await;
    let (pending, invitation) = office.invite("Pen Ding", &[("clerk", office.root())]).await;
    let letter = errand(office.id(), at(1), pending.id, Matter::Invitation { invitation: invitation.id, generation: 1 });
    assert!(facts(&office, &letter).await.is_some());
    assert!(facts(&office, &Errand { organization: other.id(), ..letter.clone() }).await.is_none());
    let mut unit = office.lock().await;
    unit.membership_changes().remove(pending.id, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    assert!(facts(&office, &letter).await.is_none());
    let access = errand(office.id(), at(1), pending.id, Matter::AccessGranted { workspace: office.root() });
    assert!(facts(&office, &access).await.is_none());
}

async fn an_invitations_letter_lists_all_that_is_offered(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (pending, invitation) = office.invite("Pen Ding", &[("agent", tree.north), ("clerk", tree.south)]).await;
    let letter = errand(office.id(), at(1), pending.id, Matter::Invitation { invitation: invitation.id, generation: 1 });
    let told = facts(&office, &letter).await.unwrap();
    assert_eq!((&told.to, told.invitation.as_ref()), (&pending, Some(&invitation)));
    let mut offered: Vec<&str> = told.offered.iter().map(|(_, name)| name.as_str()).collect();
    offered.sort_unstable();
    assert_eq!(offered, ["North", "South"]);
    assert!(told.has_giver);
    let grants = office.grants_of(pending.id).await;
    assert!(told.offered.iter().all(|(grant, _)| grants.contains(grant)));
}

async fn an_invitations_letter_knows_whether_any_giver_is_active_still(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let givers = [office.hire("Giver One", &[]).await, office.hire("Giver Two", &[]).await];
    let tree = office.plant().await;
    let pending = office.add("Pen Ding", Status::Pending, &[], |_| {}).await;
    let sent = invitation(office.id(), pending.id, office.chief);
    let mut unit = office.lock().await;
    unit.invitation_changes().insert(&sent).await.unwrap();
    for (giver, at) in givers.iter().zip([tree.north, tree.south]) {
        unit.grant_changes().insert(&grant(pending.id, at, "clerk", *giver)).await.unwrap();
    }
    unit.commit().await.unwrap();
    let letter = errand(office.id(), at(1), pending.id, Matter::Invitation { invitation: sent.id, generation: 1 });
    let mut told = Vec::new();
    for giver in givers {
        told.push(facts(&office, &letter).await.unwrap().has_giver);
        let mut unit = office.lock().await;
        let membership = unit.memberships().find(office.id(), giver).await.unwrap().unwrap();
        unit.membership_changes().update(&Membership { status: Status::Inactive, ..membership }).await.unwrap();
        unit.commit().await.unwrap();
    }
    told.push(facts(&office, &letter).await.unwrap().has_giver);
    assert_eq!(told, [true, true, false], "who invited last gave nothing of it");
    let by_operator = Grant { given_by: Giver::Operator(new()), ..office.grants_of(pending.id).await.remove(0) };
    let mut unit = office.lock().await;
    unit.grant_changes().update(&by_operator).await.unwrap();
    unit.commit().await.unwrap();
    assert!(facts(&office, &letter).await.unwrap().has_giver);
}

async fn c2_an_older_links_letter_has_been_overtaken(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (pending, invitation) = office.invite("Pen Ding", &[("clerk", office.root())]).await;
    let letter = |generation| errand(office.id(), at(1), pending.id, Matter::Invitation { invitation: invitation.id, generation });
    let mut unit = office.lock().await;
    unit.invitation_changes().update(&Invitation { generation: 2, ..invitation.clone() }, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    assert!(facts(&office, &letter(1)).await.is_none());
    assert!(facts(&office, &letter(2)).await.is_some());
    let mut unit = office.lock().await;
    unit.invitation_changes().remove(invitation.id, at(50)).await.unwrap();
    unit.commit().await.unwrap();
    assert!(facts(&office, &letter(2)).await.is_none(), "accepted, refused or withdrawn: the link is dead");
}

async fn a_letter_about_contacts_counts_them(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let root = office.root();
    let (leaver, heir) = (office.hire("Lea Ver", &[]).await, office.hire("Heir", &[]).await);
    for number in 0..3 {
        office.contact_of(leaver, root, &format!("Contact {number}")).await;
    }
    let portfolio = office.portfolio(leaver, root).await;
    let left = Receipt { undo_until: None, ..receipt(&office, leaver, root, 1) };
    keep(&office, &left, &[&portfolio]).await;
    office.hand_over(&[portfolio], Some(heir)).await;
    let letter = errand(office.id(), at(1), heir, Matter::ContactsHandedOver { from: leaver, receipt: left.id });
    let told = facts(&office, &letter).await.unwrap();
    assert_eq!(told.from_name.as_deref(), Some("Lea Ver"));
    assert_eq!(told.contacts, Some(Bounded { value: 3, exact: true }));
    assert_eq!(told.workspace_name.as_deref(), Some("Office"));
    // Where nothing can be undone they may be folded before the letter leaves. Then it doesn't say how many.
    while store.errands().fold(at(1_000_000), 100).await.unwrap() > 0 {}
    let told = facts(&office, &letter).await.unwrap();
    assert_eq!((told.from_name.as_deref(), told.contacts), (Some("Lea Ver"), None));
}

async fn a_letter_about_who_was_named_to_govern_names_them(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (named, _) = office.invite("Na Med", &[("chief", office.root())]).await;
    let letter = errand(office.id(), at(1), office.chief, Matter::GovernorNamed { governor: named.id });
    let told = facts(&office, &letter).await.unwrap();
    assert_eq!(told.from_name.as_deref(), Some("Na Med"));
    let gone = errand(office.id(), at(1), office.chief, Matter::GovernorNamed { governor: new() });
    assert_eq!(facts(&office, &gone).await.unwrap().from_name, None, "who was named may be gone when it leaves");
}

async fn a_letter_about_a_login_knows_it(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let login = user(&format!("{}@example.test", office.id()));
    let here = membership(office.id(), Some(&login), "another.copy@example.test", "Here");
    let mut unit = office.lock().await;
    unit.users().insert(&login).await.unwrap();
    unit.membership_changes().insert(&here).await.unwrap();
    unit.commit().await.unwrap();
    let (pending, _) = office.invite("Pen Ding", &[("clerk", office.root())]).await;
    let about = [
        Matter::PasswordReset { generation: 1 },
        Matter::PasswordChanged,
        Matter::RecoveryCodeUsed,
        Matter::EmailConfirmation { generation: 1 },
        Matter::EmailChanged { generation: 1 },
    ];
    for matter in about {
        let told = facts(&office, &errand(office.id(), at(1), here.id, matter)).await.unwrap();
        assert_eq!((&told.to.id, told.login.as_ref()), (&here.id, Some(&login)), "and so its own address");
        assert!(facts(&office, &errand(office.id(), at(1), pending.id, matter)).await.is_none(), "they have none");
    }
}

cases!($ letters:
    a_letter_about_access_knows_workspace_grant_and_who_did_it,
    a_letter_about_ended_access_is_sent_without_the_grant,
    a_letter_to_somebody_who_is_gone_has_been_overtaken,
    an_invitations_letter_lists_all_that_is_offered,
    an_invitations_letter_knows_whether_any_giver_is_active_still,
    c2_an_older_links_letter_has_been_overtaken,
    a_letter_about_contacts_counts_them,
    a_letter_about_who_was_named_to_govern_names_them,
    a_letter_about_a_login_knows_it,
);
