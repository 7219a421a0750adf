//! `tenured serve`.

use secrecy::ExposeSecret as _;
use tenure_credentials::OneTimeSecret;

use super::{Out, configuration};
use crate::configuration::{Configuration, Flags, Purpose, Transport};
use crate::failure::Failure;
use crate::logs;
use crate::serving::{Ending, House};

/// Serves until told to stop.
pub(super) async fn serve(flags: &Flags, out: Out<'_>) -> Result<(), Failure> {
    let configuration = configuration(flags, Purpose::Serve)?;
    logs::begin(&configuration);
    warn(&configuration);
    let ending = Ending::on_signals()?;
    let house = House::open(configuration).await?;
    house.database().migrate().await?;
    tracing::info!(address = %house.address(), public_url = house.public_url(), "serving");
    writeln!(out, "Tenure serves {} (listening on {}).", house.public_url(), house.address())?;
    let store = house.database().store();
    let setup = if store.queries().awaits_setup().await? { Some(invite_setup(&house, out)?) } else { None };
    out.flush()?;
    house.serve(setup.as_ref(), ending).await
}

fn warn(configuration: &Configuration) {
    match &configuration.mail {
        Some(Transport::File(folder, _)) => {
            tracing::warn!(folder = %folder.display(), "mail is written to files and sent to nobody; set smtp.host to send it");
        }
        Some(Transport::Log(_)) => tracing::warn!("mail is dropped; set smtp.host to send it"),
        Some(Transport::Capture(_)) => tracing::warn!("mail is captured for everybody at this machine to read"),
        Some(Transport::Smtp(_)) | None => {}
    }
}

/// Prints the token of the first start. It is told to nobody else, and only its hash is kept.
fn invite_setup(house: &House, out: Out<'_>) -> Result<OneTimeSecret, Failure> {
    let secret = OneTimeSecret::generate(&mut rand::rng());
    let (token, url) = (secret.text(), house.public_url());
    let token = token.expose_secret();
    writeln!(
        out,
        "
Nobody has set this installation up. Whoever has this link may, once, while this process runs:

    {url}/setup#token={token}

It takes one request, which names the first organization and the person who governs it and is operator:

    curl {url}/api/v1/setup --json '{{
      \"token\": \"{token}\",
      \"organization\": \"Example Ltd\", \"model\": \"workspace\",
      \"email\": \"you@example.com\", \"password\": \"…\",
      \"first_name\": \"…\", \"last_name\": \"…\"
    }}'
"
    )?;
    Ok(secret)
}
