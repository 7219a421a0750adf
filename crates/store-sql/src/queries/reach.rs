//! From "here and below, until a deeper entry says otherwise" to ranges of paths, which SQL can search by.

use tenure_domain::OrganizationId;
use tenure_domain::access::Reaches;

use crate::{Sql, tree};

/// The workspaces whose paths are in `from..to`, and what is said of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Region<T> {
    from: String,
    to: String,
    pub(super) value: T,
}

impl<T> Region<T> {
    fn has(&self, path: &str) -> bool {
        *self.from <= *path && *path < *self.to
    }
}

impl Region<()> {
    /// A node and all below it.
    pub(super) fn below(path: &str) -> Self {
        Self { from: path.to_owned(), to: tree::after(path), value: () }
    }
}

impl<T> Region<Option<T>> {
    /// The same region, if anything is said of it.
    pub(super) fn transpose(self) -> Option<Region<T>> {
        let Self { from, to, value } = self;
        value.map(|value| Region { from, to, value })
    }
}

/// Whether these regions, in the order of paths, are the whole tree together.
pub(super) fn are_whole<T>(regions: &[&Region<T>]) -> bool {
    let (Some(first), Some(last)) = (regions.first(), regions.last()) else { return false };
    let is_root = first.from.matches('/').count() == 1 && last.to == tree::after(&first.from);
    is_root && regions.is_sorted_by(|one, next| one.to == next.from)
}

/// The regions that entries of (path, value) make: disjoint, in the order of paths. The nearest entry at or above decides.
pub(super) fn regions<T: Clone + PartialEq>(mut entries: Vec<(String, T)>) -> Vec<Region<T>> {
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut regions = Regions { done: Vec::new(), at: String::new() };
    let mut open: Vec<(String, T)> = Vec::new();
    for (path, value) in entries {
        while let Some((to, outer)) = open.pop_if(|(to, _)| *to <= path) {
            regions.until(to, outer);
        }
        if let Some((_, outer)) = open.last() {
            regions.until(path.clone(), outer.clone());
        }
        regions.at.clone_from(&path);
        open.push((tree::after(&path), value));
    }
    while let Some((to, outer)) = open.pop() {
        regions.until(to, outer);
    }
    regions.done
}

struct Regions<T> {
    done: Vec<Region<T>>,
    at: String,
}

impl<T: PartialEq> Regions<T> {
    fn until(&mut self, to: String, value: T) {
        let from = std::mem::replace(&mut self.at, to.clone());
        if from >= to {
            return;
        }
        match self.done.last_mut() {
            Some(last) if last.to == from && last.value == value => last.to = to,
            _ => self.done.push(Region { from, to, value }),
        }
    }
}

/// What is said of a workspace.
pub(super) fn at<'a, T>(regions: &'a [Region<T>], path: &str) -> Option<&'a T> {
    let next = regions.partition_point(|region| *region.from <= *path);
    let last = regions.get(..next).unwrap_or_default().last();
    last.filter(|region| region.has(path)).map(|region| &region.value)
}

/// Where a reach holds.
#[derive(Debug)]
pub(super) struct Covered {
    /// The regions.
    pub(super) regions: Vec<Region<()>>,
    /// The paths of the entries that say yes.
    pub(super) tops: Vec<String>,
}

impl Covered {
    /// Where a reach holds: nowhere, if it is about another organization.
    pub(super) fn new(organization: OrganizationId, reach: &Reaches) -> Self {
        let entries = reach.entries().iter().filter(|_| reach.organization() == organization);
        let entries: Vec<(String, bool)> = entries.map(|entry| (tree::path(&entry.at), entry.holds)).collect();
        let tops = entries.iter().filter(|(_, holds)| *holds).map(|(path, _)| path.clone()).collect();
        let holding = regions(entries).into_iter().filter(|region| region.value);
        Self { regions: holding.map(|Region { from, to, .. }| Region { from, to, value: () }).collect(), tops }
    }

