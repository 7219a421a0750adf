//! The sheet that every letter is written on: a greeting, a few blocks, a footer; and the two templates that print it.

use askama::Template;

use crate::phrases::Unwritten;
use crate::write::Texts;

/// A part of a letter.
pub(crate) enum Block {
    /// A paragraph.
    Paragraph(String),
    /// Short lines, each with a mark in front.
    List(Vec<String>),
    /// What somebody wrote, by lines.
    Quote(Vec<String>),
    /// The one thing to do.
    Link {
        /// What it is called.
        label: String,
        /// Where it leads.
        url: String,
    },
}

/// A letter before it is printed. Nothing in it is markup.
pub(crate) struct Sheet {
    pub(crate) language: &'static str,
    pub(crate) subject: String,
    pub(crate) greeting: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) footer: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    sheet: &'a Sheet,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Plain<'a> {
    sheet: &'a Sheet,
}

impl Sheet {
    /// The sheet in both formats.
    pub(crate) fn print(self) -> Result<Texts, Unwritten> {
        let html = Html { sheet: &self }.render().map_err(|_| Unwritten::Template)?;
        let text = Plain { sheet: &self }.render().map_err(|_| Unwritten::Template)?;
        Ok(Texts { subject: self.subject, text, html })
    }
}
