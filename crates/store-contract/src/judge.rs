//! What must be true after whatever ran into whatever.

use tenure_domain::MemberId;
use tenure_domain::access_model::engine;
use tenure_domain::workspace::Place;

use crate::deeds::Person;
use crate::samples::Office;

/// Nobody without access holds a contact (h2): each of these members can handle contacts in every workspace where they hold any.
pub(crate) async fn holders_have_access(office: &Office, members: &[MemberId]) {
    let mut unit = office.open().await;
    for member in members {
        let portfolios = unit.portfolios().held_by(office.id(), &[*member]).await.unwrap();
        let person = Person::find(unit.unit(), &office.organization, *member).await.unwrap();
        for portfolio in portfolios {
            let count = office.store.queries().count_contacts(office.id(), &[portfolio.id], 1).await.unwrap();
            let chain = unit.workspaces().chains(office.id(), &[portfolio.workspace]).await.unwrap().remove(0);
            let place = Place::new(&office.organization.model, chain).unwrap();
            let may = person.access.would(engine::CONTACTS_HANDLE, &place);
            assert!(may || count.value == 0, "{member} holds contacts in {} without access", portfolio.workspace);
        }
    }
}

/// The organization is governed (R8).
pub(crate) async fn somebody_governs(office: &Office) {
    let governing = office.organization.governing_levels();
    let mut unit = office.open().await;
    let governed = unit.memberships().another_governor(office.id(), office.root(), &governing, None).await.unwrap();
    assert!(governed, "nobody is in charge any more");
}

/// `violations` agrees that all is well.
pub(crate) async fn nothing_is_violated(office: &Office) {
    assert_eq!(office.store.queries().violations(20).await.unwrap(), []);
}
