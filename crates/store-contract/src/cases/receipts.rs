//! Receipts: what a revocation moved, and what became of that since.

use std::collections::BTreeSet;
use std::sync::Arc;

use tenure_domain::contact::Portfolio;
use tenure_domain::grant::Giver;
use tenure_domain::revocation::{Act, Receipt, ReceiptState};
use tenure_domain::selection::{Part, Selected, Selection};
use tenure_domain::{KindKey, MemberId, ReceiptId, WorkspaceId};
use tenure_port_store::{PageAsk, Store};

use crate::contract::cases;
use crate::samples::{Office, at, grant, instant, new};

pub(super) fn receipt(office: &Office, member: MemberId, workspace: WorkspaceId, when: u64) -> Receipt {
    Receipt {
        organization: office.id(),
        id: new(),
        act: Act::Revocation,
        member,
        workspace,
        grants: vec![grant(member, workspace, "agent", office.chief)],
        selections: Vec::new(),
        successor: None,
        by: Giver::Member(office.chief),
        at: at(when),
        undo_until: Some(at(when + 1_000)),
        state: ReceiptState::Standing,
    }
}

/// Keeps a receipt with these portfolios.
pub(super) async fn keep(office: &Office, receipt: &Receipt, portfolios: &[&Portfolio]) {
    let ids: Vec<_> = portfolios.iter().map(|portfolio| portfolio.id).collect();
    let mut unit = office.lock().await;
    unit.receipt_changes().insert(receipt, &ids).await.unwrap();
    unit.commit().await.unwrap();
}

async fn state(office: &Office, id: ReceiptId) -> ReceiptState {
    office.open().await.receipts().find(office.id(), id).await.unwrap().unwrap().state
}

async fn a_receipt_is_kept_as_it_is(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (leaver, heir) = (office.hire("Lea Ver", &[]).await, office.hire("Heir", &[]).await);
    let mut full = receipt(&office, leaver, office.root(), 1);
    let first = &mut full.grants[0];
    first.permissions = ["calls.use", "reports.view"].map(|key| tenure_domain::PermissionKey::parse(key).unwrap()).into();
    first.restrictions = [tenure_domain::RestrictionKey::parse("masked").unwrap()].into();
    first.given_by = Giver::Operator(new());
    first.given_at = instant(3);
    first.version = 12;
    let chosen = [
        ("desk", Selection::only([Part::Resource(new()), Part::Resource(new()), Part::Group(new())])),
        ("hat", Selection::None),
        ("team", Selection::All),
    ];
    full.selections = chosen
        .map(|(kind, selection)| Selected {
            member: leaver,
            kind: KindKey::parse(kind).unwrap(),
            selection,
            chosen_by: Some(Giver::Member(new())),
            version: 7,
        })
        .into();
    full.successor = Some(heir);
    full.by = Giver::Operator(new());
    (full.at, full.undo_until) = (instant(5), Some(instant(6)));
    let bare = Receipt { undo_until: None, state: ReceiptState::Superseded, ..receipt(&office, leaver, office.root(), 2) };
    let portfolio = office.portfolio(leaver, office.root()).await;
    keep(&office, &full, &[&portfolio]).await;
    keep(&office, &bare, &[]).await;
    let mut unit = office.open().await;
    for kept in [&full, &bare] {
        assert_eq!(unit.receipts().find(office.id(), kept.id).await.unwrap().as_ref(), Some(kept));
    }
    assert_eq!(unit.receipts().find(office.id(), new()).await.unwrap(), None);
    assert_eq!(unit.portfolios().of_receipt(office.id(), full.id).await.unwrap(), std::slice::from_ref(&portfolio));
    assert!(unit.portfolios().of_receipt(office.id(), bare.id).await.unwrap().is_empty());
    let row = store.queries().receipt(office.id(), full.id).await.unwrap().unwrap();
    assert_eq!((row.receipt, row.portfolios, row.member_name.as_deref()), (full, vec![portfolio.id], Some("Lea Ver")));
    assert_eq!(store.queries().receipt(office.id(), new()).await.unwrap(), None);
}

async fn a_receipts_portfolios_come_with_whoever_holds_them_now(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (leaver, heir) = (office.hire("Lea Ver", &[]).await, office.hire("Heir", &[]).await);
    let portfolio = office.portfolio(leaver, office.root()).await;
    let receipt = receipt(&office, leaver, office.root(), 1);
    keep(&office, &receipt, &[&portfolio]).await;
    for holder in [Some(heir), None] {
        office.hand_over(std::slice::from_ref(&portfolio), holder).await;
        let now = office.open().await.portfolios().of_receipt(office.id(), receipt.id).await.unwrap();
        assert_eq!(now, [Portfolio { holder, open: false, ..portfolio.clone() }]);
    }
}

