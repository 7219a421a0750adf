//! Statements: text that only this program wrote, and values that are only ever bound.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::Value;

/// A statement with its values. Pieces of text are `&'static str` or whole numbers, so nothing that somebody typed can become SQL.
///
/// ```
/// use tenure_store_sql::Sql;
///
/// let fixed = Sql::fixed("select 1 from users where email = $1").bind("ada@example.test");
/// assert_eq!(fixed.args().len(), 1);
///
/// let mut built = Sql::build("select id from memberships where organization_id = ");
/// built.push_bind(uuid::Uuid::nil()).push(" and status in ").push_list(["active", "pending", "inactive"]);
/// assert_eq!(built.text(), "select id from memberships where organization_id = $1 and status in ($2,$3,$4,$4)");
/// ```
#[derive(Clone, Debug)]
pub struct Sql {
    text: Cow<'static, str>,
    args: Vec<Value>,
    is_kept: bool,
}

/// With more rows than this a text is rarely met again.
pub(crate) const FEW_ROWS: usize = 4;

/// A value that was bound already, to be named again.
#[derive(Clone, Copy, Debug)]
pub struct Arg(usize);

impl Sql {
    /// A statement with `$1`, `$2`, … in its text, bound in that order by [`bind`](Self::bind).
    pub const fn fixed(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), args: Vec::new(), is_kept: true }
    }

    /// The beginning of a statement that is put together.
    pub const fn build(text: &'static str) -> Self {
        Self::fixed(text)
    }

    /// Binds the next value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.args.push(value.into());
        self
    }

    /// Adds text.
    pub fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.to_mut().push_str(text);
        self
    }

    /// Adds a value.
    pub fn push_bind(&mut self, value: impl Into<Value>) -> &mut Self {
        let arg = self.arg(value);
        self.push_arg(arg)
    }

    /// Adds a whole number as text, and 0 for a negative one: a limit, without which Postgres would plan a statement anew each time
    /// that it runs.
    pub fn push_number(&mut self, number: i64) -> &mut Self {
        // Writing into a string can't fail.
        let _ = write!(self.text.to_mut(), "{}", number.max(0));
        self
    }

    /// Adds text before all that is there.
    #[must_use]
    pub fn preceded_by(mut self, text: &'static str) -> Self {
        self.text.to_mut().insert_str(0, text);
        self
    }

    /// Binds a value without naming it yet, for [`push_arg`](Self::push_arg).
    pub fn arg(&mut self, value: impl Into<Value>) -> Arg {
        self.args.push(value.into());
        Arg(self.args.len())
    }

    /// Names a value that is bound.
    pub fn push_arg(&mut self, arg: Arg) -> &mut Self {
        // Writing into a string can't fail.
        let _ = write!(self.text.to_mut(), "${}", arg.0);
        self
    }

    /// Adds `($3,$4,…)` for `in`. The last value is named again up to a power of two, so that lists of all lengths are few
    /// statements to prepare. An empty list becomes `(null)`, which `in` finds nothing in; don't use it with `not in`.
    pub fn push_list<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        let first = self.args.len() + 1;
        self.args.extend(values.into_iter().map(Into::into));
        let last = self.args.len();
        if last < first {
            return self.push("(null)");
        }
        for at in 0..(last + 1 - first).next_power_of_two() {
            self.push(if at == 0 { "(" } else { "," });
            self.push_arg(Arg((first + at).min(last)));
        }
        self.push(")")
    }

    /// Adds `($3,$4),($5,$6),…` for `values`.
    pub fn push_rows<R: IntoIterator<Item = Value>>(&mut self, rows: impl IntoIterator<Item = R>) -> &mut Self {
        for (nth, row) in rows.into_iter().enumerate() {
            self.is_kept &= nth < FEW_ROWS;
            self.push(if nth == 0 { "(" } else { ",(" });
            for (nth, value) in row.into_iter().enumerate() {
                if nth > 0 {
                    self.push(",");
                }
                self.push_bind(value);
            }
            self.push(")");
        }
        self
    }

    /// The text.
    pub const fn text(&self) -> &Cow<'static, str> {
        &self.text
    }

    /// Whether it is worth keeping prepared.
    pub const fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// The values, `$1` first.
    pub fn args(&self) -> &[Value] {
        &self.args
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_its_last_value_again_up_to_a_power_of_two() {
        let list = |values: &[i64]| {
            let mut sql = Sql::build("x in ");
            sql.push_list(values.iter().copied());
            (sql.text().to_string(), sql.args().len())
        };
        assert_eq!(list(&[]), ("x in (null)".to_owned(), 0));
        assert_eq!(list(&[7]), ("x in ($1)".to_owned(), 1));
        assert_eq!(list(&[7, 8, 9, 10, 11]), ("x in ($1,$2,$3,$4,$5,$5,$5,$5)".to_owned(), 5));
    }

    #[test]
    fn a_bound_value_can_be_named_again() {
        let mut sql = Sql::fixed("a = $1").bind(1_i64);
        let arg = sql.arg("x");
        sql.push(" and (b = ").push_arg(arg).push(" or c = ").push_arg(arg).push(")");
        assert_eq!(sql.text(), "a = $1 and (b = $2 or c = $2)");
        assert_eq!(sql.args().len(), 2);
    }

    #[test]
    fn a_limit_is_text_and_never_negative() {
        let mut sql = Sql::build("select 1 limit ");
        sql.push_number(51).push(" offset ").push_number(-1);
        assert_eq!((sql.text().as_ref(), sql.args().len()), ("select 1 limit 51 offset 0", 0));
    }

    #[test]
    fn rows_are_numbered_through() {
        let mut sql = Sql::build("values ");
        sql.push_rows([[Value::from(1_i64), "a".into()], [2_i64.into(), "b".into()]]);
        assert_eq!(sql.text(), "values ($1,$2),($3,$4)");
    }

    #[test]
    fn h9_a_statement_shows_no_values_when_it_is_logged() {
        let shown = format!("{:?}", Sql::fixed("select $1").bind("ada@example.test"));
        assert!(shown.contains("select $1") && !shown.contains("ada"), "{shown}");
    }
}
