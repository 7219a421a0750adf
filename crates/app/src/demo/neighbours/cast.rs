//! Who and what there is in them.

use super::Reached::{All, ByLevel, PutInto, These};
use super::{Guest, Neighbour, Node, Reached};

/// A partner network and a tree of accounts.
pub(in crate::demo) const NEIGHBOURS: &[Neighbour] = &[
    Neighbour {
        name: "Borealis Network",
        model: "partner-network",
        plan: None,
        workspaces: &[],
        resources: ("partner", &["Acme Logistics", "Birch & Sons", "Cobalt Freight", "Delta Foods", "Evergreen Retail"]),
        guests: &[
            guest(("Helena", "Brandt"), "", &["admin"], &[], ByLevel, Some(35)),
            guest(
                ("Idris", "Koné"),
                "",
                &["normal"],
                &["integrations.access"],
                These(&["Acme Logistics", "Birch & Sons"]),
                Some(190),
            ),
            guest(("Jana", "Nováková"), "", &["normal"], &["messages.reprocess"], ByLevel, Some(1_500)),
            guest(("Kofi", "Mensah"), "", &["normal"], &[], All, Some(3_020)),
            guest(("Lena", "Vogt"), "", &["normal"], &[], These(&["Evergreen Retail"]), None),
            guest(("Omar", "Haddad"), "", &["partner"], &["issue_comments.access"], These(&["Acme Logistics"]), Some(75)),
            guest(("Pia", "Lund"), "", &["partner"], &[], These(&["Birch & Sons"]), Some(6_100)),
            guest(("Quentin", "Roy"), "", &["partner"], &[], These(&["Cobalt Freight"]), Some(2_480)),
            guest(("Rosa", "Díaz"), "", &["partner"], &[], These(&["Delta Foods"]), None),
        ],
    },
    Neighbour {
        name: "Cedar Locations",
        model: "account-tree",
        plan: Some("calls_and_messages"),
        workspaces: &[
            node("North", "", "group", true),
            node("Harbour cities", "North", "subgroup", true),
            node("Cedar Dental", "Harbour cities", "account", true),
            node("Hamburg", "Cedar Dental", "location", true),
            node("Bremen", "Cedar Dental", "location", true),
            node("South", "", "group", true),
            node("Cedar Vision", "South", "account", true),
            node("Munich", "Cedar Vision", "location", true),
            // Made, and not opened yet.
            node("Cedar Hearing", "South", "account", false),
        ],
        resources: ("", &[]),
        guests: &[
            guest(("Silke", "Andersen"), "North", &["account_admin"], &[], ByLevel, Some(52)),
            guest(("Timo", "Falk"), "Cedar Dental", &["user", "messaging_agent"], &[], ByLevel, Some(118)),
            guest(("Uma", "Rao"), "Hamburg", &["user"], &[], ByLevel, Some(1_730)),
            guest(("Viktor", "Szabó"), "Munich", &["messaging_agent"], &[], ByLevel, Some(300)),
            guest(("Wanda", "Klein"), "Cedar Vision", &["account_admin"], &[], ByLevel, Some(4_410)),
            guest(("Xaver", "Huber"), "South", &["user"], &[], ByLevel, None),
            guest(("Yara", "Silva"), "Bremen", &["messaging_agent"], &[], ByLevel, Some(2_900)),
        ],
    },
];

/// A contact centre, which is older than those, so that somebody can have stayed away for long.
pub(in crate::demo) const CALL_CENTRE: &Neighbour = &Neighbour {
    name: "Dahlia Call Centre",
    model: "contact-center",
    plan: Some("professional"),
    workspaces: &[],
    // Nobody is in the last one.
    resources: ("queue", &["Orders", "Returns", "Technical help", "Complaints"]),
    guests: &[
        guest(("Amara", "Diallo"), "", &["administrator"], &[], ByLevel, Some(48)).handled(17),
        guest(("Gunnar", "Hansson"), "", &["manager"], &[], PutInto(&["Orders"]), Some(95)).handled(204),
        guest(("Carmen", "Ortiz"), "", &["manager"], &[], ByLevel, Some(1_610)).handled(0),
        guest(("Dilan", "Aydin"), "", &["agent"], &[], PutInto(&["Orders", "Returns"]), Some(22)).handled(1_284),
        guest(("Esther", "Nwosu"), "", &["agent"], &[], PutInto(&["Orders", "Returns", "Technical help"]), Some(61)).handled(967),
        guest(("Felix", "Baumann"), "", &["agent"], &[], PutInto(&["Technical help"]), Some(340)).handled(731),
        // Works, and was put into no queue.
        guest(("Greta", "Olsen"), "", &["agent"], &[], ByLevel, Some(410)).handled(58),
        // Hasn't been here for more than a month.
        guest(("Hugo", "Almeida"), "", &["agent"], &[], PutInto(&["Returns"]), Some(47 * 1_440)).handled(389),
        guest(("Jasper", "Voss"), "", &["agent"], &[], PutInto(&["Orders"]), Some(12 * 1_440)).handled(512).gone(),
        guest(("Kalinda", "Perera"), "", &["agent"], &[], PutInto(&["Technical help"]), Some(2_130)),
        guest(("Ines", "Kaya"), "", &["agent"], &[], ByLevel, None),
    ],
};

impl Guest {
    /// With so many calls handled.
    const fn handled(self, calls: u64) -> Self {
        Self { calls: Some(calls), ..self }
    }

    /// Deactivated since.
    const fn gone(self) -> Self {
        Self { left: true, ..self }
    }
}

const fn node(name: &'static str, above: &'static str, kind: &'static str, active: bool) -> Node {
    Node { name, above, kind, active }
}

const fn guest(
    name: (&'static str, &'static str),
    at: &'static str,
    levels: &'static [&'static str],
    extras: &'static [&'static str],
    reached: Reached,
    seen: Option<u32>,
) -> Guest {
    Guest { name, at, levels, extras, reached, seen, calls: None, left: false }
}
