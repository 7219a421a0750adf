//! Example data of any size, written as an import would write it: past the use cases, in large pieces, and whole by the rules that
//! `verify` holds data against.

mod contacts;
mod names;
mod people;
mod spread;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Instant as Stopwatch;

use tenure_credentials::{Passwords, ServerKey};
use tenure_domain::invitation::MailLimits;
use tenure_domain::workspace::Workspace;
use tenure_domain::{Instant, MemberId, Name, OrganizationId, UserId, WorkspaceId};
use tenure_port_store::{OrganizationTransaction, Store};
use tenure_usecases::{Clock as _, Ids as _, SystemClock, Tenure, Tools, V7Ids};

use self::spread::Spread;
use crate::commands::Out;
use crate::example::{self, PASSWORD, wrong};
use crate::failure::Failure;

/// How much to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    /// Members, you among them.
    pub(crate) members: NonZeroU32,
    /// Contacts.
    pub(crate) contacts: u32,
    /// Workspaces, the root among them.
    pub(crate) workspaces: NonZeroU32,
}

/// How many things one transaction makes: few enough to be held in memory, and so many that committing costs nothing beside them.
const AT_ONCE: u32 = 20_000;
/// After how many things it is told how far it is, when the transaction is whole that reaches it.
const TELL_EACH: u32 = 100_000;

/// What is being filled.
struct Making<'a> {
    store: Arc<dyn Store>,
    organization: OrganizationId,
    /// The workspaces; the root comes first.
    places: Vec<WorkspaceId>,
    spread: Spread,
    sizes: Sizes,
    you: MemberId,
    /// The hash of everybody's password: it is known to all anyway, and so is made once.
    password_hash: String,
    now: Instant,
    began: Stopwatch,
    out: Out<'a>,
}

/// Fills an empty database.
pub(crate) async fn generate(store: Arc<dyn Store>, sizes: Sizes, out: Out<'_>) -> Result<(), Failure> {
    if !store.queries().awaits_setup().await? {
        return Err(Failure::Failed("this database is in use; example data needs an empty one".to_owned()));
    }
    let passwords = Passwords::new();
    let key = ServerKey::generate(&mut rand::rng());
    let clock = Arc::new(SystemClock);
    let tools = Tools {
        store: Arc::clone(&store),
        passwords: passwords.clone(),
        key,
        clock,
        ids: Arc::new(V7Ids),
        mail_limits: MailLimits::default(),
    };
    let tenure = Tenure::new(tools);
    let done = example::set_up(&tenure, "Northwind Support").await?;
    let caller = example::sign_in(&tenure).await?;
    example::take_plan(&tenure, caller, done.organization).await?;
    tenure.perform(caller, tenure_usecases::SignOut).await.map_err(example::failed("signing out"))?;
    let organization = store.queries().organization(done.organization).await?;
    let organization = organization.ok_or_else(|| Failure::Failed("the organization is gone".to_owned()))?;
    let password_hash = passwords.hash(&PASSWORD.into()).await.map_err(|error| Failure::of("hashing", error))?;
    let mut making = Making {
        store,
        organization: organization.id,
        places: vec![organization.root],
        spread: Spread::over(sizes.workspaces.get()),
        sizes,
        you: done.member,
        password_hash,
        now: SystemClock.now(),
        began: Stopwatch::now(),
        out,
    };
    making.build().await?;
    let staff = making.hire().await?;
    making.serve(&staff).await
}

impl Making<'_> {
    async fn begin(&self) -> Result<Box<dyn OrganizationTransaction>, Failure> {
        let unit = self.store.organization(self.organization).await?;
        unit.ok_or_else(|| Failure::Failed("the organization is gone".to_owned()))
    }

    /// Makes the tree, from above to below.
    async fn build(&mut self) -> Result<(), Failure> {
        let others: Vec<u32> = (1..self.sizes.workspaces.get()).collect();
        for some in others.chunks(AT_ONCE as usize) {
            let mut unit = self.begin().await?;
            for number in some {
                let workspace = self.workspace(*number)?;
                unit.workspace_changes().insert(&workspace).await?;
                self.places.push(workspace.id);
            }
            unit.commit().await?;
        }
        self.tell(self.sizes.workspaces.get(), self.sizes.workspaces.get(), "workspaces")
    }

    fn workspace(&self, number: u32) -> Result<Workspace, Failure> {
        let name = names::workspace(number);
        Ok(Workspace {
            organization: self.organization,
            id: V7Ids.next().into(),
            parent: Some(self.place(Spread::above(number))?),
            kind: None,
            name: Name::parse(&name).map_err(wrong(&name))?,
            active: true,
            features_off: [].into(),
            created_at: self.now,
            version: 1,
        })
    }

    fn place(&self, number: u32) -> Result<WorkspaceId, Failure> {
        let found = self.places.get(number as usize).copied();
        found.ok_or_else(|| Failure::Failed(format!("there is no workspace number {number}")))
    }

    /// Tells how far it is, now and then and at the end.
    fn tell(&mut self, done: u32, of: u32, what: &str) -> Result<(), Failure> {
        if done == of || done % TELL_EACH < AT_ONCE {
            writeln!(self.out, "{:>7.1} s  {done} of {of} {what}", self.began.elapsed().as_secs_f64())?;
            self.out.flush()?;
        }
        Ok(())
    }
}

/// An id for somebody's login.
fn new_user() -> UserId {
    V7Ids.next().into()
}

#[cfg(test)]
mod tests;
