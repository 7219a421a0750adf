//! Telephone numbers as people read them: in groups, the country first.

/// The countries with two digits. Those with one begin with 1 or 7, and all others have three, as E.164 deals them out.
const TWO: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53",
    "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94",
    "95", "98",
];
const GROUP: usize = 3;
/// Keeps a number on one line.
const GAP: char = '\u{a0}';

/// The country, then groups of three digits, of which the last may have two or four: where a country's own groups end, only a
/// list of all of them would know.
pub(crate) fn grouped(number: &str) -> String {
    let Some(digits) = number.strip_prefix('+') else { return number.to_owned() };
    let country = if digits.starts_with(['1', '7']) {
        1
    } else if TWO.iter().any(|zone| digits.starts_with(zone)) {
        2
    } else {
        3
    };
    let mut shown = String::from("+");
    for (at, digit) in digits.chars().enumerate() {
        let begins = at >= country && (at - country).is_multiple_of(GROUP);
        if begins && at + 1 < digits.len() {
            shown.push(GAP);
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_read_in_groups_and_lose_no_digit() {
        let read = [
            ("+12025550123", "+1 202 555 0123"),
            ("+79161234567", "+7 916 123 4567"),
            ("+447700900399", "+44 770 090 0399"),
            ("+4930123456", "+49 301 234 56"),
            ("+35312345678", "+353 123 456 78"),
            ("+3531234567", "+353 123 4567"),
        ];
        for (number, shown) in read {
            assert_eq!(grouped(number).replace('\u{a0}', " "), shown);
            assert_eq!(grouped(number).replace('\u{a0}', ""), number);
        }
    }
}