    /// Whether it is the whole organization.
    pub(super) fn is_whole(&self) -> bool {
        are_whole(&self.regions.iter().collect::<Vec<_>>())
    }
}

/// How many ranges one level of brackets holds: SQLite takes expressions up to 1,000 deep, and a chain of `or` is as deep as
/// it is long.
const BRACKETED: usize = 32;

/// Adds `(path >= $ and path < $ or …)`; of no regions, `false`.
pub(super) fn push_within<'a, T: 'a>(sql: &mut Sql, path: &'static str, regions: impl IntoIterator<Item = &'a Region<T>>) {
    let regions: Vec<_> = regions.into_iter().collect();
    if regions.is_empty() {
        sql.push("false");
        return;
    }
    sql.push("(");
    for (nth, some) in regions.chunks(BRACKETED).enumerate() {
        sql.push(if nth == 0 { "(" } else { " or (" });
        for (nth, region) in some.iter().enumerate() {
            sql.push(if nth == 0 { "" } else { " or " });
            sql.push(path).push(" >= ").push_bind(&region.from).push(" and ");
            sql.push(path).push(" < ").push_bind(&region.to);
        }
        sql.push(")");
    }
    sql.push(")");
}

#[cfg(test)]
mod tests {
    use tenure_domain::WorkspaceId;
    use uuid::Uuid;

    use super::*;

    fn path(ids: &[u128]) -> String {
        ids.iter().fold(String::new(), |path, id| tree::below(&path, WorkspaceId::new(Uuid::from_u128(*id))))
    }

    #[test]
    fn the_nearest_entry_at_or_above_decides() {
        // Every set of entries over a small tree, against the sentence itself.
        let nodes: Vec<Vec<u128>> =
            vec![vec![9], vec![9, 1], vec![9, 1, 2], vec![9, 1, 2, 3], vec![9, 1, 4], vec![9, 0xf00 << 116], vec![9, 1 << 127, 7]];
        for said in 0..3_u32.pow(7) {
            let say = |nth: usize| said / 3_u32.pow(u32::try_from(nth).unwrap()) % 3;
            let entries: Vec<(String, u32)> =
                nodes.iter().enumerate().filter(|(nth, _)| say(*nth) > 0).map(|(nth, ids)| (path(ids), say(nth))).collect();
            let regions = regions(entries);
            assert!(regions.is_sorted_by(|one, other| one.to <= other.from), "{regions:?}");
            for ids in &nodes {
                let above = (1..=ids.len()).rev().filter_map(|long| nodes.iter().position(|node| *node == ids[..long]));
                let expected = above.map(say).find(|said| *said > 0);
                assert_eq!(at(&regions, &path(ids)).copied(), expected, "{ids:?} of {said}");
            }
        }
    }

    #[test]
    fn an_entry_at_the_root_that_nothing_contradicts_is_the_whole_tree() {
        let whole = |entries: &[(&[u128], u8)], only: fn(u8) -> bool| {
            let regions = regions(entries.iter().map(|(ids, value)| (path(ids), *value)).collect());
            are_whole(&regions.iter().filter(|region| only(region.value)).collect::<Vec<_>>())
        };
        assert!(whole(&[(&[1], 1), (&[1, 2], 1)], |_| true));
        assert!(whole(&[(&[1], 1), (&[1, 2], 2)], |_| true), "in two parts");
        assert!(!whole(&[(&[1], 1), (&[1, 2], 2)], |value| value == 1), "with a hole");
        assert!(!whole(&[(&[1, 2], 1)], |_| true) && !whole(&[], |_| true));
    }

    #[test]
    fn many_regions_stay_shallow() {
        let many: Vec<_> = (0..2_000).map(|id| (path(&[1, id]), ())).collect();
        let mut sql = Sql::build("");
        push_within(&mut sql, "w.path", &regions(many));
        assert_eq!(sql.text().matches("(w.path").count(), 2_000_usize.div_ceil(BRACKETED));
    }
}
