//! All routes, as the OpenAPI document lists them: what is generated from here is joined by every new route by itself.

use axum::http::Method;
use serde_json::{Map, Value, json};

/// A route of the API.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// Its method.
    pub(crate) method: Method,
    /// Its path below `/api/v1`, with `{names}`.
    pub(crate) path: String,
    /// Whether it takes a body.
    pub(crate) body: Option<Body>,
    /// The query parameters that it knows.
    pub(crate) query: Vec<String>,
    /// Whether it takes no session.
    pub(crate) is_public: bool,
    /// Whether it takes a token as well as a session.
    pub(crate) takes_tokens: bool,
}

/// The body of a route.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    schema: Value,
    components: Value,
}

/// All of them.
pub(crate) fn routes() -> Vec<Route> {
    let document = serde_json::to_value(tenure_http_api::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Ok(method) = method.to_uppercase().parse::<Method>() else { continue };
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            let body = Body { schema: schema.clone(), components: document["components"]["schemas"].clone() };
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let query = parameters.iter().filter(|one| one["in"] == "query").map(|one| one["name"].as_str().unwrap().to_owned());
            all.push(Route {
                method,
                path: path.strip_prefix("/api/v1").unwrap().to_owned(),
                body: schema.is_object().then_some(body),
                query: query.collect(),
                is_public: operation["security"] == json!([{}]),
                takes_tokens: operation.get("security").is_none(),
            });
        }
    }
    assert!(all.len() > 30, "the document lists the routes");
    all
}

impl Route {
    /// Method and path.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it may change something.
    pub(crate) fn is_write(&self) -> bool {
        self.method != Method::GET
    }

    /// Whether it takes a sheet out of the house.
    pub(crate) fn is_export(&self) -> bool {
        self.path.rsplit('.').next() == Some("csv")
    }

    /// The names in its path.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(str::to_owned).collect()
    }

    /// Its path with the names filled in.
    pub(crate) fn filled(&self, mut with: impl FnMut(&str) -> String) -> String {
        let parts = self.path.split('/').map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => with(name),
            None => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// A body that the route would take.
    pub(crate) fn sample(&self) -> Option<Value> {
        self.body.as_ref().map(|body| body.of("", &body.schema))
    }

    /// The fields of its body.
    pub(crate) fn fields(&self) -> Vec<String> {
        let resolved = self.body.as_ref().map(|body| body.resolved(&body.schema));
        resolved
            .and_then(|schema| schema["properties"].as_object().cloned())
            .into_iter()
            .flat_map(|fields| fields.keys().cloned().collect::<Vec<_>>())
            .collect()
    }
}

impl Body {
    fn resolved(&self, schema: &Value) -> Value {
        match schema["$ref"].as_str() {
            Some(reference) => self.components[reference.rsplit('/').next().unwrap()].clone(),
            None => schema.clone(),
        }
    }

    /// A value of this schema, for a field of this name.
    fn of(&self, name: &str, schema: &Value) -> Value {
        let schema = self.resolved(schema);
        if let Some(one) = schema["oneOf"].as_array() {
            let first = one.iter().find(|one| one["type"] != "null").unwrap();
            return self.of(name, first);
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds.iter().find(|kind| *kind != "null").and_then(Value::as_str),
            kind => kind.as_str(),
        };
        match kind {
            Some("object") => {
                let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                let fields = schema["properties"].as_object().cloned().unwrap_or_default();
                let kept = fields.iter().filter(|(name, _)| required.contains(&name.as_str()));
                Value::Object(kept.map(|(name, schema)| (name.clone(), self.of(name, schema))).collect::<Map<_, _>>())
            }
            Some("array") => json!([self.of(name, &schema["items"])]),
            Some("integer") => json!(1),
            Some("boolean") => json!(true),
            Some("string") if schema["format"] == "uuid" => json!("01955500-ffff-7000-8000-000000000000"),
            Some("string") => json!(match name {
                "email" | "emails" | "governor_email" => "somebody@example.test",
                "levels" => "agent",
                "expires_at" => "2027-01-31T12:00:00Z",
                "password" => super::PASSWORD,
                other => other,
            }),
            other => panic!("no sample for {name}: {other:?} {schema}"),
        }
    }
}
