//! Beginning a second factor: an authenticator gets its secret, which counts for nothing until a code of it was given.

use secrecy::SecretString;
use tenure_credentials::{Shown, TotpSecret};
use tenure_domain::user::FactorRefused;
use tenure_domain::{Decided, Network, UserId};
use tenure_port_store::Unit;

use crate::second_factor::Proven;
use crate::trial::Trial;
use crate::{Context, Failure, Open, Tools, UseCase};

/// Asks for a secret. Who has a second factor that counts shows that too: it is replaced once the new one is confirmed.
#[derive(Debug)]
pub struct BeginSecondFactor {
    /// Whose; the caller's own.
    pub user: UserId,
    /// What was typed as the present password.
    pub current: SecretString,
    /// A code of the present second factor.
    pub code: Option<SecretString>,
    /// Where they are.
    pub network: Network,
    trial: Option<Trial>,
    proven: Option<Proven>,
}

impl BeginSecondFactor {
    /// Asks for a secret.
    pub fn new(user: UserId, current: SecretString, code: Option<SecretString>, network: Network) -> Self {
        Self { user, current, code, network, trial: None, proven: None }
    }
}

impl UseCase for BeginSecondFactor {
    type Lock = Open;
    type Done = Shown;
    type Refusal = FactorRefused;

    fn lock(&self) -> Open {
        Open(None)
    }

    fn writes_errands(&self) -> bool {
        self.proven.as_ref().is_some_and(|proven| proven.factor.is_told())
    }

    async fn prepare(&mut self, tools: &Tools) -> Result<(), Failure<FactorRefused>> {
        let shown = (&self.current, self.code.as_ref());
        self.proven = Some(Proven::of(&mut self.trial, tools, self.user, self.network, shown).await?);
        Ok(())
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Shown>, Failure<FactorRefused>> {
        let proven = self.proven.as_ref().ok_or(Failure::Unauthenticated)?;
        let login = proven.hold(cx, unit, self.trial.as_ref()).await?;
        let secret = TotpSecret::generate(&mut rand::rng());
        unit.second_factors().begin(login.id, &secret.seal(&cx.tools.key, login.id), cx.now).await?;
        Ok(Decided { value: Shown::new(&secret, login.email.as_str()), events: Vec::new() })
    }
}
