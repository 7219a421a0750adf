//! What is hidden of people, the same on every face: the journal's addresses, and names that would be addresses.

use serde_json::Value;
use tenure_domain::MemberId;
use tenure_domain::membership::Membership;
use tenure_domain::visibility::{Masking, looks_like_address_or_number};

/// What somebody is called whose names are missing and whose address is hidden.
fn nameless(member: MemberId) -> String {
    format!("Member {:08X}", member.uuid().as_u128() & 0xffff_ffff)
}

/// What is hidden of a member from this viewer: nothing of themselves.
pub fn masking_of(membership: &Membership, viewer: Option<MemberId>, masking: Masking) -> Masking {
    if viewer == Some(membership.id) { Masking::None } else { masking }
}

/// A member's name, as far as the viewer may see it.
pub fn display_name(membership: &Membership, masking: Masking) -> String {
    let profile = &membership.profile;
    let has_names = profile.first_name.is_some() || profile.last_name.is_some();
    if has_names || !masking.hides_addresses() { profile.display_name(&membership.email) } else { nameless(membership.id) }
}

/// A member's phone number, as far as the viewer may see it.
pub fn shown_phone(membership: &Membership, viewer: Option<MemberId>, masking: Masking) -> Option<String> {
    let phone = membership.profile.phone.as_ref().filter(|_| !masking_of(membership, viewer, masking).hides_addresses());
    phone.map(|phone| phone.as_str().to_owned())
}

/// A name that came without its membership: hidden where it could be an address, which stands in for missing names.
pub fn shown_name(name: Option<&str>, masking: Masking) -> Option<String> {
    name.filter(|name| !(masking.hides_addresses() && looks_like_address_or_number(name))).map(str::to_owned)
}

/// One side of an entry of the journal. Addresses are all that the journal holds of what masking hides.
pub fn shown_side(mut side: Value, masking: Masking) -> Value {
    if masking.hides_addresses()
        && let Some(side) = side.as_object_mut()
    {
        side.remove("email");
    }
    side
}
