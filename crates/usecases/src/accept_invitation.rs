//! Accepting an invitation: a new login, or one that there is already, becomes an active member.

use secrecy::SecretString;
use tenure_credentials::{LinkToken, PasswordRefused, Verdict};
use tenure_domain::grant::Giver;
use tenure_domain::invitation::{AcceptFacts, AcceptRefused, PendingChoice, PendingGrant, accept};
use tenure_domain::organization::Organization;
use tenure_domain::selection::{Named, Selected, Selection};
use tenure_domain::user::{CodeRefused, Device, NewEmail, SentLinks, User};
use tenure_domain::{Decided, EmailAddress, MemberId, Name, Network, OrganizationId, Refusal, RefusalKind, UserId};
use tenure_port_store::{OrganizationUnit, StoreError};

use crate::load::GiverNow;
use crate::resend_invitation::Offered;
use crate::second_factor::Shown;
use crate::selecting::{named, replace};
use crate::sign_in::{begin_session, hash};
use crate::trial::Trial;
use crate::{Caller, Context, Failure, InOrganization, SignedIn, Tools, UseCase, load};

/// Asks to accept.
#[derive(Debug)]
pub struct AcceptInvitation {
    /// The opened link.
    pub link: LinkToken,
    /// Names that they have here.
    pub names: (Option<Name>, Option<Name>),
    /// A new login's password, or the present one of a login that there is already; none for somebody signed in.
    pub password: Option<SecretString>,
    /// A code of the second factor of a login that there is already.
    pub code: Option<SecretString>,
    /// What their session is on, where one begins.
    pub device: Option<Device>,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    proof: Option<Proof>,
}

impl AcceptInvitation {
    /// Asks to accept.
    pub fn new(link: LinkToken, names: (Option<Name>, Option<Name>), password: Option<SecretString>) -> Self {
        Self { link, names, password, code: None, device: None, network: Network::UNKNOWN, trial: None, proof: None }
    }

    /// From this network.
    #[must_use]
    pub fn from(self, network: Network) -> Self {
        Self { network, ..self }
    }

    /// With a code of their second factor, or one that was written down for when that is lost.
    #[must_use]
    pub fn with_code(self, code: Option<SecretString>) -> Self {
        Self { code, ..self }
    }

    /// On this device.
    #[must_use]
    pub fn on(self, device: Option<Device>) -> Self {
        Self { device, ..self }
    }
}

/// What shows that the caller is the invited person, besides having the link.
#[derive(Clone, Debug)]
enum Proof {
    /// They know the password of the login with this address, and have shown its second factor.
    Known { user: UserId, hash: String, factor: Shown },
    /// There is no such login yet; this is the password it gets.
    New { email: EmailAddress, hash: String },
}

/// Somebody who is a member from now on.
#[derive(Debug)]
pub struct AcceptedInvitation {
    /// The organization.
    pub organization: OrganizationId,
    /// The membership.
    pub member: MemberId,
    /// A new session, unless they were signed in already.
    pub signed_in: Option<SignedIn>,
}

/// Why an acceptance was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AcceptingRefused {
    /// The link is dead.
    #[error(transparent)]
    Dead(#[from] AcceptRefused),
    /// The password won't do for a new login.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// A new login needs a password.
    #[error("choose a password")]
    PasswordMissing,
    /// There is a login with this address, and this isn't its password.
    #[error("there is a login with this address already; sign in first, or give its present password")]
    WrongPassword,
    /// The login has a second factor.
    #[error(transparent)]
    Code(#[from] CodeRefused),
    /// Somebody else is signed in.
    #[error("this invitation is for another address than the one you are signed in with")]
    OtherAccount,
}

impl Refusal for AcceptingRefused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Dead(refused) => refused.kind(),
            Self::Password(refused) => refused.kind(),
            Self::PasswordMissing => RefusalKind::Invalid,
            Self::WrongPassword => RefusalKind::Unauthenticated,
            Self::Code(refused) => refused.kind(),
            Self::OtherAccount => RefusalKind::Forbidden,
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Dead(refused) => refused.rule(),
            Self::Password(refused) => refused.rule(),
            Self::PasswordMissing => "password_missing",
            Self::WrongPassword => "wrong_password",
            Self::Code(refused) => refused.rule(),
            Self::OtherAccount => "other_account",
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Password(refused) => refused.pointer(),
            Self::PasswordMissing | Self::WrongPassword => Some("/password".to_owned()),
            Self::Code(refused) => refused.pointer(),
            Self::Dead(_) | Self::OtherAccount => None,
        }
    }
}

