//! What became of a login's second factor.

use tenure_domain::{EmailAddress, Instant};

use crate::letter::FactorNews;
use crate::moment::moment;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// What, when, and what to do if it was somebody else. The link asks for a mail and holds no secret.
pub(crate) fn write(desk: &Desk<'_>, news: FactorNews, email: &EmailAddress, at: Instant) -> Result<Draft, Unwritten> {
    let (subject, lead) = match news {
        FactorNews::Added => ("factor-added-subject", "factor-added-lead"),
        FactorNews::Removed => ("factor-removed-subject", "factor-removed-lead"),
        FactorNews::RecoveryCodesRenewed => ("recovery-codes-subject", "recovery-codes-lead"),
        FactorNews::RecoveryCodeUsed => ("recovery-code-subject", "recovery-code-lead"),
    };
    let at = moment(at, desk.letter.time_zone, &desk.phrases)?;
    let organization = [("organization", desk.organization.as_str().into())];
    let blocks = vec![
        desk.paragraph(lead, &[("email", email.as_str().into()), ("moment", at.into())])?,
        desk.paragraph("factor-rest", &organization)?,
        Block::Link { label: desk.phrases.say("password-changed-link", &[])?, url: desk.link("/password-reset") },
    ];
    Ok((desk.phrases.say(subject, &[])?, blocks))
}