async fn a_receipt_is_undone_or_superseded(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let (leaver, other) = (office.hire("Lea Ver", &[]).await, office.hire("O Ther", &[]).await);
    let undone = receipt(&office, leaver, tree.north, 1);
    let here = [receipt(&office, leaver, tree.north, 2), receipt(&office, leaver, tree.north, 3)];
    let elsewhere = receipt(&office, leaver, tree.south, 4);
    let others = receipt(&office, other, tree.north, 5);
    for one in [&undone, &here[0], &here[1], &elsewhere, &others] {
        keep(&office, one, &[]).await;
    }
    let mut unit = office.lock().await;
    unit.receipt_changes().set_state(undone.id, ReceiptState::Undone).await.unwrap();
    unit.receipt_changes().supersede(leaver, tree.north).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(state(&office, undone.id).await, ReceiptState::Undone, "what was undone stays undone");
    for one in &here {
        assert_eq!(state(&office, one.id).await, ReceiptState::Superseded);
    }
    assert_eq!(state(&office, elsewhere.id).await, ReceiptState::Standing);
    assert_eq!(state(&office, others.id).await, ReceiptState::Standing);
}

async fn contacts_that_left_a_handed_over_portfolio_singly_are_remembered(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let (leaver, heir) = (office.hire("Lea Ver", &[]).await, office.hire("Heir", &[]).await);
    let mut contacts = Vec::new();
    for number in 0..5 {
        contacts.push(office.contact_of(leaver, office.root(), &format!("Contact {number}")).await.id);
    }
    let portfolio = office.portfolio(leaver, office.root()).await;
    let own = office.portfolio(heir, office.root()).await;
    office.move_to(contacts[0], Some(&own)).await;
    let receipt = receipt(&office, leaver, office.root(), 1);
    keep(&office, &receipt, &[&portfolio]).await;
    office.hand_over(&[portfolio], Some(heir)).await;
    let departed = async |up_to: u32| {
        let departed = office.open().await.receipts().departed(office.id(), receipt.id, up_to).await.unwrap();
        (departed.contacts.iter().map(|one| one.contact).collect::<Vec<_>>(), departed.more)
    };
    assert_eq!(departed(10).await, (vec![], false), "it left before the handover");
    for number in [3, 1, 2] {
        office.move_to(contacts[number], if number == 1 { None } else { Some(&own) }).await;
    }
    office.move_to(contacts[3], None).await;
    assert_eq!(departed(10).await, (vec![contacts[3], contacts[1], contacts[2]], false), "oldest departure first");
    assert_eq!(departed(3).await, (vec![contacts[3], contacts[1], contacts[2]], false));
    assert_eq!(departed(2).await, (vec![contacts[3], contacts[1]], true));
    let left = office.open().await.receipts().departed(office.id(), receipt.id, 10).await.unwrap().contacts;
    let holders: Vec<Option<MemberId>> = left.iter().map(|one| one.holder).collect();
    assert_eq!(holders, [None, None, Some(heir)], "as they are now");
    assert!(left.iter().all(|one| one.workspace == office.root()));
    assert_eq!(office.open().await.receipts().departed(office.id(), new(), 5).await.unwrap().contacts, []);
}

