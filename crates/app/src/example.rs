//! What example data has in common, a small story or a million people: who governs it, the password, the model and the plan.

mod failed;

use std::sync::Arc;

use tenure_access_models::{built_in, compile};
use tenure_domain::organization::Change;
use tenure_domain::{EmailAddress, Name, OrganizationId, PlanKey};
use tenure_usecases::{Caller, ChangeOrganization, ModelChoice, SetUp, SetUpDone, SignIn, Tenure};

pub(crate) use self::failed::{failed, wrong};
use crate::failure::Failure;

/// Who governs it, and is operator.
pub(crate) const YOU: &str = "you@example.test";
/// The password of everybody in it.
pub(crate) const PASSWORD: &str = "correct horse battery staple";
/// The plan of its organization: the lowest that lets one mask.
const PLAN: &str = "growth";

/// Your address.
pub(crate) fn your_address() -> Result<EmailAddress, Failure> {
    EmailAddress::parse(YOU).map_err(wrong(YOU))
}

/// Makes the organization, with the built-in model for shared inboxes, and puts you in charge.
pub(crate) async fn set_up(tenure: &Tenure, called: &str) -> Result<SetUpDone, Failure> {
    let name = |text: &str| Name::parse(text).map_err(|error| wrong(text)(error));
    let id: OrganizationId = tenure.tools().ids.next().into();
    let names = (name("Robin")?, name("Aster")?);
    let ask = SetUp::new(id, name(called)?, model("workspace")?, your_address()?, PASSWORD.into(), names);
    tenure.perform(Caller::Anonymous, ask).await.map_err(failed("setting up"))
}

/// Signs you in.
pub(crate) async fn sign_in(tenure: &Tenure) -> Result<Caller, Failure> {
    let signed_in = tenure.perform(Caller::Anonymous, SignIn::new(Some(your_address()?), PASSWORD.into())).await;
    let signed_in = signed_in.map_err(failed("signing in"))?;
    Ok(Caller::Session { session: signed_in.session, user: signed_in.user.id })
}

/// Takes the plan, as you who are operator may.
pub(crate) async fn take_plan(tenure: &Tenure, you: Caller, organization: OrganizationId) -> Result<(), Failure> {
    let plan = Some(Some(PlanKey::parse(PLAN).map_err(wrong(PLAN))?));
    let change = ChangeOrganization { organization, change: Change { plan, ..Change::default() }, governor: None, seen: None };
    tenure.perform(you, change).await.map_err(failed("the plan"))?;
    Ok(())
}

/// A built-in access model.
pub(crate) fn model(name: &str) -> Result<ModelChoice, Failure> {
    let document = built_in(name).ok_or_else(|| Failure::Failed(format!("there is no built-in model `{name}`")))?;
    let compiled = compile(document).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::of(format!("the built-in model `{name}`"), faults.join("; "))
    })?;
    Ok(ModelChoice { model: Arc::new(compiled), document: document.into() })
}
