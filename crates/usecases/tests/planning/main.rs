//! What planning an import asks of the database: so much for some hundred rows, and not so much for each.

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
use tenure_domain::membership::{Membership, Profile, Status};
use tenure_domain::selection::{Selected, Selection};
use tenure_domain::{EmailAddress, KindKey, LevelKey, MemberId, Name, OrganizationId, WorkspaceId};
use tenure_port_store::{OrganizationTransaction, Store};
use tenure_store_sql::SqlStore;
use tenure_store_sqlite::{OpenOptions, SqliteStore};
use tenure_usecases::{
    Caller, Clock, CreateResource, Ids, ModelChoice, PlanImport, Reader, SetUp, SetUpDone, SignIn, SignedIn, SystemClock, Tenure,
    Tools, V7Ids,
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

/// Somebody with a grant, and a queue that they work in.
async fn hire(unit: &mut Box<dyn OrganizationTransaction>, scene: (&SetUpDone, WorkspaceId), nth: usize, queue: &Selection) -> MemberId {
    let (done, root) = scene;
    let (id, now) = (V7Ids.next().into(), SystemClock.now());
    let membership = Membership {
        organization: done.organization,
        id,
        user: None,
        email: EmailAddress::parse(&format!("person{nth}@example.test")).unwrap(),
        status: Status::Active,
        profile: Profile { first_name: Some(name("Some")), last_name: Some(name(&format!("Body {nth}"))), ..Profile::default() },
        created_at: now,
        last_active_at: None,
        version: 1,
    };
    let grant = Grant {
        member: id,
        workspace: root,
        levels: levels("agent"),
        permissions: [].into(),
        restrictions: [].into(),
        given_by: Giver::Member(done.member),
        given_at: now,
        version: 1,
    };
    let selected = Selected { selection: queue.clone(), ..Selected::nothing(id, KindKey::parse("queue").unwrap()) };
    unit.membership_changes().insert(&membership).await.unwrap();
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
    /// Plans such a sheet; says how many rows invite and how many change somebody, and how often the database was asked.
    async fn plan(&self, sheet: &[Cells]) -> ([u32; 2], usize) {
        let Tools { store, .. } = self.tenure.tools();
        let secret = self.signed_in.secret.hash();
        let principal = store.queries().principal(&secret, Some(self.organization), SystemClock.now()).await.unwrap().unwrap();
        let reader = Reader::new(&self.tenure, &principal).unwrap();
        self.counting.asked();
        let (import, asked) = reader.asked(sheet, None, [].into()).await.unwrap();
        let ask = PlanImport { organization: self.organization, import, asked };
        let caller = Caller::Session { session: self.signed_in.session, user: self.signed_in.user.id };
        let tenure_usecases::Answer::Fresh(job) = self.tenure.plan_import(caller, ask, None).await.unwrap() else {
            panic!("it was asked once");
        };
        let tenure_domain::job::Task::Import(Import { invited, changed, .. }) = job.task else { panic!("{job:?}") };
        ([invited, changed], self.counting.asked())
    }
}

#[tokio::test]
async fn d4_a_plan_asks_the_database_for_many_rows_at_a_time() {
    let scene = scene(2 * AT_A_TIME).await;
    let grants = format!("{}:manager", scene.root);
    let change = |line: u32, member: &MemberId| {
        let cells = [(Column::Member, member.to_string()), (Column::FirstName, "Other".to_owned()), (Column::Grants, grants.clone())];
        Cells::new(line, cells)
    };
    let by_email = |line: u32, email: String| Cells::new(line, [(Column::Email, email), (Column::Grants, grants.clone())]);
    let changes: Vec<Cells> = (2..).zip(&scene.people).map(|(line, member)| change(line, member)).collect();
    let met: Vec<Cells> = (2..).zip(0..2 * AT_A_TIME).map(|(line, nth)| by_email(line, format!("person{nth}@example.test"))).collect();
    let new: Vec<Cells> = (2..).zip(0..2 * AT_A_TIME).map(|(line, nth)| by_email(line, format!("new{nth}@example.test"))).collect();
    for (sheet, kind) in [(changes, 1), (met, 1), (new, 0)] {
        let (planned, few) = scene.plan(&sheet[..AT_A_TIME]).await;
        assert_eq!(planned[kind] as usize, AT_A_TIME);
        let (planned, many) = scene.plan(&sheet).await;
        assert_eq!(planned[kind] as usize, 2 * AT_A_TIME);
        println!("{few} and {many}");
        assert!(few < 50 && many - few < 20, "{few} times for {AT_A_TIME} rows, and {many} times for twice as many");
    }
}
