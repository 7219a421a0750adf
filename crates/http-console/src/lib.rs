//! The web console: pages over the same use cases as the API.
//!
//! Every action is a plain form or link that works without scripting; scripts only shorten the trip. Pages come with a policy
//! under which nothing inline and nothing from elsewhere runs. [`routes`] go beside those of the API, and [`told`] makes pages
//! of problems, for the layers that are around both.

mod asked;
mod assets;
mod changes;
mod dead_link;
mod desk;
mod first_step;
mod form;
mod frame;
mod link;
mod markup;
mod offered;
mod people;
mod phone;
mod places;
mod respond;
mod rights;
mod told;
mod words;

use axum::Router;
use tenure_http_base::AppState;

pub use told::told;

/// The console's routes, without the layers around them.
pub fn routes() -> Router<AppState> {
    places::routes().merge(assets::routes())
}