fn dead<R: From<AcceptRefused>>() -> Failure<R> {
    Failure::Refused(AcceptRefused.into())
}

impl AcceptInvitation {
    /// The login that accepts, as the database knows it inside the unit; made now if it is new.
    async fn login(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
        email: &EmailAddress,
    ) -> Result<User, Failure<AcceptingRefused>> {
        let owner = unit.users().hold_by_email(email).await?;
        if let Caller::Session { .. } = cx.caller {
            let user = cx.user()?;
            return match owner {
                Some(owner) if owner.id == user.id => Ok(owner),
                _ => Err(Failure::Refused(AcceptingRefused::OtherAccount)),
            };
        }
        match (owner, &self.proof) {
            (Some(mut owner), Some(Proof::New { email: proven, hash })) if owner.password_hash.is_none() && proven == email => {
                owner.choose_password(hash.clone());
                owner.email_confirmed = true;
                unit.users().update(&owner).await?;
                Ok(User { version: owner.version + 1, ..owner })
            }
            (Some(owner), Some(Proof::Known { user, hash, factor }))
                if owner.id == *user && owner.password_hash.as_ref() == Some(hash) =>
            {
                factor.use_up(cx, unit).await?;
                Ok(owner)
            }
            (None, Some(Proof::New { email: proven, hash })) if proven == email => {
                let user = User {
                    id: cx.id(),
                    email: email.clone(),
                    email_confirmed: true,
                    password_hash: Some(hash.clone()),
                    reset: SentLinks::default(),
                    new_email: NewEmail::default(),
                    operator: false,
                    created_at: cx.now,
                    version: 1,
                };
                unit.users().insert(&user).await.map_err(|error| match error {
                    // Somebody made a login with this address between the proof and now.
                    StoreError::Taken(_) => Failure::Outdated,
                    other => other.into(),
                })?;
                Ok(user)
            }
            // The address was corrected, or a login appeared or changed, between the proof and now: proven anew.
            _ => Err(Failure::Outdated),
        }
    }
}

/// What was chosen for somebody pending, each with whoever chose it, as they are now.
struct PendingSelections(Vec<PendingSelection>);

struct PendingSelection {
    selected: Selected,
    named: Named,
    giver: GiverNow,
    /// What whoever chose it has of the kind themselves.
    own: Selection,
}

impl PendingSelections {
    async fn load(
        unit: &mut (dyn OrganizationUnit + 'static),
        organization: &Organization,
        offered: &Offered,
    ) -> Result<Self, StoreError> {
        let mut all = Vec::new();
        for selected in unit.selections().of(organization.id, offered.member.membership.id).await? {
            let giver = selected.chosen_by.unwrap_or(offered.invitation.invited_by);
            let own = match giver {
                Giver::Member(giver) => unit.selections().find(organization.id, giver, &selected.kind).await?.selection,
                Giver::Operator(_) => Selection::None,
            };
            let named = named(unit, organization.id, selected.selection.parts()).await?;
            let giver = GiverNow::load(unit, organization, giver).await?;
            all.push(PendingSelection { selected, named, giver, own });
        }
        Ok(Self(all))
    }

    fn facts(&self) -> Vec<PendingChoice<'_>> {
        let each = self.0.iter();
        each.map(|one| PendingChoice { selected: &one.selected, named: &one.named, granter: one.giver.granter(), own: &one.own })
            .collect()
    }
}

impl UseCase for AcceptInvitation {
    type Lock = InOrganization;
    type Done = AcceptedInvitation;
    type Refusal = AcceptingRefused;

