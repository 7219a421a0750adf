//! Who they are, in the order in which they were invited.

use super::Home::{Berlin, Dublin, Kolkata, Lagos, Lisbon, Mexico, NewYork, SaoPaulo, Sydney, Tokyo, Warsaw, Zurich};
use super::Place::{Americas, Dach, Europe, Pacific, Root};
use super::Standing::{Active, Never, Pending};
use super::{Home, Person, Place, Standing};

/// Left last week; what they did is with [`SUCCESSOR`] now, and can still be undone.
pub(in crate::demo) const LEAVER: (&str, &str) = ("Carlos", "Mendes");
/// Took over from [`LEAVER`].
pub(in crate::demo) const SUCCESSOR: (&str, &str) = ("Beatriz", "Rocha");
/// Somebody to sign in as: manages Europe.
pub(in crate::demo) const MANAGER: (&str, &str) = ("Marta", "Nowak");
/// Somebody to sign in as: sees no phone numbers and addresses.
pub(in crate::demo) const MASKED_AGENT: (&str, &str) = ("Jonas", "Weber");

/// Somebody to sign in as: sees the contacts of their team alone.
pub(in crate::demo) const TEAM_AGENT: (&str, &str) = ("Sōta", "Kimura");

/// The teams, and where their agents work.
pub(in crate::demo) const TEAMS: &[(&str, Place)] =
    &[("DACH inbox", Dach), ("Europe & Africa inbox", Europe), ("Americas inbox", Americas), ("Asia-Pacific inbox", Pacific)];

/// Grants that members got later: who, where, and the level.
pub(in crate::demo) const MORE_GRANTS: &[((&str, &str), Place, &str)] =
    &[(("Aiko", "Tanaka"), Americas, "agent"), (("Lukas", "Brunner"), Europe, "agent"), (("Diego", "Herrera"), Pacific, "manager")];

type Names = (&'static str, &'static str);

const fn owner(name: Names, home: Home, invited: u32, standing: Standing) -> Person {
    Person { name, home, place: Root, level: "owner", restrictions: &[], invited, standing }
}

const fn manager(
    name: Names,
    home: Home,
    place: Place,
    restrictions: &'static [&'static str],
    invited: u32,
    standing: Standing,
) -> Person {
    Person { name, home, place, level: "manager", restrictions, invited, standing }
}

const fn agent(
    name: Names,
    home: Home,
    place: Place,
    restrictions: &'static [&'static str],
    invited: u32,
    standing: Standing,
) -> Person {
    Person { name, home, place, level: "agent", restrictions, invited, standing }
}

const TEAM: &[&str] = &["contacts_of_team"];
const OWN: &[&str] = &["contacts_own"];
const OWN_AND_FREE: &[&str] = &["contacts_own_and_unassigned"];
const MASKED: &[&str] = &["mask_phone_email"];
const MASKED_OWN: &[&str] = &["mask_phone_email", "contacts_own"];
const TEXT_ONLY: &[&str] = &["no_calls"];
const NO_WORKFLOWS: &[&str] = &["no_workflows", "no_calls"];

