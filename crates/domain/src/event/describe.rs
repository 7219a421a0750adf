//! How the journal tells what happened: a kind, a target, and what was before and after.

use std::collections::{BTreeMap, BTreeSet};

use super::{Event, Target};
use crate::grant::Offer;
use crate::id::{MemberId, ResourceGroupId, WorkspaceId};
use crate::keys::KindKey;
use crate::membership::Status;
use crate::selection::Selection;

/// One value of a journal entry's before and after.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Detail {
    /// A text, an id or a word.
    Text(String),
    /// Several words.
    Words(Vec<String>),
    /// Several things, each with values of its own.
    List(Vec<Details>),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Nothing.
    Nothing,
}

/// The values of one side of a change, by name.
pub type Details = BTreeMap<&'static str, Detail>;

/// What differs between the two sides of a change, and nothing else; none where nothing does.
pub(crate) fn moved(then: &Details, now: &Details) -> Option<(Details, Details)> {
    let only = |of: &Details| -> Details {
        let differs = of.iter().filter(|(key, _)| then.get(*key) != now.get(*key));
        differs.map(|(key, value)| (*key, value.clone())).collect()
    };
    (then != now).then(|| (only(then), only(now)))
}

fn text(value: &impl ToString) -> Detail {
    Detail::Text(value.to_string())
}

fn optional(value: Option<impl ToString>) -> Detail {
    value.map_or(Detail::Nothing, |value| Detail::Text(value.to_string()))
}

fn words(values: impl IntoIterator<Item = impl ToString>) -> Detail {
    Detail::Words(values.into_iter().map(|value| value.to_string()).collect())
}

fn number(value: usize) -> Detail {
    Detail::Number(i64::try_from(value).unwrap_or(i64::MAX))
}

fn offer(of: &Offer, workspace: &impl ToString) -> Details {
    [
        ("workspace", text(workspace)),
        ("levels", words(&of.levels)),
        ("permissions", words(&of.permissions)),
        ("restrictions", words(&of.restrictions)),
    ]
    .into()
}

/// What several grants hold.
fn grants(offers: &[(WorkspaceId, Offer)]) -> Detail {
    Detail::List(offers.iter().map(|(workspace, of)| offer(of, workspace)).collect())
}

fn resource(kind: &KindKey, name: &str, for_everyone: bool, groups: &BTreeSet<ResourceGroupId>) -> Details {
    let mut details = group(kind, name);
    details.insert("for_everyone", Detail::Flag(for_everyone));
    details.extend((!groups.is_empty()).then(|| ("groups", words(groups))));
    details
}

fn group(kind: &KindKey, name: &str) -> Details {
    [("kind", text(kind)), ("name", text(&name))].into()
}

/// Those who lost a choice, the first of them.
fn losers(members: &[MemberId], more: bool) -> Details {
    [("members", words(members)), ("more_members", Detail::Flag(more))].into()
}

/// What is chosen of a kind: `none`, `all` or `only`, and which. Groups are told of where there are any, before or after.
fn selection(of: &Selection, other: &Selection, kind: &KindKey) -> Details {
    let are_named = of.groups().chain(other.groups()).next().is_some();
    let named = are_named.then(|| ("groups", words(of.groups())));
    let all = [("kind", text(kind)), ("reaches", text(&of.word())), ("resources", words(of.resources()))];
    all.into_iter().chain(named).collect()
}

