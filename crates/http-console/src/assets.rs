//! Style and scripts, embedded: one folder whose name is a hash of all that is in it, so that browsers may keep it for ever.

use std::fmt::Write;
use std::sync::LazyLock;

use axum::Router;
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

const ASSETS: &[Asset] = assets![
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
    "tree.js" "text/javascript; charset=utf-8",
    "icons.svg" "image/svg+xml",
    "favicon.svg" "image/svg+xml",
];

/// The folder's address, such as `/assets/0123456789abcdef`. Modules name each other relatively, so all are of one edition.
pub(crate) static FOLDER: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for asset in ASSETS {
        hash.update(asset.name);
        hash.update(asset.bytes.len().to_le_bytes());
        hash.update(asset.bytes);
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
    match ASSETS.iter().find(|asset| current && asset.name == name) {
        Some(asset) => {
            let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
            (headers, asset.bytes).into_response()
        }
        None => Problem::not_found("there is no such file").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(ending: &str) -> usize {
        ASSETS.iter().filter(|asset| asset.name.ends_with(ending)).map(|asset| asset.bytes.len()).sum()
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
