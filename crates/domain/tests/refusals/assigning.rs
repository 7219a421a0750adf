//! Refusals of assigning a contact.

use tenure_domain::Refusal;
use tenure_domain::RefusalKind::{Forbidden, Invalid};
use tenure_domain::contact::{AssignFacts, Assignee, assign};
use tenure_domain::strategies::{Scene, id};

use crate::acts::place;
use crate::small::{ADA, BERLIN, CEM, DORA, EVE, FINN, PARIS, change, grant, offer, small, who, workspace};
use crate::{Line, check, no};

fn assigns(scene: &Scene, actor: u64, assignee: u64) -> Option<Box<dyn Refusal>> {
    let person = who(scene, assignee);
    let access = person.access(&scene.organization);
    no(assign(AssignFacts {
        contact: &scene.contacts[0],
        holder: Some(id(CEM)),
        place: &place(scene, workspace(BERLIN)),
        actor: &who(scene, actor).access(&scene.organization),
        assignee: Some(Assignee { membership: &person.membership, access: &access }),
    }))
}

#[test]
fn a_contact_goes_to_nobody_who_can_not_handle_it() {
    let mut scene = small();
    change(&mut scene, DORA, |dora| dora.grants = vec![grant(DORA, PARIS, offer(&["agent"], &[], &[]))]);
    let pointer = Some("/member");
    let line = |when, refused, kind, rule, says, pointer| Line { when, refused, kind, rule, says, pointer };
    check(vec![
        line(
            "an agent of another branch assigns",
            assigns(&scene, DORA, CEM),
            Forbidden,
            "missing_permission",
            "contacts.handle",
            None,
        ),
        line("to somebody deactivated", assigns(&scene, ADA, FINN), Invalid, "assignee_not_active", "active", pointer),
        line("to somebody invited", assigns(&scene, ADA, EVE), Invalid, "assignee_not_active", "active", pointer),
        line(
            "to an agent of another branch",
            assigns(&scene, ADA, DORA),
            Invalid,
            "assignee_cannot_handle",
            "in this workspace",
            pointer,
        ),
    ]);
    assert!(assigns(&scene, ADA, CEM).is_none());
}