    fn lock(&self) -> InOrganization {
        InOrganization(self.link.organization)
    }

    fn writes_errands(&self) -> bool {
        matches!(&self.proof, Some(Proof::Known { factor, .. }) if factor.is_told())
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<AcceptingRefused>> {
        let mut unit = tools.store.snapshot().await?;
        let invitation = unit.invitations().find(self.link.organization, self.link.id.into()).await?.ok_or_else(dead)?;
        if !invitation.lives(self.link.generation, tools.clock.now()) {
            return Err(dead());
        }
        let membership = unit.memberships().find(self.link.organization, invitation.member).await?.ok_or_else(dead)?;
        let owner = unit.users().find_by_email(&membership.email).await?;
        // Hashing takes long, and no unit stays open meanwhile.
        drop(unit);
        let Some(password) = &self.password else { return Ok(()) };
        self.proof = Some(match owner.and_then(|owner| owner.password_hash.map(|hash| (owner.id, hash))) {
            Some((user, hash)) => {
                let trial = Trial::once(&mut self.trial, tools, Some(&membership.email), self.network).await?;
                match trial.verify(tools, password, Some(&hash), true).await? {
                    Verdict::Right { .. } => {
                        let factor = Shown::look(tools, trial, user, self.code.as_ref()).await?;
                        Proof::Known { user, hash, factor }
                    }
                    Verdict::Wrong => return Err(Failure::Refused(AcceptingRefused::WrongPassword)),
                }
            }
            None => Proof::New { email: membership.email, hash: hash(tools, password).await? },
        });
        Ok(())
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn OrganizationUnit + 'static),
    ) -> Result<Decided<AcceptedInvitation>, Failure<AcceptingRefused>> {
        // A token is for one membership, and makes no other.
        if let Caller::Token { .. } = cx.caller {
            return Err(Failure::SessionRequired);
        }
        let organization = load::organization(unit, self.link.organization).await?;
        let offered = Offered::find(unit, &organization, self.link.id.into()).await?.ok_or_else(dead)?;
        let member = &offered.member;
        if !organization.active || !offered.invitation.lives(self.link.generation, cx.now) {
            return Err(dead());
        }
        if self.password.is_none() && cx.caller == Caller::Anonymous {
            return Err(Failure::Refused(AcceptingRefused::PasswordMissing));
        }
        let user = self.login(cx, unit, &member.membership.email).await?;
        let mut givers = Vec::with_capacity(member.grants.len());
        for grant in &member.grants {
            givers.push(GiverNow::load(unit, &organization, grant.given_by).await?);
        }
        let pending = member.grants.iter().zip(&givers).zip(&member.places);
        let grants = pending.map(|((grant, giver), place)| PendingGrant { grant, granter: giver.granter(), place }).collect();
        let choices = PendingSelections::load(unit, &organization, &offered).await?;
        let facts = AcceptFacts {
            organization: &organization,
            membership: &member.membership,
            invitation: &offered.invitation,
            generation: self.link.generation,
            grants,
            choices: choices.facts(),
            now: cx.now,
        };
        let decided = accept(&facts, user.id, self.names.clone()).map_err(|refused| Failure::Refused(refused.into()))?;
        unit.membership_changes().update(&decided.value.membership).await?;
        for lapsed in &decided.value.lapsed {
            unit.grant_changes().remove(lapsed).await?;
        }
        replace(unit, &decided.value.selections).await?;
        for kept in &decided.value.kept {
            unit.receipt_changes().supersede(kept.member, kept.workspace).await?;
        }
        unit.invitation_changes().remove(offered.invitation.id, cx.now).await?;
        if let Some(trial) = &self.trial {
            trial.succeeded(unit).await?;
        }
        let signed_in = match cx.caller {
            Caller::Anonymous => Some(begin_session(cx, unit, user, self.device.clone()).await?),
            Caller::Session { .. } | Caller::Token { .. } | Caller::Server | Caller::Member { .. } => None,
        };
        let organization = self.link.organization;
        Ok(decided.map(|accepted| AcceptedInvitation { organization, member: accepted.membership.id, signed_in }))
    }
}
