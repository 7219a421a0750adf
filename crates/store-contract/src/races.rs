//! Decisions that run into each other, hundreds of times.

mod acceptance;
mod addresses;
mod attempts;
mod couriers;
mod deletions;
mod edits;
mod first_comers;
mod governors;
mod handovers;
mod leavers;
mod models;
mod moves;
mod presences;
mod second_factors;
mod selections;
mod sessions;
mod standing_still;
mod statistics;
mod together;
mod tokens;
mod workspaces;

#[doc(hidden)]
pub mod listed {
    pub use super::acceptance::listed as acceptance_race;
    pub use super::addresses::listed as addresses_race;
    pub use super::attempts::listed as attempts_race;
    pub use super::couriers::listed as couriers_race;
    pub use super::deletions::listed as deletions_race;
    pub use super::edits::listed as edits_race;
    pub use super::first_comers::listed as first_comers_race;
    pub use super::governors::listed as governors_race;
    pub use super::handovers::listed as handovers_race;
    pub use super::leavers::listed as leavers_race;
    pub use super::models::listed as models_race;
    pub use super::moves::listed as moves_race;
    pub use super::presences::listed as presences_race;
    pub use super::second_factors::listed as second_factors_race;
    pub use super::selections::listed as selections_race;
    pub use super::sessions::listed as sessions_race;
    pub use super::standing_still::listed as standing_still_race;
    pub use super::statistics::listed as statistics_race;
    pub use super::tokens::listed as tokens_race;
    pub use super::workspaces::listed as workspaces_race;
}
