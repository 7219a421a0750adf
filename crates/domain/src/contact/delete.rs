//! Deleting one contact.

use super::Contact;
use crate::access::Access;
use crate::access_model::engine;
use crate::bits::Index;
use crate::decided::Decided;
use crate::event::Event;
use crate::id::MemberId;
use crate::may_grant::GrantRefused;
use crate::workspace::Place;

/// Deletes a contact, whoever takes care of it. Whether the actor sees it at all (R5) is the caller's to establish. The journal keeps
/// nothing of what it was called.
pub fn delete(by: &Access, place: &Place, contact: &Contact, holder: Option<MemberId>) -> Result<Decided<()>, GrantRefused> {
    if !by.can(engine::CONTACTS_DELETE, place) {
        let key = engine::KEYS.get(engine::CONTACTS_DELETE.at()).copied().unwrap_or_default();
        return Err(GrantRefused::MissingPermission(key));
    }
    let event = Event::ContactDeleted { contact: contact.id, workspace: contact.workspace, assignee: holder };
    Ok(Decided::new((), event))
}
