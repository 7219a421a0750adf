//! Tenure to embed: one crate to depend on, with a feature for each part. It holds no code of its own.
//!
//! Without features there is the [`domain`] alone: values and decisions, without I/O. `examples/embed.rs` is somebody else's
//! service in less than sixty lines: it mounts the API, asks `can(member, permission, workspace)`, and sends mail in its own way.
//! Couriers and `Tenure::work` run beside it: the first for mail and the journal's order, the second for deeds for many people.
//! `examples/import.rs` plans an import of members from a list of somebody else's, and has it carried out.
//! Mails link to `/invitation/{token}`, `/password-reset/{token}`, `/password-reset` and `/` below the public URL. With `http-console`
//! there are pages; a host that mounts the API alone answers them itself, and has its pages ask `POST /api/v1/invitation/read` and
//! `…/accept`, `POST /api/v1/password-reset` and `…/complete`.
//!
//! ```
//! use tenure::domain::EmailAddress;
//!
//! assert_eq!(EmailAddress::parse(" Ada@Example.Test ")?.as_str(), "ada@example.test");
//! # Ok::<(), tenure::domain::EmailRefused>(())
//! ```

#[cfg(feature = "access-models")]
pub use tenure_access_models as access_models;
#[cfg(feature = "mail")]
pub use tenure_couriers as couriers;
#[cfg(feature = "usecases")]
pub use tenure_credentials as credentials;
pub use tenure_domain as domain;
#[cfg(feature = "http-api")]
pub use tenure_http_api as http_api;
#[cfg(any(feature = "http-api", feature = "http-console"))]
pub use tenure_http_base as http_base;
#[cfg(feature = "http-console")]
pub use tenure_http_console as http_console;
#[cfg(feature = "smtp")]
pub use tenure_mail_smtp as mail_smtp;
#[cfg(feature = "mail")]
pub use tenure_port_mail as port_mail;
#[cfg(feature = "usecases")]
pub use tenure_port_store as port_store;
#[cfg(feature = "postgres")]
pub use tenure_store_postgres as store_postgres;
#[cfg(feature = "sqlite")]
pub use tenure_store_sqlite as store_sqlite;
#[cfg(feature = "usecases")]
pub use tenure_usecases as usecases;
