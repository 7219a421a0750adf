//! What the checks say of configurations that work more or less.

use std::collections::BTreeMap;

use super::*;
use crate::configuration::{DatabaseUrl, Flags, Purpose, Sources};
use crate::database::Database;

/// A folder as a first start makes it.
fn private() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::remove_dir(folder.path()).unwrap();
    crate::data_folder::make(folder.path()).unwrap();
    folder
}

async fn findings(folder: &std::path::Path, variables: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut all = vec![("TENURED_DATA_DIR", folder.to_str().unwrap())];
    all.extend_from_slice(variables);
    let variables = all.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    let layers = Sources { usual_file: None, variables, flags: &Flags::default() }.layers();
    let configuration = Configuration::read(&layers, Purpose::Serve).unwrap();
    let found = everything(&configuration).await;
    found.iter().map(|finding| (finding.to_string()[6..20].trim().to_owned(), finding.to_string())).collect()
}

#[tokio::test]
async fn a_folder_with_nothing_in_it_is_ready_but_for_mail() {
    let folder = private();
    let found = findings(folder.path(), &[]).await;
    let states: Vec<_> = found.iter().map(|(what, said)| format!("{what} {}", said.split_whitespace().next().unwrap())).collect();
    assert_eq!(states, ["clock ok", "configuration ok", "database warn", "disk ok", "mail warn", "public URL ok"]);
    assert!(found["database"].contains("fix: `tenured serve` makes it"), "{found:?}");
}

#[tokio::test]
async fn a_database_without_its_schema_is_told_from_one_with_it() {
    let folder = private();
    let url = DatabaseUrl::Sqlite(folder.path().join("tenure.db"));
    let database = Database::to_serve(&url).await.unwrap();
    let found = findings(folder.path(), &[]).await;
    assert!(found["migrations"].starts_with("warn") && found["migrations"].contains("0001 init"), "{found:?}");
    database.migrate().await.unwrap();
    let found = findings(folder.path(), &[]).await;
    assert!(found["migrations"].starts_with("ok") && found["database"].starts_with("ok"), "{found:?}");
}

#[tokio::test]
async fn an_open_address_without_tls_is_warned_of() {
    let folder = private();
    let open = [("TENURED_LISTEN", "0.0.0.0:8080"), ("TENURED_PUBLIC_URL", "http://people.example.test")];
    let found = findings(folder.path(), &open).await;
    assert!(found["public URL"].starts_with("warn") && found["public URL"].contains("has no TLS"), "{found:?}");
    let mut secure = vec![("TENURED_LISTEN", "0.0.0.0:8080"), ("TENURED_PUBLIC_URL", "https://people.example.test/")];
    let found = findings(folder.path(), &secure).await;
    assert!(found["public URL"].starts_with("warn") && found["public URL"].contains("fix: set trusted_proxies"), "d2: {found:?}");
    secure.push(("TENURED_TRUSTED_PROXIES", "10.0.0.1"));
    assert!(findings(folder.path(), &secure).await["public URL"].starts_with("ok"));
}

#[tokio::test]
async fn a_mail_server_that_is_away_and_a_database_that_is_none_fail() {
    let folder = private();
    std::fs::write(folder.path().join("tenure.db"), "this is no database, whatever its name says").unwrap();
    // A port that was free a moment ago, and that nobody listens on now.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let smtp = [
        ("TENURED_SMTP__HOST", "127.0.0.1"),
        ("TENURED_SMTP__PORT", &port),
        ("TENURED_SMTP__TLS", "none"),
        ("TENURED_SMTP__FROM", "tenure@example.test"),
    ];
    let found = findings(folder.path(), &smtp).await;
    assert!(found["mail"].starts_with("fail") && found["mail"].contains("fix:"), "{found:?}");
    assert!(found["database"].starts_with("fail"), "{found:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_data_folder_that_others_may_enter_is_warned_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let found = findings(folder.path(), &[]).await;
    assert!(found["configuration"].starts_with("warn") && found["configuration"].contains("chmod go="), "{found:?}");
}
