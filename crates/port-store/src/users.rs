//! Users and their sessions.

use std::slice;

use async_trait::async_trait;
use tenure_domain::grant::Grant;
use tenure_domain::membership::Membership;
use tenure_domain::user::{Session, User};
use tenure_domain::{EmailAddress, Instant, MemberId, OrganizationId, SessionId, UserId};

use crate::{LiveToken, StoreError};

/// Users.
#[async_trait]
pub trait Users: Send {
    /// By id.
    async fn find(&mut self, id: UserId) -> Result<Option<User>, StoreError>;

    /// By id, holding the row against changes until the unit ends (`FOR NO KEY UPDATE`): whoever begins a session for what they know
    /// of a login reads it so, or another password could end all sessions but that one.
    async fn hold(&mut self, id: UserId) -> Result<Option<User>, StoreError>;

    /// By address.
    async fn find_by_email(&mut self, email: &EmailAddress) -> Result<Option<User>, StoreError>;

    /// By address, held likewise: whoever attaches a membership to a login reads it so, or it might be gone by then.
    async fn hold_by_email(&mut self, email: &EmailAddress) -> Result<Option<User>, StoreError>;

    /// Makes one; `Taken` if the address is somebody's.
    async fn insert(&mut self, user: &User) -> Result<(), StoreError> {
        self.insert_all(slice::from_ref(user)).await
    }

    /// Makes many at once; `Taken` if one of the addresses is somebody's, and then the unit has to be given up.
    async fn insert_all(&mut self, users: &[User]) -> Result<(), StoreError>;

    /// Changes one, from the version it carries to the next. The address stays.
    async fn update(&mut self, user: &User) -> Result<(), StoreError>;

    /// Changes one likewise, its address with it; `Taken` if that is somebody's. The copies that its memberships have follow: until they do,
    /// it is [marked](Self::readdressed).
    async fn readdress(&mut self, user: &User) -> Result<(), StoreError>;

    /// Those whose address has changed and whose copies may not have followed, by id, up to so many after one.
    async fn readdressed(&mut self, after: Option<UserId>, up_to: u32) -> Result<Vec<UserId>, StoreError>;

    /// The organizations in which a copy of the login's address, that of somebody deleted too, isn't what the login has.
    async fn lagging(&mut self, id: UserId) -> Result<Vec<OrganizationId>, StoreError>;

    /// Takes note that all copies have followed. Whoever says so holds the row, and has looked after that.
    async fn followed(&mut self, id: UserId) -> Result<(), StoreError>;

    /// Where the user is a member, whatever their status there and whether or not it is switched on.
    async fn belongs_to(&mut self, id: UserId) -> Result<Vec<OrganizationId>, StoreError>;

    /// All who run the installation, by address.
    async fn operators(&mut self) -> Result<Vec<User>, StoreError>;

    /// Where the user is an active member of an organization that is switched on: the oldest such organization, and who they are there.
    async fn active_somewhere(&mut self, id: UserId) -> Result<Option<(OrganizationId, MemberId)>, StoreError>;

    /// Whether there is any such organization.
    async fn is_active_somewhere(&mut self, id: UserId) -> Result<bool, StoreError> {
        Ok(self.active_somewhere(id).await?.is_some())
    }
}

/// Who acts, as the database knows them at this moment.
#[derive(Clone, PartialEq, Debug)]
pub struct Standing {
    /// The login.
    pub user: User,
    /// Whether they have a second factor that counts.
    pub has_factor: bool,
    /// Their membership in the organization asked about, with its grants.
    pub membership: Option<(Membership, Vec<Grant>)>,
    /// The token by which a program acts for them, if that is what lets it in.
    pub token: Option<LiveToken>,
}

/// Sessions.
#[async_trait]
pub trait Sessions: Send {
    /// Keeps one.
    async fn insert(&mut self, session: &Session) -> Result<(), StoreError>;

    /// Ends one.
    async fn remove(&mut self, id: SessionId) -> Result<(), StoreError>;

    /// Ends one if it is this user's; says whether there was such a one.
    async fn end(&mut self, user: UserId, id: SessionId) -> Result<bool, StoreError>;

    /// Ends all sessions of everybody; says how many. For a database that was restored: what ended since it was kept must not live again.
    async fn end_all(&mut self) -> Result<u64, StoreError>;

    /// Ends all of a user but one.
    async fn end_others(&mut self, user: UserId, kept: SessionId) -> Result<(), StoreError>;

    /// Ends all of those among these users who may not sign in any more: they are active nowhere, and no operators. Their rows are held
    /// before that is asked, so that whoever is signing in at this moment is ended too, or sees that they may not.
    async fn end_of_who_may_not(&mut self, users: &[UserId]) -> Result<(), StoreError>;

    /// Ends those of a user that let nobody in any more, and of the others all but so many: those that were used last, and rather those in
    /// which something was done after signing in.
    async fn trim(&mut self, user: UserId, now: Instant, kept: u32) -> Result<(), StoreError>;

    /// Remembers that something was done in one.
    async fn seen(&mut self, id: SessionId, at: Instant) -> Result<(), StoreError>;

    /// Who a live session belongs to, with their standing in an organization; none for a session that ended, expired or idled too long.
    async fn standing(
        &mut self,
        id: SessionId,
        organization: Option<OrganizationId>,
        now: Instant,
    ) -> Result<Option<Standing>, StoreError>;
}
