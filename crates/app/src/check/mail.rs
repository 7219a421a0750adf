//! Whether mail can leave.

use std::path::Path;

use tenure_mail_smtp::SmtpMail;

use super::Finding;
use crate::configuration::Transport;

const MAIL: &str = "mail";
const SEND: &str = "set smtp.host and smtp.from";

pub(super) async fn look(transport: Option<&Transport>, data_dir: &Path) -> Finding {
    match transport {
        Some(Transport::Smtp(settings)) => {
            let server = format!("{}:{}", settings.host, settings.port);
            let checked = match SmtpMail::new((**settings).clone()) {
                Ok(mail) => mail.check().await.map_err(|error| error.to_string()),
                Err(refused) => Err(refused.to_string()),
            };
            match checked {
                Ok(()) => Finding::ok(MAIL, format_args!("{server} takes mail from us")),
                Err(said) => Finding::fail(MAIL, format_args!("{server}: {said}"), "look at the settings that begin with `smtp.`"),
            }
        }
        Some(Transport::File(folder, _)) => {
            Finding::warn(MAIL, format_args!("letters are written to {} and sent to nobody", folder.display()), SEND)
        }
        Some(Transport::Log(_)) => Finding::warn(MAIL, "letters are dropped, and the log says so", SEND),
        Some(Transport::Capture(_)) => Finding::warn(MAIL, "letters are kept for everybody at this machine to read", SEND),
        None => Finding::fail(MAIL, format_args!("nothing is configured in {}", data_dir.display()), SEND),
    }
}
