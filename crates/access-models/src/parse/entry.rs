//! One table of the document while it is being read: every key that is asked for is a known one, and no other is.

use tenure_domain::access_model::{FaultReason, Spot, nearest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::places::{MOST_FAULTS, Places};

/// What was found wrong so far: the byte, and the reason.
pub(super) type Faults = Vec<(usize, String)>;

/// A table of the document, or the document itself.
pub(super) struct Entry<'r, 'd, 'p> {
    table: &'static str,
    number: usize,
    start: usize,
    values: &'r DeTable<'d>,
    asked: Vec<&'static str>,
    places: &'r mut Places<'p>,
    faults: &'r mut Faults,
}

impl<'r, 'd, 'p> Entry<'r, 'd, 'p> {
    /// The document itself.
    pub(super) fn document(values: &'r DeTable<'d>, places: &'r mut Places<'p>, faults: &'r mut Faults) -> Self {
        Self { table: "", number: 0, start: 0, values, asked: Vec::new(), places, faults }
    }

    fn spot(&self, field: &'static str, item: usize) -> Spot {
        Spot { table: self.table, entry: self.number, field, item }
    }

    fn value(&mut self, field: &'static str) -> Option<&'r Spanned<DeValue<'d>>> {
        self.asked.push(field);
        let value = self.values.get(field)?;
        self.places.note(self.spot(field, 0), value.span().start);
        Some(value)
    }

    fn wrong_type(&mut self, field: &str, takes: &str, value: &Spanned<DeValue<'_>>) {
        self.faults.push((value.span().start, format!("`{field}` takes {takes}, not {}", what(value.get_ref()))));
    }

    /// A word that is none of the allowed ones.
    pub(super) fn not_one_of(&mut self, start: usize, given: &str, allowed: &'static str) {
        self.faults.push((start, FaultReason::NotOneOf { given: given.to_owned(), allowed }.to_string()));
    }

    /// Text with the byte at which it begins.
    pub(super) fn word(&mut self, field: &'static str) -> Option<(&'r str, usize)> {
        let value = self.value(field)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(field, "text in quotes", value);
        }
        text.map(|text| (text, value.span().start))
    }

    /// Text that may be absent.
    pub(super) fn text(&mut self, field: &'static str) -> Option<String> {
        self.word(field).map(|(text, _)| text.to_owned())
    }

    /// Text that must be there.
    pub(super) fn required(&mut self, field: &'static str) -> String {
        if !self.values.contains_key(field) {
            self.faults.push((self.start, format!("`{field}` is missing")));
        }
        self.text(field).unwrap_or_default()
    }

    /// `true` or `false`; false when absent.
    pub(super) fn flag(&mut self, field: &'static str) -> bool {
        let Some(value) = self.value(field) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(field, "`true` or `false`", value);
        }
        flag.unwrap_or_default()
    }

    /// A whole number that may be absent.
    pub(super) fn count(&mut self, field: &'static str) -> Option<u32> {
        let value = self.value(field)?;
        let number = value.get_ref().as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong_type(field, "a whole number that is not negative", value);
        }
        number
    }

    /// A list of text; empty when absent.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<String> {
        let Some(value) = self.value(field) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(field, "a list of text in quotes", value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (item, value) in items.iter().enumerate() {
            self.places.note(self.spot(field, item), value.span().start);
            match value.get_ref().as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong_type(field, "a list of text in quotes", value),
            }
        }
        texts
    }

    /// Something that is either a word or a table with keys of its own.
    pub(super) fn word_or_table<T>(
        &mut self,
        field: &'static str,
        word: fn(&str) -> T,
        table: fn(&mut Entry<'_, 'd, 'p>) -> T,
    ) -> Option<T> {
        let value = self.value(field)?;
        match value.get_ref() {
            DeValue::String(text) => Some(word(text)),
            DeValue::Table(values) => Some(self.within(self.table, self.number, value.span().start, values, table)),
            _ => {
                self.wrong_type(field, "text in quotes or a table", value);
                None
            }
        }
    }

    /// A table of words that may be absent, in the document's order; each with the byte at which its value begins.
    pub(super) fn words(&mut self, field: &'static str) -> Vec<(&'r str, &'r str, usize)> {
        let Some(value) = self.value(field) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(field, "a table", value);
            return Vec::new();
        };
        let mut pairs: Vec<_> = table.iter().collect();
        pairs.sort_by_key(|(key, _)| key.span().start);
        let mut words = Vec::new();
        for (item, (key, value)) in pairs.into_iter().enumerate() {
            self.places.note(self.spot(field, item), key.span().start);
            match value.get_ref().as_str() {
                Some(text) => words.push((key.get_ref().as_ref(), text, value.span().start)),
                None => self.wrong_type(key.get_ref(), "text in quotes", value),
            }
        }
        words
    }

    /// The entries of `[[table]]`, each read by the same function.
    pub(super) fn entries<T>(&mut self, table: &'static str, read: fn(&mut Entry<'_, 'd, 'p>) -> T) -> Vec<T> {
        let Some(value) = self.value(table) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(table, &format!("entries, each under `[[{table}]]` in double brackets"), value);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (number, item) in items.iter().enumerate() {
            let start = item.span().start;
            let DeValue::Table(values) = item.get_ref() else {
                self.wrong_type(table, &format!("entries, each under `[[{table}]]` in double brackets"), item);
                continue;
            };
            self.places.note(Spot { table, entry: number, ..Spot::default() }, start);
            entries.push(self.within(table, number, start, values, read));
        }
        entries
    }

    fn within<T>(
        &mut self,
        table: &'static str,
        number: usize,
        start: usize,
        values: &DeTable<'d>,
        read: fn(&mut Entry<'_, 'd, 'p>) -> T,
    ) -> T {
        let (places, faults) = (&mut *self.places, &mut *self.faults);
        let mut entry = Entry { table, number, start, values, asked: Vec::new(), places, faults };
        let read = read(&mut entry);
        entry.finish();
        read
    }

    /// Refuses every key that was not asked for.
    pub(super) fn finish(self) {
        for (key, _) in self.values {
            let word: &str = key.get_ref();
            if !self.asked.contains(&word) {
                let guess = self.faults.len() < MOST_FAULTS;
                let nearest = guess.then(|| nearest(word, self.asked.iter().copied())).flatten().map(str::to_owned);
                let reason = FaultReason::Unknown { what: "key", key: word.to_owned(), nearest };
                self.faults.push((key.span().start, reason.to_string()));
            }
        }
    }
}

fn what(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(number) if number.as_str().starts_with('-') => "a negative number",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a fraction",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
