//! The main job on real input: one path all the way through the real binary, on both databases.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::too_many_lines, reason = "tests fail by panicking")]

mod path;
mod secrets;

use tenure_whole::Database;

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_path_works_on_sqlite() {
    path::walk(&Database::sqlite(), false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_path_works_on_postgres_and_a_second_process_knows_at_once() {
    path::walk(&Database::postgres(), true).await;
}
