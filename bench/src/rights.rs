//! "May she?", beside two engines that are made for such questions, which answer the same ones alike.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use casbin::{CoreApi as _, DefaultModel, Enforcer, MemoryAdapter, MgmtApi as _};
use cedar_policy::{Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request};
use tenure_domain::access::{Access, Setting};
use tenure_domain::access_model::AccessModel;
use tenure_domain::bits::Permission;
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::membership::Status;
use tenure_domain::workspace::{Place, Step};
use tenure_domain::{LevelKey, MemberId, OrganizationId, WorkspaceId};
use uuid::Uuid;

use crate::table::{Goal, Line, median, millis};

/// How many people the engines know; each is an Agent in one workspace, and one in ten a Manager in another.
const PEOPLE: u32 = 1_000;
/// The tree by the workspaces above: the root is 0.
const ABOVE: [usize; 14] = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 4, 6, 9, 12];

/// What everybody holds, in words.
fn held(person: u32) -> Vec<(&'static str, usize)> {
    let place = |of: u32| of as usize % ABOVE.len();
    let mut held = vec![("agent", place(person))];
    if person.is_multiple_of(10) {
        held.push(("manager", place(person / 10)));
    }
    held
}

/// What is asked: everything, everywhere, of somebody who manages a branch.
struct Questions {
    model: Arc<AccessModel>,
    /// The permissions, and their keys.
    permissions: Vec<(Permission, String)>,
    person: u32,
}

fn questions() -> Result<Questions> {
    let document = tenure_access_models::built_in("workspace").context("the built-in model")?;
    let model = Arc::new(tenure_access_models::compile(document).map_err(|faults| anyhow::anyhow!("{faults:?}"))?);
    let keyed = |permission| Some((permission, model.permission_key(permission)?.to_string()));
    let permissions = model.permissions().filter_map(keyed).collect();
    Ok(Questions { permissions, person: 40, model })
}

/// Measures all three, in turn.
pub(crate) async fn measure(rounds: u32) -> Result<Vec<Line>> {
    let asked = questions()?;
    let (ours, cedar, casbin) = (Ours::new(&asked)?, Cedar::new(&asked)?, Casbin::new(&asked).await?);
    let answers = ours.answers();
    ensure!(answers.contains(&true) && answers.contains(&false), "questions of both kinds");
    ensure!(answers == cedar.answers(), "cedar-policy answers otherwise");
    ensure!(answers == casbin.answers()?, "casbin answers otherwise");
    let mut took: HashMap<&str, Vec<f64>> = HashMap::new();
    #[expect(clippy::cast_precision_loss, reason = "some hundred questions")]
    let each = |times: u32, began: Instant| began.elapsed().as_secs_f64() / (f64::from(times) * answers.len() as f64);
    for _ in 0..rounds {
        let began = Instant::now();
        for _ in 0..1_000 {
            ours.plainly();
        }
        took.entry("ours").or_default().push(each(1_000, began));
        let began = Instant::now();
        for _ in 0..1_000 {
            ours.with_reasons();
        }
        took.entry("reasons").or_default().push(each(1_000, began));
        let began = Instant::now();
        for _ in 0..20 {
            black_box(cedar.answers());
        }
        took.entry("cedar").or_default().push(each(20, began));
        let began = Instant::now();
        black_box(casbin.answers()?);
        took.entry("casbin").or_default().push(each(1, began));
    }
    let mut of = |name: &str| median(took.remove(name).unwrap_or_default());
    let (ours, reasons, cedar, casbin) = (of("ours"), of("reasons"), of("cedar"), of("casbin"));
    let line = |operation: &str, ours: f64, rival: f64, ratio: f64, goal: Goal| Line {
        operation: operation.to_owned(),
        database: "",
        ours: millis(ours),
        rival: millis(rival),
        ratio,
        goal,
    };
    Ok(vec![
        line("`can()`, beside cedar-policy", ours, cedar, cedar / ours, Goal::AtLeast(50.0)),
        line("`can()`, beside casbin with 1,000 people", ours, casbin, casbin / ours, Goal::AtLeast(1_000.0)),
        line("`can()`, within 200 ns", ours, 200e-9, ours / 200e-9, Goal::AtMost(1.0)),
        line("`explain()`, within 1 µs", reasons, 1e-6, reasons / 1e-6, Goal::AtMost(1.0)),
    ])
}

/// The question of Tenure: access that is compiled, and places at hand.
struct Ours {
    access: Access,
    places: Vec<Place>,
    permissions: Vec<Permission>,
}

impl Ours {
    fn new(asked: &Questions) -> Result<Self> {
        let id = |number: usize| WorkspaceId::new(Uuid::from_u128(number as u128 + 1));
        let member = MemberId::new(Uuid::from_u128(1 << 64));
        let grant = |(level, at): (&str, usize)| -> Result<Grant> {
            Ok(Grant {
                member,
                workspace: id(at),
                levels: [LevelKey::parse(level)?].into(),
                permissions: [].into(),
                restrictions: [].into(),
                given_by: Giver::Member(member),
                given_at: tenure_domain::Instant::from_micros(0),
                version: 1,
            })
        };
        let grants = held(asked.person).into_iter().map(grant).collect::<Result<Vec<_>>>()?;
        let setting = Setting {
            organization: OrganizationId::new(Uuid::nil()),
            root: id(0),
            model: Arc::clone(&asked.model),
            features: [].into_iter().collect(),
            active: true,
        };
        let place = |number: usize| {
            let steps = chain(number).into_iter().map(|at| Step { workspace: id(at), active: true, features_off: [].into() });
            Place::new(&asked.model, steps.collect()).context("a place")
        };
        let places = (0..ABOVE.len()).map(place).collect::<Result<_>>()?;
        let permissions = asked.permissions.iter().map(|(permission, _)| *permission).collect();
        Ok(Self { access: Access::new(setting, Status::Active, &grants), places, permissions })
    }

