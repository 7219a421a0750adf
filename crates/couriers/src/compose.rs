//! From an errand and what the database says of it to a letter that can be posted.

use tenure_credentials::{LinkToken, Purpose, ServerKey};
use tenure_domain::grant::Grant;
use tenure_domain::membership::Status;
use tenure_domain::organization::Organization;
use tenure_domain::record::{Errand, Matter};
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, Instant, Name};
use tenure_letters as letters;
use tenure_letters::{Access, Count};
use tenure_port_mail::{Addressee, Letter, Wording};
use tenure_port_store::{Bounded, LetterFacts};

/// What became of an errand when its letter was to be written.
pub(crate) enum Composed {
    /// A letter to post.
    Letter(Box<Letter>),
    /// There is nothing to tell any more.
    Overtaken,
    /// There never will be a letter, for this reason.
    Impossible(String),
}

/// Writes the errand's letter. Its id is the errand's, so the same errand written twice is the same mail.
pub(crate) fn compose(errand: &Errand, facts: &LetterFacts, key: &ServerKey, public_url: &str, now: Instant) -> Composed {
    let matter = match matter(errand, facts, key, now) {
        Ok(matter) => matter,
        Err(composed) => return composed,
    };
    let profile = &facts.to.profile;
    let first_name = profile.first_name.as_ref().filter(|_| !matches!(errand.matter, Matter::EmailConfirmation { .. }));
    let letter = letters::Letter {
        language: facts.language,
        time_zone: profile.time_zone,
        first_name: first_name.map(ToString::to_string),
        organization: facts.organization.name.to_string(),
        actor: facts.actor_name.clone(),
        matter,
    };
    let name: Vec<&str> = [&profile.first_name, &profile.last_name].into_iter().flatten().map(Name::as_str).collect();
    let written = match letters::write(&letter, public_url) {
        Ok(letters::Texts { subject, text, html }) => Wording { subject, text, html },
        Err(unwritten) => return Composed::Impossible(unwritten.to_string()),
    };
    // What may go to a stranger, by a slip, names nobody.
    let name = if matches!(errand.matter, Matter::EmailConfirmation { .. }) { String::new() } else { name.join(" ") };
    Addressee::new(address(errand, facts).as_str(), &name)
        .and_then(|to| Letter::new(errand.id.to_string(), to, written))
        .map_or_else(|refused| Composed::Impossible(refused.to_string()), |letter| Composed::Letter(Box::new(letter)))
}

fn matter(errand: &Errand, facts: &LetterFacts, key: &ServerKey, now: Instant) -> Result<letters::Matter, Composed> {
    // Pending people are told of everything by their invitation, which shows what it offers when they open it.
    if facts.to.status == Status::Pending && !matches!(errand.matter, Matter::Invitation { .. }) {
        return Err(Composed::Overtaken);
    }
    let workspace = facts.workspace_name.clone();
    Ok(match errand.matter {
        Matter::Invitation { invitation: id, generation } => {
            let live = facts.invitation.as_ref().filter(|invitation| invitation.id == id && invitation.generation == generation);
            let Some(invitation) = live else { return Err(Composed::Overtaken) };
            if invitation.expires_at <= now {
                return Err(Composed::Impossible("the invitation expired before its mail could leave".to_owned()));
            }
            // Nobody could accept it: a link that opens nothing isn't sent to anybody.
            if !facts.organization.active {
                return Err(Composed::Impossible("the organization was switched off when the mail was to leave".to_owned()));
            }
            if !facts.has_giver {
                return Err(Composed::Impossible(
                    "nobody who offered this was active when the mail was to leave; invite them again".to_owned(),
                ));
            }
            letters::Matter::Invitation {
                offers: offered(facts),
                note: invitation.note.as_ref().map(ToString::to_string),
                email: facts.to.email.clone(),
                expires_at: invitation.expires_at,
                token: LinkToken::issue(key, Purpose::Invitation, errand.organization, id.uuid(), generation),
            }
        }
        Matter::AccessGranted { .. } => letters::Matter::AccessGranted(standing(facts, workspace)),
        Matter::AccessChanged { .. } => letters::Matter::AccessChanged(standing(facts, workspace)),
        Matter::AccessRevoked { .. } => letters::Matter::AccessRevoked { workspace },
        Matter::MemberDeleted => letters::Matter::MemberDeleted,
        // Whoever is back by now isn't told that they stood still, and the other way round.
        Matter::MemberDeactivated if facts.to.status != Status::Inactive => return Err(Composed::Overtaken),
        Matter::MemberDeactivated => letters::Matter::MemberDeactivated,
        // Whoever was deactivated before, or since, has no access to be told of, and governs nothing.
        Matter::MemberReactivated | Matter::MemberRestored | Matter::GovernorNamed { .. } if facts.to.status != Status::Active => {
            return Err(Composed::Overtaken);
        }
        Matter::MemberReactivated => letters::Matter::MemberReactivated { accesses: offered(facts) },
        Matter::MemberRestored => letters::Matter::MemberRestored { accesses: offered(facts) },
        Matter::PasswordReset { generation } => reset(errand, generation, facts, key, now)?,
        Matter::PasswordChanged => {
            let Some(login) = &facts.login else { return Err(Composed::Overtaken) };
            letters::Matter::PasswordChanged { email: login.email.clone(), at: errand.at }
        }
        Matter::EmailConfirmation { generation } => confirmation(errand, generation, facts, key, now)?,
        Matter::EmailChanged { generation } => {
            let login = facts.login.as_ref().ok_or(Composed::Overtaken)?;
            // So many changes ago that it isn't known any more which address it was.
            let before = login.new_email.before(generation).ok_or(Composed::Overtaken)?.clone();
            letters::Matter::EmailChanged { before, after: login.email.clone(), at: errand.at }
        }
        Matter::SecondFactorAdded => factor(letters::FactorNews::Added, errand, facts)?,
        Matter::SecondFactorRemoved => factor(letters::FactorNews::Removed, errand, facts)?,
        Matter::RecoveryCodeUsed => factor(letters::FactorNews::RecoveryCodeUsed, errand, facts)?,
        Matter::RecoveryCodesRenewed => factor(letters::FactorNews::RecoveryCodesRenewed, errand, facts)?,
        Matter::GovernorNamed { .. } => letters::Matter::GovernorNamed { governor: facts.from_name.clone() },
        Matter::ContactsHandedOver { .. } => {
            let contacts =
                facts.contacts.map(|Bounded { value, exact }| if exact { Count::Exactly(value) } else { Count::MoreThan(value) });
            if contacts == Some(Count::Exactly(0)) {
                return Err(Composed::Overtaken);
            }
            letters::Matter::ContactsHandedOver { from: facts.from_name.clone(), contacts }
        }
    })
}

