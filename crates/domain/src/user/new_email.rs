//! Another address for a login (R15): it counts from when somebody who reads it, and knows the password, says so.

use std::time::Duration;

use super::{SentLinks, User};
use crate::access_model::{AccessModel, EmailChange};
use crate::email::EmailAddress;
use crate::instant::Instant;
use crate::refusal::{Refusal, RefusalKind};

/// An address that a login is going to have.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewEmail {
    /// Which; none where nothing waits to be confirmed.
    pub to: Option<EmailAddress>,
    /// Whether somebody who manages them asked for it.
    pub by_manager: bool,
    /// The links by which it is confirmed.
    pub links: SentLinks,
    /// The addresses of the last days, each with the link that ended it: what is told there may still be on its way.
    pub former: Vec<Former>,
}

/// An address that a login had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Former {
    /// The link by which another took its place.
    pub generation: u32,
    /// The address.
    pub email: EmailAddress,
    /// Until when it was the login's.
    pub until: Instant,
}

/// How long it is known which addresses a login had: longer than couriers try to deliver what was told there.
const FORMER_KEPT: Duration = Duration::from_hours(24 * 7);

/// How often an address may change within that.
const MOST_FORMER: usize = 20;

impl NewEmail {
    /// How long a link lives by which an address is confirmed.
    pub const LASTS: Duration = Duration::from_hours(24);

    /// The address that this link is about; none if the link is dead.
    pub fn behind(&self, generation: u32, now: Instant) -> Option<&EmailAddress> {
        self.to.as_ref().filter(|_| self.links.lives(generation, Self::LASTS, now))
    }

    /// The address that waits, while a link to it lives.
    pub fn waiting(&self, now: Instant) -> Option<&EmailAddress> {
        self.behind(self.links.generation, now)
    }

    /// The address that ended with this link.
    pub fn before(&self, generation: u32) -> Option<&EmailAddress> {
        self.former.iter().find(|former| former.generation == generation).map(|former| &former.email)
    }

    /// With another address that waits; none where the login has had its mails or changes for now, and where a manager's would take the place of
    /// one that the person asked for.
    pub fn another(&self, to: EmailAddress, by_manager: bool, now: Instant) -> Option<Self> {
        let is_theirs = !self.by_manager && self.waiting(now).is_some();
        let former: Vec<Former> = self.former.iter().filter(|former| now < former.until.plus(FORMER_KEPT)).cloned().collect();
        if by_manager && is_theirs || former.len() >= MOST_FORMER {
            return None;
        }
        let links = self.links.another(Self::LASTS, now)?;
        Some(Self { to: Some(to), by_manager, links, former })
    }

    /// Nothing waits any more.
    pub(super) fn forget(&mut self) {
        (self.to, self.links.expires_at) = (None, None);
    }
}

impl User {
    /// Gives them the address that they confirmed. What was sent to the one before opens nothing from then on.
    pub fn take_new_email(&mut self, now: Instant) {
        let Some(to) = self.new_email.to.take() else { return };
        let email = std::mem::replace(&mut self.email, to);
        self.new_email.former.push(Former { generation: self.new_email.links.generation, email, until: now });
        self.new_email.forget();
        self.reset.expires_at = None;
        self.email_confirmed = true;
    }
}

/// Why an address stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NewEmailRefused {
    /// An organization that they belong to keeps addresses as they are.
    #[error("addresses stay as they are here: invite the new address, and end the access of the old one with a handover")]
    Fixed,
    /// It is the one that they have.
    #[error("this is the address already")]
    Same,
    /// Somebody else signs in with it by now.
    #[error("somebody signs in with this address already")]
    Taken,
    /// Five mails went to the login or to the address within a quarter of an hour.
    #[error("mails about this went out several times just now; look for the newest, or try again in a quarter of an hour")]
    TooManyMails,
    /// They are active nowhere, so no mail can leave on anybody's behalf.
    #[error("you belong to no organization that could send the mail")]
    Nowhere,
    /// What was typed to ask for it isn't the present one.
    #[error("this isn't your present password")]
    WrongCurrent,
    /// What was typed to confirm it isn't the present one.
    #[error("this isn't your present password")]
    WrongPassword,
}

impl NewEmailRefused {
    /// Refused where one of these organizations keeps addresses as they are.
    pub fn where_fixed<'a>(models: impl IntoIterator<Item = &'a AccessModel>) -> Result<(), Self> {
        if models.into_iter().any(|model| model.email_change() == EmailChange::Never) { Err(Self::Fixed) } else { Ok(()) }
    }
}

impl Refusal for NewEmailRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Same | Self::WrongCurrent | Self::WrongPassword => RefusalKind::Invalid,
            Self::Fixed | Self::Taken | Self::TooManyMails | Self::Nowhere => RefusalKind::Conflict,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Fixed => "email_fixed",
            Self::Same => "same_email",
            Self::Taken => "email_taken",
            Self::TooManyMails => "too_many_mails",
            Self::Nowhere => "no_organization",
            Self::WrongCurrent | Self::WrongPassword => "wrong_password",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Same => Some("/email".to_owned()),
            Self::WrongCurrent => Some("/current_password".to_owned()),
            Self::WrongPassword => Some("/password".to_owned()),
            _ => None,
        }
    }
}
