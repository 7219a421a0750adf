//! `tenured operator`: who runs the installation.

use tenure_domain::EmailAddress;
use tenure_domain::user::User;
use tenure_port_store::Store;

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

#[cfg(test)]
mod tests {
    use tenure_domain::user::ResetLinks;
    use tenure_domain::{Instant, UserId};
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
            reset: ResetLinks::default(),
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
    async fn somebody_without_a_login_is_made_no_operator() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_with(folder.path(), "ada@example.test").await;
        for (email, said) in [("eve@example.test", "nobody signs in as"), ("eve", "not an e-mail address")] {
            let refused = set(&store, email, true, &mut Vec::new()).await.unwrap_err().to_string();
            assert!(refused.contains(said), "{refused}");
        }
    }
}