/// All of them.
pub(in crate::demo) const CAST: &[Person] = &[
    owner(("Ifeoma", "Adeyemi"), Lagos, 410, Active(0)),
    owner(("Ruth", "Gallagher"), Dublin, 408, Active(96)),
    manager(MANAGER, Warsaw, Europe, &[], 400, Active(0)),
    manager(("Diego", "Herrera"), Mexico, Americas, &[], 399, Active(1)),
    manager(("Haruka", "Mori"), Tokyo, Pacific, &[], 398, Active(2)),
    manager(("Stefan", "Keller"), Zurich, Dach, &["no_settings"], 390, Active(0)),
    agent(MASKED_AGENT, Berlin, Dach, MASKED, 388, Active(0)),
    agent(("Lena", "Schäfer"), Berlin, Dach, &[], 388, Active(1)),
    agent(("Lukas", "Brunner"), Zurich, Dach, OWN, 386, Active(3)),
    agent(("Orla", "Byrne"), Dublin, Europe, &[], 380, Active(0)),
    agent(("Rui", "Carvalho"), Lisbon, Europe, OWN_AND_FREE, 378, Active(2)),
    agent(("Katarzyna", "Wójcik"), Warsaw, Europe, &[], 377, Active(5)),
    agent(LEAVER, SaoPaulo, Americas, &[], 370, Active(9)),
    agent(SUCCESSOR, SaoPaulo, Americas, &[], 366, Active(0)),
    agent(("Ximena", "Vargas"), Mexico, Americas, OWN, 360, Active(1)),
    agent(("Nathan", "Brooks"), NewYork, Americas, &[], 352, Active(4)),
    agent(("Aiko", "Tanaka"), Tokyo, Pacific, &[], 350, Active(0)),
    agent(("Rohan", "Iyer"), Kolkata, Pacific, MASKED_OWN, 345, Active(1)),
    agent(("Matilda", "Hughes"), Sydney, Pacific, &[], 340, Active(2)),
    manager(("Chinedu", "Obi"), Lagos, Root, &["no_data_export", "no_integrations"], 333, Active(1)),
    agent(("Greta", "Lindner"), Berlin, Dach, TEXT_ONLY, 320, Active(121)),
    agent(("Paul", "Zimmermann"), Berlin, Dach, &[], 311, Active(203)),
    agent(("Niamh", "Doyle"), Dublin, Europe, OWN, 305, Active(88)),
    agent(("Tiago", "Fonseca"), Lisbon, Europe, &[], 299, Active(12)),
    agent(("Paweł", "Zieliński"), Warsaw, Europe, MASKED, 290, Active(6)),
    agent(("Amara", "Nwosu"), Lagos, Europe, OWN_AND_FREE, 284, Active(0)),
    agent(("Camila", "Duarte"), SaoPaulo, Americas, &[], 277, Active(3)),
    agent(("Emily", "Carter"), NewYork, Americas, NO_WORKFLOWS, 270, Active(187)),
    agent(("Javier", "Ríos"), Mexico, Americas, OWN_AND_FREE, 261, Active(7)),
    agent(TEAM_AGENT, Tokyo, Pacific, TEAM, 255, Active(1)),
    agent(("Ananya", "Rao"), Kolkata, Pacific, OWN, 250, Active(0)),
    agent(("Oliver", "Grant"), Sydney, Pacific, TEXT_ONLY, 244, Active(150)),
    manager(("Julia", "Hartmann"), Berlin, Dach, &["no_contact_deletion", "no_data_export"], 231, Active(2)),
    agent(("Selin", "Yıldız"), Berlin, Dach, &[], 220, Active(0)),
    agent(("Fabian", "Moser"), Zurich, Dach, OWN, 214, Never),
    agent(("Conor", "Walsh"), Dublin, Europe, &[], 207, Active(33)),
    agent(("Inês", "Matos"), Lisbon, Europe, MASKED, 200, Active(1)),
    agent(("Tunde", "Bakare"), Lagos, Europe, &[], 190, Active(62)),
    manager(("Rebecca", "Stone"), NewYork, Americas, &["no_settings", "no_integrations"], 184, Active(0)),
    agent(("Thiago", "Azevedo"), SaoPaulo, Americas, OWN, 177, Active(2)),
    agent(("Sofía", "Navarro"), Mexico, Americas, &[], 165, Active(4)),
    agent(("Grace", "Bennett"), NewYork, Americas, MASKED_OWN, 158, Active(140)),
    agent(("Mei", "Sato"), Tokyo, Pacific, &[], 151, Active(0)),
    agent(("Vikram", "Nair"), Kolkata, Pacific, OWN_AND_FREE, 140, Active(8)),
    agent(("Jack", "Turner"), Sydney, Pacific, &[], 128, Active(5)),
    agent(("Hannah", "Vogel"), Berlin, Dach, OWN_AND_FREE, 110, Active(1)),
    agent(("Marek", "Sikora"), Warsaw, Europe, &[], 96, Active(0)),
    agent(("Zainab", "Bello"), Lagos, Europe, TEXT_ONLY, 70, Never),
    agent(("Kiran", "Das"), Kolkata, Pacific, &[], 48, Active(1)),
    agent(("Luana", "Ribeiro"), SaoPaulo, Americas, &[], 31, Active(2)),
    // This invitation has expired: it can be sent again.
    agent(("Felix", "Bauer"), Berlin, Dach, &[], 16, Pending),
    agent(("Siobhán", "Kearney"), Dublin, Europe, OWN, 6, Pending),
    manager(("Mateus", "Lopes"), SaoPaulo, Americas, &["no_settings"], 5, Pending),
    agent(("Noor", "Rahman"), Kolkata, Pacific, &[], 5, Pending),
    agent(("Elias", "Frei"), Zurich, Dach, MASKED, 4, Pending),
    agent(("Alma", "Ortega"), Mexico, Americas, OWN_AND_FREE, 3, Pending),
    agent(("Ren", "Fujita"), Tokyo, Pacific, &[], 2, Pending),
    agent(("Agnieszka", "Mazur"), Warsaw, Europe, &[], 1, Pending),
    owner(("Edith", "Larsen"), Dublin, 1, Pending),
];
