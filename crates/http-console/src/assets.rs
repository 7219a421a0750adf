//! Style and scripts, embedded: one folder whose name is a hash of all that is in it, so that browsers may keep it for ever.

use std::fmt::Write;
use std::sync::LazyLock;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tenure_http_base::{AppState, Problem};

macro_rules! assets {
    ($($name:literal $kind:literal),* $(,)?) => {
        &[$(Asset { name: $name, kind: $kind, bytes: include_bytes!(concat!("../assets/", $name)) }),*]
    };
}

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

/// What browsers get of an asset: all but its comments, as far as those have lines of their own.
struct Served {
    name: &'static str,
    kind: &'static str,
    bytes: Bytes,
}

static SERVED: LazyLock<Vec<Served>> = LazyLock::new(|| {
    let served = |asset: &Asset| Served {
        name: asset.name,
        kind: asset.kind,
        bytes: match std::str::from_utf8(asset.bytes) {
            Ok(text) if asset.kind.starts_with("text/") => Bytes::from(without_comments(text)),
            _ => Bytes::from_static(asset.bytes),
        },
    };
    ASSETS.iter().map(served).collect()
});

/// Text without the lines that are comments alone, and without empty ones. Whoever reads along in a browser finds the sources beside
/// this file.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut within = false;
    for line in text.lines() {
        let bare = line.trim();
        if within || bare.starts_with("/*") {
            // A comment that ends in the middle of a line belongs to what follows it there.
            if let Some((_, rest)) = bare.split_once("*/") {
                let begins_here = !within;
                within = false;
                if !rest.trim().is_empty() {
                    kept.push_str(if begins_here { line } else { rest });
                    kept.push('\n');
                }
            } else {
                within = true;
            }
        } else if !bare.is_empty() && !bare.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

const ASSETS: &[Asset] = assets![
    "bulk.js" "text/javascript; charset=utf-8",
    "console.css" "text/css; charset=utf-8",
    "console.js" "text/javascript; charset=utf-8",
    "dialog.js" "text/javascript; charset=utf-8",
    "live.js" "text/javascript; charset=utf-8",
    "morph.js" "text/javascript; charset=utf-8",
    "page.js" "text/javascript; charset=utf-8",
    "palette.js" "text/javascript; charset=utf-8",
    "presence.js" "text/javascript; charset=utf-8",
    "select.js" "text/javascript; charset=utf-8",
    "stream.js" "text/javascript; charset=utf-8",
    "strength.js" "text/javascript; charset=utf-8",
    "tree.js" "text/javascript; charset=utf-8",
    "icons.svg" "image/svg+xml",
    "favicon.svg" "image/svg+xml",
];

/// The folder's address, such as `/assets/0123456789abcdef`. Modules name each other relatively, so all are of one edition.
pub(crate) static FOLDER: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for served in SERVED.iter() {
        hash.update(served.name);
        hash.update(served.bytes.len().to_le_bytes());
        hash.update(&served.bytes);
    }
    hash.finalize().iter().take(8).fold("/assets/".to_owned(), |mut folder, byte| {
        let _ = write!(folder, "{byte:02x}");
        folder
    })
});

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/assets/{edition}/{name}", get(asset))
}

async fn asset(Path((edition, name)): Path<(String, String)>) -> Response {
    // An older edition is gone: its page is reloaded, and names this one.
    let current = FOLDER.strip_prefix("/assets/") == Some(&*edition);
    match SERVED.iter().find(|asset| current && asset.name == name) {
        Some(asset) => {
            let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
            (headers, asset.bytes.clone()).into_response()
        }
        None => Problem::not_found("there is no such file").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(ending: &str) -> usize {
        SERVED.iter().filter(|asset| asset.name.ends_with(ending)).map(|asset| asset.bytes.len()).sum()
    }

    #[test]
    fn style_and_scripts_stay_small() {
        assert!(total(".css") <= 25 * 1024, "{} bytes of style", total(".css"));
        assert!(total(".js") <= 40 * 1024, "{} bytes of script", total(".js"));
        for asset in ASSETS.iter().filter(|asset| asset.kind.starts_with("text/javascript")) {
            let lines = std::str::from_utf8(asset.bytes).unwrap().lines().count();
            assert!(lines < 200, "{} has {lines} lines", asset.name);
        }
    }

    #[test]
    fn browsers_get_no_comments_and_all_else() {
        let text = "/** What it is. */\nimport './a.js'\n\n// Why.\n/** Two\n * lines. */\nconst a = '//' // beside\n/* c */ b()\n";
        assert_eq!(without_comments(text), "import './a.js'\nconst a = '//' // beside\n/* c */ b()\n");
    }

    #[test]
    fn every_file_of_the_folder_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets");
        let mut files: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let mut served: Vec<&str> = ASSETS.iter().map(|asset| asset.name).collect();
        files.sort();
        served.sort_unstable();
        assert_eq!(files, served);
    }
}
