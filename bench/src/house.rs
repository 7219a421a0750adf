//! An organization to measure in: somebody who governs it, and agents.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use secrecy::SecretString;
use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::invitation::MailLimits;
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::{EmailAddress, LevelKey, MemberId, Name, OrganizationId, WorkspaceId};
use tenure_port_store::Store;
use tenure_usecases::{Caller, Clock as _, Ids as _, ModelChoice, SetUp, SignIn, SystemClock, Tenure, Tools, V7Ids};

/// An organization, and who acts in it.
pub(crate) struct House {
    pub(crate) tenure: Tenure,
    pub(crate) caller: Caller,
    pub(crate) organization: OrganizationId,
    pub(crate) root: WorkspaceId,
    pub(crate) store: Arc<dyn Store>,
    /// Who governs it,
    pub(crate) me: MemberId,
    /// and the hash of their session's secret.
    pub(crate) secret_hash: [u8; 32],
}

impl House {
    /// Sets it up through the use cases, as anybody would.
    pub(crate) async fn set_up(store: Arc<dyn Store>) -> Result<Self> {
        let key: Vec<u8> = (0..32).collect();
        let tools = Tools {
            store: Arc::clone(&store),
            passwords: Passwords::new(),
            key: ServerKey::parse(&key)?,
            clock: Arc::new(SystemClock),
            ids: Arc::new(V7Ids),
            mail_limits: MailLimits { waiting: u32::MAX, ..MailLimits::default() },
        };
        let tenure = Tenure::new(tools);
        let document = tenure_access_models::built_in("workspace").context("the built-in model")?;
        let model = tenure_access_models::compile(document).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
        let choice = ModelChoice { model: Arc::new(model), document: document.into() };
        let organization = OrganizationId::new(V7Ids.next());
        let (email, password) = (EmailAddress::parse("you@example.test")?, SecretString::from("correct horse battery staple"));
        let names = (Name::parse("Yuna")?, Name::parse("Ostrow")?);
        let ask = SetUp::new(organization, Name::parse("Bench")?, choice, email.clone(), password.clone(), names);
        tenure.perform(Caller::Anonymous, ask).await?;
        let signed_in = tenure.perform(Caller::Anonymous, SignIn::new(Some(email), password)).await?;
        let caller = Caller::Session { session: signed_in.session, user: signed_in.user.id };
        let root = store.queries().organization(organization).await?.context("the organization")?.root;
        let secret_hash = signed_in.secret.hash();
        let asks = store.queries().principal(&secret_hash, Some(organization), SystemClock.now()).await?;
        let (membership, _) = asks.and_then(|asks| asks.membership).context("who governs")?;
        Ok(Self { tenure, caller, organization, root, store, me: membership.id, secret_hash })
    }

    /// An active agent at the root.
    pub(crate) async fn agent(&self, name: &str) -> Result<MemberId> {
        let now = SystemClock.now();
        let member = MemberId::new(V7Ids.next());
        let email = EmailAddress::parse(&format!("{name}@example.test"))?;
        let user = tenure_domain::user::User {
            id: V7Ids.next().into(),
            email: email.clone(),
            email_confirmed: true,
            password_hash: None,
            reset: tenure_domain::user::SentLinks::default(),
            new_email: tenure_domain::user::NewEmail::default(),
            operator: false,
            created_at: now,
            version: 1,
        };
        let membership = Membership {
            organization: self.organization,
            id: member,
            user: Some(user.id),
            email,
            status: Status::Active,
            profile: Profile { first_name: Some(Name::parse(name)?), ..Profile::default() },
            created_at: now,
            last_active_at: None,
            version: 1,
        };
        let grant = Grant {
            member,
            workspace: self.root,
            levels: [LevelKey::parse("agent")?].into(),
            permissions: [].into(),
            restrictions: [].into(),
            given_by: Giver::Operator(user.id),
            given_at: now,
            version: 1,
        };
        let mut unit = self.store.organization(self.organization).await?.context("the organization")?;
        unit.users().insert(&user).await?;
        unit.membership_changes().insert(&membership).await?;
        unit.grant_changes().insert(&grant).await?;
        unit.commit().await?;
        Ok(member)
    }
}
