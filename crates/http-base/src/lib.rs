//! What every HTTP face of Tenure shares: who asks, problems, cursors, tags, limits and the layers around all routes.

mod body;
mod cookie;
mod cross_site;
mod cursor;
mod described;
mod idempotency;
mod inside;
mod instants;
mod layers;
mod negotiate;
mod page;
mod path;
mod perform;
mod problem;
mod problem_of;
mod query;
mod signed_in;
mod state;
mod tag;

pub use body::{Body, Patch, patch};
pub use cookie::{ended_cookie, session_cookie};
pub use cursor::Cursors;
pub use idempotency::Idempotency;
pub use inside::Inside;
pub use instants::{instant, rfc3339};
pub use layers::{around, no_such_route};
pub use page::{ListAsk, ListQuery, Listing, listing_response};
pub use path::Ids;
pub use perform::{perform, perform_idempotent, perform_once};
pub use problem::{CODES, FieldProblem, Problem, ProblemBody};
pub use problem_of::problem_of;
pub use query::Query;
pub use signed_in::{MaybeSignedIn, SignedIn};
pub use state::{AppState, AppStateParts, Captured, HttpSettings, Mailbox};
pub use tag::{IfMatch, tagged};
