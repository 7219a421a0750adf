//! Contacts handed over.

use crate::fold::person;
use crate::letter::Count;
use crate::moment::number;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// Whose contacts came, how many, and who arranged it.
pub(crate) fn write(desk: &Desk<'_>, from: Option<&str>, contacts: Option<Count>) -> Result<Draft, Unwritten> {
    let from = person(from);
    let from = ("from", from.as_deref());
    let organization = [("organization", desk.organization.as_str().into())];

    let subject = desk.phrases.say_who("handover-subject", from, &organization)?;
    let mut blocks = vec![Block::Paragraph(desk.phrases.say_who("handover-lead", from, &organization)?)];
    if let Some(count) = contacts {
        let (key, count) = match count {
            Count::Exactly(count) => ("handover-count", count),
            Count::MoreThan(count) => ("handover-count-more", count),
        };
        let shown = number(count, desk.letter.language);
        blocks.push(desk.paragraph(key, &[("count", count.into()), ("shown", shown.into())])?);
    }
    if let Some(actor) = &desk.actor {
        blocks.push(desk.paragraph("handover-by", &[("actor", actor.as_str().into())])?);
    }
    blocks.push(desk.front_door()?);
    Ok((subject, blocks))
}
