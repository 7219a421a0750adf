//! Which crate may know which. A new arrow is a reviewed line here and a sentence in an ADR.

/// A crate and the crates of this workspace that it may know.
pub(crate) struct Room {
    pub(crate) package: &'static str,
    pub(crate) knows: &'static [&'static str],
    /// What its tests may know besides.
    pub(crate) in_tests: &'static [&'static str],
}

const fn room(package: &'static str, knows: &'static [&'static str], in_tests: &'static [&'static str]) -> Room {
    Room { package, knows, in_tests }
}

/// Every crate of the workspace has a line.
pub(crate) const ROOMS: &[Room] = &[
    // Its tests use its own strategies, which a feature exports for anybody.
    room("tenure-domain", &[], &["tenure-domain"]),
    room("tenure-access-models", &["tenure-domain"], &[]),
    room("tenure-credentials", &["tenure-domain"], &[]),
    room("tenure-port-store", &["tenure-domain"], &[]),
    room("tenure-port-mail", &["tenure-domain"], &[]),
    room(
        "tenure-usecases",
        &["tenure-domain", "tenure-port-store", "tenure-credentials"],
        // Its tests count what is asked of a database, over a driver of their own.
        &["tenure-store-sql", "tenure-store-sqlite", "tenure-access-models"],
    ),
    room("tenure-letters", &["tenure-domain"], &[]),
    room(
        "tenure-couriers",
        &["tenure-domain", "tenure-port-store", "tenure-port-mail", "tenure-letters", "tenure-credentials"],
        &["tenure-store-sqlite", "tenure-access-models"],
    ),
    room("tenure-store-sql", &["tenure-domain", "tenure-port-store", "tenure-access-models"], &[]),
    room(
        "tenure-store-sqlite",
        &["tenure-domain", "tenure-port-store", "tenure-store-sql"],
        &["tenure-store-contract", "tenure-access-models"],
    ),
    room(
        "tenure-store-postgres",
        &["tenure-domain", "tenure-port-store", "tenure-store-sql"],
        &["tenure-store-contract", "tenure-throwaway-postgres", "tenure-access-models"],
    ),
    room("tenure-store-contract", &["tenure-domain", "tenure-port-store", "tenure-access-models"], &[]),
    room("tenure-mail-smtp", &["tenure-domain", "tenure-port-mail"], &[]),
    room(
        "tenure-http-base",
        &["tenure-domain", "tenure-usecases", "tenure-port-store", "tenure-access-models", "tenure-credentials"],
        &[],
    ),
    room(
        "tenure-http-api",
        &[
            "tenure-domain",
            "tenure-usecases",
            "tenure-port-store",
            "tenure-access-models",
            "tenure-credentials",
            "tenure-http-base",
        ],
        &["tenure-store-sqlite"],
    ),
    room(
        "tenure-http-console",
        &[
            "tenure-domain",
            "tenure-usecases",
            "tenure-port-store",
            "tenure-access-models",
            "tenure-credentials",
            "tenure-http-base",
        ],
        // Its tests set the scene through the API, and look at it through pages.
        &["tenure-store-sqlite", "tenure-http-api"],
    ),
    // Exports the others, feature by feature; it has no code.
    room(
        "tenure",
        &[
            "tenure-domain",
            "tenure-access-models",
            "tenure-couriers",
            "tenure-credentials",
            "tenure-http-api",
            "tenure-http-base",
            "tenure-http-console",
            "tenure-mail-smtp",
            "tenure-port-mail",
            "tenure-port-store",
            "tenure-store-postgres",
            "tenure-store-sqlite",
            "tenure-usecases",
        ],
        &[],
    ),
    // The one place that knows every room, since it is where they are wired together.
    room(
        "tenured",
        &[
            "tenure-domain",
            "tenure-access-models",
            "tenure-credentials",
            "tenure-port-store",
            "tenure-port-mail",
            "tenure-usecases",
            "tenure-letters",
            "tenure-couriers",
            "tenure-store-sql",
            "tenure-store-sqlite",
            "tenure-store-postgres",
            "tenure-mail-smtp",
            "tenure-http-base",
            "tenure-http-api",
            "tenure-http-console",
        ],
        &["tenure-throwaway-postgres"],
    ),
    // What tests and commands stand on; nothing that is shipped knows these.
    room("tenure-throwaway-postgres", &[], &[]),
    room("tenure-whole", &["tenure-throwaway-postgres"], &[]),
    room(
        "tenure-bench",
        &[
            "tenure-domain",
            "tenure-access-models",
            "tenure-credentials",
            "tenure-port-store",
            "tenure-usecases",
            "tenure-store-sql",
            "tenure-store-sqlite",
            "tenure-store-postgres",
            "tenure-throwaway-postgres",
        ],
        &[],
    ),
    room("xtask", &["tenure-throwaway-postgres"], &[]),
];
