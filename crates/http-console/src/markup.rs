//! Small pieces of markup that are on every page. What is in them is ours alone: no text that people typed.

use std::fmt;

use askama::filters::HtmlSafe;

use crate::assets;

/// A picture of the sprite.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Icon {
    name: &'static str,
    /// Whether it points somewhere, and so the other way where people read from right to left.
    flips: bool,
}

impl Icon {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { name, flips: false }
    }

    pub(crate) const fn flipping(name: &'static str) -> Self {
        Self { name, flips: true }
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is_empty() {
            return Ok(());
        }
        let flip = if self.flips { " flip" } else { "" };
        write!(
            f,
            "<svg class=\"icon{flip}\" aria-hidden=\"true\"><use href=\"{}/icons.svg#{}\"></use></svg>",
            *assets::FOLDER,
            self.name
        )
    }
}

impl HtmlSafe for Icon {}

/// Initials in a colour.
#[derive(Clone, Debug)]
pub(crate) struct Avatar<'a> {
    pub(crate) initials: &'a str,
    pub(crate) hue: u128,
    pub(crate) class: &'static str,
}

impl fmt::Display for Avatar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // INVARIANT: initials are letters and digits alone, so there is nothing in them to escape.
        debug_assert!(self.initials.chars().all(char::is_alphanumeric), "{}", self.initials);
        write!(f, "<span class=\"avatar{}\" data-hue=\"{}\" aria-hidden=\"true\">{}</span>", self.class, self.hue, self.initials)
    }
}

impl HtmlSafe for Avatar<'_> {}
