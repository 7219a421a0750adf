//! Who asks, with all that they may do: one statement, however many grants they have and however large the tree is.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::workspace::Workspace;
use tenure_domain::{LevelKey, Name, WorkspaceId};
use tenure_port_store::Store;
use tenure_usecases::{Clock as _, Ids as _, SystemClock, V7Ids};

use crate::house::House;
use crate::stage::Kind;
use crate::table::{Goal, Line, median, millis};

/// How many workspaces there are, each with up to so many below it.
const WORKSPACES: usize = 100_000;
const BELOW: usize = 20;
/// How many of them somebody has a grant at, beside the root: spread over the tree.
const GRANTS: usize = 99;
/// How often it is asked in one turn.
const TIMES: usize = 100;

async fn plant(house: &House) -> Result<Vec<WorkspaceId>> {
    let mut unit = house.store.organization(house.organization).await?.context("the organization")?;
    let mut all = vec![house.root];
    for number in 1..WORKSPACES {
        let id = WorkspaceId::new(V7Ids.next());
        let workspace = Workspace {
            organization: house.organization,
            id,
            parent: all.get((number - 1) / BELOW).copied(),
            kind: None,
            name: Name::parse(&format!("Workspace {number}"))?,
            active: true,
            features_off: [].into(),
            created_at: SystemClock.now(),
            version: 1,
        };
        unit.workspace_changes().insert(&workspace).await?;
        all.push(id);
    }
    unit.commit().await?;
    Ok(all)
}

/// How long it takes to learn who asks, and all that they may do, at the median; and how many grants they have.
async fn who_asks(house: &House, secret_hash: &[u8; 32]) -> Result<(Duration, usize)> {
    let mut took = Vec::new();
    let mut grants = 0;
    for _ in 0..TIMES {
        let began = Instant::now();
        let asks = house.store.queries().principal(secret_hash, Some(house.organization), SystemClock.now()).await?;
        took.push(began.elapsed().as_secs_f64());
        let principal = asks.context("nobody asks")?;
        grants = principal.membership.map_or(0, |(_, grants)| grants.len());
        ensure!(principal.chains.len() == grants, "each grant comes with its way up");
    }
    Ok((Duration::from_secs_f64(median(took)), grants))
}

/// Measures somebody with a grant at the root alone, and the same person with a hundred.
pub(crate) async fn measure(kind: Kind, store: Arc<dyn Store>) -> Result<Line> {
    let house = House::set_up(store).await?;
    let all = plant(&house).await?;
    let (one, grants) = who_asks(&house, &house.secret_hash).await?;
    ensure!(grants == 1, "{grants} grants");
    let me = house.me;
    let mut unit = house.store.organization(house.organization).await?.context("the organization")?;
    for nth in 1..=GRANTS {
        let workspace = all.get(nth * (WORKSPACES / (GRANTS + 1))).copied().context("a workspace")?;
        let grant = Grant {
            member: me,
            workspace,
            levels: [LevelKey::parse("agent")?].into(),
            permissions: [].into(),
            restrictions: [].into(),
            given_by: Giver::Member(me),
            given_at: SystemClock.now(),
            version: 1,
        };
        unit.grant_changes().insert(&grant).await?;
    }
    unit.commit().await?;
    let (many, grants) = who_asks(&house, &house.secret_hash).await?;
    ensure!(grants == GRANTS + 1, "{grants} grants");
    Ok(Line {
        operation: format!("who asks, with {grants} grants in {WORKSPACES} workspaces, beside one grant; one statement each"),
        database: kind.name(),
        ours: millis(many.as_secs_f64()),
        rival: millis(one.as_secs_f64()),
        ratio: many.as_secs_f64() / one.as_secs_f64(),
        goal: Goal::None,
    })
}