impl Event {
    /// What it happened to.
    pub const fn target(&self) -> Target {
        match self {
            Self::OrganizationFounded { organization, .. }
            | Self::OrganizationChanged { organization, .. }
            | Self::AccessModelChanged { organization, .. }
            | Self::MembersExported { organization, .. }
            | Self::JournalExported { organization, .. } => Target::Organization(*organization),
            Self::WorkspaceCreated { workspace, .. }
            | Self::WorkspaceChanged { workspace, .. }
            | Self::WorkspaceMoved { workspace, .. }
            | Self::WorkspaceDeleted { workspace, .. }
            | Self::ContactsCreated { workspace, .. } => Target::Workspace(*workspace),
            Self::MemberInvited { member, .. }
            | Self::OfferChanged { member, .. }
            | Self::InvitationResent { member, .. }
            | Self::InvitationCorrected { member, .. }
            | Self::InvitationWithdrawn { member, .. }
            | Self::InvitationRefused { member, .. }
            | Self::InvitationAccepted { member, .. }
            | Self::OfferLapsed { member, .. }
            | Self::AccessGranted { member, .. }
            | Self::AccessChanged { member, .. }
            | Self::AccessRevoked { member, .. }
            | Self::MemberDeleted { member, .. }
            | Self::MemberDeactivated { member, .. }
            | Self::MemberReactivated { member }
            | Self::GovernorNamed { member, .. }
            | Self::MemberRestored { member, .. }
            | Self::AccessRestored { member, .. }
            | Self::ContactsHandedOver { from: member, .. }
            | Self::ContactsReturned { to: member, .. }
            | Self::ProfileChanged { member, .. }
            | Self::MemberUnlocked { member }
            | Self::PasswordResetRequested { member, .. }
            | Self::EmailChangeRequested { member, .. }
            | Self::EmailChanged { member }
            | Self::TokenMade { member, .. }
            | Self::TokenReplaced { member, .. }
            | Self::TokenDeleted { member, .. }
            | Self::SelectionChanged { member, .. }
            | Self::AccessRefused { member, .. } => Target::Member(*member),
            Self::ContactAssigned { contact, .. } | Self::ContactDeleted { contact, .. } => Target::Contact(*contact),
            Self::ResourceCreated { resource, .. }
            | Self::ResourceChanged { resource, .. }
            | Self::ResourceDeleted { resource, .. } => Target::Resource(*resource),
            Self::ResourceGroupCreated { group, .. }
            | Self::ResourceGroupChanged { group, .. }
            | Self::ResourceGroupDeleted { group, .. } => Target::ResourceGroup(*group),
        }
    }

    /// What was before, where there is a before.
    pub fn before(&self) -> Details {
        match self {
            Self::OrganizationChanged { before, .. }
            | Self::AccessModelChanged { before, .. }
            | Self::WorkspaceChanged { before, .. }
            | Self::ResourceChanged { before, .. }
            | Self::ResourceGroupChanged { before, .. } => before.clone(),
            Self::OfferChanged { workspace, before, .. } | Self::AccessChanged { workspace, before, .. } => {
                offer(before, workspace)
            }
            Self::AccessRevoked { workspace, offer: of, .. } | Self::OfferLapsed { workspace, offer: of, .. } => {
                offer(of, workspace)
            }
            Self::WorkspaceMoved { from, .. } => [("parent", text(from))].into(),
            Self::WorkspaceDeleted { parent, name, .. } => [("name", text(name)), ("parent", text(parent))].into(),
            Self::MemberDeleted { offers, .. } => [("grants", grants(offers))].into(),
            Self::MemberDeactivated { .. } => [("status", text(&Status::Active))].into(),
            Self::MemberReactivated { .. } => [("status", text(&Status::Inactive))].into(),
            Self::GovernorNamed { status, .. } => [("status", optional(*status))].into(),
            Self::InvitationCorrected { before, .. } => [("email", text(before))].into(),
            Self::InvitationWithdrawn { email, workspaces, .. } | Self::InvitationRefused { email, workspaces, .. } => {
                [("email", text(email)), ("workspaces", words(workspaces))].into()
            }
            Self::ContactAssigned { before, .. } => [("assignee", optional(*before))].into(),
            Self::ContactDeleted { workspace, assignee, .. } => {
                [("workspace", text(workspace)), ("assignee", optional(*assignee))].into()
            }
            Self::ResourceDeleted { kind, name, for_everyone, groups, members, more, .. } => {
                let mut before = resource(kind, name, *for_everyone, groups);
                before.extend(losers(members, *more));
                before
            }
            Self::ResourceGroupDeleted { kind, name, resources, members, more, .. } => {
                let mut before = group(kind, name);
                before.insert("resources", words(resources));
                before.extend(losers(members, *more));
                before
            }
            Self::SelectionChanged { kind, before, after, .. } => selection(before, after, kind),
            Self::TokenReplaced { name, older: token, .. } | Self::TokenDeleted { name, token, .. } => {
                [("token", text(token)), ("name", text(name))].into()
            }
            _ => Details::new(),
        }
    }

