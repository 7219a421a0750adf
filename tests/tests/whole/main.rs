//! The main job on real input: one path all the way through the real binary, on both databases.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    reason = "tests fail by panicking"
)]

mod backup;
mod bad_disk;
mod browser;
mod demo;
mod embedded;
mod flood;
mod jobs;
mod killed;
mod lines;
mod masked;
mod openapi;
mod path;
mod presence;
mod races;
mod rescue;
mod same_answers;
mod secrets;
mod upgrade;

use tenure_whole::Database;

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_path_works_on_sqlite() {
    path::walk(&Database::sqlite(), false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_path_works_on_postgres_and_a_second_process_knows_at_once() {
    path::walk(&Database::postgres(), true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_of_partner_network() {
    for database in [Database::sqlite(), Database::postgres()] {
        lines::partner_network::lines(&database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_of_account_tree() {
    for database in [Database::sqlite(), Database::postgres()] {
        lines::account_tree::lines(&database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_of_contact_center() {
    for database in [Database::sqlite(), Database::postgres()] {
        lines::contact_center::lines(&database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_made_and_shown_to_this_machine_alone() {
    demo::the_example_is_made_and_shown_to_this_machine_alone().await;
}

#[test]
fn the_console_holds_in_a_browser() {
    browser::the_console_holds_in_a_browser();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_of_ones_own_mounts_the_api_asks_and_sends_its_mail() {
    embedded::a_service_of_ones_own_mounts_the_api_asks_and_sends_its_mail().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn r4_no_byte_of_an_answer_a_page_a_sheet_a_stream_or_a_mail_holds_what_is_hidden_from_its_reader() {
    masked::r4_no_byte_holds_what_is_hidden().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_stranger_makes_of_the_openapi_document_gets_an_answer_that_it_describes() {
    openapi::every_answer_is_described().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_on_one_postgres_do_at_once_what_one_may() {
    races::two_processes_do_at_once_what_one_may(&Database::postgres()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h7_seats_hold_under_a_hundred_parallel_invitations() {
    races::h7_seats_hold_under_a_hundred_parallel_invitations(&Database::sqlite(), 1).await;
    races::h7_seats_hold_under_a_hundred_parallel_invitations(&Database::postgres(), 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn w1_who_is_online_at_one_process_is_heard_at_the_other_within_a_second() {
    presence::w1_what_happens_at_one_process_is_heard_at_the_other(&Database::postgres()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h9_no_mail_is_lost_when_a_server_on_sqlite_is_killed() {
    killed::h9_every_mail_is_sent_though_the_server_is_killed(&Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h9_no_mail_is_lost_when_a_server_on_postgres_is_killed() {
    killed::h9_every_mail_is_sent_though_the_server_is_killed(&Database::postgres()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h10_an_import_goes_on_after_its_server_on_sqlite_was_killed() {
    jobs::h10_an_import_goes_on_where_its_servers_were_killed(&Database::sqlite(), 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h10_an_import_goes_on_after_its_servers_on_postgres_were_killed() {
    jobs::h10_an_import_goes_on_where_its_servers_were_killed(&Database::postgres(), 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h10_a_job_goes_on_after_its_server_on_sqlite_was_killed() {
    jobs::h10_a_job_goes_on_where_its_server_was_killed(&Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h10_a_job_goes_on_after_its_server_on_postgres_was_killed() {
    jobs::h10_a_job_goes_on_where_its_server_was_killed(&Database::postgres()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h9_the_api_never_waits_for_a_mail_server_that_says_nothing() {
    killed::h9_the_api_never_waits_for_mail(&Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn d3_five_hundred_sign_in_at_once_in_bounded_memory() {
    flood::d3_many_sign_in_at_once(&Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn h13_the_same_random_history_gets_the_same_answers_from_both_databases() {
    for seed in [0x5eed_0001, 0x5eed_0002] {
        same_answers::h13_the_same_history_gets_the_same_answers(seed).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn r8_whoever_runs_the_server_makes_somebody_govern_again() {
    for database in [Database::sqlite(), Database::postgres()] {
        rescue::somebody_governs_again(&database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_an_earlier_program_left_on_sqlite_goes_on() {
    upgrade::all_goes_on(&Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_an_earlier_program_left_on_postgres_goes_on() {
    upgrade::all_goes_on(&Database::postgres()).await;
}

#[test]
fn a_database_of_a_newer_program_is_refused() {
    for database in [Database::sqlite(), Database::postgres()] {
        upgrade::a_newer_one_is_refused(&database);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_that_start_at_once_on_an_old_database_both_serve() {
    upgrade::two_start_at_once().await;
}

#[test]
fn h10_a_migration_that_was_killed_is_carried_on_with() {
    for database in [Database::sqlite(), Database::postgres()] {
        upgrade::h10_a_killed_migration_is_carried_on_with(&database);
    }
}

#[test]
fn h10_a_migration_that_ends_at_any_write_of_sqlite_is_carried_on_with() {
    upgrade::h10_a_migration_that_ends_at_any_write_is_carried_on_with();
}

#[tokio::test(flavor = "multi_thread")]
async fn h11_a_disk_that_is_full_or_fails_loses_nothing_and_recovers_without_a_restart() {
    bad_disk::h11_nothing_is_lost_and_all_goes_on().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_sqlite_is_made_while_all_goes_on_and_restored() {
    backup::a_file_is_kept_and_restored().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_postgres_is_made_and_restored_by_its_own_programs() {
    backup::a_database_is_kept_and_restored().await;
}
