//! `tenured operator rescue`: somebody governs an organization again.

use std::sync::Arc;

use tenure_domain::invitation::InviteRefused;
use tenure_domain::revocation::ReactivateRefused;
use tenure_domain::{EmailAddress, OrganizationId};
use tenure_port_store::{PageAsk, Queries, Store};
use tenure_usecases::{Caller, Failure as UseCaseFailure, RescueOrganization, RescueRefused, Rescued};

use super::{Out, tenure};
use crate::failure::Failure;

/// How many organizations are looked at at once.
const PAGE: u32 = 200;

/// Makes somebody govern, and says what they have to do yet.
pub(super) async fn rescue(store: Arc<dyn Store>, organization: &str, typed: &str, out: Out<'_>) -> Result<(), Failure> {
    let email = EmailAddress::parse(typed).map_err(|refused| Failure::of(typed, refused))?;
    let (organization, name) = named(store.queries(), organization).await?;
    let ask = RescueOrganization { organization, email: email.clone() };
    match tenure(store).perform(Caller::Server, ask).await {
        Ok(Rescued::Governs { changed, was_inactive, proves, .. }) => {
            match (changed, was_inactive) {
                (false, _) => writeln!(out, "{email} governs {name} already.")?,
                (true, false) => writeln!(out, "{email} governs {name} from now on.")?,
                (true, true) => writeln!(out, "{email} is active again, and governs {name} from now on.")?,
            }
            if !proves {
                writeln!(
                    out,
                    "{name} requires a second factor, which they don't have: they sign in and add one before they can do anything there."
                )?;
            }
            if changed {
                writeln!(out, "A mail tells them, and all others who govern {name}.")?;
            }
        }
        Ok(Rescued::Invited { .. }) => {
            writeln!(out, "{email} is invited, and governs {name} once they accept. Whoever governs it already is told by mail.")?;
        }
        Err(UseCaseFailure::NotFound) => return Err(Failure::Failed(format!("there is no organization {organization} any more"))),
        Err(UseCaseFailure::Refused(refused)) => return Err(Failure::Failed(advice(&name, refused))),
        Err(failure) => return Err(Failure::of(email, failure)),
    }
    Ok(())
}

/// Why not, with what to do.
fn advice(name: &str, refused: RescueRefused) -> String {
    match refused {
        RescueRefused::SwitchedOff => format!(
            "{name} is switched off, so nobody could do anything there; an operator switches it on with \
             `PATCH /api/v1/operator/organizations/…` and `\"active\": true` (`tenured operator grant` makes somebody an operator)"
        ),
        RescueRefused::Reactivate(ReactivateRefused::SeatsFull) | RescueRefused::Invite(InviteRefused::SeatsFull) => format!(
            "all seats of {name} are taken; name somebody who is an active member, or raise the seats as an operator with \
             `PATCH /api/v1/operator/organizations/…`"
        ),
        other => format!("{name} stays as it is: {other}"),
    }
}

/// The organization with this id, or the only one with this name.
async fn named(queries: &dyn Queries, typed: &str) -> Result<(OrganizationId, String), Failure> {
    if let Ok(id) = typed.parse::<OrganizationId>() {
        let found = queries.organization(id).await?;
        let found = found.ok_or_else(|| Failure::Failed(format!("there is no organization {id}")))?;
        return Ok((id, found.name.to_string()));
    }
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = queries.organizations(&PageAsk { after, limit: PAGE }).await?;
        found.extend(page.items.into_iter().filter(|row| row.name == typed).map(|row| row.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    match *found {
        [id] => Ok((id, typed.to_owned())),
        [] => Err(Failure::Failed(format!("there is no organization `{typed}`; its name is written as it stands there"))),
        _ => {
            let ids: Vec<String> = found.iter().map(ToString::to_string).collect();
            Err(Failure::Failed(format!(
                "{} organizations are called `{typed}`; name one by its id: {}",
                ids.len(),
                ids.join(", ")
            )))
        }
    }
}
