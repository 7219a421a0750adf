//! What HTTP itself refuses: unknown routes and methods, representations, query strings, ids that are none, foreign pages.

use std::time::Duration;

use axum::Router;
use axum::http::Method;
use axum::routing::get;
use http_body_util::BodyExt as _;
use serde_json::json;

use crate::support::{House, PASSWORD, routes};

#[tokio::test]
async fn an_unknown_route_is_a_problem() {
    let (_, owner) = House::governed().await;
    for path in ["/", "/api", "/api/v1", "/api/v2/session", "/api/v1/nothing", "/api/v1/session/", "/favicon.ico", "/%2e%2e/etc"] {
        for method in [Method::GET, Method::POST, Method::DELETE, Method::OPTIONS] {
            owner.ask(method, path.to_owned()).await.refused("not_found", "");
        }
    }
    owner.get("nothing").await.refused("not_found", "");
}

#[tokio::test]
async fn another_method_is_refused_with_those_that_there_are() {
    let (_, owner) = House::governed().await;
    let all = routes();
    let mut paths: Vec<&str> = all.iter().map(|route| route.path.as_str()).collect();
    paths.dedup();
    for path in paths {
        let here: Vec<&Method> = all.iter().filter(|route| route.path == path).map(|route| &route.method).collect();
        let filled = all.iter().find(|route| route.path == path).unwrap().filled(|_| owner.organization.clone());
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            if here.contains(&&method) {
                continue;
            }
            let answer = owner.ask(method, format!("/api/v1{filled}")).await;
            answer.refused("method_not_allowed", "");
            let allow = answer.header("allow").unwrap_or_else(|| panic!("which are there? {answer}")).to_owned();
            for known in &here {
                assert!(allow.contains(known.as_str()), "{allow}: {answer}");
            }
        }
    }
    for path in ["/health/live", "/health/ready", "/metrics"] {
        owner.ask(Method::POST, path.to_owned()).await.refused("method_not_allowed", "");
    }
}

#[tokio::test]
async fn a_client_that_takes_no_json_is_told_so_by_every_route() {
    let (_, owner) = House::governed().await;
    for route in routes() {
        let path = route.filled(|_| owner.organization.clone());
        for accept in ["text/html", "application/xml, text/plain;q=0.9", "application/json;q=0", "image/*"] {
            let ask = owner.ask(route.method.clone(), format!("/api/v1{path}"));
            ask.header("accept", accept).await.refused("not_acceptable", "");
        }
    }
    for accept in ["application/json", "*/*", "application/*;q=0.1", "text/html, */*;q=0.8", "application/problem+json", ""] {
        owner.get("").header("accept", accept).await.expect(200);
    }
}

#[tokio::test]
async fn an_id_that_is_none_names_nothing() {
    let (_, owner) = House::governed().await;
    for route in routes().into_iter().filter(|route| !route.ids().is_empty()) {
        for odd in
            ["nonsense", "1", "%00", "me", "01955500-0000-7000-8000-00000000000g", "%7B%7D", "00000000-0000-0000-0000-000000000000"]
        {
            for name in route.ids() {
                if name == "member" && odd == "me" {
                    continue;
                }
                let path = route.filled(|one| match one {
                    _ if one == name => odd.to_owned(),
                    "org" => owner.organization.clone(),
                    "member" => owner.member.clone(),
                    _ => owner.root.clone(),
                });
                let query =
                    if route.query.iter().any(|name| name == "parent") { format!("?parent={}", owner.root) } else { String::new() };
                let mut ask = owner.ask(route.method.clone(), format!("/api/v1{path}{query}")).header("if-match", "\"v1\"");
                if let Some(body) = route.sample() {
                    ask = ask.json(&body);
                }
                ask.await.refused("not_found", "");
            }
        }
    }
}

