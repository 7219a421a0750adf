//! Rows that were read: values by column name, checked as they are taken out.

use std::str::FromStr;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use tenure_domain::Instant;
use tenure_port_store::StoreError;
use uuid::Uuid;

/// The names of a result's columns, shared by its rows.
pub type Names = Arc<[Box<str>]>;

/// One value of a row, as the driver gave it.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Nothing.
    Null,
    /// `UUID`.
    Uuid(Uuid),
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// `BOOLEAN`.
    Bool(bool),
    /// Bytes.
    Bytes(Vec<u8>),
    /// `JSONB`.
    Json(serde_json::Value),
}

/// A row. What is missing, null where nothing may be, or of another type is [`StoreError::Corrupt`], which names the column
/// and never the value.
#[derive(Clone, Debug)]
pub struct Row {
    names: Names,
    cells: Vec<Cell>,
}

fn corrupt(column: &str, what: &str) -> StoreError {
    StoreError::Corrupt(format!("column {column} {what}"))
}

impl Row {
    /// A row of these columns.
    pub const fn new(names: Names, cells: Vec<Cell>) -> Self {
        Self { names, cells }
    }

    fn cell(&self, column: &str) -> Result<&Cell, StoreError> {
        let at = self.names.iter().position(|name| **name == *column);
        at.and_then(|at| self.cells.get(at)).ok_or_else(|| corrupt(column, "was not read"))
    }

