//! Mails about an address: to which of a login's addresses each goes, and what it doesn't say.

use std::time::Duration;

use tenure_credentials::{LinkToken, Purpose};
use tenure_domain::record::{Errand, Matter};
use tenure_domain::user::User;
use tenure_domain::{EmailAddress, MemberId};
use tenure_port_mail::Letter;
use tenure_port_store::Store as _;

use crate::bureau::Bureau;
use crate::services::Mailbox;

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

async fn change(bureau: &Bureau, login: &User, errand: &Errand) {
    let mut unit = bureau.store.open().await.unwrap();
    unit.users().update(login).await.unwrap();
    unit.outbox().append(std::slice::from_ref(errand)).await.unwrap();
    unit.commit().await.unwrap();
}

/// Somebody who asked for another address, with the errand that was written for it.
async fn asking(bureau: &Bureau) -> (MemberId, User) {
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let mut unit = bureau.store.open().await.unwrap();
    let mut login = unit.users().find_by_email(&address("bob@example.test")).await.unwrap().unwrap();
    drop(unit);
    login.new_email = login.new_email.another(address("robert@example.test"), false, bureau.now()).unwrap();
    change(bureau, &login, &bureau.errand(bob, Matter::EmailConfirmation { generation: 1 })).await;
    login.version += 1;
    (bob, login)
}

async fn delivered(bureau: &Bureau) -> Vec<Letter> {
    let mailbox = Mailbox::default();
    bureau.couriers(mailbox.clone()).deliver().await.unwrap();
    mailbox.letters()
}

#[tokio::test]
async fn a_link_goes_to_the_new_address_and_names_nobody() {
    let bureau = Bureau::open().await;
    asking(&bureau).await;
    let [letter] = delivered(&bureau).await.try_into().unwrap();
    assert_eq!(letter.to().address(), "robert@example.test");
    let (_, rest) = letter.text().split_once("https://tenure.example/email-confirmation/").unwrap();
    let link = LinkToken::open(&bureau.key, Purpose::EmailConfirmation, rest.split_whitespace().next().unwrap()).unwrap();
    assert_eq!(link.generation, 1);
    for word in ["Bob", "bob@"] {
        assert!(!letter.text().contains(word) && !letter.html().contains(word), "a slip may have brought it to a stranger: {word}");
    }
}

#[tokio::test]
async fn a_link_that_is_dead_by_the_time_that_its_mail_would_leave_is_not_sent() {
    for how in ["newer", "confirmed", "inactive", "expired"] {
        let bureau = Bureau::open().await;
        let (bob, mut login) = asking(&bureau).await;
        let told = bureau.errand(bob, Matter::MemberReactivated);
        match how {
            "newer" => login.new_email = login.new_email.another(address("rob@example.test"), false, bureau.now()).unwrap(),
            "confirmed" => login.take_new_email(bureau.now()),
            "inactive" => bureau.deactivate(bob).await,
            _ => bureau.pass(Duration::from_hours(24)),
        }
        change(&bureau, &login, &told).await;
        let letters = delivered(&bureau).await;
        assert!(!letters.iter().any(|letter| letter.text().contains("/email-confirmation/")), "{how}");
    }
}

#[tokio::test]
async fn another_address_is_told_to_the_one_before_also_when_there_are_more_by_then() {
    let bureau = Bureau::open().await;
    let (bob, mut login) = asking(&bureau).await;
    login.take_new_email(bureau.now());
    let first = bureau.errand(bob, Matter::EmailChanged { generation: 1 });
    change(&bureau, &login, &first).await;
    login.version += 1;
    login.new_email = login.new_email.another(address("rob@example.test"), false, bureau.now()).unwrap();
    login.take_new_email(bureau.now());
    change(&bureau, &login, &bureau.errand(bob, Matter::EmailChanged { generation: 2 })).await;
    let mut told: Vec<String> = delivered(&bureau).await.iter().map(|letter| letter.to().address().to_owned()).collect();
    told.sort();
    assert_eq!(told, ["bob@example.test", "robert@example.test"]);
}
