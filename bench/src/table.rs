//! What was measured, as a table.

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Line {
    /// What is done.
    pub(crate) operation: String,
    /// On which database; empty where none takes part.
    pub(crate) database: &'static str,
    /// What Tenure takes, in words.
    pub(crate) ours: String,
    /// What its rival takes, in words.
    pub(crate) rival: String,
    /// One by the other.
    pub(crate) ratio: f64,
    /// What the ratio is meant to reach.
    pub(crate) goal: Goal,
}

/// What a ratio is meant to reach.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Goal {
    /// As much as this, or more.
    AtLeast(f64),
    /// As much as this, or less.
    AtMost(f64),
    /// It is told, and nothing hangs on it.
    None,
}

impl Goal {
    fn is_reached(self, ratio: f64) -> bool {
        match self {
            Self::AtLeast(least) => ratio >= least,
            Self::AtMost(most) => ratio <= most,
            Self::None => true,
        }
    }

    fn text(self, ratio: f64) -> String {
        let reached = if self.is_reached(ratio) { "reached" } else { "**missed**" };
        match self {
            Self::AtLeast(least) => format!("≥ {least}: {reached}"),
            Self::AtMost(most) => format!("≤ {most}: {reached}"),
            Self::None => String::new(),
        }
    }
}

/// The table, in Markdown.
pub(crate) fn table(lines: &[Line]) -> String {
    let mut table =
        "| operation | database | Tenure | beside it | ratio | goal |\n| --- | --- | --- | --- | --- | --- |\n".to_owned();
    for line in lines {
        table.push_str(&row(line));
        table.push('\n');
    }
    table
}

/// A line as a row of the table.
pub(crate) fn row(Line { operation, database, ours, rival, ratio, goal }: &Line) -> String {
    let ratio_text = if *ratio >= 100.0 { format!("{ratio:.0}") } else { format!("{ratio:.2}") };
    format!("| {operation} | {database} | {ours} | {rival} | {ratio_text} | {} |", goal.text(*ratio))
}

/// The middle of some figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// A time in words.
pub(crate) fn millis(seconds: f64) -> String {
    match seconds * 1_000.0 {
        ms if ms >= 100.0 => format!("{ms:.0} ms"),
        ms if ms >= 0.1 => format!("{ms:.2} ms"),
        ms => format!("{:.2} µs", ms * 1_000.0),
    }
}
