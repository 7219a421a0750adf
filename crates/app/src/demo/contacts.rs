//! Contacts of the example, put together from names of many places.

use tenure_domain::membership::Phone;
use tenure_domain::{EmailAddress, Name};
use tenure_usecases::NewContact;

use super::people::plain;
use crate::example::wrong;
use crate::failure::Failure;

/// How many there are.
pub(super) const COUNT: usize = 400;
/// How many of them somebody takes care of.
pub(super) const ASSIGNED: usize = 335;

const GIVEN: [&str; 25] = [
    "Adaeze", "Amélie", "Anselm", "Aoife", "Bruno", "Chiara", "Dewi", "Elif", "Emeka", "Fatou", "Gustavo", "Hana", "Ingrid",
    "Jakub", "Kenji", "Lucía", "Malik", "Nia", "Oskar", "Priya", "Ragnhild", "Samir", "Tomasz", "Yuki", "Zofia",
];
const FAMILY: [&str; 16] = [
    "Abara",
    "Bergström",
    "Castillo",
    "Dubois",
    "Eriksen",
    "Fontana",
    "Gruber",
    "Hoffmann",
    "Ito",
    "Jansen",
    "Kovač",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "Okoye",
    "Pereira",
];

/// The contact of this number. All 400 numbers from 0 have names of their own.
pub(super) fn contact(number: usize) -> Result<NewContact, Failure> {
    let given = GIVEN.get(number % GIVEN.len()).copied().unwrap_or_default();
    // 25 and 16 have no common factor, so that no two numbers below their product share both names.
    let family = FAMILY.get(number % FAMILY.len()).copied().unwrap_or_default();
    let name = format!("{given} {family}");
    let email = format!("{}.{}@customers.example", plain(given), plain(family));
    // Numbers that Ofcom keeps for drama: they are nobody's.
    let phone = format!("+447700900{number:03}");
    Ok(NewContact {
        name: Name::parse(&name).map_err(wrong(&name))?,
        email: if number % 9 == 4 { None } else { Some(EmailAddress::parse(&email).map_err(wrong(&email))?) },
        phone: if number % 7 == 3 { None } else { Some(Phone::parse(&phone).map_err(wrong(&phone))?) },
    })
}
