//! Lists over HTTP, beside a minimal server with the same statements, and beside themselves.

use anyhow::{Context as _, Result};
use uuid::Uuid;

use crate::bare::with_pool;
use crate::load::{Client, Pace, Question, in_turn};
use crate::stage::Stage;
use crate::table::{Goal, Line, millis};

/// How many questions one turn takes.
const TIMES: usize = 200;

/// How often everything is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rounds(pub(crate) u32);

/// A line about answers in a second, and one about processor time.
fn beside(stage: &Stage, operation: &str, ours: Pace, bare: Pace, least: f64) -> [Line; 2] {
    let line = |what: &str, ours: String, rival: String, ratio: f64, goal: Goal| Line {
        operation: format!("{operation}: {what}"),
        database: stage.kind.name(),
        ours,
        rival,
        ratio,
        goal,
    };
    let per_second = |rate: f64| format!("{rate:.0}/s");
    [
        line("answers", per_second(ours.rate), per_second(bare.rate), ours.rate / bare.rate, Goal::AtLeast(least)),
        line("processor time", millis(ours.cpu), millis(bare.cpu), ours.cpu / bare.cpu, Goal::AtMost(1.5)),
    ]
}

/// A line about how long two questions take that are both asked of Tenure.
fn against(stage: &Stage, operation: &str, ours: Pace, other: Pace, goal: Goal) -> Line {
    Line {
        operation: operation.to_owned(),
        database: stage.kind.name(),
        ours: millis(ours.median),
        rival: millis(other.median),
        ratio: ours.median / other.median,
        goal,
    }
}

/// The pages of members: plain, sorted, filtered, far down, inherited and searched.
pub(crate) async fn members(stage: &Stage, Rounds(rounds): Rounds) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let [ours, bare] = in_turn([&stage.ours("members"), &stage.theirs("members")], rounds, TIMES).await?;
    lines.extend(beside(stage, "50 members", ours, bare, 0.7));
    for (what, query) in [
        ("50 members by address", "members?sort=email"),
        ("50 active members", "members?status=active"),
        ("50 Managers (1 % of all)", "members?level=manager"),
    ] {
        let [ours, bare] = in_turn([&stage.ours(query), &stage.theirs(query)], rounds, TIMES).await?;
        lines.extend(beside(stage, what, ours, bare, 0.5));
    }
    let far = far(stage, "members", 1_000).await?;
    let after = with_pool!(&stage.bare, pool => sqlx::query_scalar::<_, String>(
        "select name_key from memberships where organization_id = $1 order by name_key, id limit 1 offset 49950"
    ).bind(stage.org).fetch_optional(pool).await?);
    let first = stage.ours("members");
    let [ours, page_one] = in_turn([&far, &first], rounds, TIMES).await?;
    lines.push(against(stage, "page 1,000 of members, beside page 1", ours, page_one, Goal::AtMost(1.2)));
    if let Some(after) = after {
        let mut theirs = stage.theirs("members");
        theirs.path = format!("{}?after={}", theirs.path, after.replace(' ', "%20"));
        let [ours, bare] = in_turn([&far, &theirs], rounds, TIMES).await?;
        lines.extend(beside(stage, "page 1,000 of members", ours, bare, 0.5));
    }
    for (what, top) in [("half of all", 1), ("ten of all", 20)] {
        let asked = stage.ours(&format!("members?workspace={}", stage.leaf_below(top)?));
        let [ours, plain] = in_turn([&asked, &first], rounds, TIMES).await?;
        lines.push(against(
            stage,
            &format!("members of a workspace, {what} inherited, beside page 1"),
            ours,
            plain,
            Goal::AtMost(2.0),
        ));
    }
    lines.extend(search(stage, rounds).await?);
    Ok(lines)
}

/// Searches: a rare term beside the bare query, and any term within bounds.
async fn search(stage: &Stage, rounds: u32) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for term in ["rosenquist-", "silberdorf-li"] {
        let query = format!("members?q={term}");
        let [ours, bare] = in_turn([&stage.ours(&query), &stage.theirs(&query)], rounds, 40).await?;
        lines.push(against(stage, &format!("search for `{term}` beside the bare query"), ours, bare, Goal::AtMost(2.0)));
    }
    let first = stage.ours("members");
    for term in ["son", "berg", "example", "a"] {
        let [ours, plain] = in_turn([&stage.ours(&format!("members?q={term}")), &first], rounds, 40).await?;
        let beyond = (ours.median - plain.median).max(0.0);
        lines.push(Line {
            operation: format!("search for `{term}`, which many have: at most 50 ms more than page 1"),
            database: stage.kind.name(),
            ours: millis(beyond),
            rival: "50 ms".to_owned(),
            ratio: beyond / 0.05,
            goal: Goal::AtMost(1.0),
        });
    }
    Ok(lines)
}

/// The Members page of the console, as the server takes time for it.
pub(crate) async fn first_paint(stage: &Stage, Rounds(rounds): Rounds) -> Result<Line> {
    let path = format!("/organizations/{}/members", stage.org);
    let asked = Question { server: &stage.server, cookie: &stage.cookie, path };
    let [ours] = in_turn([&asked], rounds, TIMES / 4).await?;
    Ok(Line {
        operation: "the console's Members page, as the server takes time for it".to_owned(),
        database: stage.kind.name(),
        ours: format!("{} ({} of processor time)", millis(ours.median), millis(ours.cpu)),
        rival: "100 ms".to_owned(),
        ratio: ours.median / 0.1,
        goal: Goal::AtMost(1.0),
    })
}

