//! Setting the installation up: the first organization, and the first person, who governs it and is operator.

use secrecy::SecretString;
use tenure_credentials::PasswordRefused;
use tenure_domain::membership::Profile;
use tenure_domain::organization::{Governor, seat_oneself};
use tenure_domain::user::{NewEmail, SentLinks, User};
use tenure_domain::{Decided, EmailAddress, MemberId, Name, OrganizationId, Refusal, RefusalKind, UserId};
use tenure_port_store::OrganizationUnit;

use crate::founding::{Founded, founded, save_governor};
use crate::sign_in::hash;
use crate::{Context, Failure, Founding, ModelChoice, Tools, UseCase};

/// The first start. That the one-time token was right is the caller's to establish.
#[derive(Debug)]
pub struct SetUp {
    /// The id of the organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: Name,
    /// Its model.
    pub model: ModelChoice,
    /// Who governs and operates.
    pub email: EmailAddress,
    /// Their password.
    pub password: SecretString,
    /// Their first name.
    pub first_name: Name,
    /// Their last name.
    pub last_name: Name,
    hashed: Option<String>,
}

impl SetUp {
    /// Asks for the first organization and the first person.
    pub fn new(
        organization: OrganizationId,
        name: Name,
        model: ModelChoice,
        email: EmailAddress,
        password: SecretString,
        names: (Name, Name),
    ) -> Self {
        Self { organization, name, model, email, password, first_name: names.0, last_name: names.1, hashed: None }
    }
}

/// What setting up made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SetUpDone {
    /// The organization.
    pub organization: OrganizationId,
    /// The membership of the person who set it up.
    pub member: MemberId,
    /// Their login.
    pub user: UserId,
}

/// Why nothing was set up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SetUpRefused {
    /// Somebody did before.
    #[error("this installation was set up already; sign in instead")]
    AlreadySetUp,
    /// The password won't do.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
}

impl Refusal for SetUpRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::AlreadySetUp => RefusalKind::NotFound,
            Self::Password(refused) => refused.kind(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::AlreadySetUp => "already_set_up",
            Self::Password(refused) => refused.rule(),
        }
    }

    fn pointer(&self) -> Option<String> {
        if let Self::Password(refused) = self { refused.pointer() } else { None }
    }
}

impl UseCase for SetUp {
    type Lock = Founding;
    type Done = SetUpDone;
    type Refusal = SetUpRefused;

    fn lock(&self) -> Founding {
        Founding(self.organization)
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<SetUpRefused>> {
        if !tools.store.queries().awaits_setup().await? {
            return Err(Failure::Refused(SetUpRefused::AlreadySetUp));
        }
        self.hashed = Some(hash(tools, &self.password).await?);
        Ok(())
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<SetUpDone>, Failure<SetUpRefused>> {
        if !unit.organizations().claim_setup(cx.now).await? {
            return Err(Failure::Refused(SetUpRefused::AlreadySetUp));
        }
        let Founded { organization, mut events, .. } = founded(cx, unit, self.organization, &self.name, &self.model).await?;
        let user = User {
            id: cx.id(),
            email: self.email.clone(),
            email_confirmed: true,
            password_hash: self.hashed.clone(),
            reset: SentLinks::default(),
            new_email: NewEmail::default(),
            operator: true,
            created_at: cx.now,
            version: 1,
        };
        let profile =
            Profile { first_name: Some(self.first_name.clone()), last_name: Some(self.last_name.clone()), ..Profile::default() };
        let governor = Governor { member: cx.id(), user: user.id, email: self.email.clone(), profile };
        let done = SetUpDone { organization: self.organization, member: governor.member, user: user.id };
        unit.users().insert(&user).await?;
        events.extend(save_governor(unit, seat_oneself(&organization, governor, cx.now)).await?);
        Ok(Decided { value: done, events })
    }
}
