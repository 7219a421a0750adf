//! What is around every page: who is signed in, where they may go, in which colours.

use tenure_domain::access_model::engine;
use tenure_domain::visibility::Masking;
use tenure_http_base::display_name;
use tenure_usecases::Reader;
use uuid::Uuid;

use crate::asked::Asked;
use crate::assets;
use crate::desk::Desk;
use crate::form::OnceField;
use crate::link::Link;
use crate::markup::Icon;
use crate::people::Face;
use crate::words::Words;

/// The places of an organization, in the order of the navigation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Members,
    Contacts,
    Resources,
    Workspaces,
    Insights,
    Receipts,
    Journal,
    Mail,
    Settings,
    /// A page that is no place of the navigation, such as one's own profile.
    Elsewhere,
}

impl Place {
    const ALL: [Self; 9] = [
        Self::Members,
        Self::Contacts,
        Self::Resources,
        Self::Workspaces,
        Self::Insights,
        Self::Receipts,
        Self::Journal,
        Self::Mail,
        Self::Settings,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Contacts => "contacts",
            Self::Resources => "resources",
            Self::Workspaces => "workspaces",
            Self::Insights => "insights",
            Self::Receipts => "receipts",
            Self::Journal => "journal",
            Self::Mail => "mail",
            Self::Settings => "settings",
            Self::Elsewhere => "",
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Resources => "teams",
            Self::Workspaces => "tree",
            Self::Receipts => "receipt",
            other => other.word(),
        }
    }

    /// What it is called: resources as several of their kind are, where there is but one.
    pub(crate) fn label(self, reader: &Reader<'_>, words: Words) -> String {
        match (self, reader.organization.model.resource_kinds()) {
            (Self::Resources, [only]) => only.plural.clone(),
            _ => words.word("place", self.word()),
        }
    }

    /// Whether this reader may open it.
    fn opens(self, desk: &Desk, reader: &Reader<'_>) -> bool {
        let anywhere = |permission| reader.reach(permission).is_anywhere();
        let at_root = |permission| reader.reach(permission).is_everywhere(reader.organization.root);
        match self {
            Self::Members => anywhere(engine::MEMBERS_VIEW),
            Self::Contacts => anywhere(engine::CONTACTS_VIEW),
            Self::Resources => may_arrange(reader),
            Self::Insights => anywhere(engine::INSIGHTS_VIEW),
            Self::Receipts => anywhere(engine::MEMBERS_MANAGE),
            Self::Journal => at_root(engine::JOURNAL_VIEW),
            // Mails hold what is masked elsewhere; operators see all of it anyway.
            Self::Mail => desk.state.mailbox().is_some() && desk.inside.principal.user.operator,
            Self::Workspaces => anywhere(engine::WORKSPACES_MANAGE) || anywhere(engine::WORKSPACES_SETTINGS),
            Self::Settings => at_root(engine::ORGANIZATION_MANAGE) || at_root(engine::ACCESS_MODEL_MANAGE),
            Self::Elsewhere => false,
        }
    }
}

/// Whether somebody may make resources, or put people in.
fn may_arrange(reader: &Reader<'_>) -> bool {
    let model = &reader.organization.model;
    let assigns = model.resource_kinds().iter().filter_map(|kind| model.permission(&kind.assign_permission()));
    let mut rights = assigns.chain([engine::RESOURCES_MANAGE]);
    !model.resource_kinds().is_empty() && rights.any(|right| reader.reach(right).is_anywhere())
}

/// One entry of the navigation.
#[derive(Clone, Debug)]
pub(crate) struct Tab {
    pub(crate) word: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// The organization that a page is in.
#[derive(Clone, Debug)]
pub(crate) struct Inhabited {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) face: Face,
    /// The address that its places lie under.
    pub(crate) base: String,
    pub(crate) tabs: Vec<Tab>,
    /// Who is signed in, as a member here.
    pub(crate) me: Face,
    /// Whether they may add people somewhere.
    pub(crate) may_invite: bool,
}

impl Inhabited {
    /// An address below its own.
    pub(crate) fn at(&self, rest: &str) -> String {
        format!("{}{rest}", self.base)
    }

    /// An address below that of one thing.
    pub(crate) fn below(&self, of: &str, id: &Uuid, rest: &str) -> String {
        format!("{}{of}{id}{rest}", self.base)
    }

    /// Whether the reader may open this place.
    pub(crate) fn opens(&self, word: &str) -> bool {
        self.tabs.iter().any(|tab| tab.word == word)
    }
}

