//! Members from a list of somebody else's: what would come of each row, and then it is carried out.

use std::error::Error;
use std::sync::Arc;

use tenure::access_models::{built_in, compile};
use tenure::credentials::{Passwords, ServerKey};
use tenure::domain::import::{Cells, Column};
use tenure::domain::invitation::MailLimits;
use tenure::domain::job::ItemOutcome;
use tenure::domain::{EmailAddress, Name};
use tenure::port_store::{ItemFilter, PageAsk};
use tenure::store_sqlite::{OpenOptions, SqliteStore};
use tenure::usecases::{
    Answer, Caller, Clock, ExecuteImport, Ids, ModelChoice, PlanImport, Reader, SetUp, SignIn, SystemClock, Tenure, Tools, V7Ids,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let at = std::env::args().nth(1).unwrap_or_else(|| "imported.db".to_owned());
    let store = SqliteStore::open(at, OpenOptions::default()).await?;
    store.migrate().await?;
    let tenure = Tenure::new(Tools {
        store: Arc::new(store),
        passwords: Passwords::new(),
        key: ServerKey::generate(&mut rand::rng()),
        clock: Arc::new(SystemClock),
        ids: Arc::new(V7Ids),
        mail_limits: MailLimits::default(),
    });
    // Somebody who may invite, signed in.
    let document = built_in("workspace").ok_or("no such model")?;
    let compiled = compile(document).map_err(|faults| format!("{faults:?}"))?;
    let model = ModelChoice { model: Arc::new(compiled), document: document.into() };
    let (email, password) = (EmailAddress::parse("olga@example.test")?, "correct horse battery staple".to_owned());
    let names = (Name::parse("Olga")?, Name::parse("Owner")?);
    let set_up = SetUp::new(V7Ids.next().into(), Name::parse("Acme")?, model, email.clone(), password.clone().into(), names);
    let organization = tenure.perform(Caller::Anonymous, set_up).await?.organization;
    let olga = tenure.perform(Caller::Anonymous, SignIn::new(Some(email), password.into())).await?;
    let caller = Caller::Session { session: olga.session, user: olga.user.id };
    let queries = tenure.tools().store.queries();
    let principal = queries.principal(&olga.secret.hash(), Some(organization), SystemClock.now()).await?.ok_or("signed out")?;
    let reader = Reader::new(&tenure, &principal)?;

    // The rows, with what one calls a member's fields in a sheet. Levels alone count at the root.
    let row = |line, email: &str, level: &str| Cells::new(line, [(Column::Email, email.into()), (Column::Levels, level.into())]);
    let rows = [row(2, "ada@example.test", "manager"), row(3, "bo@example.test", "agent"), row(4, "nobody", "agent")];
    let (import, asked) = reader.asked(&rows, None, [].into()).await?;
    let ask = PlanImport { organization, import, asked };
    // With a key that a client chose, the same ask twice is answered with the plan that there is.
    let Answer::Fresh(plan) = tenure.plan_import(caller, ask, None).await? else { return Err("it was asked once".into()) };
    let page = PageAsk { limit: 100, after: None };
    for row in reader.import_rows(&plan, ItemFilter::All, &page).await?.items {
        let asked = row.item.item.row.as_ref().ok_or("every item has its row")?;
        match (&row.item.item.outcome, &asked.deed) {
            (Some(ItemOutcome::Refused(rule)), _) => eprintln!("line {}: refused, {rule}", asked.line),
            (_, Some(deed)) => eprintln!("line {}: {}, {:?}", asked.line, deed.word(), row.levels),
            (_, None) => eprintln!("line {}: nothing", asked.line),
        }
    }

    // Nothing has happened yet. A short job is done by the one who begins it, a longer one by whoever runs `Tenure::work`.
    let job = tenure.perform(caller, ExecuteImport { organization, plan: plan.id, reason: None }).await?;
    let job = tenure.take_up(job).await;
    eprintln!("{}: {} done, {} refused", job.state.word(), job.done, job.refused);
    Ok(())
}
