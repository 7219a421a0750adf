//! Resources and selections: of kinds that the model has, and of each other's (R3).

use std::collections::BTreeSet;

use tenure_domain::access_model::{Reach, ResourceKindSpec};
use tenure_domain::organization::Organization;
use tenure_domain::{KindKey, LevelKey};
use tenure_port_store::StoreError;

use uuid::Uuid;

use super::Found;
use crate::statements::statement_texts;
use crate::unit::{chosen_kinds, not_exactly_one};
use crate::{Reads, Sql};

statement_texts! {
    MIXED = "select sr.member_id as id from selection_resources sr \
             join resources r on r.organization_id = sr.organization_id and r.id = sr.resource_id \
             where sr.organization_id = $1 and r.kind <> sr.kind limit $2";
    GROUPS_MIXED = "select sg.member_id as id from selection_groups sg \
                    join resource_groups b on b.organization_id = sg.organization_id and b.id = sg.group_id \
                    where sg.organization_id = $1 and b.kind <> sg.kind limit $2";
    IN_ANOTHERS = "select r.id as id from grouped_resources gr \
                   join resource_groups b on b.organization_id = gr.organization_id and b.id = gr.group_id \
                   join resources r on r.organization_id = gr.organization_id and r.id = gr.resource_id \
                   where gr.organization_id = $1 and b.kind <> r.kind limit $2";
    ALL_AND_GROUPS = "select sg.member_id as id from selection_groups sg \
                      join selections s on s.organization_id = sg.organization_id and s.member_id = sg.member_id and s.kind = sg.kind \
                      where sg.organization_id = $1 and s.reaches_all limit $2";
    ALL_AND_SOME = "select sr.member_id as id from selection_resources sr \
                    join selections s on s.organization_id = sr.organization_id and s.member_id = sr.member_id and s.kind = sr.kind \
                    where sr.organization_id = $1 and s.reaches_all limit $2";
}

/// Members whose levels want exactly one of a kind, and who have none of it, several or all (R3).
fn not_one(organization: &Organization, kind: &KindKey) -> Option<Sql> {
    let model = &organization.model;
    let levels = |wanted: &dyn Fn(Reach) -> bool| -> BTreeSet<LevelKey> {
        let those = model.levels().filter(|level| wanted(model.reach(*level, kind.as_str())));
        those.filter_map(|level| model.level_key(level).cloned()).collect()
    };
    let (ones, wider) = (levels(&|reach| reach == Reach::ExactlyOne), levels(&|reach| reach > Reach::ExactlyOne));
    if ones.is_empty() {
        return None;
    }
    let mut sql = not_exactly_one(organization.id, kind, &ones, &wider);
    sql.push_bind(super::PIECE);
    Some(sql)
}

pub(super) async fn check(reads: &mut dyn Reads, organization: &Organization, found: &mut Found) -> Result<(), StoreError> {
    for (text, invariant, what) in [
        (MIXED, "selection_of_its_kind", "a resource of another kind is chosen for member"),
        (GROUPS_MIXED, "selection_of_its_kind", "a group of another kind is chosen for member"),
        (IN_ANOTHERS, "group_of_its_kind", "in a group of another kind is resource"),
        (ALL_AND_GROUPS, "selection_all_or_some", "all of a kind, and groups of it besides, are chosen for member"),
        (ALL_AND_SOME, "selection_all_or_some", "all of a kind, and some of it besides, are chosen for member"),
    ] {
        let rows = reads.rows(&Sql::fixed(text).bind(organization.id).bind(super::PIECE)).await?;
        found.add_rows(&rows, invariant, what)?;
    }
    let mut noted = Sql::build("select memberships.id from memberships where organization_id = ");
    let (tenant, _) = (noted.arg(organization.id), noted.arg(Uuid::nil()));
    noted.push_arg(tenant).push(" and chosen <> ").push(chosen_kinds(reads.dialect())).push(" limit ").push_bind(super::PIECE);
    let what = "what is noted as chosen isn't what was chosen for member";
    found.add_rows(&reads.rows(&noted).await?, "choices_noted", what)?;
    let kinds: Vec<KindKey> = organization.model.resource_kinds().iter().filter_map(ResourceKindSpec::kind_key).collect();
    for kind in &kinds {
        if let Some(sql) = not_one(organization, kind) {
            let what = "not exactly one of a kind is chosen for member";
            found.add_rows(&reads.rows(&sql).await?, "exactly_one", what)?;
        }
    }
    let everyones: Vec<KindKey> = {
        let allowed = organization.model.resource_kinds().iter().filter(|kind| kind.everyone_allowed);
        allowed.filter_map(ResourceKindSpec::kind_key).collect()
    };
    let grouped: Vec<KindKey> = {
        let grouped = organization.model.resource_kinds().iter().filter(|kind| kind.grouped);
        grouped.filter_map(ResourceKindSpec::kind_key).collect()
    };
    for (select, rest, known, invariant, what) in [
        (
            "select b.id from resource_groups b where b.organization_id = ",
            " and b.kind",
            &grouped,
            "group_where_allowed",
            "group of resources",
        ),
        ("select r.id from resources r where r.organization_id = ", " and r.kind", &kinds, "unknown_kind", "resource"),
        (
            "select r.id from resources r where r.organization_id = ",
            " and r.for_everyone and r.kind",
            &everyones,
            "for_everyone_where_allowed",
            "resource",
        ),
        (
            "select s.member_id as id from selections s where s.organization_id = ",
            " and s.kind",
            &kinds,
            "unknown_kind",
            "selection of member",
        ),
    ] {
        let mut sql = Sql::build(select);
        sql.push_bind(organization.id).push(rest);
        // `not in` of an empty list finds nothing, and here everything is meant.
        if known.is_empty() {
            sql.push(" is not null");
        } else {
            sql.push(" not in ").push_list(known.iter());
        }
        sql.push(" limit ").push_bind(super::PIECE);
        found.add_rows(&reads.rows(&sql).await?, invariant, what)?;
    }
    Ok(())
}
