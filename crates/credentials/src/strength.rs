//! How easily a password is guessed: a help for whoever chooses one, and no rule. It knows common passwords, words, names, dates and rows of keys.

use secrecy::{ExposeSecret, SecretString};
use zxcvbn::feedback::{Feedback, Warning};
use zxcvbn::{Score, zxcvbn};

/// How much of a password is looked at: what is longer isn't guessed for what comes after, and looking would take ever longer.
const LOOKED_AT: usize = 72;

/// How easily a password is guessed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Strength {
    /// From 0, which the first thousand guesses find, to 4, which ten thousand million don't.
    pub score: u8,
    /// What makes it easy, where something does.
    pub weakness: Option<Weakness>,
}

/// What makes a password easy to guess.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weakness {
    /// Keys in a row.
    Keys,
    /// The same again and again.
    Repeats,
    /// Many people have it, or nearly it.
    Common,
    /// Letters or digits in their order.
    Sequence,
    /// A year or a day.
    Date,
    /// One word.
    Word,
    /// Names.
    Name,
}

impl Weakness {
    /// Its word in keys of texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Keys => "keys",
            Self::Repeats => "repeats",
            Self::Common => "common",
            Self::Sequence => "sequence",
            Self::Date => "date",
            Self::Word => "word",
            Self::Name => "name",
        }
    }
}

/// How easily a password is guessed by who knows what else `about` says, such as the address that it is for.
///
/// ```
/// use tenure_credentials::{Weakness, strength};
///
/// assert!(strength(&"four words nobody joins".into(), &[]).score >= 4);
/// let common = strength(&"password1234".into(), &[]);
/// assert!(common.score <= 1 && common.weakness == Some(Weakness::Common));
/// ```
pub fn strength(password: &SecretString, about: &[&str]) -> Strength {
    let about: Vec<&str> = about.iter().map(|known| beginning(known)).collect();
    let found = zxcvbn(beginning(password.expose_secret()), &about);
    let score = match found.score() {
        Score::Zero => 0,
        Score::One => 1,
        Score::Two => 2,
        Score::Three => 3,
        // The enumeration may grow upwards.
        _ => 4,
    };
    Strength { score, weakness: found.feedback().and_then(Feedback::warning).map(weakness) }
}

fn beginning(text: &str) -> &str {
    text.char_indices().nth(LOOKED_AT).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn weakness(warning: Warning) -> Weakness {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => Weakness::Keys,
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Weakness::Repeats,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Weakness::Common,
        Warning::SequencesLikeAbcAreEasyToGuess => Weakness::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Weakness::Date,
        Warning::AWordByItselfIsEasyToGuess => Weakness::Word,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess => Weakness::Name,
    }
}
