//! Link tokens: what the links in mails carry, made from the server key when the letter is written and stored nowhere.

use tenure_domain::OrganizationId;
use uuid::Uuid;

use crate::base64url;
use crate::server_key::ServerKey;

/// Purpose, organization, id, generation.
const MESSAGE_BYTES: usize = 1 + 16 + 16 + 4;
const TAG_BYTES: usize = 32;

/// What a link is for. A token of one purpose is nothing for another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Purpose {
    /// To read, accept or refuse an invitation.
    Invitation,
    /// To choose a new password.
    PasswordReset,
    /// To confirm that mail to an address arrives.
    EmailConfirmation,
}

impl Purpose {
    /// The byte that stands for it in tokens. These are in people's mailboxes: a byte is never given to another purpose.
    const fn byte(self) -> u8 {
        match self {
            Self::Invitation => 1,
            Self::PasswordReset => 2,
            Self::EmailConfirmation => 3,
        }
    }
}

/// What a genuine token says. It is a claim about the past: whether the thing still waits, and whether this is its present
/// generation, only the store can tell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LinkToken {
    /// The organization that the thing lies in.
    pub organization: OrganizationId,
    /// The invitation, or whatever else the purpose speaks of.
    pub id: Uuid,
    /// Which sending this is; resending raises it, and only the latest counts.
    pub generation: u32,
}

impl LinkToken {
    /// The token's text: base64url of purpose ‖ organization ‖ id ‖ generation ‖ HMAC-SHA256 over these, 92 letters in all.
    ///
    /// The same arguments give the same text, so that a letter that has to be written twice carries the same link.
    pub fn issue(key: &ServerKey, purpose: Purpose, organization: OrganizationId, id: Uuid, generation: u32) -> String {
        let mut token = Vec::with_capacity(MESSAGE_BYTES + TAG_BYTES);
        token.push(purpose.byte());
        token.extend_from_slice(organization.uuid().as_bytes());
        token.extend_from_slice(id.as_bytes());
        token.extend_from_slice(&generation.to_be_bytes());
        let tag = key.derive("link-token").tag(&token);
        token.extend_from_slice(&tag);
        base64url::encode(&token)
    }

    /// Reads a token that [`issue`](Self::issue) made for this purpose under this key, and no other spelling of it.
    ///
    /// Nothing says why something isn't one: made up, of another purpose and cut short are all the same nothing.
    pub fn open(key: &ServerKey, purpose: Purpose, text: &str) -> Option<Self> {
        let token = base64url::decode(text)?;
        let (message, tag) = token.split_first_chunk::<MESSAGE_BYTES>()?;
        if !key.derive("link-token").confirms(message, tag) {
            return None;
        }
        let (said, rest) = message.split_first()?;
        let (organization, rest) = rest.split_first_chunk::<16>()?;
        let (id, rest) = rest.split_first_chunk::<16>()?;
        let generation = rest.first_chunk::<4>()?;
        (*said == purpose.byte()).then(|| Self {
            organization: OrganizationId::new(Uuid::from_bytes(*organization)),
            id: Uuid::from_bytes(*id),
            generation: u32::from_be_bytes(*generation),
        })
    }
}
