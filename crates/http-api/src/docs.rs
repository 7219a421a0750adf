//! The OpenAPI document, generated from the code, and a page to read it with.

mod common;
mod examples;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use tenure_http_base::{AppState, ProblemBody};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder, SecurityRequirement};
use utoipa::{PartialSchema, ToSchema};

/// The document's frame, before the routes are put in.
pub(crate) fn frame() -> OpenApi {
    let mut schemas = vec![(ProblemBody::name().into_owned(), ProblemBody::schema())];
    ProblemBody::schemas(&mut schemas);
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
        "tenure",
        "The session's cookie; its name is `__Host-tenure` behind TLS.",
    )));
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("tnr_…").description(Some(
        "An API token: what a program sends to act for a member in their organization. A cookie beside it counts for nothing.",
    ));
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Tenure")
                .version("1")
                .description(Some(
                    "Who may be in an organization, what they may do there, and what becomes of their work when they leave. \
                     Every answer that is no success is `application/problem+json` with a stable `code`.",
                ))
                .build(),
        )
        .components(Some(
            ComponentsBuilder::new()
                .schemas_from_iter(schemas)
                .security_scheme("session", cookie)
                .security_scheme("token", SecurityScheme::Http(bearer.build()))
                .build(),
        ))
        .security(Some([by("session"), by("token")]))
        .build()
}

fn by(scheme: &str) -> SecurityRequirement {
    SecurityRequirement::new(scheme, Vec::<String>::new())
}

/// The whole document.
pub fn openapi() -> OpenApi {
    let (_, document) = crate::api().split_for_parts();
    completed(document)
}

/// What the routes don't say of themselves.
fn completed(mut document: OpenApi) -> OpenApi {
    let schemas = document.components.as_ref().map(|components| components.schemas.clone()).unwrap_or_default();
    for (path, item) in &mut document.paths.paths {
        common::operations(item).for_each(|operation| common::describe_security(path, operation, by("session")));
        common::describe(item);
        common::operations(item).for_each(|operation| common::describe_body(operation, &schemas));
        common::operations(item).for_each(examples::describe);
    }
    document
}

/// Where the document is served, and the page to read it with.
pub(crate) fn routes(document: OpenApi) -> Router<AppState> {
    // Its text is kept: as what it is made of it would take ten times the memory. Text and lists can always be written.
    let text = Bytes::from(serde_json::to_vec(&completed(document)).unwrap_or_default());
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    page(Router::new().route("/api/v1/openapi.json", get(move || async move { (kind, text) })))
}

#[cfg(feature = "api-docs")]
fn page(routes: Router<AppState>) -> Router<AppState> {
    use axum::middleware::map_response;
    use axum::response::Response;
    use utoipa_swagger_ui::{Config, SwaggerUi};

    // The page is somebody else's, and brings its scripts and styles along; nothing from elsewhere is let in.
    const POLICY: HeaderValue = HeaderValue::from_static(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    // Left to itself it shows the document's address to a validator on the internet, and an image of what that says.
    let config = Config::from("/api/v1/openapi.json").validator_url("none");
    let page = Router::<AppState>::from(SwaggerUi::new("/api/docs").config(config));
    routes.merge(page.layer(map_response(async |mut response: Response| {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
        response
    })))
}

#[cfg(not(feature = "api-docs"))]
fn page(routes: Router<AppState>) -> Router<AppState> {
    routes
}
