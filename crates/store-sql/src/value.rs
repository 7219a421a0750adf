//! Values that statements bind: the few types that both databases keep.

use std::fmt;

use tenure_domain::{
    ContactId, EmailAddress, ErrandId, Instant, InvitationId, JobId, KindKey, MemberId, Name, OrganizationId, PortfolioId,
    ReceiptId, RecordId, ResourceGroupId, ResourceId, SessionId, TokenId, UserId, WorkspaceId,
};
use uuid::Uuid;

/// A value for a statement. Each kind has its own nothing, because Postgres wants to know the type of a null.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// `UUID`, or 16 bytes.
    Uuid(Option<Uuid>),
    /// `UUID[]`, which Postgres alone has.
    Uuids(Vec<Uuid>),
    /// Text.
    Text(Option<String>),
    /// A whole number; instants are microseconds since 1970.
    Int(Option<i64>),
    /// `BOOLEAN`, or 0 and 1.
    Bool(Option<bool>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
    /// `JSONB`, or its text.
    Json(Option<serde_json::Value>),
}

// Values are people's names and addresses: a log line gets to see their kinds alone.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Uuid(_) => "uuid",
            Self::Uuids(_) => "uuids",
            Self::Text(_) => "text",
            Self::Int(_) => "int",
            Self::Bool(_) => "bool",
            Self::Bytes(_) => "bytes",
            Self::Json(_) => "json",
        })
    }
}

macro_rules! values {
    ($($kind:ident: $($from:ty => |$value:ident| $into:expr),+;)*) => {$($(
        impl From<$from> for Value {
            fn from($value: $from) -> Self {
                Self::$kind(Some($into))
            }
        }

        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                Self::$kind(value.map(|$value| $into))
            }
        }
    )+)*};
}

values! {
    Uuid: Uuid => |id| id, OrganizationId => |id| id.uuid(), WorkspaceId => |id| id.uuid(), UserId => |id| id.uuid(),
        MemberId => |id| id.uuid(), InvitationId => |id| id.uuid(), ContactId => |id| id.uuid(), PortfolioId => |id| id.uuid(),
        ReceiptId => |id| id.uuid(), JobId => |id| id.uuid(), RecordId => |id| id.uuid(), ErrandId => |id| id.uuid(), SessionId => |id| id.uuid(), TokenId => |id| id.uuid(), ResourceGroupId => |id| id.uuid(), ResourceId => |id| id.uuid();
    Text: &str => |text| text.to_owned(), String => |text| text, &String => |text| text.clone(),
        &Name => |name| name.as_str().to_owned(), &EmailAddress => |email| email.as_str().to_owned(),
        &KindKey => |key| key.as_str().to_owned();
    // A count beyond i64 can't come from a database that keeps i64; saturating keeps the conversion total.
    Int: i64 => |number| number, u32 => |number| i64::from(number), u16 => |number| i64::from(number),
        u64 => |number| i64::try_from(number).unwrap_or(i64::MAX), Instant => |at| at.micros();
    Bool: bool => |flag| flag;
    Bytes: Vec<u8> => |bytes| bytes, &[u8; 32] => |bytes| bytes.to_vec();
    Json: serde_json::Value => |json| json;
}
