//! How a secret gets into an authenticator: as letters to type, as an address to open, and as a picture to scan.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use secrecy::{ExposeSecret, SecretString};

use super::TotpSecret;
use super::recovery_code::base32;

/// Whose codes an authenticator says that these are.
const ISSUER: &str = "Tenure";

/// A secret as it is shown to whom it belongs, once.
#[derive(Debug)]
pub struct Shown {
    /// In letters, to type.
    pub secret: SecretString,
    /// As an `otpauth://` address.
    pub uri: SecretString,
    /// The address as a picture: a QR code in SVG.
    pub qr: SecretString,
}

impl Shown {
    /// For the login with this address.
    pub fn new(secret: &TotpSecret, address: &str) -> Self {
        let letters = base32(secret.expose());
        let uri = format!("otpauth://totp/{ISSUER}:{}?secret={letters}&issuer={ISSUER}", percent_encoded(address));
        let uri = SecretString::from(uri);
        // An address of the longest sort fits; were it otherwise, the letters are there.
        let qr = QrCode::with_error_correction_level(uri.expose_secret(), EcLevel::M).map(|code| {
            code.render::<svg::Color<'_>>()
                .min_dimensions(200, 200)
                .dark_color(svg::Color("#000"))
                .light_color(svg::Color("#fff"))
                .build()
        });
        Self { secret: letters.into(), uri, qr: qr.unwrap_or_default().into() }
    }
}

/// All but letters, digits and `-._~` as percent signs and hexadecimal digits (RFC 3986).
fn percent_encoded(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    });
    encoded.collect()
}
