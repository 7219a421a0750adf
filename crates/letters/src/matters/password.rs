//! A link to another password, and that there is another one. Both are about a login, whatever organizations it belongs to.

use tenure_domain::{EmailAddress, Instant};

use crate::moment::moment;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// Who asked for it, the link, and until when it works.
pub(crate) fn reset(desk: &Desk<'_>, email: &EmailAddress, expires_at: Instant, token: &str) -> Result<Draft, Unwritten> {
    let email = [("email", email.as_str().into())];
    let until = moment(expires_at, desk.letter.time_zone, &desk.phrases)?;
    let blocks = vec![
        Block::Paragraph(desk.phrases.say_who("reset-lead", ("actor", desk.actor.as_deref()), &email)?),
        Block::Link { label: desk.phrases.say("reset-link", &[])?, url: desk.link(&format!("/password-reset/{token}")) },
        desk.paragraph("reset-until", &[("moment", until.into())])?,
        desk.paragraph("reset-rest", &[])?,
    ];
    Ok((desk.phrases.say("reset-subject", &[])?, blocks))
}

/// When, and what to do if it was somebody else. The link asks for a mail and holds no secret.
pub(crate) fn changed(desk: &Desk<'_>, email: &EmailAddress, at: Instant) -> Result<Draft, Unwritten> {
    let at = moment(at, desk.letter.time_zone, &desk.phrases)?;
    let organization = [("organization", desk.organization.as_str().into())];
    let blocks = vec![
        desk.paragraph("password-changed-lead", &[("email", email.as_str().into()), ("moment", at.into())])?,
        desk.paragraph("password-changed-rest", &organization)?,
        Block::Link { label: desk.phrases.say("password-changed-link", &[])?, url: desk.link("/password-reset") },
    ];
    Ok((desk.phrases.say("password-changed-subject", &[])?, blocks))
}
