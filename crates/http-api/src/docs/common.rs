//! What operations have in common, said once for all: problems, tags, further pages, replays.

use std::collections::BTreeMap;

use tenure_http_base::{CODES, ProblemBody};
use utoipa::ToSchema;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{Content, ObjectBuilder, Ref, RefOr, Required, Response, ResponseBuilder, Schema, Type};

/// The operations of a path.
pub(super) fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

pub(super) fn describe(item: &mut PathItem) {
    // What is changed against its tag is read with it.
    let is_tagged = operations(item).any(|operation| takes(operation, &ParameterIn::Header, "If-Match"));
    for operation in operations(item) {
        describe_headers(operation, is_tagged);
        describe_problems(operation);
    }
}

fn takes(operation: &Operation, place: &ParameterIn, name: &str) -> bool {
    operation.parameters.iter().flatten().any(|parameter| match parameter {
        RefOr::T(parameter) => parameter.parameter_in == *place && parameter.name == name,
        RefOr::Ref(_) => false,
    })
}

/// The answers of this kind, such as all from 200 to 299.
pub(super) fn successes(operation: &mut Operation) -> impl Iterator<Item = &mut Response> {
    operation.responses.responses.iter_mut().filter(|(status, _)| status.starts_with('2')).filter_map(
        |(_, response)| match response {
            RefOr::T(response) => Some(response),
            RefOr::Ref(_) => None,
        },
    )
}

fn header(description: &str) -> RefOr<Header> {
    let text = ObjectBuilder::new().schema_type(Type::String);
    RefOr::T(HeaderBuilder::new().schema(Some(text)).description(Some(description)).build())
}

fn describe_headers(operation: &mut Operation, is_tagged: bool) {
    let has_pages = takes(operation, &ParameterIn::Query, "cursor");
    let is_replayed = takes(operation, &ParameterIn::Header, "Idempotency-Key");
    for response in successes(operation).filter(|response| !response.content.is_empty()) {
        let headers = [
            ("ETag", is_tagged, "The version of what is answered, for `If-Match`."),
            ("Link", has_pages, "`<…>; rel=\"next\"`, unless this is the last page."),
            ("Idempotency-Replayed", is_replayed, "`true` where the answer is one that was given before."),
        ];
        for (name, _, description) in headers.into_iter().filter(|(_, has, _)| *has) {
            response.headers.insert(name.to_owned(), header(description));
        }
    }
}

/// What belongs to a login, or says that somebody is there: it takes a session, though it is below an organization.
const SESSION_ALONE: [&str; 4] = ["beat", "make_token", "replace_token", "delete_token"];

/// A token acts in one organization: what isn't below one takes a session.
pub(super) fn describe_security(path: &str, operation: &mut Operation, session: SecurityRequirement) {
    let id = operation.operation_id.as_deref().unwrap_or_default();
    let takes_tokens = path.starts_with("/api/v1/organizations/{org}") && !SESSION_ALONE.contains(&id);
    if !takes_tokens {
        operation.security.get_or_insert_with(|| vec![session]);
    }
}

/// The schemas that the document names.
pub(super) type Schemas = BTreeMap<String, RefOr<Schema>>;

/// A body in which everything is optional may be left out.
pub(super) fn describe_body(operation: &mut Operation, schemas: &Schemas) {
    let Some(RefOr::T(body)) = operation.request_body.as_mut() else { return };
    let needs_nothing = |content: &RefOr<Content>| {
        let RefOr::T(content) = content else { return false };
        let Some(RefOr::Ref(of)) = &content.schema else { return false };
        let named = of.ref_location.rsplit('/').next().and_then(|name| schemas.get(name));
        matches!(named, Some(RefOr::T(Schema::Object(object))) if object.required.is_empty())
    };
    if body.content.values().all(needs_nothing) {
        body.required = Some(Required::False);
    }
}

/// Every operation may answer with a problem.
fn describe_problems(operation: &mut Operation) {
    let mut codes: Vec<u16> = CODES.iter().map(|(_, status, _)| status.as_u16()).collect();
    codes.dedup();
    for status in codes {
        let words: Vec<String> =
            CODES.iter().filter(|(_, of, _)| of.as_u16() == status).map(|(code, ..)| format!("`{code}`")).collect();
        let content = Content::new(Some(RefOr::<utoipa::openapi::Schema>::Ref(Ref::from_schema_name(ProblemBody::name()))));
        let mut response =
            ResponseBuilder::new().description(words.join(" or ")).content("application/problem+json", content).build();
        if matches!(status, 423 | 429 | 503) {
            response.headers.insert("Retry-After".to_owned(), header("After how many seconds to come again."));
        }
        operation.responses.responses.entry(status.to_string()).or_insert(RefOr::T(response));
    }
}