fn factor(news: letters::FactorNews, errand: &Errand, facts: &LetterFacts) -> Result<letters::Matter, Composed> {
    let login = facts.login.as_ref().ok_or(Composed::Overtaken)?;
    Ok(letters::Matter::SecondFactor { news, email: login.email.clone(), at: errand.at })
}

/// The link is derived now, from the login and the generation: it lies nowhere until then.
fn reset(
    errand: &Errand,
    generation: u32,
    facts: &LetterFacts,
    key: &ServerKey,
    now: Instant,
) -> Result<letters::Matter, Composed> {
    let login = facts.login.as_ref().filter(|login| login.reset.generation == generation).ok_or(Composed::Overtaken)?;
    // Used already, or another password was chosen; or they were deactivated here, and get nothing by way of this organization.
    let expires_at = login.reset.expires_at.ok_or(Composed::Overtaken)?;
    if facts.to.status != Status::Active || !facts.organization.active {
        return Err(Composed::Overtaken);
    }
    if expires_at <= now {
        return Err(Composed::Impossible("the link expired before its mail could leave".to_owned()));
    }
    let token = LinkToken::issue(key, Purpose::PasswordReset, errand.organization, login.id.uuid(), generation);
    Ok(letters::Matter::PasswordReset { email: login.email.clone(), expires_at, token })
}

/// The link is derived now, likewise.
fn confirmation(
    errand: &Errand,
    generation: u32,
    facts: &LetterFacts,
    key: &ServerKey,
    now: Instant,
) -> Result<letters::Matter, Composed> {
    let waits = |login: &&User| login.new_email.links.generation == generation;
    let login = facts.login.as_ref().filter(waits).ok_or(Composed::Overtaken)?;
    // Confirmed already; or they were deactivated here, and get nothing by way of this organization.
    let (Some(email), Some(expires_at)) = (&login.new_email.to, login.new_email.links.expires_at) else {
        return Err(Composed::Overtaken);
    };
    if facts.to.status != Status::Active || !facts.organization.active {
        return Err(Composed::Overtaken);
    }
    if expires_at <= now {
        return Err(Composed::Impossible("the link expired before its mail could leave".to_owned()));
    }
    let token = LinkToken::issue(key, Purpose::EmailConfirmation, errand.organization, login.id.uuid(), generation);
    Ok(letters::Matter::EmailConfirmation { email: email.clone(), expires_at, token })
}

/// Where the letter goes: to the login's address, whatever copy of it the membership has, and to the one that it will have or had where it is
/// about that.
fn address<'a>(errand: &Errand, facts: &'a LetterFacts) -> &'a EmailAddress {
    let Some(login) = &facts.login else { return &facts.to.email };
    let other = match errand.matter {
        Matter::EmailConfirmation { .. } => login.new_email.to.as_ref(),
        Matter::EmailChanged { generation } => login.new_email.before(generation),
        _ => None,
    };
    other.unwrap_or(&login.email)
}

/// All grants that the letter lists, in words.
fn offered(facts: &LetterFacts) -> Vec<Access> {
    facts.offered.iter().map(|(grant, at)| access(&facts.organization, grant, Some(at.clone()))).collect()
}

/// The grant as it is now; without levels if it is gone again.
fn standing(facts: &LetterFacts, workspace: Option<String>) -> Access {
    match &facts.grant {
        Some(grant) => access(&facts.organization, grant, workspace),
        None => Access { workspace, ..Access::default() },
    }
}

/// A grant in the words of the organization's model. A key that the model no longer knows stands for itself.
fn access(organization: &Organization, grant: &Grant, workspace: Option<String>) -> Access {
    let model = &organization.model;
    let level = |key: &str| model.level(key).map(|level| model.level_name(level).to_owned());
    let permission = |key: &str| model.permission(key).map(|permission| model.permission_name(permission).to_owned());
    let restriction = |key: &str| model.restriction(key).map(|restriction| model.restriction_name(restriction).to_owned());
    Access {
        workspace,
        levels: grant.levels.iter().map(|key| level(key.as_str()).unwrap_or_else(|| key.to_string())).collect(),
        permissions: grant.permissions.iter().map(|key| permission(key.as_str()).unwrap_or_else(|| key.to_string())).collect(),
        restrictions: grant.restrictions.iter().map(|key| restriction(key.as_str()).unwrap_or_else(|| key.to_string())).collect(),
    }
}
