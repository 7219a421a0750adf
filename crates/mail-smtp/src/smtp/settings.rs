//! Where the mail server is and how to speak to it.

use std::{fmt, io, net::IpAddr, path::PathBuf, str::FromStr, time::Duration};

use secrecy::SecretString;

use crate::Sender;

/// Everything that [`SmtpMail`](crate::SmtpMail) needs to know.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// Name or address of the server; with TLS its certificate must be for this name.
    pub host: String,
    /// Port, usually [`SmtpTls::usual_port`].
    pub port: u16,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// A PEM file whose certificates are trusted beside the public ones: a private authority.
    pub tls_root_certificate: Option<PathBuf>,
    /// Whom to sign in as, if the server asks for it.
    pub credentials: Option<SmtpCredentials>,
    /// From whom the letters are.
    pub sender: Sender,
    /// The name to greet with; the machine's own if there is none.
    pub hello_name: Option<String>,
    /// How long one letter may take, from connecting to the server's last word. Shorter than a courier's lease;
    /// but a server that is cut off while it thinks about a letter may deliver it, and then gets it twice.
    pub timeout: Duration,
}

/// Name and password for a mail server.
#[derive(Clone, Debug)]
pub struct SmtpCredentials {
    /// Whom to sign in as.
    pub username: String,
    /// The password.
    pub password: SecretString,
}

/// How a connection to a mail server is protected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SmtpTls {
    /// Not at all.
    None,
    /// It begins in the clear and must be upgraded before anything is said.
    Starttls,
    /// From the first byte.
    Implicit,
}

/// Settings that can't work, found before any letter is posted.
#[derive(Debug, thiserror::Error)]
pub enum SmtpSettingsRefused {
    /// A password would cross the network readably.
    #[error("a password without TLS is sent to this machine only; set tls to starttls or implicit")]
    PasswordInClear,
    /// A greeting name that would break its line.
    #[error("the greeting name is a host name in ASCII characters")]
    HelloName,
    /// The root certificate can't be read.
    #[error("the root certificate can't be read: {0}")]
    RootCertificateUnreadable(#[source] io::Error),
    /// The root certificate isn't one.
    #[error("the root certificate is not a PEM file with certificates in it")]
    RootCertificateMalformed,
}

/// Somebody wrote another word than the three that [`SmtpTls`] knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("tls is one of none, starttls and implicit")]
pub struct SmtpTlsUnknown;

impl SmtpTls {
    /// The port that servers usually offer this on: 25, 587 or 465.
    pub fn usual_port(self) -> u16 {
        match self {
            Self::None => 25,
            Self::Starttls => 587,
            Self::Implicit => 465,
        }
    }
}

impl FromStr for SmtpTls {
    type Err = SmtpTlsUnknown;

    fn from_str(word: &str) -> Result<Self, SmtpTlsUnknown> {
        match word {
            "none" => Ok(Self::None),
            "starttls" => Ok(Self::Starttls),
            "implicit" => Ok(Self::Implicit),
            _ => Err(SmtpTlsUnknown),
        }
    }
}

impl fmt::Display for SmtpTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Starttls => "starttls",
            Self::Implicit => "implicit",
        })
    }
}

impl SmtpSettings {
    pub(super) fn check(&self) -> Result<(), SmtpSettingsRefused> {
        if self.credentials.is_some() && self.tls == SmtpTls::None && !self.stays_on_this_machine() {
            return Err(SmtpSettingsRefused::PasswordInClear);
        }
        let is_host = |name: &String| name.bytes().all(|byte| byte.is_ascii_graphic()) && !name.is_empty();
        if !self.hello_name.as_ref().is_none_or(is_host) {
            return Err(SmtpSettingsRefused::HelloName);
        }
        Ok(())
    }

    fn stays_on_this_machine(&self) -> bool {
        self.host == "localhost" || self.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{SmtpCredentials, SmtpSettings, SmtpSettingsRefused, SmtpTls};
    use crate::{SmtpMail, sample};

    fn settings(host: &str, tls: SmtpTls) -> SmtpSettings {
        SmtpSettings {
            host: host.to_owned(),
            port: tls.usual_port(),
            tls,
            tls_root_certificate: None,
            credentials: Some(SmtpCredentials { username: "tenure".into(), password: "swordfish".into() }),
            sender: sample::sender(),
            hello_name: None,
            timeout: Duration::from_secs(1),
        }
    }

    #[test]
    fn c4_a_password_is_never_sent_readably_over_a_network() {
        let refused = SmtpMail::new(settings("mail.example.test", SmtpTls::None)).unwrap_err();
        assert!(matches!(refused, SmtpSettingsRefused::PasswordInClear), "{refused:?}");
        for (host, tls) in [
            ("localhost", SmtpTls::None),
            ("::1", SmtpTls::None),
            ("mail.example.test", SmtpTls::Starttls),
            ("mail.example.test", SmtpTls::Implicit),
        ] {
            SmtpMail::new(settings(host, tls)).unwrap();
        }
    }

    #[test]
    fn c4_printing_settings_shows_no_password() {
        assert!(!format!("{:?}", settings("localhost", SmtpTls::None)).contains("swordfish"));
    }

    #[test]
    fn a_root_certificate_that_is_none_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("root.pem");
        let mut settings = settings("mail.example.test", SmtpTls::Starttls);
        settings.tls_root_certificate = Some(file.clone());
        let refused = SmtpMail::new(settings.clone()).unwrap_err();
        assert!(matches!(refused, SmtpSettingsRefused::RootCertificateUnreadable(_)), "{refused:?}");
        let pem = |base64| format!("-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n");
        for content in [String::new(), "hello".to_owned(), pem("!"), pem("AAAA")] {
            std::fs::write(&file, &content).unwrap();
            let refused = SmtpMail::new(settings.clone()).unwrap_err();
            assert!(matches!(refused, SmtpSettingsRefused::RootCertificateMalformed), "{content}: {refused:?}");
        }
    }

    #[test]
    fn tls_is_written_as_it_is_read() {
        for tls in [SmtpTls::None, SmtpTls::Starttls, SmtpTls::Implicit] {
            assert_eq!(tls.to_string().parse(), Ok(tls));
        }
        assert!("STARTTLS".parse::<SmtpTls>().is_err());
    }
}
