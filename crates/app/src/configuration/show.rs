//! The configuration that counts, with where each of it comes from, as a TOML file would say it.

use std::io::{self, Write};

use super::key::{Holds, KEYS, Key};
use super::layers::{Layers, Setting};
use super::origin::Origin;
use super::settings::{DATABASE_FILE, LISTEN};
use super::{DatabaseUrl, Purpose, mail};

/// Where origins begin, in columns.
const COLUMN: usize = 60;

/// Writes every key. Secrets are hidden, and what is not set is a comment.
pub(crate) fn show(layers: &Layers, purpose: Purpose, out: &mut dyn Write) -> io::Result<()> {
    let mut section = "";
    for key in KEYS {
        let (of, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if of != section {
            writeln!(out, "\n[{of}]")?;
            section = of;
        }
        let (line, origin) = match layers.get(key.name) {
            Some(setting) => (said(key, name, setting), setting.origin.clone()),
            None => match unsaid(layers, purpose, key) {
                Some((value, origin)) => (format!("{name} = {value}"), origin),
                None => (format!("# {name} is not set"), Origin::Default),
            },
        };
        writeln!(out, "{line:COLUMN$} # {origin}")?;
    }
    Ok(())
}

fn said(key: &Key, name: &str, setting: &Setting) -> String {
    let text = &setting.text;
    match key.holds {
        Holds::Secret if setting.in_file => format!("{name}_file = {}", quoted(text)),
        Holds::Secret if key.name == "database" => DatabaseUrl::parse(text)
            .map_or_else(|_| format!("# {name} (hidden)"), |url| format!("{name} = {}", quoted(&url.to_string()))),
        Holds::Secret => format!("# {name} (hidden)"),
        Holds::Many => {
            let items: Vec<_> = text.split(',').map(|item| quoted(item.trim())).collect();
            format!("{name} = [{}]", items.join(", "))
        }
        Holds::One if text.parse::<u16>().is_ok() => format!("{name} = {text}"),
        Holds::One => format!("{name} = {}", quoted(text)),
    }
}

/// What counts where nobody said anything.
fn unsaid(layers: &Layers, purpose: Purpose, key: &Key) -> Option<(String, Origin)> {
    let said = |key| layers.get(key).map(|setting: &Setting| setting.text.as_str());
    let data_dir = said("data_dir").unwrap_or(purpose.data_dir());
    let text = |text: &str| Some((quoted(text), Origin::Default));
    match key.name {
        "listen" => text(LISTEN),
        "data_dir" => text(data_dir),
        "database" => Some((quoted(&format!("sqlite://{data_dir}/{DATABASE_FILE}")), Origin::Follows("data_dir"))),
        "public_url" => Some((quoted(&format!("http://{}", said("listen").unwrap_or(LISTEN))), Origin::Follows("listen"))),
        "trusted_proxies" => Some(("[]".to_owned(), Origin::Default)),
        "smtp.tls" => text("starttls"),
        "smtp.port" => {
            let tls = said("smtp.tls").unwrap_or("starttls").parse::<tenure_mail_smtp::SmtpTls>().ok()?;
            Some((tls.usual_port().to_string(), Origin::Follows("smtp.tls")))
        }
        "mail.transport" => Some((quoted(mail::usual(said("smtp.host").is_some())), Origin::Follows("smtp.host"))),
        "log.format" => text("auto"),
        "log.filter" => text(purpose.filter()),
        _ => None,
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
