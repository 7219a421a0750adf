//! The HTTP API: wire types, routes, OpenAPI.
