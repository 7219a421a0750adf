//! Who asks.

use tenure_domain::token::Token;
use tenure_domain::user::Session;
use tenure_domain::{Instant, MemberId, OrganizationId, UserId, WorkspaceId};
use tenure_port_store::{Credential, OfUser, OwnSession, Principal, StoreError};

use crate::snapshots::grant;
use crate::snapshots::membership::{self, membership_columns};
use crate::snapshots::organization::{self, organization_columns};
use crate::snapshots::session::{self, session_columns};
use crate::snapshots::token::{self, token_columns};
use crate::snapshots::user::{self, has_factor_column, user_columns};
use crate::snapshots::workspace;
use crate::statements::statement_texts;
use crate::unit::tokens;
use crate::{Dialect, Driver, Reads as _, Row, Sql, SqlStore, tree};

/// Everything in one round trip: this statement runs before every answer. The grants come as JSON, in the form that receipts
/// keep them in, and so do the nodes from their workspaces up to the root.
macro_rules! principal {
    ($credential:expr, $from:literal, $grants:expr, $nodes:expr, $above:expr) => {
        concat!(
            "select ",
            $credential,
            ", ",
            user_columns!(),
            ", ",
            has_factor_column!(),
            ", ",
            organization_columns!(),
            ", ",
            membership_columns!(),
            ", (select ",
            $grants,
            " from grants g where g.organization_id = m.organization_id and g.member_id = m.id) as grants, \
             (with recursive up as (\
                select w.id, w.parent_id, w.active, w.features_off from grants g \
                join workspaces w on w.organization_id = g.organization_id and w.id = g.workspace_id \
                where g.organization_id = m.organization_id and g.member_id = m.id \
                union select w.id, w.parent_id, w.active, w.features_off from up ",
            $above,
            ") select ",
            $nodes,
            " from up) as nodes from ",
            $from
        )
    };
}

/// By the session that somebody has.
macro_rules! by_session {
    ($grants:expr, $nodes:expr, $above:expr) => {
        principal!(
            session_columns!(),
            "sessions s join users u on u.id = s.user_id left join organizations o on o.id = $2 \
             left join memberships m on m.organization_id = o.id and m.user_id = u.id \
             where s.secret_hash = $1 and s.expires_at > $3 and s.seen_at > $4 and s.expires_at <= $5",
            $grants,
            $nodes,
            $above
        )
    };
}

/// By the token that a program has.
macro_rules! by_token {
    ($grants:expr, $nodes:expr, $above:expr) => {
        principal!(
            token_columns!(),
            "tokens t join memberships m on m.organization_id = t.organization_id and m.id = t.member_id \
             join organizations o on o.id = t.organization_id join users u on u.id = m.user_id \
             where t.secret_hash = $1 and (t.expires_at is null or t.expires_at > $2)",
            $grants,
            $nodes,
            $above
        )
    };
}

macro_rules! on_sqlite {
    ($by:ident) => {
        $by!(
            "json_group_array(json_object('member', lower(hex(g.member_id)), 'workspace', lower(hex(g.workspace_id)), \
             'levels', json(g.levels), 'permissions', json(g.permissions), 'restrictions', json(g.restrictions), \
             'given_by_kind', g.given_by_kind, 'given_by', lower(hex(g.given_by)), 'given_at', g.given_at, 'version', g.version) \
             order by g.workspace_id)",
            "json_group_array(json_object('workspace', lower(hex(up.id)), \
             'parent', case when up.parent_id is not null then lower(hex(up.parent_id)) end, \
             'active', json(case when up.active then 'true' else 'false' end), 'features_off', json(up.features_off)))",
            "join workspaces w on w.organization_id = m.organization_id and w.id = up.parent_id"
        )
    };
}

macro_rules! on_postgres {
    ($by:ident) => {
        $by!(
            "jsonb_agg(jsonb_build_object('member', g.member_id, 'workspace', g.workspace_id, \
             'levels', g.levels, 'permissions', g.permissions, 'restrictions', g.restrictions, \
             'given_by_kind', g.given_by_kind, 'given_by', g.given_by, 'given_at', g.given_at, 'version', g.version) \
             order by g.workspace_id)",
            "jsonb_agg(jsonb_build_object('workspace', up.id, 'parent', up.parent_id, 'active', up.active, \
             'features_off', up.features_off))",
            "cross join lateral (select * from workspaces s where s.organization_id = m.organization_id and s.id = up.parent_id limit 1) w"
        )
    };
}

