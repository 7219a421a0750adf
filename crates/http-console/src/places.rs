//! The places of the console, one file each.

mod access_model;
mod account;
mod add_people;
mod assignee;
mod bulk;
mod contact_deletion;
mod contacts;
mod email_change;
mod entrance;
mod grant;
mod help;
mod import;
mod insights;
mod invitation;
mod invited;
mod jobs;
mod journal;
mod kinds;
mod leaving;
mod mail;
mod member;
mod members;
mod moving;
mod offer;
mod password_reset;
mod profile;
mod reactivation;
mod receipts;
mod resource_groups;
mod resources;
mod second_factor;
mod settings;
mod setup;
mod strength;
mod tokens;
mod unlock;
mod why;
mod workspace_deletion;
mod workspaces;

use axum::Router;
use tenure_http_base::AppState;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .merge(entrance::routes())
        .merge(invitation::routes())
        .merge(password_reset::routes())
        .merge(email_change::routes())
        .merge(strength::routes())
        .merge(second_factor::routes())
        .merge(setup::routes())
        .merge(members::routes())
        .merge(bulk::routes())
        .merge(import::routes())
        .merge(jobs::routes())
        .merge(add_people::routes())
        .merge(member::routes())
        .merge(invited::routes())
        .merge(profile::routes())
        .merge(unlock::routes())
        .merge(tokens::routes())
        .merge(grant::routes())
        .merge(leaving::routes())
        .merge(reactivation::routes())
        .merge(receipts::routes())
        .merge(resource_groups::routes())
        .merge(resources::routes())
        .merge(contacts::routes())
        .merge(contact_deletion::routes())
        .merge(assignee::routes())
        .merge(workspaces::routes())
        .merge(moving::routes())
        .merge(workspace_deletion::routes())
        .merge(insights::routes())
        .merge(journal::routes())
        .merge(mail::routes())
        .merge(settings::routes())
        .merge(access_model::routes())
        .merge(account::routes())
        .merge(help::routes())
}
