//! What is beside the API: its document, health, metrics, captured mail.

use tenure_http_base::CODES;

use axum::http::Method;

use crate::support::House;

#[tokio::test]
async fn the_openapi_document_describes_every_route() {
    let (house, _) = House::governed().await;
    let served = house.anyone().get("/openapi.json").await.expect(200);
    assert_eq!(served, serde_json::to_value(tenure_http_api::openapi()).unwrap(), "what is served is what `openapi` prints");
    // That every operation has its problems is the next test's; here they would be most of the file.
    let mut told = served;
    for item in told["paths"].as_object_mut().unwrap().values_mut() {
        for operation in item.as_object_mut().unwrap().values_mut() {
            operation["responses"].as_object_mut().unwrap().retain(|status, _| !status.starts_with(['4', '5']));
        }
    }
    golden!("openapi", format!("{told:#}"));
}

#[test]
fn every_operation_has_an_id_of_its_own_a_tag_a_sentence_and_its_problems() {
    let document = serde_json::to_value(tenure_http_api::openapi()).unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{name} has no id"));
            assert!(ids.insert(id.to_owned()), "{id} names two operations");
            assert!(operation["summary"].as_str().is_some_and(|text| text.len() > 5), "{name} has no sentence");
            assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{name}");
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.keys().any(|status| status.starts_with('2')), "{name} never succeeds");
            for (code, status, _) in CODES {
                let response = &responses[status.as_str()];
                assert!(response["content"]["application/problem+json"].is_object(), "{name} {status}");
                assert!(response["description"].as_str().unwrap().contains(&format!("`{code}`")), "{name} {code}");
            }
        }
    }
    assert_eq!(document["openapi"], "3.1.0");
}

#[test]
fn a_body_is_required_unless_everything_in_it_is_optional() {
    let document = serde_json::to_value(tenure_http_api::openapi()).unwrap();
    let mut optional = Vec::new();
    for operation in document["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap().values()) {
        let Some(schema) = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str() else { continue };
        let needs = &document.pointer(&schema[1..]).unwrap()["required"];
        let id = operation["operationId"].as_str().unwrap();
        assert_eq!(operation["requestBody"]["required"] == true, needs.is_array(), "{id}");
        if !needs.is_array() {
            optional.push(id);
        }
    }
    optional.sort_unstable();
    let known = [
        "change_organization",
        "change_resource",
        "change_settings",
        "change_workspace",
        "deactivate_member",
        "delete_member",
        "delete_members",
        "edit_profile",
        "execute_import",
        "put_selection",
        "reactivate_member",
        "rename_resource_group",
        "replace_token",
        "report_statistics",
        "revoke_access",
        "undo_job",
        "undo_receipt",
    ];
    assert_eq!(optional, known);
}

#[tokio::test]
async fn every_body_has_an_example_that_its_route_reads() {
    let (house, owner) = House::governed().await;
    let document = serde_json::to_value(tenure_http_api::openapi()).unwrap();
    let operations = document["paths"].as_object().unwrap().iter().flat_map(|(path, item)| {
        item.as_object().unwrap().iter().map(move |(method, operation)| (path, method.as_str(), operation))
    });
    // Teams may be in groups from here on, as the examples say.
    owner.group("Nights").await;
    let (mut examples, mut links) = (0, 0);
    let ids: Vec<&str> = operations.clone().map(|(_, _, operation)| operation["operationId"].as_str().unwrap()).collect();
    for (path, method, operation) in operations {
        for response in operation["responses"].as_object().unwrap().values() {
            for link in response["links"].as_object().into_iter().flat_map(|links| links.values()) {
                assert!(ids.contains(&link["operationId"].as_str().unwrap()), "{path}: {link}");
                links += 1;
            }
        }
        let Some(body) = operation.get("requestBody") else { continue };
        let sheet = body["content"]["text/csv"]["example"].as_str();
        let example = &body["content"]["application/json"]["example"];
        assert!(example.is_object() || sheet.is_some(), "{method} {path} has no example");
        // With a workspace and a member that exist.
        let example = example.to_string().replace("01a0c7a2-5b1c-7c55-9d8e-3f0d5c1e7a11", &owner.root);
        let example = example.replace("01a0c7a2-5b1c-7c55-9d8e-3f0d5c1e7a90", &owner.member);
        let example: serde_json::Value = serde_json::from_str(&example).unwrap();
        let path = path.strip_prefix("/api/v1").unwrap().replace("{org}", owner.organization.as_str());
        let path = ["{member}", "{ws}", "{id}", "{plan}"].iter().fold(path, |path, name| path.replace(name, &owner.root));
        let answer = match method {
            "post" if sheet.is_some() => owner.ask(Method::POST, owner.path(&path)).sheet(sheet.unwrap()),
            "post" => owner.post(&path, example.clone()),
            "put" => owner.put(&path, example.clone()).header("if-none-match", "*"),
            _ => owner.patch(&path, example.clone()),
        };
        let answer = answer.await;
        assert!(![400, 415, 422].contains(&answer.status.as_u16()), "{method} {path} doesn't read its example: {answer}");
        examples += 1;
    }
    assert!(examples > 15 && links > 10, "{examples} examples, {links} links");
    drop(house);
}

#[tokio::test]
async fn health_and_metrics_are_outside_of_the_api() {
    let house = House::new().await;
    let anyone = house.anyone();
    anyone.outside("/health/live").await.expect(204);
    anyone.outside("/health/ready").await.expect(204);
    let metrics = anyone.outside("/metrics").await;
    assert_eq!((metrics.status.as_u16(), metrics.text()), (200, "tenure_up 1\n".to_owned()));
    assert_eq!(metrics.header("content-type"), Some("text/plain; version=0.0.4"));
    let bare = House::bare().await.anyone();
    bare.outside("/metrics").await.refused("not_found", "");
    bare.get("/dev/mail").await.refused("not_found", "");
}

#[tokio::test]
async fn a_server_whose_database_is_gone_is_not_ready_and_lives() {
    let house = House::new().await;
    house.store().close().await;
    house.anyone().outside("/health/live").await.expect(204);
    let answer = house.anyone().outside("/health/ready").await;
    answer.refused("unavailable", "");
    assert!(answer.header("retry-after").is_some());
}

#[tokio::test]
async fn captured_mail_is_listed_without_a_session() {
    let house = House::new().await;
    let mail = house.anyone().get("/dev/mail").await.items();
    assert_eq!((mail.len(), &mail[0]["subject"]), (1, &serde_json::json!("Come in")));
}

#[cfg(feature = "api-docs")]
#[tokio::test]
async fn the_page_of_the_document_names_no_other_host() {
    let (house, _) = House::governed().await;
    for file in ["", "swagger-initializer.js"] {
        let answer = house.anyone().outside(&format!("/api/docs/{file}")).header("accept", "*/*").await;
        assert_eq!(answer.status, 200, "{file}: {answer}");
        let text = match answer.header("content-encoding") {
            Some(packed) => {
                assert_eq!(packed, "gzip");
                std::io::read_to_string(flate2::read::GzDecoder::new(&answer.body[..])).unwrap()
            }
            None => answer.text(),
        };
        assert!(text.contains(if file.is_empty() { "swagger-ui" } else { "SwaggerUIBundle" }), "{file}: {text}");
        assert!(!text.contains("://"), "{file}: {text}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("://") && !policy.contains('*'), "{policy}");
        // By itself the page shows its document to a validator that is elsewhere.
        assert!(file.is_empty() || text.contains("\"validatorUrl\": \"none\""), "{text}");
    }
}
