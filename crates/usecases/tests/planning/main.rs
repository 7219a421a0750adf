//! What an import asks of the database: a plan so much for some hundred rows, and not so much for each; a step locks first.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests fail by panicking")]

mod counting;

use std::collections::BTreeSet;
use std::sync::Arc;

use secrecy::SecretString;
use tempfile::TempDir;
use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::grant::{Giver, Grant};
use tenure_domain::import::{Cells, Column, Import};
use tenure_domain::invitation::MailLimits;
use tenure_domain::job::{Job, JobState, Task};
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::{EmailAddress, KindKey, LevelKey, MemberId, Name, OrganizationId, WorkspaceId};
use tenure_port_store::{OrganizationTransaction, Store};
use tenure_store_sql::{SqlStore, Value};
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_usecases::{
    Answer, Caller, Clock, CreateResource, ExecuteImport, Ids, ModelChoice, PlanImport, Reader, SetUp, SetUpDone, SignIn, SignedIn,
    SystemClock, Tenure, Tools, V7Ids,
};

use self::counting::Counting;

const PASSWORD: &str = "correct horse battery staple";

/// How many rows are read together.
const AT_A_TIME: usize = 500;

/// An organization with people in it, and who governs it.
struct Scene {
    tenure: Tenure,
    counting: Counting,
    signed_in: SignedIn,
    organization: OrganizationId,
    root: WorkspaceId,
    people: Vec<MemberId>,
    _folder: TempDir,
}

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn levels(key: &str) -> BTreeSet<LevelKey> {
    [LevelKey::parse(key).unwrap()].into()
}

/// Somebody who is here, and has nothing yet.
async fn seat(unit: &mut Box<dyn OrganizationTransaction>, email: &str) -> MemberId {
    let membership = Membership {
        organization: unit.organization(),
        id: V7Ids.next().into(),
        user: None,
        email: EmailAddress::parse(email).unwrap(),
        status: Status::Active,
        profile: Profile { first_name: Some(name("Some")), last_name: Some(name("Body")), ..Profile::default() },
        created_at: SystemClock.now(),
        last_active_at: None,
        version: 1,
    };
    unit.membership_changes().insert(&membership).await.unwrap();
    membership.id
}

/// Somebody with a grant, and a queue that they work in.
async fn hire(
    unit: &mut Box<dyn OrganizationTransaction>,
    scene: (&SetUpDone, WorkspaceId),
    nth: usize,
    queue: &Selection,
) -> MemberId {
    let (done, root) = scene;
    let id = seat(unit, &format!("person{nth}@example.test")).await;
    let grant = Grant {
        member: id,
        workspace: root,
        levels: levels("agent"),
        permissions: [].into(),
        restrictions: [].into(),
        given_by: Giver::Member(done.member),
        given_at: SystemClock.now(),
        version: 1,
    };
    let selected = Selected { selection: queue.clone(), ..Selected::nothing(id, KindKey::parse("queue").unwrap()) };
    unit.grant_changes().insert(&grant).await.unwrap();
    unit.selection_changes().replace(&selected).await.unwrap();
    id
}

async fn scene(people: usize) -> Scene {
    let folder = TempDir::new().unwrap();
    let store = SqliteStore::open(folder.path().join("tenure.db"), OpenOptions::default()).await.unwrap();
    store.migrate().await.unwrap();
    let counting = Counting::of(store);
    let store = Arc::new(SqlStore::new(counting.clone()));
    let tenure = Tenure::new(Tools {
        store: Arc::<SqlStore<Counting>>::clone(&store),
        passwords: Passwords::with_cost(8, 1).unwrap(),
        key: ServerKey::parse(&(0..32).collect::<Vec<u8>>()).unwrap(),
        clock: Arc::new(SystemClock),
        ids: Arc::new(V7Ids),
        mail_limits: MailLimits::default(),
    });
    let document = tenure_access_models::built_in("contact-center").unwrap();
    let model = ModelChoice { model: Arc::new(tenure_access_models::compile(document).unwrap()), document: document.into() };
    let (email, password) = (EmailAddress::parse("olga@example.test").unwrap(), SecretString::from(PASSWORD));
    let names = (name("Olga"), name("Owner"));
    let ask = SetUp::new(V7Ids.next().into(), name("Acme"), model, email.clone(), password.clone(), names);
    let done = tenure.perform(Caller::Anonymous, ask).await.unwrap();
    let signed_in = tenure.perform(Caller::Anonymous, SignIn::new(Some(email), password)).await.unwrap();
    let (organization, caller) = (done.organization, Caller::Session { session: signed_in.session, user: done.user });
    let queue = KindKey::parse("queue").unwrap();
    let queue = CreateResource { organization, kind: queue, name: name("Sales"), for_everyone: false, groups: [].into() };
    let queue = Selection::only([tenure.perform(caller, queue).await.unwrap().id]);
    let mut unit = store.organization(organization).await.unwrap().unwrap();
    let root = unit.organizations().find(organization).await.unwrap().unwrap().root;
    let mut hired = Vec::new();
    for nth in 0..people {
        hired.push(hire(&mut unit, (&done, root), nth, &queue).await);
    }
    unit.commit().await.unwrap();
    Scene { tenure, counting, signed_in, organization, root, people: hired, _folder: folder }
}

