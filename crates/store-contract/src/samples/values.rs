//! Single values and rows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tenure_domain::access_model::AccessModel;
use tenure_domain::contact::Contact;
use tenure_domain::grant::{Giver, Grant, Offer};
use tenure_domain::invitation::Invitation;
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::organization::Organization;
use tenure_domain::user::{NewEmail, SentLinks, Session, User};
use tenure_domain::workspace::Workspace;
use tenure_domain::{EmailAddress, Instant, LevelKey, MemberId, Name, OrganizationId, UserId, WorkspaceId};
use tenure_port_store::StoreError;
use uuid::Uuid;

/// 2026-01-01, and 123,457 microseconds: a store that keeps milliseconds is found out.
const START: i64 = 1_767_225_600_123_457;

static MODEL: LazyLock<Arc<AccessModel>> = LazyLock::new(|| Arc::new(tenure_access_models::compile(document()).unwrap()));

/// The access model of every sample organization, as a document.
pub(crate) fn document() -> &'static str {
    include_str!("office.toml")
}

/// A new id. Later ones are greater.
pub(crate) fn new<I: From<Uuid>>() -> I {
    Uuid::now_v7().into()
}

/// So many microseconds after the beginning of the sample calendar.
pub(crate) fn instant(micros: i64) -> Instant {
    Instant::from_micros(START + micros)
}

/// So many seconds after the beginning of the sample calendar.
pub(crate) fn at(seconds: u64) -> Instant {
    instant(0).plus(Duration::from_secs(seconds))
}

pub(crate) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub(crate) fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn level(key: &str) -> LevelKey {
    LevelKey::parse(key).unwrap()
}

pub(crate) fn levels(keys: &[&str]) -> BTreeSet<LevelKey> {
    keys.iter().map(|key| LevelKey::parse(key).unwrap()).collect()
}

pub(crate) fn offer(keys: &[&str]) -> Offer {
    Offer { levels: levels(keys), ..Offer::default() }
}

pub(crate) fn organization(called: &str) -> Organization {
    Organization {
        id: new(),
        name: name(called),
        root: new(),
        model: Arc::clone(&MODEL),
        document: document().into(),
        plan: None,
        features: BTreeMap::new(),
        seats: None,
        active: true,
        undo_window_days: None,
        second_factor_required: false,
        tokens_per_member: Organization::TOKENS_PER_MEMBER,
        created_at: at(0),
        version: 1,
    }
}

pub(crate) fn workspace(organization: OrganizationId, id: WorkspaceId, parent: Option<WorkspaceId>, called: &str) -> Workspace {
    Workspace {
        organization,
        id,
        parent,
        kind: None,
        name: name(called),
        active: true,
        features_off: BTreeSet::new(),
        created_at: at(1),
        version: 1,
    }
}

/// Somebody with a confirmed address and a password.
pub(crate) fn user(address: &str) -> User {
    User {
        id: new(),
        email: email(address),
        email_confirmed: true,
        password_hash: Some("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g".to_owned()),
        reset: SentLinks::default(),
        new_email: NewEmail::default(),
        operator: false,
        created_at: at(2),
        version: 1,
    }
}

pub(crate) fn session(user: UserId, secret: u8) -> Session {
    Session { id: new(), user, secret_hash: [secret; 32], device: None, created_at: at(3), seen_at: at(3), expires_at: at(3_600) }
}

/// An active member with this login, or a pending one without.
pub(crate) fn membership(organization: OrganizationId, user: Option<&User>, address: &str, full_name: &str) -> Membership {
    let (first, last) = full_name.split_once(' ').unwrap_or((full_name, ""));
    Membership {
        organization,
        id: new(),
        user: user.map(|user| user.id),
        email: email(address),
        status: if user.is_some() { Status::Active } else { Status::Pending },
        profile: Profile { first_name: Name::parse(first).ok(), last_name: Name::parse(last).ok(), ..Profile::default() },
        created_at: at(4),
        last_active_at: None,
        version: 1,
    }
}

pub(crate) fn grant(member: MemberId, workspace: WorkspaceId, level: &str, by: MemberId) -> Grant {
    Grant {
        member,
        workspace,
        levels: levels(&[level]),
        permissions: BTreeSet::new(),
        restrictions: BTreeSet::new(),
        given_by: Giver::Member(by),
        given_at: at(5),
        version: 1,
    }
}

pub(crate) fn invitation(organization: OrganizationId, member: MemberId, by: MemberId) -> Invitation {
    Invitation {
        organization,
        id: new(),
        member,
        generation: 1,
        note: None,
        expires_at: at(7 * 24 * 3_600),
        invited_by: Giver::Member(by),
        mail: None,
        created_at: at(6),
        version: 1,
    }
}

pub(crate) fn contact(organization: OrganizationId, workspace: WorkspaceId, called: &str) -> Contact {
    let id = new();
    Contact {
        organization,
        id,
        workspace,
        name: name(called),
        email: None,
        phone: None,
        portfolio: None,
        created_at: at(7),
        version: 1,
    }
}

pub(crate) fn is_taken<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Taken(_)))
}

pub(crate) fn is_stale<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Stale(_)))
}
