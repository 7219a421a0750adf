//! Other recovery codes in place of those that there are.

use secrecy::SecretString;
use tenure_credentials::RecoveryCode;
use tenure_domain::record::Matter;
use tenure_domain::user::FactorRefused;
use tenure_domain::{Decided, Network, UserId};
use tenure_port_store::Unit;

use crate::login_mail::write_to;
use crate::second_factor::Proven;
use crate::trial::Trial;
use crate::{Context, Failure, Open, Tools, UseCase};

/// Asks for other recovery codes. The older ones are dead then.
#[derive(Debug)]
pub struct RenewRecoveryCodes {
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
    codes: Vec<RecoveryCode>,
}

impl RenewRecoveryCodes {
    /// Asks for other ones.
    pub fn new(user: UserId, current: SecretString, code: Option<SecretString>, network: Network) -> Self {
        Self { user, current, code, network, trial: None, proven: None, codes: Vec::new() }
    }
}

impl UseCase for RenewRecoveryCodes {
    type Lock = Open;
    type Done = Vec<SecretString>;
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
        self.codes = fresh();
        Ok(())
    }

    async fn run(
        &self,
        cx: &Context<'_>,
        unit: &mut (dyn Unit + 'static),
    ) -> Result<Decided<Vec<SecretString>>, Failure<FactorRefused>> {
        let proven = self.proven.as_ref().ok_or(Failure::Unauthenticated)?;
        let login = proven.hold(cx, unit, self.trial.as_ref()).await?;
        if !proven.factor.is_any() {
            return Err(Failure::Refused(FactorRefused::Absent));
        }
        unit.second_factors().replace_recovery_codes(login.id, &hashes(&self.codes)).await?;
        write_to(cx, unit, login.id, Matter::RecoveryCodesRenewed).await?;
        Ok(Decided { value: texts(&self.codes), events: Vec::new() })
    }
}

/// New recovery codes.
pub(crate) fn fresh() -> Vec<RecoveryCode> {
    (0..RecoveryCode::MANY).map(|_| RecoveryCode::generate(&mut rand::rng())).collect()
}

/// What the store keeps of them.
pub(crate) fn hashes(codes: &[RecoveryCode]) -> Vec<[u8; 32]> {
    codes.iter().map(RecoveryCode::hash).collect()
}

/// What their owner writes down.
pub(crate) fn texts(codes: &[RecoveryCode]) -> Vec<SecretString> {
    codes.iter().map(RecoveryCode::text).collect()
}