impl Scene {
    fn caller(&self) -> Caller {
        Caller::Session { session: self.signed_in.session, user: self.signed_in.user.id }
    }

    async fn plan(&self, sheet: &[Cells]) -> Job {
        let Tools { store, .. } = self.tenure.tools();
        let secret = self.signed_in.secret.hash();
        let principal = store.queries().principal(&secret, Some(self.organization), SystemClock.now()).await.unwrap().unwrap();
        let reader = Reader::new(&self.tenure, &principal).unwrap();
        let (import, asked) = reader.asked(sheet, None, [].into()).await.unwrap();
        let ask = PlanImport { organization: self.organization, import, asked };
        match self.tenure.plan_import(self.caller(), ask, None).await.unwrap() {
            Answer::Fresh(job) => job,
            Answer::Replayed(before) => panic!("{before:?} was asked once"),
        }
    }

    /// Plans such a sheet; says how many rows invite and how many change somebody, and how often the database was asked.
    async fn planned(&self, sheet: &[Cells]) -> ([u32; 2], usize) {
        self.counting.asked();
        let Job { task: Task::Import(Import { invited, changed, .. }), .. } = self.plan(sheet).await else {
            panic!("it is the plan of an import");
        };
        ([invited, changed], self.counting.asked())
    }
}

#[tokio::test]
async fn d4_a_plan_asks_the_database_for_many_rows_at_a_time() {
    let scene = scene(2 * AT_A_TIME).await;
    let grants = format!("{}:manager", scene.root);
    let change = |line: u32, member: &MemberId| {
        let cells =
            [(Column::Member, member.to_string()), (Column::FirstName, "Other".to_owned()), (Column::Grants, grants.clone())];
        Cells::new(line, cells)
    };
    let by_email = |line: u32, email: String| Cells::new(line, [(Column::Email, email), (Column::Grants, grants.clone())]);
    let changes: Vec<Cells> = (2..).zip(&scene.people).map(|(line, member)| change(line, member)).collect();
    let met: Vec<Cells> =
        (2..).zip(0..2 * AT_A_TIME).map(|(line, nth)| by_email(line, format!("person{nth}@example.test"))).collect();
    let new: Vec<Cells> = (2..).zip(0..2 * AT_A_TIME).map(|(line, nth)| by_email(line, format!("new{nth}@example.test"))).collect();
    for (sheet, kind) in [(changes, 1), (met, 1), (new, 0)] {
        let (planned, few) = scene.planned(&sheet[..AT_A_TIME]).await;
        assert_eq!(planned[kind] as usize, AT_A_TIME);
        let (planned, many) = scene.planned(&sheet).await;
        assert_eq!(planned[kind] as usize, 2 * AT_A_TIME);
        assert!(few < 50 && many - few < 20, "{few} times for {AT_A_TIME} rows, and {many} times for twice as many");
    }
}

#[tokio::test]
async fn whoever_is_met_by_an_address_is_locked_first_and_in_order_like_everyone() {
    let scene = scene(1).await;
    let at_root = |level: &str| (Column::Grants, format!("{}:{level}", scene.root));
    let sheet = [
        Cells::new(2, [(Column::Email, "late@example.test".to_owned()), at_root("agent")]),
        Cells::new(3, [(Column::Email, "new@example.test".to_owned()), at_root("agent")]),
        Cells::new(4, [(Column::Email, "person0@example.test".to_owned()), at_root("manager")]),
    ];
    let plan = scene.plan(&sheet).await.id;
    // Whoever was to be invited is here by then.
    let mut unit = scene.tenure.tools().store.organization(scene.organization).await.unwrap().unwrap();
    let late = seat(&mut unit, "late@example.test").await;
    unit.commit().await.unwrap();
    let ask = ExecuteImport { organization: scene.organization, plan, reason: None };
    let job = scene.tenure.perform(scene.caller(), ask).await.unwrap();
    scene.counting.written();
    let job = scene.tenure.step(&job).await.unwrap();
    assert_eq!((job.state, job.done), (JobState::Done, 3));
    let written = scene.counting.written();
    let first = written.first().unwrap();
    assert!(first.text().starts_with("update memberships set version = version + 1"), "{first:?}");
    let people = scene.people.iter().copied().chain([late]).map(Value::from);
    let locked: Vec<Value> = [Value::from(scene.organization)].into_iter().chain(people).collect();
    assert_eq!(first.args(), locked);
}
