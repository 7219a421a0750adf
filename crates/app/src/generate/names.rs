//! Names, put together from parts: a few are everywhere and most are rare, as in any directory.

use super::spread::mixed;

const GIVEN: [&str; 40] = [
    "Abena",
    "Aino",
    "Amira",
    "Anders",
    "Beatriz",
    "Bilal",
    "Björn",
    "Camila",
    "Chidi",
    "Daichi",
    "Dagny",
    "Edda",
    "Emre",
    "Farah",
    "Fionn",
    "Gaël",
    "Greta",
    "Hakan",
    "Ilse",
    "Imani",
    "Jorge",
    "Kaito",
    "Katya",
    "Leïla",
    "Lorcan",
    "Malte",
    "Mei",
    "Nadia",
    "Nuno",
    "Oluwaseun",
    "Paloma",
    "Quentin",
    "Rohan",
    "Saoirse",
    "Søren",
    "Tariq",
    "Ulrike",
    "Valentina",
    "Wiebke",
    "Zeynep",
];
const FIRST_HALF: [&str; 40] = [
    "Ahl", "Alder", "Ask", "Berg", "Birk", "Blom", "Brook", "Dahl", "Eich", "Ek", "Fern", "Fjell", "Gold", "Grün", "Hagel", "Harg",
    "Hazel", "Holm", "Jord", "Kirch", "Kors", "Lind", "Lund", "Mar", "Mill", "Nord", "Oak", "Ost", "Ray", "Rosen", "Sand",
    "Silber", "Sol", "Stein", "Strand", "Thor", "Vind", "West", "Wood", "Åker",
];
const SECOND_HALF: [&str; 40] = [
    "bach", "baum", "beck", "berg", "blad", "borg", "bury", "by", "dahl", "dorf", "feld", "field", "ford", "gaard", "gren", "hall",
    "ham", "haus", "heim", "hill", "holt", "hus", "kamp", "land", "ley", "lund", "mann", "mark", "more", "quist", "rup", "sen",
    "skog", "son", "stad", "stein", "strom", "thal", "wood", "worth",
];
const PLACES: [&str; 12] =
    ["Harbour", "Market", "Station", "Garden", "Mill", "Castle", "River", "Hill", "Forest", "Bridge", "Park", "Lake"];

/// The first and last name of this number. One in a thousand has a family name of two, which hardly anybody shares.
pub(super) fn person(number: u32) -> (&'static str, String) {
    let chance = mixed(number);
    let family = family(chance >> 8);
    let family = if chance.is_multiple_of(1_000) { format!("{family}-{}", self::family(chance >> 32)) } else { family };
    (pick(&GIVEN, chance), family)
}

/// The address of that person; the number makes it theirs alone.
pub(super) fn address((given, family): (&str, &str), number: u32, domain: &str) -> String {
    let plain = |text: &str| tenure_store_sql::fold(text).replace('ø', "o").replace(|c: char| !c.is_ascii_alphabetic(), "");
    format!("{}.{}.{number}@{domain}", plain(given), plain(family))
}

/// The name of a workspace.
pub(super) fn workspace(number: u32) -> String {
    format!("{} {number}", pick(&PLACES, mixed(number)))
}

fn family(chance: u64) -> String {
    format!("{}{}", pick(&FIRST_HALF, chance), pick(&SECOND_HALF, chance >> 12))
}

fn pick<const N: usize>(from: &[&'static str; N], chance: u64) -> &'static str {
    let nth = usize::try_from(chance % N as u64).unwrap_or_default();
    from.get(nth).copied().unwrap_or_default()
}
