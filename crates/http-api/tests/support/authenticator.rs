//! An authenticator, as somebody has it on their telephone, with the recovery codes that they wrote down.

use serde_json::{Value, json};
use tenure_credentials::TotpSecret;

use super::client::Client;
use super::house::{House, PASSWORD};

pub(crate) struct Authenticator {
    house: House,
    secret: TotpSecret,
    /// The secret's bytes, as a dump of a database would show them.
    pub(crate) hex: String,
    pub(crate) recovery_codes: Vec<String>,
}

impl Authenticator {
    /// The one that was given this secret in letters.
    pub(crate) fn with(house: &House, letters: &str) -> Self {
        let bits: Vec<String> = letters.chars().map(|letter| format!("{:05b}", value(letter))).collect();
        let bits = bits.concat();
        let bytes: Vec<u8> =
            bits.as_bytes().chunks_exact(8).map(|byte| byte.iter().fold(0, |all, bit| all << 1 | (bit - b'0'))).collect();
        let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        let secret = TotpSecret::from_bytes(bytes.as_slice().try_into().unwrap());
        Self { house: house.clone(), secret, hex: hex.concat(), recovery_codes: Vec::new() }
    }

    /// What it shows now.
    pub(crate) fn code(&self) -> String {
        self.secret.code(self.house.now())
    }

    /// What it doesn't show now, nor shortly before or after.
    pub(crate) fn wrong(&self) -> String {
        let shown: Vec<String> = (-2..=2)
            .map(|step| self.secret.code(tenure_domain::Instant::from_micros(self.house.now().micros() + step * 30_000_000)))
            .collect();
        (0..10).map(|number| format!("{number:06}")).find(|code| !shown.contains(code)).unwrap()
    }

    /// What it shows after those that were used: half a minute has passed.
    pub(crate) fn next(&self) -> String {
        self.house.pass(std::time::Duration::from_secs(30));
        self.code()
    }
}

fn value(letter: char) -> u32 {
    if letter.is_ascii_digit() { u32::from(letter) - u32::from('2') + 26 } else { u32::from(letter) - u32::from('A') }
}

/// The texts of a list.
fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

impl Client {
    /// Begins a second factor.
    pub(crate) async fn begin_factor(&self) -> Authenticator {
        let begun = self.post("/me/second-factor", json!({ "current_password": PASSWORD })).await.expect(200);
        Authenticator::with(&self.house, begun["secret"].as_str().unwrap())
    }

    /// Adds one, and goes on in the session that this begins.
    pub(crate) async fn add_factor(&mut self) -> Authenticator {
        let mut authenticator = self.begin_factor().await;
        let code = json!({ "code": authenticator.code() });
        let confirmed = self.post("/me/second-factor/confirmation", code).await;
        authenticator.recovery_codes = texts(&confirmed.expect(200)["recovery_codes"]);
        let cookie = confirmed.header("set-cookie").expect("another session begins");
        self.cookie = cookie.split(';').next().map(str::to_owned);
        authenticator
    }
}
