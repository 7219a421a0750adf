//! From a list of cases to one test for each.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use tenure_port_store::Store;

use crate::Fixture;

/// One thing that every store must do.
#[doc(hidden)]
pub type Case = fn(Arc<dyn Store>) -> BoxFuture<'static, ()>;

/// After this a case counts as hanging: units that wait for each other forever would otherwise never fail.
const PATIENCE: Duration = Duration::from_mins(3);

/// Runs one case on a store of its own, on several threads.
#[doc(hidden)]
pub fn run(fixture: &impl Fixture, case: Case) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    runtime.block_on(async {
        let store = fixture.fresh().await;
        tokio::time::timeout(PATIENCE, case(store)).await.expect("the case hangs: units wait for each other");
    });
    drop(runtime);
}

/// Lists the cases of a file: makes each callable by [`run`], and a macro that makes a test of each. A case that is written and
/// not listed is dead code, and the compiler says so.
macro_rules! cases {
    ($dollar:tt $noun:ident: $($case:ident),* $(,)?) => {
        #[doc(hidden)]
        #[allow(missing_docs, reason = "the names are sentences")]
        pub mod listed {
            $(pub fn $case(store: std::sync::Arc<dyn tenure_port_store::Store>) -> futures::future::BoxFuture<'static, ()> {
                Box::pin(super::$case(store))
            })*
        }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! $noun {
            ($dollar listed:path) => {
                mod $noun {
                    use $dollar listed as listed;
                    $(
                        #[test]
                        fn $case() {
                            $crate::run(&super::contract_fixture(), listed::$noun::$case);
                        }
                    )*
                }
            };
        }
    };
}
pub(crate) use cases;

/// Makes a test of every case, in a module for each noun.
#[macro_export]
macro_rules! contract {
    ($fixture:expr) => {
        fn contract_fixture() -> impl $crate::Fixture {
            $fixture
        }

        $crate::organizations!($crate::listed);
        $crate::workspaces!($crate::listed);
        $crate::users!($crate::listed);
        $crate::sessions!($crate::listed);
        $crate::tokens!($crate::listed);
        $crate::attempts!($crate::listed);
        $crate::second_factors!($crate::listed);
        $crate::memberships!($crate::listed);
        $crate::grants!($crate::listed);
        $crate::holdings!($crate::listed);
        $crate::invitations!($crate::listed);
        $crate::contacts!($crate::listed);
        $crate::portfolios!($crate::listed);
        $crate::resources!($crate::listed);
        $crate::selections!($crate::listed);
        $crate::listed_kinds!($crate::listed);
        $crate::receipts!($crate::listed);
        $crate::deletions!($crate::listed);
        $crate::jobs!($crate::listed);
        $crate::journal!($crate::listed);
        $crate::errands!($crate::listed);
        $crate::folding!($crate::listed);
        $crate::statistics!($crate::listed);
        $crate::presences!($crate::listed);
        $crate::watching!($crate::listed);
        $crate::moments!($crate::listed);
        $crate::replays!($crate::listed);
        $crate::units!($crate::listed);
        $crate::tenants!($crate::listed);
        $crate::member_lists!($crate::listed);
        $crate::member_pages!($crate::listed);
        $crate::member_search!($crate::listed);
        $crate::contact_lists!($crate::listed);
        $crate::contact_search!($crate::listed);
        $crate::letters!($crate::listed);
        $crate::violations!($crate::listed);
        $crate::standing_still!($crate::listed);
        $crate::insights!($crate::listed);

        $crate::governors_race!($crate::listed_races);
        $crate::acceptance_race!($crate::listed_races);
        $crate::leavers_race!($crate::listed_races);
        $crate::handovers_race!($crate::listed_races);
        $crate::deletions_race!($crate::listed_races);
        $crate::edits_race!($crate::listed_races);
        $crate::first_comers_race!($crate::listed_races);
        $crate::couriers_race!($crate::listed_races);
        $crate::presences_race!($crate::listed_races);
        $crate::models_race!($crate::listed_races);
        $crate::moves_race!($crate::listed_races);
        $crate::selections_race!($crate::listed_races);
        $crate::sessions_race!($crate::listed_races);
        $crate::tokens_race!($crate::listed_races);
        $crate::attempts_race!($crate::listed_races);
        $crate::second_factors_race!($crate::listed_races);
        $crate::standing_still_race!($crate::listed_races);
        $crate::statistics_race!($crate::listed_races);
        $crate::workspaces_race!($crate::listed_races);
    };
}
