//! `tenured operator`: who runs the installation.

mod rescue;

use std::sync::Arc;

use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::EmailAddress;
use tenure_domain::invitation::MailLimits;
use tenure_domain::user::User;
use tenure_port_store::Store;
use tenure_usecases::{Caller, Failure as UseCaseFailure, SystemClock, TakeSecondFactor, Tenure, Tools, V7Ids};

use super::{Out, database};
use crate::cli::{Operator, OperatorCommand};
use crate::database::Database;
use crate::failure::Failure;

/// Lists operators, or makes somebody one or none.
pub(super) async fn operator(operator: Operator, out: Out<'_>) -> Result<(), Failure> {
    let url = database(operator.place)?;
    let database = Database::current(&url).await?;
    let store = database.store();
    let done = match operator.command {
        OperatorCommand::List => list(&*store, out).await,
        OperatorCommand::Grant { email } => set(&*store, &email, true, out).await,
        OperatorCommand::Withdraw { email } => set(&*store, &email, false, out).await,
        OperatorCommand::EndSessions => end_sessions(&*store, out).await,
        OperatorCommand::Rescue { organization, email } => rescue::rescue(store, &organization, &email, out).await,
        OperatorCommand::RemoveSecondFactor { email } => take_second_factor(store, &email, out).await,
    };
    database.close().await;
    done
}

async fn list(store: &dyn Store, out: Out<'_>) -> Result<(), Failure> {
    for user in store.snapshot().await?.users().operators().await? {
        writeln!(out, "{}", user.email)?;
    }
    Ok(())
}

async fn set(store: &dyn Store, typed: &str, operator: bool, out: Out<'_>) -> Result<(), Failure> {
    let email = EmailAddress::parse(typed).map_err(|refused| Failure::of(typed, refused))?;
    let mut unit = store.open().await?;
    let Some(user) = unit.users().find_by_email(&email).await? else {
        return Err(Failure::Failed(format!("nobody signs in as {email}; they need a login first, by accepting an invitation")));
    };
    let is = if operator { "is an operator" } else { "is no operator" };
    if user.operator == operator {
        writeln!(out, "{email} {is} already.")?;
        return Ok(());
    }
    unit.users().update(&User { operator, ..user }).await?;
    let last = unit.users().operators().await?.is_empty();
    unit.commit().await?;
    writeln!(out, "{email} {is} from now on.")?;
    if last {
        writeln!(out, "Nobody is operator now; `tenured operator grant` makes somebody one.")?;
    }
    Ok(())
}

async fn end_sessions(store: &dyn Store, out: Out<'_>) -> Result<(), Failure> {
    let mut unit = store.open().await?;
    let ended = unit.sessions().end_all().await?;
    unit.commit().await?;
    writeln!(out, "{}: everybody signs in anew.", super::ended_sessions(ended))?;
    Ok(())
}

/// Tenure for one ask. Nothing is unsealed here and no link is made, those of mails being made when they leave, so any key will do.
fn tenure(store: Arc<dyn Store>) -> Tenure {
    let key = ServerKey::generate(&mut rand::rng());
    let (clock, ids) = (Arc::new(SystemClock), Arc::new(V7Ids));
    Tenure::new(Tools { store, passwords: Passwords::new(), key, clock, ids, mail_limits: MailLimits::default() })
}

async fn take_second_factor(store: Arc<dyn Store>, typed: &str, out: Out<'_>) -> Result<(), Failure> {
    let email = EmailAddress::parse(typed).map_err(|refused| Failure::of(typed, refused))?;
    let ask = TakeSecondFactor { email: email.clone() };
    match tenure(store).perform(Caller::Anonymous, ask).await {
        Ok(true) => writeln!(
            out,
            "{email} signs in with the password alone from now on. Their sessions have ended, and a mail tells them."
        )?,
        Ok(false) => writeln!(out, "{email} has no second factor.")?,
        Err(UseCaseFailure::NotFound) => return Err(Failure::Failed(format!("nobody signs in as {email}"))),
        Err(failure) => return Err(Failure::of(email, failure)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tenure_domain::user::{NewEmail, SentLinks};
    use tenure_domain::{Instant, UserId};
    use tenure_port_store::Confirmed;
    use tenure_store_sqlite::{OpenOptions, SqliteStore};
    use uuid::Uuid;

    use super::*;

    async fn store_with(folder: &std::path::Path, email: &str) -> SqliteStore {
        let store = SqliteStore::open(folder.join("tenure.db"), OpenOptions::default()).await.unwrap();
        store.migrate().await.unwrap();
        let user = User {
            id: UserId::new(Uuid::from_u128(1)),
            email: EmailAddress::parse(email).unwrap(),
            email_confirmed: true,
            password_hash: None,
            reset: SentLinks::default(),
            new_email: NewEmail::default(),
            operator: false,
            created_at: Instant::from_micros(0),
            version: 1,
        };
        let mut unit = Store::open(&store).await.unwrap();
        unit.users().insert(&user).await.unwrap();
        unit.commit().await.unwrap();
        store
    }

    async fn listed(store: &dyn Store) -> String {
        let mut out = Vec::new();
        list(store, &mut out).await.unwrap();
        String::from_utf8(out).unwrap()
    }

    #[tokio::test]
    async fn an_operator_is_made_and_unmade() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_with(folder.path(), "ada@example.test").await;
        assert_eq!(listed(&store).await, "");
        let mut out = Vec::new();
        set(&store, " ADA@example.test", true, &mut out).await.unwrap();
        assert_eq!(listed(&store).await, "ada@example.test\n");
        set(&store, "ada@example.test", true, &mut out).await.unwrap();
        set(&store, "ada@example.test", false, &mut out).await.unwrap();
        assert_eq!(listed(&store).await, "");
        let said = String::from_utf8(out).unwrap();
        assert!(said.contains("is an operator already") && said.contains("Nobody is operator now"), "{said}");
    }

    #[tokio::test]
    async fn a_lost_second_factor_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(store_with(folder.path(), "ada@example.test").await);
        let mut unit = Store::open(&*store).await.unwrap();
        let confirmed = Confirmed { sealed: vec![1; 60], step: 1, since: Instant::from_micros(0), recovery_codes: vec![[1; 32]] };
        unit.second_factors().confirm(UserId::new(Uuid::from_u128(1)), &confirmed).await.unwrap();
        unit.commit().await.unwrap();
        let mut out = Vec::new();
        for typed in [" ADA@example.test", "ada@example.test"] {
            take_second_factor(Arc::<SqliteStore>::clone(&store), typed, &mut out).await.unwrap();
        }
        let said = String::from_utf8(out).unwrap();
        assert!(said.contains("the password alone") && said.contains("has no second factor"), "{said}");
        let nobody = take_second_factor(store, "eve@example.test", &mut Vec::new()).await.unwrap_err().to_string();
        assert!(nobody.contains("nobody signs in as"), "{nobody}");
    }

    #[tokio::test]
    async fn somebody_without_a_login_is_made_no_operator() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_with(folder.path(), "ada@example.test").await;
        for (email, said) in [("eve@example.test", "nobody signs in as"), ("eve", "not an e-mail address")] {
            let refused = set(&store, email, true, &mut Vec::new()).await.unwrap_err().to_string();
            assert!(refused.contains(said), "{refused}");
        }
    }
}