/// Contacts of one member over 1, 3 and 1,000 portfolios, and those of nobody, beside contacts that name their assignee.
pub(crate) async fn contacts(stage: &Stage, Rounds(rounds): Rounds) -> Result<Vec<Line>> {
    let holders = hand_out(stage).await?;
    let mut lines = Vec::new();
    for (portfolios, member) in [1, 3, 1_000].into_iter().zip(holders) {
        let query = format!("contacts?assignee={member}");
        let [ours, bare] = in_turn([&stage.ours(&query), &stage.theirs(&query)], rounds, TIMES).await?;
        let noun = if portfolios == 1 { "portfolio" } else { "portfolios" };
        let goal = if portfolios <= 3 { Goal::AtMost(1.15) } else { Goal::None };
        lines.push(against(
            stage,
            &format!("50 contacts of a member with {portfolios} {noun}, beside direct ones"),
            ours,
            bare,
            goal,
        ));
        if portfolios == 1_000 {
            lines.push(Line {
                operation: "the same, within 20 ms".to_owned(),
                database: stage.kind.name(),
                ours: millis(ours.median),
                rival: "20 ms".to_owned(),
                ratio: ours.median / 0.02,
                goal: Goal::AtMost(1.0),
            });
        }
    }
    let [ours, bare] = in_turn([&stage.ours("contacts?assignee=none"), &stage.theirs("contacts")], rounds, TIMES).await?;
    lines.push(against(stage, "50 contacts of nobody, beside direct ones", ours, bare, Goal::AtMost(1.15)));
    Ok(lines)
}

/// Gives three people at the root 1, 3 and 1,000 portfolios, and copies all contacts to where they name their assignee.
async fn hand_out(stage: &Stage) -> Result<[Uuid; 3]> {
    let people = stage
        .bare
        .ids(
            "select g.member_id from grants g join workspaces w on w.organization_id = g.organization_id and w.id = g.workspace_id \
             join memberships m on m.organization_id = g.organization_id and m.id = g.member_id \
             join organizations o on o.id = g.organization_id and o.name = 'Northwind Support' \
             where w.depth = 0 and m.status = 'active' order by g.member_id limit 4",
        )
        .await?;
    let holders = [1, 2, 3].map(|nth| people.get(nth).copied());
    let [Some(one), Some(few), Some(many)] = holders else { anyhow::bail!("too few people at the root") };
    let mut free = stage.bare.ids("select id from portfolios order by id limit 1104").await?.into_iter().skip(100);
    for (holder, count) in [(one, 1), (few, 3), (many, 1_000)] {
        let holding = "update portfolios set holder = null, open = $3 where organization_id = $1 and holder = $2";
        let handed = "update portfolios set holder = $2, open = $4 where organization_id = $1 and id = $3";
        with_pool!(&stage.bare, pool => {
            let mut all = pool.begin().await?;
            sqlx::query(holding).bind(stage.org).bind(holder).bind(false).execute(&mut *all).await?;
            for _ in 0..count {
                let portfolio = free.next().context("enough portfolios")?;
                sqlx::query(handed).bind(stage.org).bind(holder).bind(portfolio).bind(false).execute(&mut *all).await?;
            }
            all.commit().await?;
        });
    }
    let copied = "create table direct_contacts as select c.organization_id, c.id, c.workspace_id, c.name, c.email, c.phone, \
        p.holder as assignee, c.created_at from contacts c left join portfolios p on p.organization_id = c.organization_id \
        and p.id = c.portfolio_id";
    stage.bare.run(copied).await?;
    stage.bare.run("create index direct_contacts_of on direct_contacts (organization_id, assignee, id)").await?;
    stage.bare.run(stage.bare.choose("select 1", "vacuum (analyze) direct_contacts, portfolios")).await?;
    Ok([one, few, many])
}

/// The question for a page that comes this many after the first.
async fn far<'a>(stage: &'a Stage, list: &str, pages: u32) -> Result<Question<'a>> {
    let mut question = stage.ours(list);
    let mut reader = Client::at(&stage.server, &stage.cookie).await?;
    for _ in 1..pages {
        let page = reader.json(&question.path).await?;
        let Some(cursor) = page.pointer("/next_cursor").and_then(|cursor| cursor.as_str()) else { break };
        question = stage.ours(&format!("{list}?cursor={cursor}"));
    }
    Ok(question)
}

/// The same questions of a small organization and of a large one: what grows, and what doesn't.
pub(crate) async fn growth(small: &Stage, large: &Stage, Rounds(rounds): Rounds) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (what, query) in [
        ("50 members", "members"),
        ("50 members by address", "members?sort=email"),
        ("50 active members", "members?status=active"),
        ("50 contacts", "contacts"),
    ] {
        let [of_large, of_small] = in_turn([&large.ours(query), &small.ours(query)], rounds, TIMES).await?;
        let what = format!("{what}: of the large organization beside the small one");
        lines.push(against(large, &what, of_large, of_small, Goal::AtMost(1.3)));
    }
    Ok(lines)
}