#[tokio::test]
async fn an_unknown_query_parameter_is_refused_by_every_route_that_knows_any() {
    let (_, owner) = House::governed().await;
    let mut tried = 0;
    for route in routes().into_iter().filter(|route| !route.query.is_empty()) {
        let path = route.filled(|name| match name {
            "org" => owner.organization.clone(),
            "member" => "me".to_owned(),
            _ => owner.root.clone(),
        });
        for query in ["surprise=1", "limit=x", "LIMIT=5"] {
            let known = if route.path.ends_with("/access") {
                format!("&member=me&permission=calls.use&workspace={}", owner.root)
            } else {
                String::new()
            };
            let answer = owner.ask(route.method.clone(), format!("/api/v1{path}?{query}{known}")).await;
            answer.wrong("", "bad_parameter");
            tried += 1;
        }
    }
    assert!(tried >= 27, "{tried}");
}

#[tokio::test]
async fn a_page_has_1_to_200_rows() {
    let (_, owner) = House::governed().await;
    let (team, job) = (owner.team("Night shift").await, owner.job(&[&owner.member]).await);
    let plan = owner.plan("email,levels\nnew@example.test,agent\n").await;
    let mut tried = 0;
    for route in routes().into_iter().filter(|route| route.query.iter().any(|name| name == "limit")) {
        let path = route.filled(|name| match name {
            "id" if route.path.contains("/jobs/") => job.clone(),
            "plan" => plan["plan"].as_str().unwrap().to_owned(),
            "id" => team.clone(),
            _ => owner.organization.clone(),
        });
        let needs = if path.ends_with("/access/who") {
            format!("permission=contacts.view&workspace={}&", owner.root)
        } else {
            String::new()
        };
        let path = format!("{path}?{needs}limit=");
        for limit in ["0", "201", "4294967295"] {
            owner.get(&format!("{path}{limit}")).await.wrong("limit", "out_of_range");
        }
        for limit in ["-1", "1.5", "4294967296", "%20", "ten"] {
            owner.get(&format!("{path}{limit}")).await.wrong("", "bad_parameter");
        }
        for limit in ["1", "200"] {
            owner.get(&format!("{path}{limit}")).await.expect(200);
        }
        tried += 1;
    }
    assert_eq!(tried, 15, "every list has pages");
}

#[tokio::test]
async fn g1_what_another_sites_page_sends_is_refused() {
    let house = House::at("https://tenure.example").await;
    let owner = house.set_up().await;
    let before = house.everything().await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "http://tenure.example"),
        ("origin", "https://tenure.example.evil.example"),
        ("origin", "null"),
    ] {
        // An export is told in the journal.
        for route in routes().into_iter().filter(|route| route.is_write() || route.is_export()) {
            let path = route.filled(|_| owner.organization.clone());
            let mut ask = owner.ask(route.method.clone(), format!("/api/v1{path}")).header(name, value);
            if let Some(body) = route.sample() {
                ask = ask.json(&body);
            }
            ask.await.refused("forbidden", "foreign_origin");
        }
        owner.get("").header(name, value).await.expect(200);
    }
    assert_eq!(house.everything().await, before);
    let sign_in = || house.anyone().post("/session", json!({ "email": "olga@example.test", "password": PASSWORD }));
    sign_in().header("origin", "https://tenure.example").await.expect(200);
    sign_in().header("sec-fetch-site", "same-origin").await.expect(200);
}

#[tokio::test]
async fn a_handler_that_panics_is_a_problem_that_tells_nothing() {
    async fn panics() {
        "a secret of ours".parse::<u8>().unwrap();
    }
    let (house, owner) = House::governed().await;
    let routes = house.around(Router::new().route("/api/v1/panics", get(panics)));
    let answer = owner.get("/panics").through(&routes).await;
    answer.refused("internal", "");
    assert!(!answer.text().contains("secret"), "{answer}");
    owner.get("").await.expect(200);
}

#[tokio::test]
async fn what_takes_too_long_is_given_up_with_a_problem() {
    let (house, owner) = House::governed().await;
    let routes = house.around(Router::new().route("/api/v1/hangs", get(std::future::pending::<()>)));
    tokio::time::pause();
    let began = tokio::time::Instant::now();
    owner.get("/hangs").through(&routes).await.refused("timed_out", "");
    assert_eq!(began.elapsed().as_secs(), 30);
}

