//! What the first step of a sign-in leaves for the second: the password, which the browser carries and can't read.

use secrecy::{ExposeSecret, SecretString};
use tenure_credentials::CursorContext;
use tenure_domain::Instant;
use tenure_http_base::AppState;
use uuid::Uuid;

/// How long somebody has to look for their code, in microseconds.
const LASTS: i64 = 5 * 60 * 1_000_000;

/// By how much the clocks of processes may differ, in microseconds: a minute.
const CLOCKS_DIFFER: i64 = 60_000_000;

/// The first step. It is tried anew with the second, so nothing is gained by carrying it on.
pub(crate) struct FirstStep;

impl FirstStep {
    /// Seals a password that was right, for this address and for a while.
    pub(crate) fn seal(state: &AppState, email: &str, password: &SecretString) -> String {
        let now = state.tenure().tools().clock.now().micros().to_be_bytes();
        state.sealer().seal(&context(email), &[&now[..], password.expose_secret().as_bytes()].concat())
    }

    /// The password, if it was sealed for this address a short while ago.
    pub(crate) fn open(state: &AppState, email: &str, sealed: &str) -> Option<SecretString> {
        let payload = state.sealer().open(&context(email), sealed)?;
        let (at, password) = payload.split_first_chunk::<8>()?;
        let age =
            state.tenure().tools().clock.now().micros().checked_sub(Instant::from_micros(i64::from_be_bytes(*at)).micros())?;
        let password = (-CLOCKS_DIFFER..LASTS).contains(&age).then(|| String::from_utf8(password.to_vec()).ok())??;
        Some(password.into())
    }
}

fn context(email: &str) -> CursorContext<'_> {
    CursorContext { route: "POST /sign-in/code", organization: None, filter: email.as_bytes(), sort: "", actor: Uuid::nil().into() }
}
