//! The invitation.

use tenure_domain::{EmailAddress, Instant};

use super::access;
use crate::fold::lines;
use crate::letter::Access;
use crate::moment::moment;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// Who invites, to what, with which words, and until when.
pub(crate) fn write(
    desk: &Desk<'_>,
    offers: &[Access],
    note: Option<&str>,
    email: &EmailAddress,
    expires_at: Instant,
    token: &str,
) -> Result<Draft, Unwritten> {
    let inviter = ("inviter", desk.actor.as_deref());
    let organization = [("organization", desk.organization.as_str().into())];

    let subject = desk.phrases.say_who("invitation-subject", inviter, &organization)?;
    let mut blocks = vec![Block::Paragraph(desk.phrases.say_who("invitation-lead", inviter, &organization)?)];
    let offered = offers.iter().map(|offer| access::in_one_line(desk, offer)).collect::<Result<Vec<_>, _>>()?;
    if !offered.is_empty() {
        blocks.push(desk.paragraph("invitation-offers", &[])?);
        blocks.push(Block::List(offered));
    }
    if let Some(note) = note {
        blocks.push(Block::Paragraph(desk.phrases.say_who("invitation-note", inviter, &[])?));
        blocks.push(Block::Quote(lines(note)));
    }
    let url = desk.link(&format!("/invitation/{token}"));
    blocks.push(Block::Link { label: desk.phrases.say("invitation-link", &[])?, url });
    let until = moment(expires_at, desk.letter.time_zone, &desk.phrases)?;
    blocks.push(desk.paragraph("invitation-until", &[("moment", until.into())])?);
    blocks.push(desk.paragraph("invitation-for", &[("email", email.as_str().into())])?);
    Ok((subject, blocks))
}
