//! The built-in models, each with what the matrices need to know of it that the model doesn't say.

/// A product whose people are managed.
pub(super) struct Product {
    /// The built-in model.
    pub(super) model: &'static str,
    /// A plan that has everything, where there are plans.
    pub(super) plan: Option<&'static str>,
    /// The level of those to whom things happen: it takes no selection to have it.
    pub(super) target: &'static str,
    /// The level that they are lifted to.
    pub(super) lifted: &'static str,
    /// Another grant that they are given: levels and restrictions.
    pub(super) regrant: (&'static [&'static str], &'static [&'static str]),
    /// A kind of resources, where there is any,
    pub(super) kind: Option<&'static str>,
    /// another that is bundled in groups,
    pub(super) grouped: Option<&'static str>,
    /// and from which sides the first is chosen.
    pub(super) from_member: bool,
    pub(super) from_resource: bool,
    /// What having tokens takes, where it takes anything.
    pub(super) tokens: Option<&'static str>,
    /// What hosts report of its people, where they report anything.
    pub(super) statistic: Option<&'static str>,
}

pub(super) const WORKSPACE: Product = Product {
    model: "workspace",
    plan: Some("advanced"),
    target: "agent",
    lifted: "manager",
    regrant: (&["agent"], &["no_calls"]),
    kind: Some("team"),
    grouped: None,
    from_member: false,
    from_resource: true,
    tokens: None,
    statistic: None,
};

pub(super) const PARTNER_NETWORK: Product = Product {
    model: "partner-network",
    plan: None,
    target: "normal",
    lifted: "admin",
    regrant: (&["admin"], &[]),
    kind: Some("partner"),
    grouped: None,
    from_member: true,
    from_resource: true,
    tokens: None,
    statistic: None,
};

pub(super) const ACCOUNT_TREE: Product = Product {
    model: "account-tree",
    plan: Some("calls_and_messages"),
    target: "user",
    lifted: "account_admin",
    regrant: (&["messaging_agent", "user"], &[]),
    kind: None,
    grouped: None,
    from_member: false,
    from_resource: false,
    tokens: None,
    statistic: None,
};

pub(super) const CONTACT_CENTER: Product = Product {
    model: "contact-center",
    plan: Some("pro_plus"),
    target: "agent",
    lifted: "manager",
    regrant: (&["agent", "manager"], &[]),
    kind: Some("queue"),
    grouped: None,
    from_member: false,
    from_resource: true,
    tokens: None,
    statistic: Some("calls_handled"),
};

pub(super) const FEEDBACK: Product = Product {
    model: "feedback",
    plan: Some("complete"),
    target: "member",
    lifted: "administrator",
    regrant: (&["member"], &["hide_pii"]),
    kind: Some("survey"),
    grouped: Some("point_of_contact"),
    from_member: true,
    from_resource: false,
    tokens: Some("api.use"),
    statistic: None,
};

/// All of them; a model without one fails the matrix.
pub(super) const PRODUCTS: [&Product; 5] = [&WORKSPACE, &PARTNER_NETWORK, &ACCOUNT_TREE, &CONTACT_CENTER, &FEEDBACK];