const SQLITE: &str = on_sqlite!(by_session);
const SQLITE_BY_TOKEN: &str = on_sqlite!(by_token);
const POSTGRES: &str = on_postgres!(by_session);
const POSTGRES_BY_TOKEN: &str = on_postgres!(by_token);

statement_texts! {
    // Those that are live, the one that was used last first.
    SESSIONS = concat!("select ", session_columns!(), " from sessions s where s.user_id = $1 and s.expires_at > $2 \
                and s.seen_at > $3 and s.expires_at <= $5 order by s.seen_at desc, s.id desc limit $4");
    OF_USER = "select o.id, o.name, m.id as member_id from memberships m join organizations o on o.id = m.organization_id \
               where m.user_id = $1 and m.status = 'active' and o.active order by o.name_key, o.id";
}

/// The statement that each database has for itself.
pub(super) const fn own_statements(dialect: Dialect) -> &'static [(&'static str, &'static str)] {
    match dialect {
        Dialect::Sqlite => &[("PRINCIPAL_SQLITE", SQLITE), ("PRINCIPAL_BY_TOKEN_SQLITE", SQLITE_BY_TOKEN)],
        Dialect::Postgres => &[("PRINCIPAL_POSTGRES", POSTGRES), ("PRINCIPAL_BY_TOKEN_POSTGRES", POSTGRES_BY_TOKEN)],
    }
}

pub(super) async fn find<D: Driver>(
    store: &SqlStore<D>,
    secret_hash: &[u8; 32],
    organization: Option<OrganizationId>,
    now: Instant,
) -> Result<Option<Principal>, StoreError> {
    let text = Driver::dialect(store.driver()).choose(SQLITE, POSTGRES);
    let sql = Sql::fixed(text).bind(secret_hash).bind(organization).bind(now).bind(now.minus(Session::IDLES));
    let sql = sql.bind(Session::latest_end(now));
    let Some(row) = store.pooled().row(&sql).await? else { return Ok(None) };
    read(store, &row, Credential::Session(session::read(&row)?)).map(Some)
}

pub(super) async fn find_by_token<D: Driver>(
    store: &SqlStore<D>,
    secret_hash: &[u8; 32],
    now: Instant,
) -> Result<Option<Principal>, StoreError> {
    let text = Driver::dialect(store.driver()).choose(SQLITE_BY_TOKEN, POSTGRES_BY_TOKEN);
    let Some(row) = store.pooled().row(&Sql::fixed(text).bind(secret_hash).bind(now)).await? else { return Ok(None) };
    read(store, &row, Credential::Token(token::live(&row)?)).map(Some)
}

fn read<D: Driver>(store: &SqlStore<D>, row: &Row, credential: Credential) -> Result<Principal, StoreError> {
    let membership = match membership::find(row)? {
        Some(membership) => Some((membership, grant::all_from_json(row, "grants")?)),
        None => None,
    };
    let at: Vec<WorkspaceId> = membership.iter().flat_map(|(_, grants)| grants).map(|grant| grant.workspace).collect();
    Ok(Principal {
        credential,
        user: user::read(row)?,
        has_factor: user::has_factor(row)?,
        organization: organization::find(row, store.models())?,
        membership,
        chains: tree::assemble(workspace::nodes_from_json(row, "nodes")?, &at)?,
    })
}

pub(super) async fn tokens_of<D: Driver>(
    store: &SqlStore<D>,
    organization: OrganizationId,
    member: MemberId,
    now: Instant,
) -> Result<Vec<Token>, StoreError> {
    store.pooled().rows(&tokens::of(organization, member, now)).await?.iter().map(token::read).collect()
}

pub(super) async fn memberships_of<D: Driver>(store: &SqlStore<D>, user: UserId) -> Result<Vec<OfUser>, StoreError> {
    let rows = store.pooled().rows(&Sql::fixed(OF_USER).bind(user)).await?;
    let read = |row: &crate::Row| {
        Ok(OfUser { organization: row.id("id")?, name: row.text("name")?.to_owned(), member: row.id("member_id")? })
    };
    rows.iter().map(read).collect()
}

pub(super) async fn sessions_of<D: Driver>(
    store: &SqlStore<D>,
    user: UserId,
    now: Instant,
    up_to: u32,
) -> Result<Vec<OwnSession>, StoreError> {
    let sql = Sql::fixed(SESSIONS).bind(user).bind(now).bind(now.minus(Session::IDLES)).bind(up_to);
    let sql = sql.bind(Session::latest_end(now));
    store.pooled().rows(&sql).await?.iter().map(session::read).collect()
}
