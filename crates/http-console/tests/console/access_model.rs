//! R6: the access model is edited as a document: faults at their lines, who stands in the way, what it would change, and the change.

use super::browser::{Browser, hidden, leads_to};
use super::support::House;

const PATH: &str = "settings/access-model";

#[tokio::test]
async fn the_model_is_edited_checked_and_changed() {
    let (house, owner) = House::governed().await;
    let browser = Browser::of(&owner);
    let bo = owner.hire("bo@example.test", &owner.root, "agent").await;
    assert!(browser.page("settings").await.contains("/settings/access-model"));
    let form = browser.page(PATH).await;
    let version = hidden(&form, "version");
    let before = owner.get("access-model").await.expect(200)["document"].as_str().unwrap().to_owned();
    assert!(form.contains("name = &#34;workspace&#34;"), "the document is there to edit: {form}");
    // A fault is told with its line, and what was typed stays.
    let broken = before.replace("manages = [\"agent\"]", "manages = [\"agnet\"]");
    let line = broken.lines().position(|line| line.contains("agnet")).unwrap() + 1;
    let answer = browser.send(PATH, &[("document", &*broken), ("version", &version), ("intent", "preview")]).await;
    assert!(answer.status == 422 && answer.text().contains(&format!("data-line=\"{line}\"")), "{answer}");
    assert!(answer.text().contains("agnet"));
    // What is in use says who has it, and asks what becomes of it.
    let helpers = before.replace("\"agent\"", "\"helper\"").replace("name = \"Agent\"", "name = \"Helper\"");
    let asked = browser.send(PATH, &[("document", &*helpers), ("version", &version), ("intent", "preview")]).await;
    let text = asked.text();
    assert!(asked.status == 422 && text.contains("Bo Example") && text.contains("value=\"level agent\""), "{asked}");
    assert!(text.contains("<option value=\"helper\""), "{text}");
    let typed = helpers.replace('\n', "\r\n");
    let same = [("document", &*typed), ("version", &*version), ("from", "level agent"), ("to", "helper")];
    let before_plan = house.table("grants").await;
    let plan = browser.send(PATH, &[&same[..], &[("intent", "preview")]].concat()).await;
    assert!(plan.status == 200 && plan.text().contains("becomes Helper"), "{plan}");
    assert_eq!(house.table("grants").await, before_plan);
    // The page that comes back has what was chosen, for the button that carries it out.
    assert!(plan.text().contains("name=\"to\" value=\"helper\""));
    let to = leads_to(&browser.send(PATH, &[&same[..], &[("intent", "change"), ("reason", "They help")]].concat()).await);
    assert!(browser.page(&to).await.contains("The access model was changed."));
    assert_eq!(owner.get(&bo.grant(&owner.root)).await.expect(200)["levels"][0], "helper");
    assert_eq!(owner.get("access-model").await.expect(200)["document"], helpers, "lines end as they did");
    // Against what somebody saw before, nothing is changed.
    let late =
        browser.send(PATH, &[("document", &*helpers.replace("Helper", "Aide")), ("version", &version), ("intent", "change")]).await;
    assert_eq!(late.status, 412, "{late}");
    let rights = helpers.replace("\"workflows.run\"]", "\"workflows.run\", \"reports.view\"]");
    let version = hidden(&browser.page(PATH).await, "version");
    let plan = browser.send(PATH, &[("document", &*rights), ("version", &version), ("intent", "preview")]).await;
    assert!(plan.status == 200 && plan.text().contains("See reports"), "{plan}");
    // What was chosen for one word stays while another is asked about, and is forgotten when the word is back.
    owner.regrant(&bo, &owner.root, "helper", &["no_calls"]).await;
    let both = helpers.replace("\"helper\"", "\"aide\"").replace("\"no_calls\"", "\"quiet\"");
    let one = [("document", &*both), ("version", &*version), ("from", "level helper"), ("to", "aide"), ("intent", "preview")];
    let asked = browser.send(PATH, &one).await.text();
    assert!(asked.contains("value=\"restriction no_calls\"") && asked.contains("name=\"from\" value=\"level helper\""), "{asked}");
    let back = [("document", &*helpers), ("version", &*version), ("from", "level helper"), ("to", "aide"), ("intent", "preview")];
    let answer = browser.send(PATH, &back).await;
    assert!(answer.status == 200 && !answer.text().contains("value=\"level helper\""), "{answer}");
    // A model is about every level, and not all are a manager's to manage.
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    let theirs = Browser::of(&manager);
    assert!(!theirs.page("settings").await.contains("/settings/access-model"));
    let own = helpers.replacen("\"integrations.manage\",\n]", "\"integrations.manage\",\n  \"teams.delete\",\n]", 1);
    assert_ne!(own, helpers);
    let answer = theirs.send(PATH, &[("document", &*own), ("version", &version), ("intent", "preview")]).await;
    assert!(answer.status == 422 && answer.text().contains("“Owner”"), "{answer}");
    assert_eq!(Browser::of(&bo).open(PATH).await.status, 403);
    house.verify().await;
}
