//! The keys that there are: one table for every layer.

use strsim::jaro_winkler;

/// How alike a wrong name and a known one must be for the known one to be meant, from 0 to 1.
const ALIKE: f64 = 0.8;

/// What every variable of ours begins with.
pub(super) const PREFIX: &str = "TENURED_";

/// One setting.
#[derive(Debug)]
pub(super) struct Key {
    /// Its name, with a dot behind its section.
    pub(super) name: &'static str,
    pub(super) holds: Holds,
}

/// What a setting holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holds {
    /// One value.
    One,
    /// Several values: an array in TOML, with commas between them elsewhere.
    Many,
    /// A secret. It is never shown, and its twin with `_file` at the end names a file that holds it.
    Secret,
}

/// Every key, in the order in which they are shown.
pub(super) const KEYS: &[Key] = &[
    Key { name: "secret_key", holds: Holds::Secret },
    Key { name: "listen", holds: Holds::One },
    Key { name: "data_dir", holds: Holds::One },
    Key { name: "database", holds: Holds::Secret },
    Key { name: "public_url", holds: Holds::One },
    Key { name: "trusted_proxies", holds: Holds::Many },
    Key { name: "smtp.host", holds: Holds::One },
    Key { name: "smtp.port", holds: Holds::One },
    Key { name: "smtp.tls", holds: Holds::One },
    Key { name: "smtp.tls_root_certificate", holds: Holds::One },
    Key { name: "smtp.username", holds: Holds::One },
    Key { name: "smtp.password", holds: Holds::Secret },
    Key { name: "smtp.from", holds: Holds::One },
    Key { name: "mail.transport", holds: Holds::One },
    Key { name: "mail.invitations_an_hour", holds: Holds::One },
    Key { name: "mail.invitations_an_hour_to_a_domain", holds: Holds::One },
    Key { name: "mail.invitations_waiting", holds: Holds::One },
    Key { name: "log.format", holds: Holds::One },
    Key { name: "log.filter", holds: Holds::One },
];

/// A key as a layer names it: itself, or the twin that names a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) key: &'static Key,
    pub(super) in_file: bool,
}

impl Named {
    /// The key of this name.
    pub(super) fn find(name: &str) -> Option<Self> {
        all().find(|(_, known)| known == name).map(|(named, _)| named)
    }
}

/// The key whose name is most like this one, if any is at all.
pub(super) fn nearest(name: &str) -> Option<String> {
    let scored = all().map(|(_, known)| (jaro_winkler(name, &known), known));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(score, _)| *score >= ALIKE).map(|(_, known)| known)
}

/// The variable that gives a key.
pub(super) fn variable(name: &str) -> String {
    format!("{PREFIX}{}", name.to_ascii_uppercase().replace('.', "__"))
}

fn all() -> impl Iterator<Item = (Named, String)> {
    KEYS.iter().flat_map(|key| {
        let twin = (key.holds == Holds::Secret).then(|| (Named { key, in_file: true }, format!("{}_file", key.name)));
        std::iter::once((Named { key, in_file: false }, key.name.to_owned())).chain(twin)
    })
}
