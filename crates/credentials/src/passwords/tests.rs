//! What needs to look inside: who waits, what is kept, what a stranger costs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::*;

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn cheap(workers: usize, waiting: usize) -> Passwords {
    Passwords::build(cost(8, 1, 1).unwrap(), workers, waiting)
}

#[tokio::test]
async fn d3_the_excess_is_sent_away_at_once_and_the_queue_is_served() {
    let passwords = cheap(1, 2);
    let working = passwords.0.queue.turn().await.unwrap();
    let mut waiting = Vec::new();
    for _ in 0..2 {
        let passwords = passwords.clone();
        waiting.push(tokio::spawn(async move { passwords.verify(&secret("whatever it is"), None).await }));
    }
    // On one thread a task that yields lets the others run until they wait themselves.
    tokio::task::yield_now().await;
    assert_eq!(passwords.verify(&secret("whatever it is"), None).await, Err(PasswordError::Busy));
    assert_eq!(passwords.hash(&secret("whatever it is")).await, Err(PasswordError::Busy));

    drop(working);
    for task in waiting {
        assert_eq!(task.await.unwrap(), Ok(Verdict::Wrong));
    }
    assert_eq!(passwords.verify(&secret("whatever it is"), None).await, Ok(Verdict::Wrong), "there is room again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d3_five_hundred_at_once_keep_one_clean_buffer_a_worker() {
    let passwords = Passwords::build(cost(256, 1, 1).unwrap(), 2, 500);
    let stored: Arc<str> = passwords.hash(&secret("correct horse battery")).await.unwrap().into();
    let tasks: Vec<_> = (0..500)
        .map(|n| {
            let (passwords, stored) = (passwords.clone(), Arc::clone(&stored));
            tokio::spawn(async move {
                let password = secret(if n % 2 == 0 { "correct horse battery" } else { "wrong horse battery" });
                (n, passwords.verify(&password, Some(&stored)).await.unwrap())
            })
        })
        .collect();
    for task in tasks {
        let (n, verdict) = task.await.unwrap();
        assert_eq!(verdict, if n % 2 == 0 { Verdict::Right { rehash: false } } else { Verdict::Wrong });
    }
    assert!((1..=2).contains(&passwords.0.memory.idle_and_clean()));
}

#[tokio::test]
async fn a_caller_who_hangs_up_does_not_free_the_worker_before_the_work_is_done() {
    let passwords = cheap(1, 0);
    let (began, begins) = tokio::sync::oneshot::channel();
    let (end, ends) = std::sync::mpsc::channel::<()>();
    let caller = {
        let passwords = passwords.clone();
        tokio::spawn(async move {
            passwords
                .work(move |_| {
                    began.send(()).unwrap();
                    ends.recv().unwrap();
                    Ok(())
                })
                .await
        })
    };
    begins.await.unwrap();
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    assert_eq!(passwords.verify(&secret("whatever it is"), None).await, Err(PasswordError::Busy), "the thread is still at work");
    end.send(()).unwrap();
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn hashing_lets_others_go_first_and_nobody_else_gets_nicer_by_it() {
    let priority = || rustix::process::getpriority_process(None).unwrap();
    let passwords = cheap(1, 0);
    let (before, hashing) = (priority(), passwords.work(move |_| Ok(priority())).await.unwrap());
    // There is an end to being nice.
    assert_eq!(hashing, (before + NICER).min(19));
    assert_eq!(priority(), before);
}

#[tokio::test]
async fn a_thread_that_breaks_is_told_of_and_its_place_is_free_again() {
    let passwords = cheap(1, 0);
    let broken: Result<(), _> = passwords.work(|_| panic!("as it should")).await;
    assert_eq!(broken, Err(PasswordError::Broken));
    assert_eq!(passwords.verify(&secret("whatever it is"), None).await, Ok(Verdict::Wrong));
}

#[tokio::test]
async fn d4_nothing_is_hashed_of_what_is_too_long() {
    let passwords = cheap(1, 0);
    let long = secret(&"x".repeat(1025));
    // With the only worker taken, whatever asked for a turn would be busy.
    let _working = passwords.0.queue.turn().await.unwrap();
    assert_eq!(passwords.hash(&long).await, Err(PasswordError::Refused(PasswordRefused::TooLong)));
    assert_eq!(passwords.hash(&secret("short")).await, Err(PasswordError::Refused(PasswordRefused::TooShort)));
    assert_eq!(passwords.verify(&long, None).await, Ok(Verdict::Wrong));
    assert_eq!(passwords.verify(&long, Some("$argon2id$ not even a hash")).await, Ok(Verdict::Wrong));
}

#[test]
fn d1_nobody_has_a_hash_of_the_present_cost() {
    let passwords = Passwords::with_cost(4096, 3).unwrap();
    assert!(passwords.0.nobody.is_made_with(&passwords.0.params));
    assert_eq!((passwords.0.params.m_cost(), passwords.0.params.t_cost()), (4096, 3));
}

#[tokio::test]
async fn d1_an_unknown_person_takes_the_time_of_a_wrong_password() {
    let passwords = Passwords::new();
    let stored = passwords.hash(&secret("correct horse battery staple")).await.unwrap();
    let wrong = secret("wrong horse battery staple");
    // The least of several, taken in turns, is what the work itself takes on a machine that others use as well.
    let (mut known, mut unknown) = (Duration::MAX, Duration::MAX);
    for _ in 0..9 {
        let began = Instant::now();
        assert_eq!(passwords.verify(&wrong, Some(&stored)).await, Ok(Verdict::Wrong));
        known = known.min(began.elapsed());
        let began = Instant::now();
        assert_eq!(passwords.verify(&wrong, None).await, Ok(Verdict::Wrong));
        unknown = unknown.min(began.elapsed());
    }
    assert!(known < unknown * 2 && unknown < known * 2, "known {known:?}, unknown {unknown:?}");
}
