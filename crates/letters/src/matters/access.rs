//! Access granted, changed and revoked; and a grant in words.

use crate::fold::one_line;
use crate::letter::Access;
use crate::phrases::Unwritten;
use crate::sheet::Block;
use crate::write::{Desk, Draft};

/// You have access to a workspace.
pub(crate) fn granted(desk: &Desk<'_>, access: &Access) -> Result<Draft, Unwritten> {
    standing(desk, "granted", access)
}

/// Your access to a workspace is another.
pub(crate) fn changed(desk: &Desk<'_>, access: &Access) -> Result<Draft, Unwritten> {
    standing(desk, "changed", access)
}

/// Your access to a workspace has ended.
pub(crate) fn revoked(desk: &Desk<'_>, workspace: Option<&str>) -> Result<Draft, Unwritten> {
    let (subject, lead) = opening(desk, "revoked", workspace)?;
    let organization = [("organization", desk.organization.as_str().into())];
    Ok((subject, vec![lead, desk.paragraph("revoked-rest", &[])?, desk.paragraph("revoked-ask", &organization)?]))
}

fn standing(desk: &Desk<'_>, what: &str, access: &Access) -> Result<Draft, Unwritten> {
    let (subject, lead) = opening(desk, what, access.workspace.as_deref())?;
    let mut blocks = vec![lead];
    // Without levels the grant is gone by now, and there is nothing to say of it but what happened.
    if !access.levels.is_empty() {
        if what == "changed" {
            blocks.push(desk.paragraph("changed-now", &[])?);
        }
        let mut list = vec![desk.phrases.say("access-levels", &[("levels", joined(&access.levels).into())])?];
        list.extend(beyond_levels(desk, access)?.iter().map(|part| capitalised(part)));
        blocks.push(Block::List(list));
    }
    blocks.push(desk.front_door()?);
    Ok((subject, blocks))
}

/// The subject and the first paragraph.
fn opening(desk: &Desk<'_>, what: &str, workspace: Option<&str>) -> Result<(String, Block), Unwritten> {
    let organization = desk.organization.as_str();
    let is_gone = workspace.is_none();
    let workspace = match workspace {
        Some(workspace) => one_line(workspace),
        // It was deleted since: what it was called nobody knows any more.
        None => desk.phrases.say("place-gone", &[("organization", organization.into())])?,
    };
    // A root often has its organization's name.
    let place = if is_gone || workspace == organization {
        workspace.clone()
    } else {
        desk.phrases.say("place", &[("workspace", workspace.as_str().into()), ("organization", organization.into())])?
    };
    let subject = desk.phrases.say(&format!("{what}-subject"), &[("workspace", workspace.into())])?;
    let lead = desk.phrases.say_who(&format!("{what}-lead"), ("actor", desk.actor.as_deref()), &[("place", place.into())])?;
    Ok((subject, Block::Paragraph(lead)))
}

/// A grant as one line of a list.
pub(crate) fn in_one_line(desk: &Desk<'_>, access: &Access) -> Result<String, Unwritten> {
    let levels = joined(&access.levels);
    let workspace = access.workspace.as_deref().map_or_else(|| desk.organization.clone(), one_line);
    let mut parts = vec![desk.phrases.say("access-at", &[("levels", levels.into()), ("workspace", workspace.into())])?];
    parts.extend(beyond_levels(desk, access)?);
    Ok(parts.join("; "))
}

fn beyond_levels(desk: &Desk<'_>, access: &Access) -> Result<Vec<String>, Unwritten> {
    let mut parts = Vec::new();
    if !access.permissions.is_empty() {
        parts.push(desk.phrases.say("access-permissions", &[("permissions", joined(&access.permissions).into())])?);
    }
    if !access.restrictions.is_empty() {
        parts.push(desk.phrases.say("access-restrictions", &[("restrictions", joined(&access.restrictions).into())])?);
    }
    Ok(parts)
}

fn joined(names: &[String]) -> String {
    names.iter().map(|name| one_line(name)).collect::<Vec<_>>().join(", ")
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