    fn answers(&self) -> Vec<bool> {
        let at = |place| self.permissions.iter().map(move |permission| self.access.can(*permission, place));
        self.places.iter().flat_map(at).collect()
    }

    fn plainly(&self) {
        for place in &self.places {
            for permission in &self.permissions {
                black_box(self.access.can(black_box(*permission), black_box(place)));
            }
        }
    }

    fn with_reasons(&self) {
        for place in &self.places {
            for permission in &self.permissions {
                black_box(self.access.explain(black_box(*permission), black_box(place)));
            }
        }
    }
}

/// From the root to a workspace.
fn chain(number: usize) -> Vec<usize> {
    let mut chain = vec![number];
    let mut at = number;
    while at != 0 {
        at = ABOVE.get(at).copied().unwrap_or_default();
        chain.push(at);
    }
    chain.reverse();
    chain
}

/// What a level gives, as keys.
fn gives(asked: &Questions, level: &str) -> Result<Vec<String>> {
    let found = asked.model.level(level).context("the level")?;
    let given = asked.model.level_permissions(found);
    Ok(asked.permissions.iter().filter(|(permission, _)| given.has(*permission)).map(|(_, key)| key.clone()).collect())
}

/// Every level at every workspace where somebody holds it.
fn roles() -> HashSet<(&'static str, usize)> {
    (0..PEOPLE).flat_map(held).collect()
}

/// cedar-policy: a policy for each level at each workspace, people in roles, and workspaces in workspaces.
struct Cedar {
    policies: PolicySet,
    entities: Entities,
    requests: Vec<Request>,
}

impl Cedar {
    fn new(asked: &Questions) -> Result<Self> {
        let mut text = String::new();
        for (level, at) in roles() {
            let actions: Vec<String> = gives(asked, level)?.iter().map(|key| format!("Action::\"{key}\"")).collect();
            let actions = actions.join(", ");
            writeln!(text, "permit(principal in Role::\"{level}@{at}\", action in [{actions}], resource in Workspace::\"{at}\");")?;
        }
        let uid = |kind: &str, id: &dyn std::fmt::Display| -> Result<EntityUid> { Ok(format!("{kind}::\"{id}\"").parse()?) };
        let mut entities = Vec::new();
        for (number, above) in ABOVE.into_iter().enumerate() {
            let parents = if number == 0 { HashSet::new() } else { [uid("Workspace", &above)?].into() };
            entities.push(Entity::new_no_attrs(uid("Workspace", &number)?, parents));
        }
        for person in 0..PEOPLE {
            let roles = held(person).into_iter().map(|(level, at)| uid("Role", &format!("{level}@{at}")));
            entities.push(Entity::new_no_attrs(uid("Member", &person)?, roles.collect::<Result<_>>()?));
        }
        let mut requests = Vec::new();
        for place in 0..ABOVE.len() {
            for (_, key) in &asked.permissions {
                let (member, action) = (uid("Member", &asked.person)?, uid("Action", key)?);
                requests.push(Request::new(member, action, uid("Workspace", &place)?, Context::empty(), None)?);
            }
        }
        Ok(Self { policies: text.parse()?, entities: Entities::from_entities(entities, None)?, requests })
    }

    fn answers(&self) -> Vec<bool> {
        let authorizer = Authorizer::new();
        let allowed = |request| authorizer.is_authorized(request, &self.policies, &self.entities).decision() == Decision::Allow;
        self.requests.iter().map(allowed).collect()
    }
}

const CASBIN: &str = "
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
g2 = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.act == p.act && g2(r.obj, p.obj)
";

/// casbin: roles for people and for workspaces, as its documentation has them.
struct Casbin {
    enforcer: Enforcer,
    requests: Vec<(String, String, String)>,
}

impl Casbin {
    async fn new(asked: &Questions) -> Result<Self> {
        let mut enforcer = Enforcer::new(DefaultModel::from_str(CASBIN).await?, MemoryAdapter::default()).await?;
        let mut policies = Vec::new();
        for (level, at) in roles() {
            let policy = |key: String| vec![format!("{level}@{at}"), format!("w{at}"), key];
            policies.extend(gives(asked, level)?.into_iter().map(policy));
        }
        enforcer.add_policies(policies).await?;
        let role =
            |person: u32| held(person).into_iter().map(move |(level, at)| vec![format!("m{person}"), format!("{level}@{at}")]);
        enforcer.add_named_grouping_policies("g", (0..PEOPLE).flat_map(role).collect()).await?;
        let below = (1..ABOVE.len()).map(|number| {
            let above = ABOVE.get(number).copied().unwrap_or_default();
            vec![format!("w{number}"), format!("w{above}")]
        });
        enforcer.add_named_grouping_policies("g2", below.collect()).await?;
        let ask = |place: usize, key: &str| (format!("m{}", asked.person), format!("w{place}"), key.to_owned());
        let asks = |place| asked.permissions.iter().map(move |(_, key)| ask(place, key));
        let requests = (0..ABOVE.len()).flat_map(asks).collect();
        Ok(Self { enforcer, requests })
    }

    fn answers(&self) -> Result<Vec<bool>> {
        let ask = |(sub, obj, act): &(String, String, String)| Ok(self.enforcer.enforce((sub, obj, act))?);
        self.requests.iter().map(ask).collect()
    }
}