/// What is around every page.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) w: Words,
    pub(crate) theme: &'static str,
    pub(crate) assets: &'static str,
    pub(crate) here: String,
    /// Whether the way through the console is asked for, beside the page's own part,
    pub(crate) nav: bool,
    /// and all else that is on every page.
    pub(crate) whole: bool,
    pub(crate) title: String,
    /// What was just done, as the address says it.
    pub(crate) done: Option<String>,
    /// The address that somebody signed in with, outside of any organization.
    pub(crate) signed_in: Option<String>,
    pub(crate) organization: Option<Inhabited>,
    /// What the forms of this page are told from those of another by; nothing outside of organizations, where none is kept.
    once: OnceField,
}

/// What was just done, if the address says it with a word of ours.
fn done(asked: &Asked) -> Option<String> {
    let query = asked.uri.query().unwrap_or_default();
    let word = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "done").map(|(_, value)| value.into_owned())?;
    let known = word.len() <= 40 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    known.then(|| asked.words.said_if(&format!("done-{word}"))).flatten()
}

impl Frame {
    /// Around a page for whoever comes.
    pub(crate) fn outside(asked: &Asked, title_key: &str) -> Self {
        Self {
            w: asked.words,
            theme: asked.theme,
            assets: &assets::FOLDER,
            here: Link::here(&asked.uri).text(),
            nav: asked.wants(&["nav"]),
            whole: asked.regions.is_none(),
            title: asked.words.say(title_key),
            done: done(asked),
            signed_in: None,
            organization: None,
            once: OnceField(Uuid::nil()),
        }
    }

    /// Around a page for somebody who is signed in, in no organization.
    pub(crate) fn signed_in(asked: &Asked, title_key: &str, email: String) -> Self {
        Self { signed_in: Some(email), ..Self::outside(asked, title_key) }
    }

    /// Around a page of an organization.
    pub(crate) fn inside(desk: &Desk, reader: &Reader<'_>, place: Place, title: String) -> Self {
        let asked = &desk.asked;
        let base = format!("/organizations/{}", reader.organization.id);
        let tabs = Place::ALL.into_iter().filter(|one| one.opens(desk, reader)).map(|one| Tab {
            word: one.word(),
            icon: one.icon(),
            label: one.label(reader, asked.words),
            href: format!("{base}/{}", one.word()),
            current: one == place,
        });
        let membership = &reader.membership;
        let me = Face::new(membership.id.into(), display_name(membership, Masking::None));
        let organization = Inhabited {
            id: reader.organization.id.into(),
            name: reader.organization.name.to_string(),
            face: Face::new(reader.organization.id.into(), reader.organization.name.to_string()),
            tabs: tabs.collect(),
            base,
            me,
            may_invite: reader.reach(engine::MEMBERS_INVITE).is_anywhere() || reader.reach(engine::MEMBERS_MANAGE).is_anywhere(),
        };
        Self {
            w: asked.words,
            theme: asked.theme,
            assets: &assets::FOLDER,
            here: Link::here(&asked.uri).text(),
            nav: asked.wants(&["nav"]),
            whole: asked.regions.is_none(),
            title,
            done: done(asked),
            signed_in: Some(membership.email.to_string()),
            organization: Some(organization),
            once: OnceField(desk.state.tenure().tools().ids.next()),
        }
    }

    /// The hidden field by which a form that comes twice is carried out once.
    pub(crate) fn once(&self) -> OnceField {
        self.once
    }

    /// What the navigation calls a place; its usual name for who can't open it.
    pub(crate) fn place(&self, word: &str) -> String {
        let tabs = self.organization.iter().flat_map(|organization| &organization.tabs);
        let known = tabs.into_iter().find(|tab| tab.word == word).map(|tab| tab.label.clone());
        known.unwrap_or_else(|| self.w.word("place", word))
    }

    /// What an address below this page says of where one came from, to come back to it as it was.
    pub(crate) fn leads_back(&self) -> String {
        Link::to("").with("from", &self.here).text()
    }

    #[expect(clippy::unused_self, reason = "templates reach functions through the frame alone")]
    pub(crate) const fn icon(&self, name: &'static str) -> Icon {
        Icon::new(name)
    }

    /// An icon that points somewhere.
    #[expect(clippy::unused_self, reason = "likewise")]
    pub(crate) const fn flipped(&self, name: &'static str) -> Icon {
        Icon::flipping(name)
    }

    /// How a column is sorted.
    #[expect(clippy::unused_self, reason = "likewise")]
    pub(crate) fn sort_icon(&self, sorted: &str) -> Icon {
        Icon::new(match sorted {
            "ascending" => "asc",
            "descending" => "desc",
            _ => "",
        })
    }

    /// The first place that somebody may open; their own page, if there is no other.
    pub(crate) fn first_place(&self) -> String {
        let Some(organization) = &self.organization else { return "/organizations".to_owned() };
        organization.tabs.first().map_or_else(|| format!("{}/members/me", organization.base), |tab| tab.href.clone())
    }
}