async fn h3_an_undo_takes_its_portfolios_out_of_every_later_standing_receipt(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let leaver = office.hire("Lea Ver", &[]).await;
    let (p, q) = (office.portfolio(leaver, tree.north).await, office.portfolio(leaver, tree.south).await);
    // What was revoked before can still be undone after: only what came later has nothing left to give back (R12).
    let earlier = receipt(&office, leaver, tree.south, 0);
    let first = receipt(&office, leaver, tree.root, 1);
    let emptied = receipt(&office, leaver, tree.north, 2);
    let lightened = receipt(&office, leaver, tree.root, 3);
    let over = Receipt { state: ReceiptState::Undone, ..receipt(&office, leaver, tree.north, 4) };
    let unconcerned = receipt(&office, leaver, tree.south, 5);
    keep(&office, &earlier, &[&p]).await;
    keep(&office, &first, &[&p]).await;
    keep(&office, &emptied, &[&p]).await;
    keep(&office, &lightened, &[&p, &q]).await;
    keep(&office, &over, &[&p]).await;
    keep(&office, &unconcerned, &[&q]).await;
    let mut unit = office.lock().await;
    assert_eq!(unit.receipt_changes().release(&[p.id], first.id).await.unwrap(), [emptied.id]);
    assert_eq!(unit.receipt_changes().release(&[p.id], first.id).await.unwrap(), [], "once is enough");
    assert_eq!(unit.receipt_changes().release(&[], first.id).await.unwrap(), []);
    unit.commit().await.unwrap();
    let mut unit = office.open().await;
    for (receipt, left) in [
        (&earlier, vec![p.id]),
        (&first, vec![p.id]),
        (&emptied, vec![]),
        (&lightened, vec![q.id]),
        (&over, vec![p.id]),
        (&unconcerned, vec![q.id]),
    ] {
        let portfolios = unit.portfolios().of_receipt(office.id(), receipt.id).await.unwrap();
        assert_eq!(portfolios.iter().map(|portfolio| portfolio.id).collect::<Vec<_>>(), left);
    }
}

async fn receipts_are_listed_newest_first_where_somebody_reaches(store: Arc<dyn Store>) {
    let office = Office::found(&store).await;
    let tree = office.plant().await;
    let leaver = office.hire("Lea Ver", &[]).await;
    let withdrawn = new();
    let mut kept = Vec::new();
    for (when, place) in [tree.north, tree.south, tree.north_east, tree.root, tree.north].into_iter().enumerate() {
        let one = receipt(&office, if when == 2 { withdrawn } else { leaver }, place, when as u64);
        keep(&office, &one, &[]).await;
        kept.push(one.id);
    }
    let listed = async |entries: &[_], limit: u32| {
        let reach = office.reach(entries).await;
        let mut ask = PageAsk::first(limit);
        let mut rows = Vec::new();
        loop {
            let page = store.queries().receipts(office.id(), &reach, &ask).await.unwrap();
            rows.extend(page.items);
            let Some(after) = page.next else { return rows };
            ask.after = Some(after);
        }
    };
    let ids = |rows: Vec<tenure_port_store::ReceiptRow>| rows.iter().map(|row| row.receipt.id).collect::<Vec<_>>();
    let of = |numbers: &[usize]| numbers.iter().map(|number| kept[*number]).collect::<Vec<_>>();
    for limit in [1, 2, 5, 200] {
        assert_eq!(ids(listed(&[(tree.root, true)], limit).await), of(&[4, 3, 2, 1, 0]));
    }
    assert_eq!(ids(listed(&[(tree.north, true)], 2).await), of(&[4, 2, 0]));
    assert_eq!(ids(listed(&[(tree.root, true), (tree.north, false)], 2).await), of(&[3, 1]));
    assert!(listed(&[], 2).await.is_empty());
    // What is about two siblings is theirs to know of who manage at both, from wherever, and nobody's who manages at one.
    let both = Receipt {
        act: Act::Deletion,
        workspace: tree.root,
        grants: [tree.north_east, tree.south].map(|place| grant(withdrawn, place, "agent", office.chief)).into(),
        ..receipt(&office, withdrawn, tree.root, 5)
    };
    keep(&office, &both, &[]).await;
    for limit in [1, 2, 200] {
        let siblings = [(tree.north, true), (tree.south, true)];
        let mut expected = vec![both.id];
        expected.extend(of(&[4, 2, 1, 0]));
        assert_eq!(ids(listed(&siblings, limit).await), expected);
        assert_eq!(ids(listed(&[(tree.north, true)], limit).await), of(&[4, 2, 0]));
        assert_eq!(ids(listed(&[(tree.south, true)], limit).await), of(&[1]));
    }
    assert_eq!(ids(listed(&[(tree.root, true)], 1).await)[0], both.id);
    let names: BTreeSet<Option<String>> =
        listed(&[(tree.north_east, true)], 5).await.into_iter().map(|row| row.member_name).collect();
    assert_eq!(names, [None].into(), "somebody who is gone has no name");
}

cases!($ receipts:
    a_receipt_is_kept_as_it_is,
    a_receipts_portfolios_come_with_whoever_holds_them_now,
    a_receipt_is_undone_or_superseded,
    contacts_that_left_a_handed_over_portfolio_singly_are_remembered,
    h3_an_undo_takes_its_portfolios_out_of_every_later_standing_receipt,
    receipts_are_listed_newest_first_where_somebody_reaches,
);
