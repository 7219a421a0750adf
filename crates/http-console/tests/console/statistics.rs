//! C1, C6: queues and calls handled beside people, where the access model lists them and the plan has them.

use serde_json::json;

use super::browser::Browser;
use super::support::House;

#[tokio::test]
async fn c6_calls_handled_are_a_column_and_a_fact_where_the_plan_has_them() {
    let (house, operator) = House::governed().await;
    let ada = operator.found("Call Centre", "ada@centre.test", &json!({ "model": "contact-center" })).await;
    let path = format!("/operator/organizations/{}", ada.organization);
    let takes = |plan: &'static str| operator.patch(&path, json!({ "plan": plan }));
    takes("professional").await.expect(200);
    let bo = ada.hire("bo@centre.test", &ada.root, "agent").await;
    let queue = ada.post("resources", json!({ "kind": "queue", "name": "Complaints" })).await.expect(201);
    ada.put_into(&bo, queue["id"].as_str().unwrap()).await;
    ada.post(&format!("members/{}/statistics", bo.member), json!({ "calls_handled": 12_345 })).await.expect(204);
    let browser = Browser::of(&ada);
    let (list, details) = (browser.page("members").await, browser.page(&format!("members/{}", bo.member)).await);
    for shown in ["Calls handled", "12,345"] {
        assert!(list.contains(shown) && details.contains(shown), "{shown}");
    }
    assert!(list.contains(">Queues</th>") && list.contains("Complaints"), "{list}");
    // On cards there is no head over it: what it is stands beside it, whether there is some or none.
    let said = "Queues: </span><span class=\"";
    for shown in ["tag\">Complaints</span>", "muted\">None</span>"] {
        assert!(list.contains(&format!("{said}{shown}")), "{shown}: {list}");
    }
    assert!(list.contains("<span class=\"sr\">Calls handled: Nothing reported yet</span>"), "{list}");
    assert!(details.contains("as of"));
    takes("starter").await.expect(200);
    let (list, details) = (browser.page("members").await, browser.page(&format!("members/{}", bo.member)).await);
    for hidden in ["Calls handled", "12,345"] {
        assert!(!list.contains(hidden) && !details.contains(hidden), "{hidden}");
    }
    assert!(list.contains("Complaints"), "queues are no matter of the plan");
    // A model that lists none has no such columns.
    assert!(!Browser::of(&operator).page("members").await.contains("<th class=\"num\""));
    house.verify().await;
}
