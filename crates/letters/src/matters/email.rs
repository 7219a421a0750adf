//! A link that confirms an address, and that a login has another one. Both are about a login, whatever organizations it belongs to.

use tenure_domain::{EmailAddress, Instant};

use crate::moment::moment;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// The link, and until when it works. It may go to a stranger, by a slip: it says nothing of who the login is, nor whose.
pub(crate) fn confirmation(desk: &Desk<'_>, email: &EmailAddress, expires_at: Instant, token: &str) -> Result<Draft, Unwritten> {
    let until = moment(expires_at, desk.letter.time_zone, &desk.phrases)?;
    let blocks = vec![
        desk.paragraph("confirmation-lead", &[("email", email.as_str().into())])?,
        Block::Link { label: desk.phrases.say("confirmation-link", &[])?, url: desk.link(&format!("/email-confirmation/{token}")) },
        desk.paragraph("confirmation-until", &[("moment", until.into())])?,
        desk.paragraph("confirmation-rest", &[])?,
    ];
    Ok((desk.phrases.say("confirmation-subject", &[])?, blocks))
}

/// When, which it is now, and what to do if it was somebody else.
pub(crate) fn changed(desk: &Desk<'_>, before: &EmailAddress, after: &EmailAddress, at: Instant) -> Result<Draft, Unwritten> {
    let at = moment(at, desk.letter.time_zone, &desk.phrases)?;
    let both = [("before", before.as_str().into()), ("after", after.as_str().into()), ("moment", at.into())];
    let organization = [("organization", desk.organization.as_str().into())];
    let blocks = vec![desk.paragraph("email-changed-lead", &both)?, desk.paragraph("email-changed-rest", &organization)?];
    Ok((desk.phrases.say("email-changed-subject", &[])?, blocks))
}
