//! Who governs.

use crate::fold::person;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// Whoever runs the server named somebody who is to govern beside whoever reads this.
pub(crate) fn named(desk: &Desk<'_>, governor: Option<&str>) -> Result<Draft, Unwritten> {
    let governor = person(governor);
    let governor = ("governor", governor.as_deref());
    let organization = [("organization", desk.organization.as_str().into())];
    let subject = desk.phrases.say_who("governor-subject", governor, &organization)?;
    let lead = Block::Paragraph(desk.phrases.say_who("governor-lead", governor, &organization)?);
    Ok((subject, vec![lead, desk.paragraph("governor-rest", &organization)?, desk.front_door()?]))
}
