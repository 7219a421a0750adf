//! f3: cursors are sealed over route, organization, filter, sort and actor.

use serde_json::json;

use crate::support::{Client, House};

async fn cursor(client: &Client, path: &str) -> String {
    let page = client.get(path).await;
    page.expect(200)["next"].as_str().unwrap_or_else(|| panic!("a second page: {page}")).to_owned()
}

async fn filled() -> (House, Client, Client) {
    let (house, owner) = House::governed().await;
    let manager = owner.hire("mia@example.test", &owner.root, "manager").await;
    for n in 0..3 {
        owner.pending(&format!("p{n}@example.test"), &owner.root, "agent").await;
        owner.workspace(&owner.root, &format!("W{n}")).await;
        owner.contact(&owner.root, &format!("C{n}"), None).await;
        let gone = owner.hire(&format!("gone{n}@example.test"), &owner.root, "agent").await;
        owner.revoke(&gone, &owner.root).await;
    }
    (house, owner, manager)
}

const LISTS: [&str; 6] = ["members", "invitations", "workspaces", "contacts", "journal", "receipts"];

#[tokio::test]
async fn f3_a_cursor_that_was_flipped_or_cut_is_refused() {
    let (_, owner, _) = filled().await;
    for list in LISTS {
        let cursor = cursor(&owner, &format!("{list}?limit=1")).await;
        owner.get(&format!("{list}?limit=1&cursor={cursor}")).await.expect(200);
        let mut odd = vec![
            "%20".to_owned(),
            "x".to_owned(),
            cursor[1..].to_owned(),
            cursor[..cursor.len() - 1].to_owned(),
            format!("{cursor}A"),
            format!("{cursor}%3D"),
        ];
        for at in [0, cursor.len() / 3, cursor.len() / 2, cursor.len() - 1] {
            let mut flipped = cursor.clone().into_bytes();
            flipped[at] = if flipped[at] == b'A' { b'B' } else { b'A' };
            odd.push(String::from_utf8(flipped).unwrap());
        }
        for cursor in odd {
            owner.get(&format!("{list}?limit=1&cursor={cursor}")).await.refused("malformed", "bad_cursor");
        }
    }
}

#[tokio::test]
async fn f3_a_cursor_borrowed_from_another_list_is_refused() {
    let (_, owner, _) = filled().await;
    for from in LISTS {
        let cursor = cursor(&owner, &format!("{from}?limit=1")).await;
        for to in LISTS.iter().filter(|to| **to != from) {
            owner.get(&format!("{to}?limit=1&cursor={cursor}")).await.refused("malformed", "bad_cursor");
        }
        owner.get(&format!("/operator/organizations?cursor={cursor}")).await.refused("malformed", "bad_cursor");
    }
}

#[tokio::test]
async fn f3_a_cursor_borrowed_from_somebody_else_is_refused() {
    let (house, owner, manager) = filled().await;
    let other = owner.found("Beta", "gus@example.test", &json!({ "model": "workspace" })).await;
    let (_, invitation) = other.pending("mia@example.test", &other.root, "owner").await;
    manager.post("/invitation/accept", json!({ "token": house.link(&other.organization, &invitation).await })).await.expect(200);
    let elsewhere = manager.looking_at(&other);
    for list in LISTS {
        let theirs = cursor(&owner, &format!("{list}?limit=1")).await;
        manager.get(&format!("{list}?limit=1&cursor={theirs}")).await.refused("malformed", "bad_cursor");
        let mine = cursor(&manager, &format!("{list}?limit=1")).await;
        elsewhere.get(&format!("{list}?limit=1&cursor={mine}")).await.refused("malformed", "bad_cursor");
        // Another session of the same person is the same person.
        let again = house.sign_in("mia@example.test").await.looking_at(&owner);
        again.get(&format!("{list}?limit=1&cursor={mine}")).await.expect(200);
    }
}

#[tokio::test]
async fn f3_a_cursor_of_another_filter_or_sort_is_refused() {
    let (_, owner, _) = filled().await;
    let root = &owner.root;
    for (list, one, others) in [
        (
            "members",
            String::new(),
            vec!["sort=-name", "sort=email", "q=e", "status=active", "level=agent", "not_active_for_days=1", "inherited=false"],
        ),
        ("members", "sort=last_active".to_owned(), vec!["sort=-last_active", "sort=name", "sort=last_active&status=active"]),
        ("members", "status=active&status=pending".to_owned(), vec!["status=active", "status=pending"]),
        ("members", "not_active_for_days=0".to_owned(), vec!["not_active_for_days=1", ""]),
        ("members", format!("workspace={root}"), vec![""]),
        ("workspaces", String::new(), vec!["depth=1", "q=o"]),
        ("workspaces", format!("under={root}"), vec!["", "depth=1"]),
        ("contacts", String::new(), vec!["assignee=none", "assignee=me", "q=c"]),
        ("contacts", format!("workspace={root}"), vec![""]),
        ("journal", String::new(), vec!["kind=member_invited", "since=2026-01-01T00:00:00Z"]),
        ("journal", format!("actor={}", owner.member), vec![""]),
    ] {
        let cursor = cursor(&owner, &format!("{list}?limit=1&{one}")).await;
        owner.get(&format!("{list}?limit=2&{one}&cursor={cursor}")).await.expect(200);
        for other in others {
            owner.get(&format!("{list}?limit=1&{other}&cursor={cursor}")).await.refused("malformed", "bad_cursor");
        }
    }
}

#[tokio::test]
async fn f3_the_days_without_activity_are_the_filter_and_not_the_moment() {
    let (house, owner, _) = filled().await;
    let cursor = cursor(&owner, "members?limit=1&not_active_for_days=0").await;
    house.pass(std::time::Duration::from_secs(5));
    owner.get(&format!("members?limit=1&not_active_for_days=0&cursor={cursor}")).await.expect(200);
}