    /// What is after.
    pub fn after(&self) -> Details {
        match self {
            Self::OrganizationFounded { name, model, .. } => [("name", text(name)), ("model", text(model))].into(),
            Self::OrganizationChanged { after, .. }
            | Self::AccessModelChanged { after, .. }
            | Self::WorkspaceChanged { after, .. }
            | Self::ResourceChanged { after, .. }
            | Self::ResourceGroupChanged { after, .. } => after.clone(),
            Self::WorkspaceMoved { to, .. } => [("parent", text(to))].into(),
            Self::WorkspaceCreated { parent, name, .. } => [("name", text(name)), ("parent", text(parent))].into(),
            Self::MemberInvited { email, workspace, offer: of, .. } => {
                let mut after = offer(of, workspace);
                after.insert("email", text(email));
                after
            }
            Self::OfferChanged { workspace, after, .. } | Self::AccessChanged { workspace, after, .. } => offer(after, workspace),
            Self::AccessGranted { workspace, offer: of, .. } => offer(of, workspace),
            Self::AccessRestored { workspace, offer: of, receipt, .. } => {
                let mut after = offer(of, workspace);
                after.insert("receipt", text(receipt));
                after
            }
            Self::AccessRevoked { receipt, .. } | Self::MemberDeleted { receipt, .. } => [("receipt", text(receipt))].into(),
            Self::MemberDeactivated { receipt, .. } => [("status", text(&Status::Inactive)), ("receipt", text(receipt))].into(),
            Self::MemberReactivated { .. } => [("status", text(&Status::Active))].into(),
            Self::GovernorNamed { told, .. } => [("told", number(told.len()))].into(),
            Self::MemberRestored { offers, receipt, .. } => [("grants", grants(offers)), ("receipt", text(receipt))].into(),
            Self::InvitationResent { invitation, .. } => [("invitation", text(invitation))].into(),
            Self::InvitationCorrected { after, .. } => [("email", text(after))].into(),
            Self::InvitationAccepted { workspaces, .. } => [("workspaces", words(workspaces))].into(),
            Self::ContactsHandedOver { to, workspaces, portfolios, receipt, .. } => [
                ("to", optional(*to)),
                ("workspaces", words(workspaces)),
                ("portfolios", number(*portfolios)),
                ("receipt", optional(*receipt)),
            ]
            .into(),
            Self::ContactsReturned { portfolios, receipt, .. } => {
                [("portfolios", number(*portfolios)), ("receipt", text(receipt))].into()
            }
            Self::ContactsCreated { contacts, assignee, .. } => {
                [("contacts", number(contacts.len())), ("assignee", optional(*assignee))].into()
            }
            Self::ContactAssigned { after, .. } => [("assignee", optional(*after))].into(),
            Self::ProfileChanged { fields, .. } => [("fields", words(fields))].into(),
            Self::TokenMade { token, name, permissions, .. } => {
                let mut after = Details::from([("token", text(token)), ("name", text(name))]);
                after.extend(permissions.as_ref().map(|permissions| ("permissions", words(permissions))));
                after
            }
            Self::TokenReplaced { token, name, .. } => [("token", text(token)), ("name", text(name))].into(),
            Self::MembersExported { filter, .. } | Self::JournalExported { filter, .. } => filter.clone(),
            Self::ResourceCreated { kind, name, for_everyone, groups, .. } => resource(kind, name, *for_everyone, groups),
            Self::ResourceGroupCreated { kind, name, .. } => group(kind, name),
            Self::SelectionChanged { kind, before, after, .. } => selection(after, before, kind),
            Self::AccessRefused { rule, times, .. } => [("rule", text(rule)), ("times", Detail::Number(i64::from(*times)))].into(),
            Self::OfferLapsed { .. }
            | Self::MemberUnlocked { .. }
            | Self::PasswordResetRequested { .. }
            | Self::EmailChangeRequested { .. }
            | Self::EmailChanged { .. }
            | Self::TokenDeleted { .. }
            | Self::InvitationWithdrawn { .. }
            | Self::InvitationRefused { .. }
            | Self::WorkspaceDeleted { .. }
            | Self::ContactDeleted { .. }
            | Self::ResourceDeleted { .. }
            | Self::ResourceGroupDeleted { .. } => Details::new(),
        }
    }
}
