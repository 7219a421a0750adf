//! Removing one's second factor, and an operator's way out for whoever lost theirs.

use secrecy::SecretString;
use tenure_domain::record::Matter;
use tenure_domain::user::FactorRefused;
use tenure_domain::{Decided, EmailAddress, Network, OrganizationId, UserId};
use tenure_port_store::{StoreError, Unit};

use crate::load::Loaded;
use crate::login_mail::write_to;
use crate::second_factor::Proven;
use crate::trial::Trial;
use crate::{Context, Failure, Never, Open, Tools, UseCase};

/// Asks to be without a second factor.
#[derive(Debug)]
pub struct RemoveSecondFactor {
    /// Whose; the caller's own.
    pub user: UserId,
    /// What was typed as the present password.
    pub current: SecretString,
    /// A code of the second factor.
    pub code: Option<SecretString>,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    proven: Option<Proven>,
}

impl RemoveSecondFactor {
    /// Asks to be without.
    pub fn new(user: UserId, current: SecretString, code: Option<SecretString>, network: Network) -> Self {
        Self { user, current, code, network, trial: None, proven: None }
    }
}

impl UseCase for RemoveSecondFactor {
    type Lock = Open;
    type Done = ();
    type Refusal = FactorRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<FactorRefused>> {
        let shown = (&self.current, self.code.as_ref());
        self.proven = Some(Proven::of(&mut self.trial, tools, self.user, self.network, shown).await?);
        Ok(())
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<()>, Failure<FactorRefused>> {
        let proven = self.proven.as_ref().ok_or(Failure::Unauthenticated)?;
        // INVARIANT: whatever ends a governor holds their organization, so whoever comes second sees what the first left (R8). The
        // organizations are held before the login, as everybody does, and looked up again after: who joins one holds the login.
        let organizations = unit.second_factors().organizations_of(self.user).await?;
        unit.second_factors().hold_organizations(&organizations).await?;
        let login = proven.hold(cx, unit, self.trial.as_ref()).await?;
        if unit.second_factors().organizations_of(self.user).await? != organizations {
            return Err(Failure::Outdated);
        }
        if !proven.factor.is_any() {
            return Err(Failure::Refused(FactorRefused::Absent));
        }
        for organization in organizations {
            if rests_on(unit, organization, login.id).await? {
                return Err(Failure::Refused(FactorRefused::Headless));
            }
        }
        unit.second_factors().remove(login.id).await?;
        write_to(cx, unit, login.id, Matter::SecondFactorRemoved).await?;
        Ok(Decided { value: (), events: Vec::new() })
    }
}

/// Whether nobody would govern an organization without this login's second factor.
async fn rests_on(unit: &mut (dyn Unit + 'static), organization: OrganizationId, user: UserId) -> Result<bool, StoreError> {
    let Some(organization) = unit.organizations().find(organization).await? else { return Ok(false) };
    if !organization.second_factor_required {
        return Ok(false);
    }
    let Some(membership) = unit.memberships().find_by_user(organization.id, user).await? else { return Ok(false) };
    let loaded = Loaded::of(unit, &organization, membership).await?;
    let chair = loaded.chair(unit, &organization).await?;
    Ok(chair.rests_on_a_factor(&loaded.access))
}

/// Takes somebody's second factor away who lost it with all recovery codes. Whoever asks runs the server, and has made sure who it is.
///
/// It may leave an organization that requires one without anybody in charge, for as long as they take to add another: nobody else can
/// help them there.
#[derive(Clone, Debug)]
pub struct TakeSecondFactor {
    /// Whose.
    pub email: EmailAddress,
}

impl UseCase for TakeSecondFactor {
    type Lock = Open;
    /// Whether they had one.
    type Done = bool;
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        true
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<bool>, Failure<Never>> {
        let user = unit.users().hold_by_email(&self.email).await?.ok_or(Failure::NotFound)?;
        let had_one = unit.second_factors().find(user.id).await?.active.is_some();
        unit.second_factors().remove(user.id).await?;
        if had_one {
            // Whoever has the authenticator now may be signed in.
            unit.sessions().trim(user.id, cx.now, 0).await?;
            write_to(cx, unit, user.id, Matter::SecondFactorRemoved).await?;
        }
        Ok(Decided { value: had_one, events: Vec::new() })
    }
}
