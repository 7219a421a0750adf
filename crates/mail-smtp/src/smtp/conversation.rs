//! One connection to a mail server and what is said on it.

use std::{fs, time::Duration};

use lettre::{
    Message,
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        commands::{Data, Mail, Rcpt, Rset},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
    },
};
use secrecy::ExposeSecret;

use super::{
    SmtpSettings, SmtpSettingsRefused, SmtpTls,
    failure::{At, Failure},
};

/// Opens connections that are ready for a letter.
pub(super) struct Dialer {
    settings: SmtpSettings,
    tls: Option<TlsParameters>,
    hello: ClientId,
}

/// A connection that has been greeted, upgraded and signed in on as configured.
pub(super) struct Conversation(AsyncSmtpConnection);

impl Dialer {
    pub(super) fn new(settings: SmtpSettings) -> Result<Self, SmtpSettingsRefused> {
        settings.check()?;
        let tls = tls_parameters(&settings)?;
        let hello = settings.hello_name.clone().map_or_else(ClientId::default, ClientId::Domain);
        Ok(Self { settings, tls, hello })
    }

    pub(super) async fn dial(&self) -> Result<Conversation, Failure> {
        let (first_byte, upgrade) = match self.settings.tls {
            SmtpTls::Starttls => (None, self.tls.clone()),
            SmtpTls::None | SmtpTls::Implicit => (self.tls.clone(), None),
        };
        let server = (self.settings.host.as_str(), self.settings.port);
        let patience: Option<Duration> = Some(self.settings.timeout);
        let mut connection = AsyncSmtpConnection::connect_tokio1(server, patience, &self.hello, first_byte, None)
            .await
            .map_err(At::Greeting.failed())?;
        if let Some(tls) = upgrade {
            connection.starttls(tls, &self.hello).await.map_err(At::Upgrade.failed())?;
        }
        if let Some(credentials) = &self.settings.credentials {
            let password = credentials.password.expose_secret().to_owned();
            let credentials = Credentials::new(credentials.username.clone(), password);
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            connection.auth(&mechanisms, &credentials).await.map_err(At::SignIn.failed())?;
        }
        Ok(Conversation(connection))
    }
}

impl Conversation {
    /// Hands over one message. Each step is its own command, because whose fault a refusal is depends on the step.
    pub(super) async fn deliver(&mut self, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope();
        let written = message.formatted();
        let mut parameters = Vec::new();
        if !envelope.to().iter().all(|to| AsRef::<str>::as_ref(to).is_ascii()) {
            if !self.0.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(Failure::NeedsInternationalMail);
            }
            parameters.push(MailParameter::SmtpUtfEight);
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        self.0.command(Mail::new(envelope.from().cloned(), parameters)).await.map_err(At::Sender.failed())?;
        for to in envelope.to() {
            self.0.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(At::Recipient.failed())?;
        }
        self.0.command(Data).await.map_err(At::Content.failed())?;
        self.0.message(&written).await.map_err(At::Content.failed())?;
        Ok(())
    }

    /// Ends whatever was half said; false if nobody answers any more.
    pub(super) async fn starts_over(&mut self) -> bool {
        self.0.command(Rset).await.is_ok()
    }

    pub(super) async fn goodbye(mut self) -> Result<(), Failure> {
        self.0.quit().await.map_err(At::Goodbye.failed())?;
        Ok(())
    }
}

fn tls_parameters(settings: &SmtpSettings) -> Result<Option<TlsParameters>, SmtpSettingsRefused> {
    if settings.tls == SmtpTls::None {
        return Ok(None);
    }
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(file) = &settings.tls_root_certificate {
        let pem = fs::read(file).map_err(SmtpSettingsRefused::RootCertificateUnreadable)?;
        // A PEM file without a certificate in it parses as an empty list, which would trust nothing and say nothing.
        if !pem.windows(27).any(|window| window == b"-----BEGIN CERTIFICATE-----") {
            return Err(SmtpSettingsRefused::RootCertificateMalformed);
        }
        let root = Certificate::from_pem(&pem).map_err(|_| SmtpSettingsRefused::RootCertificateMalformed)?;
        builder = builder.add_root_certificate(root);
    }
    // Nothing else that went into the builder can be wrong.
    builder.build_rustls().map(Some).map_err(|_| SmtpSettingsRefused::RootCertificateMalformed)
}
