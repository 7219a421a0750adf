//! What every store must do, a file for each noun.

mod contact_lists;
mod contact_search;
mod contacts;
mod deletions;
mod errands;
mod folding;
mod grants;
mod holdings;
mod invitations;
mod jobs;
mod journal;
mod letters;
mod member_lists;
mod member_pages;
mod member_search;
mod memberships;
mod moments;
mod organizations;
mod portfolios;
mod presences;
mod receipts;
mod replays;
mod resources;
mod selections;
mod sessions;
mod tenants;
mod units;
mod users;
mod violations;
mod watching;
mod workspaces;

#[doc(hidden)]
pub mod listed {
    pub use super::contact_lists::listed as contact_lists;
    pub use super::contact_search::listed as contact_search;
    pub use super::contacts::listed as contacts;
    pub use super::deletions::listed as deletions;
    pub use super::errands::listed as errands;
    pub use super::folding::listed as folding;
    pub use super::grants::listed as grants;
    pub use super::holdings::listed as holdings;
    pub use super::invitations::listed as invitations;
    pub use super::jobs::listed as jobs;
    pub use super::journal::listed as journal;
    pub use super::letters::listed as letters;
    pub use super::member_lists::listed as member_lists;
    pub use super::member_pages::listed as member_pages;
    pub use super::member_search::listed as member_search;
    pub use super::memberships::listed as memberships;
    pub use super::moments::listed as moments;
    pub use super::organizations::listed as organizations;
    pub use super::portfolios::listed as portfolios;
    pub use super::presences::listed as presences;
    pub use super::receipts::listed as receipts;
    pub use super::replays::listed as replays;
    pub use super::resources::listed as resources;
    pub use super::selections::listed as selections;
    pub use super::sessions::listed as sessions;
    pub use super::tenants::listed as tenants;
    pub use super::units::listed as units;
    pub use super::users::listed as users;
    pub use super::violations::listed as violations;
    pub use super::watching::listed as watching;
    pub use super::workspaces::listed as workspaces;
}