#[tokio::test]
async fn an_answer_that_is_being_read_is_not_cut_by_the_time_that_a_request_has() {
    async fn long() -> axum::body::Body {
        let (feed, body) = tenure_http_base::Feed::new(1, Duration::from_mins(1));
        tokio::spawn(async move {
            feed.give("begun, ").await;
            let _waited = tokio::time::timeout(Duration::from_secs(45), std::future::pending::<()>()).await;
            feed.give("and ended").await;
            feed.end();
        });
        body
    }
    let (house, owner) = House::governed().await;
    let routes = house.around(Router::new().route("/api/v1/long", get(long)));
    tokio::time::pause();
    let began = tokio::time::Instant::now();
    let answer = owner.get("/long").through(&routes).await;
    assert_eq!((answer.text().as_str(), began.elapsed().as_secs()), ("begun, and ended", 45));
}

#[tokio::test]
async fn what_is_cut_short_does_not_look_whole_however_it_is_encoded() {
    async fn half() -> axum::body::Body {
        let (feed, body) = tenure_http_base::Feed::new(1, Duration::from_mins(1));
        feed.give("half of it, ".repeat(1_000)).await;
        body
    }
    let (house, owner) = House::governed().await;
    let routes = house.around(Router::new().route("/api/v1/half", get(half)));
    for encoding in ["identity", "gzip"] {
        let answer = owner.get("/half").header("accept-encoding", encoding).through(&routes).open().await;
        assert_eq!(answer.headers().contains_key("content-encoding"), encoding == "gzip");
        assert!(answer.into_body().collect().await.is_err(), "{encoding}");
    }
}

#[tokio::test]
async fn f4_no_site_is_let_to_read_answers_whatever_it_asks() {
    let (_, owner) = House::governed().await;
    // The client holds every answer to it; here it is asked for as browsers ask.
    owner.get("").header("origin", "https://evil.example").await.expect(200);
    let preflight = owner.ask(Method::OPTIONS, owner.path("members"));
    preflight
        .header("origin", "https://evil.example")
        .header("access-control-request-method", "GET")
        .await
        .refused("method_not_allowed", "");
}

#[tokio::test]
async fn whatever_has_a_tag_refuses_one_that_is_stale() {
    let (house, owner) = House::governed().await;
    let agent = owner.hire("bo@example.test", &owner.root, "agent").await;
    let (_, invitation) = owner.pending("ada@example.test", &owner.root, "agent").await;
    let (member, grant) = (format!("members/{}", agent.member), agent.grant(&owner.root));
    let tag = async |path: &str| owner.get(path).await.tag();
    let new = || "\"v1\"".to_owned();
    for (path, tag, body) in [
        (String::new(), tag("").await, json!({ "name": "Other" })),
        (format!("/operator/organizations/{}", owner.organization), "\"v2\"".to_owned(), json!({ "seats": 50 })),
        (format!("workspaces/{}", owner.root), new(), json!({ "name": "Other" })),
        (member.clone(), tag(&member).await, json!({ "first_name": "Other" })),
        (format!("invitations/{invitation}"), new(), json!({ "email": "other@example.test" })),
        (grant.clone(), tag(&grant).await, json!({ "levels": ["manager"] })),
    ] {
        let ask = |tag: &str| {
            let ask = if path == grant { owner.put(&path, body.clone()) } else { owner.patch(&path, body.clone()) };
            ask.header("if-match", tag)
        };
        let before = house.everything().await;
        for stale in ["\"v99\"", "\"v0\"", "v1", "W/\"v1\"", "\"\"", "nonsense"] {
            ask(stale).await.refused("stale", "stale");
        }
        assert_eq!(house.everything().await, before, "{path}: nothing was changed");
        assert_ne!(ask(&tag).await.tag(), tag, "{path}: its version moves on");
        ask(&tag).await.refused("stale", "stale");
    }
}