    fn some<'a, T>(&'a self, column: &str, what: &str, take: impl FnOnce(&'a Cell) -> Option<T>) -> Result<Option<T>, StoreError> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            cell => take(cell).map(Some).ok_or_else(|| corrupt(column, what)),
        }
    }

    /// A UUID, or nothing.
    pub fn opt_uuid(&self, column: &str) -> Result<Option<Uuid>, StoreError> {
        self.some(column, "is no UUID", |cell| match cell {
            Cell::Uuid(id) => Some(*id),
            Cell::Bytes(bytes) => Uuid::from_slice(bytes).ok(),
            _ => None,
        })
    }

    /// A typed id, or nothing.
    pub fn opt_id<T: From<Uuid>>(&self, column: &str) -> Result<Option<T>, StoreError> {
        Ok(self.opt_uuid(column)?.map(T::from))
    }

    /// Text, or nothing.
    pub fn opt_text(&self, column: &str) -> Result<Option<&str>, StoreError> {
        self.some(column, "is no text", |cell| if let Cell::Text(text) = cell { Some(text.as_str()) } else { None })
    }

    /// A whole number, or nothing.
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>, StoreError> {
        self.some(column, "is no whole number", |cell| if let Cell::Int(number) = cell { Some(*number) } else { None })
    }

    /// An instant, or nothing.
    pub fn opt_instant(&self, column: &str) -> Result<Option<Instant>, StoreError> {
        Ok(self.opt_int(column)?.map(Instant::from_micros))
    }

    /// Yes or no, or nothing.
    pub fn opt_bool(&self, column: &str) -> Result<Option<bool>, StoreError> {
        self.some(column, "is neither true nor false", |cell| match cell {
            Cell::Bool(flag) => Some(*flag),
            Cell::Int(0) => Some(false),
            Cell::Int(1) => Some(true),
            _ => None,
        })
    }

    /// Bytes, or nothing.
    pub fn opt_bytes(&self, column: &str) -> Result<Option<&[u8]>, StoreError> {
        self.some(column, "is no bytes", |cell| if let Cell::Bytes(bytes) = cell { Some(bytes.as_slice()) } else { None })
    }

    /// JSON of this shape, or nothing.
    pub fn opt_json<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, StoreError> {
        self.some(column, "has JSON of another shape", |cell| match cell {
            Cell::Text(text) => serde_json::from_str(text).ok(),
            Cell::Json(json) => T::deserialize(json).ok(),
            _ => None,
        })
    }

    fn must<T>(column: &str, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or_else(|| corrupt(column, "is null"))
    }

    /// A UUID.
    pub fn uuid(&self, column: &str) -> Result<Uuid, StoreError> {
        Self::must(column, self.opt_uuid(column)?)
    }

    /// A typed id.
    pub fn id<T: From<Uuid>>(&self, column: &str) -> Result<T, StoreError> {
        Ok(self.uuid(column)?.into())
    }

    /// Text.
    pub fn text(&self, column: &str) -> Result<&str, StoreError> {
        Self::must(column, self.opt_text(column)?)
    }

    /// A whole number.
    pub fn int(&self, column: &str) -> Result<i64, StoreError> {
        Self::must(column, self.opt_int(column)?)
    }

    /// A whole number of a narrower type.
    pub fn number<T: TryFrom<i64>>(&self, column: &str) -> Result<T, StoreError> {
        T::try_from(self.int(column)?).map_err(|_| corrupt(column, "is out of range"))
    }

    /// A whole number of a narrower type, or nothing.
    pub fn opt_number<T: TryFrom<i64>>(&self, column: &str) -> Result<Option<T>, StoreError> {
        let number = self.opt_int(column)?;
        number.map(|number| T::try_from(number).map_err(|_| corrupt(column, "is out of range"))).transpose()
    }

    /// An instant.
    pub fn instant(&self, column: &str) -> Result<Instant, StoreError> {
        Self::must(column, self.opt_instant(column)?)
    }

    /// Yes or no.
    pub fn bool(&self, column: &str) -> Result<bool, StoreError> {
        Self::must(column, self.opt_bool(column)?)
    }

    /// Bytes.
    pub fn bytes(&self, column: &str) -> Result<&[u8], StoreError> {
        Self::must(column, self.opt_bytes(column)?)
    }

    /// JSON of this shape.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        Self::must(column, self.opt_json(column)?)
    }

    /// Text that a type of the domain reads.
    pub fn parse<T, E>(&self, column: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<T, StoreError> {
        parse(self.text(column)?).map_err(|_| corrupt(column, "has a text that its type refuses"))
    }

    /// Text that a type of the domain reads, or nothing.
    pub fn opt_parse<T, E>(&self, column: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>, StoreError> {
        let text = self.opt_text(column)?;
        text.map(|text| parse(text).map_err(|_| corrupt(column, "has a text that its type refuses"))).transpose()
    }

    /// A word that stands for a value.
    pub fn word<T: FromStr>(&self, column: &str) -> Result<T, StoreError> {
        self.parse(column, T::from_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cell: Cell) -> Row {
        Row::new([Box::from("it")].into(), vec![cell])
    }

    #[test]
    fn both_databases_forms_of_a_value_are_read() {
        let id = Uuid::from_u128(7);
        assert_eq!(row(Cell::Uuid(id)).uuid("it").unwrap(), id);
        assert_eq!(row(Cell::Bytes(id.as_bytes().to_vec())).uuid("it").unwrap(), id);
        assert!(row(Cell::Int(1)).bool("it").unwrap() && row(Cell::Bool(true)).bool("it").unwrap());
        let words = vec!["a".to_owned()];
        assert_eq!(row(Cell::Text(r#"["a"]"#.to_owned())).json::<Vec<String>>("it").unwrap(), words);
        assert_eq!(row(Cell::Json(serde_json::json!(["a"]))).json::<Vec<String>>("it").unwrap(), words);
    }

    #[test]
    fn what_does_not_fit_names_its_column_and_not_its_value() {
        let refused = [
            row(Cell::Text("ada@example.test".to_owned())).int("it").map(drop),
            row(Cell::Null).int("it").map(drop),
            row(Cell::Int(2)).bool("it").map(drop),
            row(Cell::Bytes(vec![1])).uuid("it").map(drop),
            row(Cell::Int(-1)).number::<u32>("it").map(drop),
            row(Cell::Null).int("other").map(drop),
        ];
        for refused in refused {
            let Err(StoreError::Corrupt(reason)) = refused else { panic!("{refused:?}") };
            assert!(reason.starts_with("column ") && !reason.contains("ada"), "{reason}");
        }
        assert_eq!(row(Cell::Null).opt_int("it").unwrap(), None);
    }
}
