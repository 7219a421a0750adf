//! Looking whether all is ready to serve.

mod clock;
mod disk;
mod finding;
mod mail;
mod public_url;
mod schema;

pub(crate) use finding::{Finding, State};

use crate::configuration::Configuration;
use crate::data_folder::is_open_to_others;
use crate::secret_key;

/// Looks at everything, in the order in which it would stand in the way of a start.
pub(crate) async fn everything(configuration: &Configuration) -> Vec<Finding> {
    let mut findings = vec![settings(configuration)];
    findings.extend(schema::look(&configuration.database).await);
    findings.push(mail::look(configuration.mail.as_ref(), &configuration.data_dir).await);
    findings.push(public_url::look(configuration));
    findings.push(clock::look(&configuration.database).await);
    findings.push(disk::look(configuration));
    findings
}

fn settings(configuration: &Configuration) -> Finding {
    let what = "configuration";
    let folder = &configuration.data_dir;
    match [folder.clone(), folder.join(secret_key::FILE)].iter().find(|path| is_open_to_others(path)) {
        Some(path) => Finding::warn(
            what,
            format_args!("others on this machine may look into {}", path.display()),
            format_args!("chmod go= {}", path.display()),
        ),
        None => Finding::ok(what, "every setting can be used; `tenured config show` lists them"),
    }
}

#[cfg(test)]
mod tests;
