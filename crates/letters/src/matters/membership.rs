//! Leaving an organization or standing still in it, and being back.

use super::access::in_one_line;
use crate::letter::Access;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// You are no longer a member of the organization.
pub(crate) fn deleted(desk: &Desk<'_>) -> Result<Draft, Unwritten> {
    let organization = [("organization", desk.organization.as_str().into())];
    let (subject, lead) = opening(desk, "deleted")?;
    Ok((subject, vec![lead, desk.paragraph("deleted-rest", &organization)?, desk.paragraph("revoked-ask", &organization)?]))
}

/// You can't act in the organization for a while.
pub(crate) fn deactivated(desk: &Desk<'_>) -> Result<Draft, Unwritten> {
    let organization = [("organization", desk.organization.as_str().into())];
    let (subject, lead) = opening(desk, "deactivated")?;
    Ok((subject, vec![lead, desk.paragraph("deactivated-rest", &organization)?, desk.paragraph("revoked-ask", &organization)?]))
}

/// You are a member again, or act again, with this access.
pub(crate) fn back(desk: &Desk<'_>, what: &str, accesses: &[Access]) -> Result<Draft, Unwritten> {
    let (subject, lead) = opening(desk, what)?;
    let mut blocks = vec![lead];
    if !accesses.is_empty() {
        blocks.push(desk.paragraph("restored-now", &[])?);
        blocks.push(Block::List(accesses.iter().map(|access| in_one_line(desk, access)).collect::<Result<_, _>>()?));
    }
    blocks.push(desk.front_door()?);
    Ok((subject, blocks))
}

/// The subject and the first paragraph.
fn opening(desk: &Desk<'_>, what: &str) -> Result<(String, Block), Unwritten> {
    let organization = [("organization", desk.organization.as_str().into())];
    let subject = desk.phrases.say(&format!("{what}-subject"), &organization)?;
    let lead = desk.phrases.say_who(&format!("{what}-lead"), ("actor", desk.actor.as_deref()), &organization)?;
    Ok((subject, Block::Paragraph(lead)))
}
