//! Sealed cursors: where a list goes on, unreadable to the client and good for nobody else and nowhere else.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::Rng;
use tenure_domain::{OrganizationId, UserId};

use crate::base64url;
use crate::server_key::ServerKey;

const NONCE_BYTES: usize = 24;

/// All that a cursor is bound to. Opening asks for the very same, so a cursor can't be carried to another list, filter, order,
/// organization or person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CursorContext<'a> {
    /// The route's template, such as `GET /organizations/{org}/members`; for one below a certain workspace or member, that too.
    pub route: &'a str,
    /// The organization that is listed, or none for lists above organizations.
    pub organization: Option<OrganizationId>,
    /// The filter in a canonical form, or a hash of it.
    pub filter: &'a [u8],
    /// The order, such as `-last_active`.
    pub sort: &'a str,
    /// Who asks.
    pub actor: UserId,
}

impl CursorContext<'_> {
    /// One text for one context: each part behind its length, so that no letter can wander from one part to the next.
    fn bytes(&self) -> Vec<u8> {
        let organization = self.organization.map(|id| id.uuid().into_bytes());
        let organization = organization.as_ref().map_or(&[][..], |id| &id[..]);
        let actor = self.actor.uuid().into_bytes();
        let parts = [self.route.as_bytes(), organization, self.filter, self.sort.as_bytes(), &actor];
        let mut bytes = Vec::new();
        for part in parts {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    }
}

/// Seals and opens cursors with XChaCha20-Poly1305, the context being the associated data.
///
/// The payload is encrypted because a sort key may be a name or an address that is masked for the very person who pages past it.
///
/// ```
/// use tenure_credentials::{CursorContext, Sealer, ServerKey};
/// use tenure_domain::UserId;
/// use uuid::Uuid;
///
/// let sealer = Sealer::new(&ServerKey::generate(&mut rand::rng()));
/// let mine = CursorContext {
///     route: "GET /organizations",
///     organization: None,
///     filter: b"",
///     sort: "name",
///     actor: UserId::new(Uuid::from_u128(1)),
/// };
/// let cursor = sealer.seal(&mine, b"Ada");
/// assert_eq!(sealer.open(&mine, &cursor).as_deref(), Some(&b"Ada"[..]));
///
/// let theirs = CursorContext { actor: UserId::new(Uuid::from_u128(2)), ..mine };
/// assert_eq!(sealer.open(&theirs, &cursor), None);
/// ```
#[derive(Clone)]
pub struct Sealer(XChaCha20Poly1305);

impl Sealer {
    /// A sealer under the server's key for cursors.
    pub fn new(key: &ServerKey) -> Self {
        Self(XChaCha20Poly1305::new(key.derive("cursor").expose().into()))
    }

    /// Seals a payload: base64url of a random nonce and the ciphertext. Sealing twice gives two texts; both open.
    pub fn seal(&self, context: &CursorContext<'_>, payload: &[u8]) -> String {
        let mut nonce = [0; NONCE_BYTES];
        rand::rng().fill_bytes(&mut nonce);
        let sealed = self.encrypt(&nonce.into(), Payload { msg: payload, aad: &context.bytes() });
        base64url::encode(&[&nonce[..], &sealed].concat())
    }

    /// The payload of a cursor that was sealed under this key in this very context.
    pub fn open(&self, context: &CursorContext<'_>, text: &str) -> Option<Vec<u8>> {
        let bytes = base64url::decode(text)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        self.0.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &context.bytes() }).ok()
    }

    #[expect(clippy::expect_used, reason = "encryption fails beyond 256 GiB, and a payload is a sort key")]
    fn encrypt(&self, nonce: &XNonce, payload: Payload<'_, '_>) -> Vec<u8> {
        self.0.encrypt(nonce, payload).expect("a payload fits in memory")
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sealer").finish_non_exhaustive()
    }
}
