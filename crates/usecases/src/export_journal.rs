//! Taking the journal out of the house: who may, and what the journal says of that.

use tenure_domain::access_model::engine;
use tenure_domain::event::{Detail, Details, Event};
use tenure_domain::visibility::Masking;
use tenure_domain::{Decided, OrganizationId};
use tenure_port_store::{JournalFilter, Unit};

use crate::{Acting, Context, Failure, Never, Open, UseCase, load};

/// The longest word that may be the name of a kind.
const LONGEST_KIND: usize = 64;

/// Asks to take the journal out of the house. It knows of that itself before its first entry is read.
#[derive(Clone, Debug)]
pub struct ExportJournal {
    /// The tenant.
    pub organization: OrganizationId,
    /// Which entries.
    pub filter: JournalFilter,
}

impl ExportJournal {
    /// The filter as the journal keeps it. What can't be a kind is a text like any other, and isn't kept.
    fn told(&self) -> Details {
        let JournalFilter { actor, target, kind, since } = &self.filter;
        let is_word = |kind: &&String| kind.len() <= LONGEST_KIND && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let all = [
            ("actor", actor.map(|actor| actor.to_string())),
            ("target", target.map(|target| target.to_string())),
            ("kind", kind.as_ref().filter(is_word).cloned()),
            ("since", since.map(|since| since.to_string())),
        ];
        all.into_iter().filter_map(|(name, text)| Some((name, Detail::Text(text?)))).collect()
    }
}

impl UseCase for ExportJournal {
    type Lock = Open;
    /// What is hidden of members in it.
    type Done = Masking;
    type Refusal = Never;

    fn lock(&self) -> Open {
        Open(Some(self.organization))
    }

    async fn run(&self, cx: &Context<'_>, unit: &mut (dyn Unit + 'static)) -> Result<Decided<Masking>, Failure<Never>> {
        let acting = Acting::load(cx, unit).await?;
        let root = load::place(unit, &acting.organization, acting.organization.root).await?.ok_or(Failure::NotFound)?;
        if !acting.workspace_is_seen(&root) {
            return Err(Failure::NotFound);
        }
        acting.must(engine::JOURNAL_VIEW, &root)?;
        // It tells of everybody, so whoever may not take somebody out may not take it out either.
        let at: Vec<_> = acting.access.workspaces().collect();
        let places = load::places(unit, &acting.organization, &at).await?;
        if !acting.access.reaches(engine::MEMBERS_EXPORT, &places).is_everywhere(acting.organization.root) {
            return Err(Failure::Forbidden(load::missing(engine::MEMBERS_EXPORT)));
        }
        let events = vec![Event::JournalExported { organization: self.organization, filter: self.told() }];
        Ok(Decided { value: acting.access.masking_of_members(), events })
    }
}
