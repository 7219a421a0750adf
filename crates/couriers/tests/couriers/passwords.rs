//! Mails about a password: c1, c2, and to which address they go.

use std::time::Duration;

use tenure_credentials::{LinkToken, Purpose};
use tenure_domain::membership::Membership;
use tenure_domain::record::{Actor, Errand, Matter};
use tenure_domain::user::{RESET_LASTS, User};
use tenure_domain::{EmailAddress, MemberId};
use tenure_port_store::Store as _;

use crate::bureau::Bureau;
use crate::services::Mailbox;

/// Somebody who forgot their password, and the errand that was written for it.
async fn forgetful(bureau: &Bureau) -> (MemberId, User, Errand) {
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let mut unit = bureau.store.open().await.unwrap();
    let mut login = unit.users().find_by_email(&EmailAddress::parse("bob@example.test").unwrap()).await.unwrap().unwrap();
    login.reset = login.reset.another(RESET_LASTS, bureau.now()).unwrap();
    unit.users().update(&login).await.unwrap();
    let errand = Errand { actor: Actor::System, ..bureau.errand(bob, Matter::PasswordReset { generation: 1 }) };
    unit.outbox().append(std::slice::from_ref(&errand)).await.unwrap();
    unit.commit().await.unwrap();
    login.version += 1;
    (bob, login, errand)
}

async fn change(bureau: &Bureau, login: &User) {
    let mut unit = bureau.store.open().await.unwrap();
    unit.users().update(login).await.unwrap();
    unit.commit().await.unwrap();
}

async fn delivered(bureau: &Bureau) -> Mailbox {
    let mailbox = Mailbox::default();
    bureau.couriers(mailbox.clone()).deliver().await.unwrap();
    mailbox
}

#[tokio::test]
async fn c1_the_link_begins_with_the_public_url_and_opens_the_newest_generation() {
    let bureau = Bureau::open().await;
    let (bob, _, _) = forgetful(&bureau).await;
    // A copy of the address that lags behind is not written to.
    let mut unit = bureau.store.organization(bureau.organization.id).await.unwrap().unwrap();
    let membership = unit.memberships().find(bureau.organization.id, bob).await.unwrap().unwrap();
    let email = EmailAddress::parse("older@example.test").unwrap();
    unit.membership_changes().update(&Membership { email, ..membership }).await.unwrap();
    unit.commit().await.unwrap();
    let letter = delivered(&bureau).await.only();
    assert_eq!(letter.to().address(), "bob@example.test");
    let (_, rest) = letter.text().split_once("https://tenure.example/password-reset/").unwrap();
    let token = rest.split_whitespace().next().unwrap();
    let link = LinkToken::open(&bureau.key, Purpose::PasswordReset, token).unwrap();
    assert_eq!(link.generation, 1);
    assert!(LinkToken::open(&bureau.key, Purpose::Invitation, token).is_none());
}

#[tokio::test]
async fn c2_a_link_that_is_dead_by_the_time_that_its_mail_would_leave_is_not_sent() {
    for how in ["newer", "used", "inactive", "expired"] {
        let bureau = Bureau::open().await;
        let (bob, mut login, _) = forgetful(&bureau).await;
        match how {
            "newer" => {
                login.reset = login.reset.another(RESET_LASTS, bureau.now()).unwrap();
                change(&bureau, &login).await;
            }
            "used" => {
                login.choose_password("another".to_owned());
                change(&bureau, &login).await;
            }
            "inactive" => bureau.deactivate(bob).await,
            _ => bureau.pass(Duration::from_hours(1)),
        }
        assert_eq!(delivered(&bureau).await.letters().len(), 0, "{how}");
    }
}

#[tokio::test]
async fn another_password_is_told_with_the_way_to_yet_another() {
    let bureau = Bureau::open().await;
    let north = bureau.workspace("North").await;
    let bob = bureau.member("bob@example.test", "Bob", "agent", north).await;
    let mut unit = bureau.store.open().await.unwrap();
    let errand = Errand { actor: Actor::System, ..bureau.errand(bob, Matter::PasswordChanged) };
    unit.outbox().append(&[errand]).await.unwrap();
    unit.commit().await.unwrap();
    let letter = delivered(&bureau).await.only();
    assert_eq!(letter.subject(), "Your password was changed");
    assert!(letter.text().contains("https://tenure.example/password-reset\n"), "{}", letter.text());
}
