//! Bringing members in from a sheet: a file in a form, the plan with what is in the way first, and the job.

use super::browser::{Browser, hidden, leads_to};
use super::support::{Answer, House};

const EDGE: &str = "----edge";

/// Sends a sheet as a browser does.
async fn send(browser: &Browser, path: &str, once: &str, sheet: &str) -> Answer {
    let field = |name: &str, file: &str, text: &str| {
        format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n")
    };
    let file = "; filename=\"people.csv\"\r\ncontent-type: text/csv";
    let body = format!("{}{}--{EDGE}--\r\n", field("once", "", once), field("sheet", file, sheet));
    let path = format!("/organizations/{}/{path}", browser.who.organization);
    let ask = browser.who.ask(axum::http::Method::POST, path).raw(body).header("accept", "text/html");
    ask.header("content-type", &format!("multipart/form-data; boundary={EDGE}")).through(&browser.router).await
}

#[tokio::test]
async fn a_sheet_is_looked_at_before_it_is_carried_out() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    assert!(browser.page("members").await.contains("/members/import\""), "from the list");
    let page = browser.page("members/import").await;
    assert!(page.contains("enctype=\"multipart/form-data\"") && page.contains("<code>time_zone</code>"), "{page}");
    let once = hidden(&page, "once");
    let sheet = format!(
        "member,email,first_name,levels,status\n{},,Robert,,active\n,new@example.test,<i>Nina</i>,agent,\n,nobody,,,\n{},,Bo,,\n",
        bo.member, owner.member
    );
    let plan = leads_to(&send(&browser, "members/import", &once, &sheet).await);
    assert_eq!(leads_to(&send(&browser, "members/import", &once, &sheet).await), plan, "sent twice, planned once");
    let problems = browser.page(&plan).await;
    assert!(problems.contains("1 row would be refused") && problems.contains("This is no e-mail address."), "{problems}");
    assert!(problems.contains("imported: status") && !problems.contains("new@example.test"), "{problems}");
    let rest = browser.page(&format!("{plan}?rows=asked")).await;
    assert!(rest.contains("Bo Example") && rest.contains("new@example.test") && rest.contains("Is invited"), "{rest}");
    assert!(rest.contains("Carry out 3 rows"), "{rest}");
    assert!(rest.contains("<code>first_name</code>: Bo → Robert") && rest.contains("<strong>Acme</strong>: Agent"), "{rest}");
    assert!(rest.contains("&#60;i&#62;Nina"), "{rest}");
    assert_eq!(owner.get("members").await.items().len(), 2, "nothing has happened yet");
    let form = [("once", &*hidden(&problems, "once")), ("reason", "New season")];
    let job = leads_to(&browser.send(&format!("{plan}/execution"), &form).await);
    let page = browser.page(&job).await;
    assert!(page.contains("Import of 4 rows") && page.contains("New season") && page.contains("nobody"), "{page}");
    assert_eq!(leads_to(&browser.open(&plan).await), job, "what was carried out is told by its job");
    assert_eq!(owner.get("members?q=nina").await.items().len(), 1);
}

#[tokio::test]
async fn what_is_no_sheet_is_told_with_its_line_and_may_be_sent_again() {
    let (_, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    for (sheet, status, said) in [
        ("", 400, "Choose a sheet"),
        ("email,levels\nx\n", 400, "Line 2 has more or fewer cells"),
        ("email\n\"x\n", 400, "begins on line 2"),
        ("email,shoe_size,email\n", 422, "no column “shoe_size”. The column “email” stands there twice."),
        ("first_name\n", 422, "Name people by the column"),
    ] {
        let answer = send(&browser, "members/import", "", sheet).await;
        assert_eq!(answer.status, status, "{answer}");
        assert!(answer.text().contains(said) && answer.text().contains("type=\"file\""), "{said}: {answer}");
    }
    let large = send(&browser, "members/import", "", &format!("email\n{}", "x".repeat(8 * 1024 * 1024))).await;
    assert!(large.status == 413 && large.text().contains("larger than 8 MiB"), "{}", large.status);
    let empty = leads_to(&send(&browser, "members/import", "", "email\nolga@example.test\n").await);
    let page = browser.page(&empty).await;
    assert!(page.contains("There is nothing to carry out.") && !page.contains("Carry out"), "{page}");
    let agent = Browser::of(&owner.hire("bo@example.test", &owner.root, "agent").await);
    assert_eq!(agent.open("members/import").await.status, 403);
    let theirs = send(&agent, "members/import", "", "email\n").await;
    assert_eq!(theirs.status, 403, "{theirs}");
}
