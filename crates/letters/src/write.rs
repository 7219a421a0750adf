//! Writing a letter.

use std::fmt;

use crate::fold::{one_line, person};
use crate::letter::{Letter, Matter};
use crate::matters::{access, email as address, governing, handover, invitation, membership, password, second_factor};
use crate::phrases::{Phrases, Unwritten};
use crate::sheet::{Block, Sheet};

/// A written letter.
#[derive(Clone, PartialEq, Eq)]
pub struct Texts {
    /// The subject: one line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same in HTML, a whole document.
    pub html: String,
}

impl fmt::Debug for Texts {
    // The links in some are secrets; the text must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Texts(…)")
    }
}

/// Writes a letter. `public_url` is where people reach this installation, with or without a slash at its end; every link begins
/// with it.
pub fn write(letter: &Letter, public_url: &str) -> Result<Texts, Unwritten> {
    let desk = Desk {
        phrases: Phrases::of(letter.language),
        letter,
        organization: one_line(&letter.organization),
        actor: person(letter.actor.as_deref()),
        public_url: public_url.trim_end_matches('/'),
    };
    let (subject, blocks) = match &letter.matter {
        Matter::Invitation { offers, note, email, expires_at, token } => {
            invitation::write(&desk, offers, note.as_deref(), email, *expires_at, token)?
        }
        Matter::AccessGranted(access) => access::granted(&desk, access)?,
        Matter::AccessChanged(access) => access::changed(&desk, access)?,
        Matter::AccessRevoked { workspace } => access::revoked(&desk, workspace.as_deref())?,
        Matter::MemberDeleted => membership::deleted(&desk)?,
        Matter::PasswordReset { email, expires_at, token } => password::reset(&desk, email, *expires_at, token)?,
        Matter::PasswordChanged { email, at } => password::changed(&desk, email, *at)?,
        Matter::EmailConfirmation { email, expires_at, token } => address::confirmation(&desk, email, *expires_at, token)?,
        Matter::EmailChanged { before, after, at } => address::changed(&desk, before, after, *at)?,
        Matter::SecondFactor { news, email, at } => second_factor::write(&desk, *news, email, *at)?,
        Matter::MemberDeactivated => membership::deactivated(&desk)?,
        Matter::MemberReactivated { accesses } => membership::back(&desk, "reactivated", accesses)?,
        Matter::MemberRestored { accesses } => membership::back(&desk, "restored", accesses)?,
        Matter::GovernorNamed { governor } => governing::named(&desk, governor.as_deref())?,
        Matter::ContactsHandedOver { from, contacts } => handover::write(&desk, from.as_deref(), *contacts)?,
    };
    let footer = match letter.matter {
        Matter::Invitation { .. } => "footer-invited",
        Matter::MemberDeleted => "footer-left",
        Matter::PasswordReset { .. } | Matter::PasswordChanged { .. } | Matter::SecondFactor { .. } => "footer-login",
        Matter::EmailConfirmation { .. } => "footer-asked",
        Matter::EmailChanged { .. } => "footer-former",
        _ => "footer-member",
    };
    let first_name = letter.first_name.as_deref().map(one_line).filter(|name| !name.is_empty());
    Sheet {
        language: letter.language.tag(),
        subject,
        greeting: desk.phrases.say_who("greeting", ("name", first_name.as_deref()), &[])?,
        blocks,
        footer: desk.phrases.say(footer, &[("organization", desk.organization.as_str().into())])?,
    }
    .print()
}

/// What every letter has at hand while it is written.
pub(crate) struct Desk<'a> {
    pub(crate) phrases: Phrases,
    pub(crate) letter: &'a Letter,
    /// The organization's name, folded.
    pub(crate) organization: String,
    /// Who caused it, folded.
    pub(crate) actor: Option<String>,
    public_url: &'a str,
}

impl Desk<'_> {
    /// A link to a path of this installation, which begins with a slash.
    pub(crate) fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// A paragraph of one sentence.
    pub(crate) fn paragraph(&self, key: &str, filling: &[crate::phrases::Filling<'_>]) -> Result<Block, Unwritten> {
        self.phrases.say(key, filling).map(Block::Paragraph)
    }

    /// The link to the installation itself.
    pub(crate) fn front_door(&self) -> Result<Block, Unwritten> {
        let label = self.phrases.say("open", &[("organization", self.organization.as_str().into())])?;
        Ok(Block::Link { label, url: self.link("/") })
    }
}

/// A subject and the blocks below the greeting.
pub(crate) type Draft = (String, Vec<Block>);
