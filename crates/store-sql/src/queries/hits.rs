//! The rows that a search term may mean, by trigrams. More than those that really have the term may come; rows are asked
//! themselves afterwards.

use super::narrow::Arms;
use super::term::{Term, grams, push_has};
use crate::{Dialect, search};

/// Where one noun is searched.
#[derive(Debug)]
pub(super) struct Searched {
    /// `select` of ids up to where the organization is named.
    select: &'static str,
    /// `select` of ids by SQLite's trigrams, up to the query.
    by_grams: &'static str,
    /// The lower bound of the documents' numbers, and the upper one.
    bounds: [&'static str; 2],
    has_phone: bool,
}

/// Members.
pub(super) const MEMBERS: Searched = Searched {
    select: "select s.id from memberships s where s.organization_id = ",
    by_grams: "select d.member_id as id from member_search cross join member_documents d on d.document = member_search.rowid \
               where member_search match ",
    bounds: [" and member_search.rowid >= ", " and member_search.rowid < "],
    has_phone: false,
};

/// Contacts.
pub(super) const CONTACTS: Searched = Searched {
    select: "select s.id from contacts s where s.organization_id = ",
    by_grams: "select d.contact_id as id from contact_search cross join contact_documents d on d.document = contact_search.rowid \
               where contact_search match ",
    bounds: [" and contact_search.rowid >= ", " and contact_search.rowid < "],
    has_phone: true,
};

/// Which columns are searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Columns {
    /// Names, addresses and numbers.
    All,
    /// Names: the rest is hidden from who searches.
    Names,
}

impl Searched {
    /// Adds the rows that a term with trigrams may mean.
    pub(super) fn push(&self, arms: &mut Arms<'_>, dialect: Dialect, term: &Term, columns: Columns) {
        let addresses = columns == Columns::All;
        let phone = term.phone.as_ref().filter(|_| addresses && self.has_phone);
        if dialect == Dialect::Sqlite {
            let name = grams("name_key", &term.name);
            let address = addresses.then(|| grams("email", &term.address));
            let all = [Some(name), address, phone.map(|phone| grams("phone", phone))];
            let all: Vec<String> = all.into_iter().flatten().map(|query| format!("({query})")).collect();
            return self.push_grams(arms, &all.join(" OR "));
        }
        self.push_column(arms, dialect, "s.name_key", &term.name);
        if addresses {
            self.push_column(arms, dialect, "s.email", &term.address);
        }
        if let Some(phone) = phone {
            self.push_column(arms, dialect, "s.phone", phone);
        }
    }

    fn push_column(&self, arms: &mut Arms<'_>, dialect: Dialect, column: &'static str, text: &str) {
        arms.push(self.select, |sql, _| {
            sql.push(" and ");
            push_has(sql, dialect, column, text);
            // A term that many have is met soon by walking the key, one that few have is found by its trigrams and sorted.
            sql.push(" order by s.id");
        });
    }

    fn push_grams(&self, arms: &mut Arms<'_>, query: &str) {
        let organization = arms.organization();
        arms.push_whole(|sql| {
            let one = sql.arg(search::first(1));
            sql.push(self.by_grams).push_bind(query);
            for bound in self.bounds {
                sql.push(bound).push_arg(one).push(" * (select number from search_tenants where organization_id = ");
                sql.push_arg(organization).push(")");
            }
            sql.push(" + ").push_arg(one);
        });
    }
}
