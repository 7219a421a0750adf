//! A minimal server: axum, sqlx and the same statements, with who asks, whether they may, and the page; nothing else.

use std::collections::HashMap;
use std::io::Write as _;

use anyhow::Result;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use tenure_credentials::SessionSecret;
use uuid::Uuid;

use crate::bare::{Bare, with_pool};

/// Serves this database until it is killed, and prints where.
pub(crate) async fn serve(url: &str) -> Result<()> {
    let bare = Bare::open(url).await?;
    let router = Router::new()
        .route("/health/live", get(|| async {}))
        .route("/organizations/{org}/members", get(members))
        .route("/organizations/{org}/contacts", get(contacts))
        .with_state(bare);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    writeln!(std::io::stdout(), "http://{}", listener.local_addr()?)?;
    axum::serve(listener, router).await?;
    Ok(())
}

/// What goes wrong here is the benchmark's fault.
struct Broken(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for Broken {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Broken {
    fn into_response(self) -> axum::response::Response {
        (StatusCode::INTERNAL_SERVER_ERROR, self.0.to_string()).into_response()
    }
}

#[derive(FromRow)]
struct Principal {
    member: Uuid,
    status: String,
    levels: String,
    path: String,
}

const PRINCIPAL: &str = "select m.id as member, m.status, cast(g.levels as text) as levels, w.path \
    from sessions s join users u on u.id = s.user_id join organizations o on o.id = $2 \
    join memberships m on m.organization_id = o.id and m.user_id = u.id \
    join grants g on g.organization_id = m.organization_id and g.member_id = m.id \
    join workspaces w on w.organization_id = g.organization_id and w.id = g.workspace_id where s.secret_hash = $1";

/// Who asks, if they may see the list.
async fn principal(bare: &Bare, headers: &HeaderMap, org: Uuid) -> Result<Uuid> {
    let cookie = headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let secret = cookie.split_once('=').and_then(|(_, value)| SessionSecret::parse(value));
    let secret = secret.ok_or_else(|| anyhow::anyhow!("no session"))?;
    let hash = secret.hash().to_vec();
    let found: Vec<Principal> = with_pool!(bare, pool => sqlx::query_as(PRINCIPAL).bind(hash).bind(org).fetch_all(pool).await?);
    let may = |one: &Principal| one.status == "active" && one.levels.contains("owner") && one.path.len() == 33;
    found.iter().find(|one| may(one)).map(|one| one.member).ok_or_else(|| anyhow::anyhow!("may not"))
}

#[derive(Deserialize)]
struct Asked {
    status: Option<String>,
    level: Option<String>,
    q: Option<String>,
    sort: Option<String>,
    after: Option<String>,
    assignee: Option<Uuid>,
}

#[derive(FromRow)]
struct MemberRow {
    id: Uuid,
    user_id: Option<Uuid>,
    email: String,
    status: String,
    first_name: Option<String>,
    last_name: Option<String>,
    display_name: String,
    last_active_at: Option<i64>,
    online_until: Option<i64>,
}

#[derive(FromRow)]
struct GrantRow {
    member_id: Uuid,
    workspace_id: Uuid,
    workspace_name: String,
    levels: String,
}

#[derive(Serialize)]
struct MemberView {
    member: Uuid,
    user: Option<Uuid>,
    email: String,
    first_name: Option<String>,
    last_name: Option<String>,
    display_name: String,
    status: String,
    online: bool,
    last_active_at: Option<String>,
    grants: Vec<GrantView>,
}

#[derive(Clone, Serialize)]
struct GrantView {
    workspace: Uuid,
    workspace_name: String,
    levels: Vec<String>,
    inherited: bool,
}

macro_rules! members_where {
    ($($rest:literal),*) => {
        concat!(
            "select m.id, m.user_id, m.email, m.status, m.first_name, m.last_name, m.display_name, m.last_active_at, \
             (select p.online_until from presences p where p.organization_id = m.organization_id and p.member_id = m.id) \
             as online_until from memberships m where m.organization_id = $1 ", $($rest),*, " limit 51"
        )
    };
}

/// The statement that goes with what is asked, and what is bound besides the organization.
fn statement(asked: &Asked) -> (&'static str, Option<String>) {
    match asked {
        Asked { after: Some(after), .. } => (members_where!("and m.name_key > $2 order by m.name_key, m.id"), Some(after.clone())),
        Asked { status: Some(status), .. } => (members_where!("and m.status = $2 order by m.name_key, m.id"), Some(status.clone())),
        Asked { level: Some(level), .. } => (
            members_where!(
                // A scalar: SQLite would make a join of `exists`, and walk the levels instead of the names.
                "and (select true from grant_levels l where l.organization_id = $1 and l.member_id = m.id and l.level = $2 limit 1) \
                 order by m.name_key, m.id"
            ),
            Some(level.clone()),
        ),
        Asked { q: Some(q), .. } => {
            (members_where!("and (m.name_key like $2 or m.email like $2) order by m.name_key, m.id"), Some(format!("%{q}%")))
        }
        Asked { sort: Some(_), .. } => (members_where!("order by m.email, m.id"), None),
        _ => (members_where!("order by m.name_key, m.id"), None),
    }
}

const GRANTS_SQLITE: &str = "select g.member_id, g.workspace_id, w.name as workspace_name, g.levels from json_each($2) j \
    cross join grants g on g.organization_id = $1 and g.member_id = unhex(j.value) \
    cross join workspaces w on w.organization_id = g.organization_id and w.id = g.workspace_id";
const GRANTS_POSTGRES: &str = "select g.member_id, g.workspace_id, \
    (select w.name from workspaces w where w.organization_id = g.organization_id and w.id = g.workspace_id) as workspace_name, \
    cast(g.levels as text) as levels \
    from unnest($2) asked (id) join grants g on g.organization_id = $1 and g.member_id = asked.id";

async fn members(
    State(bare): State<Bare>,
    Path(org): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Broken> {
    principal(&bare, &headers, org).await?;
    let (mut text, mut bound) = statement(&asked);
    // SQLite finds parts of names in a table of its own; everything else is one text for both.
    if let (Bare::Sqlite(_), Some(q)) = (&bare, &asked.q) {
        text = members_where!(
            "and m.id in (select d.member_id from member_search s join member_documents d on d.document = s.rowid \
             where member_search match $2) order by m.name_key, m.id"
        );
        // The index knows runs of three letters, and not where they stand.
        let letters: Vec<char> = q.chars().collect();
        let runs: Vec<String> = letters.windows(3).map(|run| format!("\"{}\"", String::from_iter(run))).collect();
        bound = Some(runs.join(" AND "));
    }
    let rows: Vec<MemberRow> = with_pool!(&bare, pool => match bound {
        Some(bound) => sqlx::query_as(text).bind(org).bind(bound).fetch_all(pool).await?,
        None => sqlx::query_as(text).bind(org).fetch_all(pool).await?,
    });
    let grants: Vec<GrantRow> = match &bare {
        Bare::Sqlite(pool) => {
            let ids: Vec<String> = rows.iter().map(|row| row.id.simple().to_string()).collect();
            sqlx::query_as(GRANTS_SQLITE).bind(org).bind(serde_json::to_string(&ids)?).fetch_all(pool).await?
        }
        Bare::Postgres(pool) => {
            let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            sqlx::query_as(GRANTS_POSTGRES).bind(org).bind(ids).fetch_all(pool).await?
        }
    };
    let mut of: HashMap<Uuid, Vec<GrantView>> = HashMap::new();
    for grant in grants {
        of.entry(grant.member_id).or_default().push(GrantView {
            workspace: grant.workspace_id,
            workspace_name: grant.workspace_name,
            levels: serde_json::from_str(&grant.levels)?,
            inherited: false,
        });
    }
    let now = chrono::Utc::now().timestamp_micros();
    let items: Vec<MemberView> = rows
        .into_iter()
        .take(50)
        .map(|row| MemberView {
            member: row.id,
            user: row.user_id,
            email: row.email,
            first_name: row.first_name,
            last_name: row.last_name,
            display_name: row.display_name,
            status: row.status,
            online: row.online_until.is_some_and(|until| until > now),
            last_active_at: row.last_active_at.map(rfc3339),
            grants: of.remove(&row.id).unwrap_or_default(),
        })
        .collect();
    Ok(Json(items))
}

#[derive(FromRow)]
struct ContactRow {
    id: Uuid,
    workspace_id: Uuid,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    assignee: Option<Uuid>,
    created_at: i64,
}

#[derive(Serialize)]
struct ContactView {
    id: Uuid,
    workspace: Uuid,
    name: String,
    name_hidden: bool,
    email: Option<String>,
    phone: Option<String>,
    assignee: Option<Uuid>,
    created_at: String,
}

const ASSIGNED: &str = "select c.id, c.workspace_id, c.name, c.email, c.phone, c.assignee, c.created_at from direct_contacts c \
    where c.organization_id = $1 and c.assignee = $2 order by c.id limit 51";
const UNASSIGNED: &str = "select c.id, c.workspace_id, c.name, c.email, c.phone, c.assignee, c.created_at from direct_contacts c \
    where c.organization_id = $1 and c.assignee is null order by c.id limit 51";

/// Contacts that name who takes care of them themselves.
async fn contacts(
    State(bare): State<Bare>,
    Path(org): Path<Uuid>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Broken> {
    principal(&bare, &headers, org).await?;
    let rows: Vec<ContactRow> = with_pool!(&bare, pool => match asked.assignee {
        Some(assignee) => sqlx::query_as(ASSIGNED).bind(org).bind(assignee).fetch_all(pool).await?,
        None => sqlx::query_as(UNASSIGNED).bind(org).fetch_all(pool).await?,
    });
    let view = |row: ContactRow| ContactView {
        id: row.id,
        workspace: row.workspace_id,
        name: row.name,
        name_hidden: false,
        email: row.email,
        phone: row.phone,
        assignee: row.assignee,
        created_at: rfc3339(row.created_at),
    };
    Ok(Json(rows.into_iter().take(50).map(view).collect::<Vec<_>>()))
}

fn rfc3339(micros: i64) -> String {
    let at = chrono::DateTime::from_timestamp_micros(micros).unwrap_or_default();
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}
