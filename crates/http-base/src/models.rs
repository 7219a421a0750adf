//! Access models as requests name or bring them.

use std::sync::Arc;

use tenure_usecases::ModelChoice;

use crate::Problem;

/// A built-in model by its name.
pub fn model_named(name: &str) -> Result<ModelChoice, Problem> {
    let unknown = || {
        Problem::invalid("there is no such built-in access model").with_field(
            "/model",
            "unknown_model",
            "use a built-in model's name",
        )
    };
    model_document(tenure_access_models::built_in(name).ok_or_else(unknown)?)
}

/// A model of somebody's own; every fault is told with its line.
pub fn model_document(document: &str) -> Result<ModelChoice, Problem> {
    match tenure_access_models::compile(document) {
        Ok(model) => Ok(ModelChoice { model: Arc::new(model), document: document.into() }),
        Err(faults) => {
            let problem = Problem::invalid("this access model can't be used");
            Err(faults.iter().fold(problem, |problem, fault| problem.with_field("/access_model", "bad_model", fault.to_string())))
        }
    }
}
