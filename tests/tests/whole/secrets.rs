//! c4: no secret that was handed out lies in anything that was written.

use std::process::Command;

use tenure_whole::{Database, Mail, PASSWORD};

fn everything_in(database: &Database) -> Vec<u8> {
    match database {
        Database::Sqlite(folder) => {
            let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
            // The key's file is where the key belongs.
            let files = files.filter(|path| path.is_file() && !path.to_string_lossy().contains("key"));
            files.flat_map(|path| std::fs::read(path).unwrap()).collect()
        }
        Database::Postgres(database, _) => {
            let dump = Command::new("pg_dump").arg(database.url()).output().expect("pg_dump comes with Postgres");
            assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
            dump.stdout
        }
    }
}

fn contains(all: &[u8], part: &str) -> bool {
    all.windows(part.len()).any(|window| window == part.as_bytes())
}

/// `told` is what else was shown to nobody but the right ones: cookies and the setup token. `metrics` is what anybody may read.
pub(crate) fn c4_nothing_written_holds_a_secret(database: &Database, log: &str, metrics: &str, mails: &[Mail], told: &[String]) {
    let written = everything_in(database);
    assert!(contains(&written, "ada@example.test"), "what was searched holds the data");
    let behind = |link| mails.iter().filter_map(move |mail: &Mail| mail.text.split_once(link));
    let links = behind("/invitation/").chain(behind("/password-reset/")).chain(behind("/email-confirmation/"));
    let tokens: Vec<String> =
        links.map(|(_, rest)| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()).collect();
    assert!(tokens.len() >= 4 && tokens.iter().all(|token| token.len() > 60), "{tokens:?}");
    assert!(told.len() >= 4 && told.iter().all(|secret| secret.len() > 30), "{told:?}");
    assert!(metrics.contains("tenure_letter_delay_seconds") && !log.is_empty(), "{metrics}");
    for secret in tokens.iter().chain(told).map(String::as_str).chain([PASSWORD]) {
        assert!(!contains(&written, secret), "a secret lies in the database");
        assert!(!log.contains(secret), "a secret lies in the log");
        assert!(!metrics.contains(secret), "a secret lies in the metrics");
    }
    for personal in ["ada@example.test", "Ada Lind", "hidden1@secret.example"] {
        assert!(!log.contains(personal), "{personal} lies in the log");
        assert!(!metrics.contains(personal), "{personal} lies in the metrics");
    }
}
