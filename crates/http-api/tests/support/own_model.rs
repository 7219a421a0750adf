//! An access model of the tests' own, for what none of the built-in ones says: somebody who manages governors without being one,
//! extra permissions that their giver may lack, restrictions that bind the giver too.

/// `chief` governs; `deputy` manages everybody without governing, `lead` manages clerks; clerks may be granted what a lead lacks.
pub(crate) const OWN_MODEL: &str = r#"
name = "own"
undo_window_days = 30
plans = ["basic", "full"]

[[workspace_kind]]
key = "branch"
name = "Branch"

[[workspace_kind]]
key = "desk"
name = "Desk"
starts_inactive = true

[[feature]]
key = "reports"
plans = ["full"]

[[permission]]
key = "reports.view"
name = "See reports"
feature = "reports"

[[permission]]
key = "vault.open"
name = "Open the vault"

[[level]]
key = "chief"
name = "Chief"
governs = true
manages = ["chief", "deputy", "lead", "clerk"]
permissions = ["members.view", "members.invite", "members.manage", "workspaces.manage", "workspaces.settings",
  "contacts.view", "contacts.handle", "journal.view", "organization.manage", "reports.view", "vault.open"]

[[level]]
key = "deputy"
name = "Deputy"
manages = ["chief", "deputy", "lead", "clerk"]
permissions = ["members.view", "members.invite", "members.manage", "workspaces.manage", "workspaces.settings",
  "contacts.view", "contacts.handle", "journal.view", "organization.manage", "reports.view", "vault.open"]

[[level]]
key = "lead"
name = "Lead"
manages = ["clerk"]
permissions = ["members.view", "members.invite", "members.manage", "contacts.view", "contacts.handle"]

[[level]]
key = "clerk"
name = "Clerk"
grantable = ["vault.open", "reports.view"]
permissions = ["contacts.view", "contacts.handle"]

[[restriction]]
key = "hands_off"
name = "No handling of contacts"
levels = ["clerk", "lead"]
denies = ["contacts.handle"]

[[restriction]]
key = "blind"
name = "All names hidden"
levels = ["clerk", "lead"]
masks = "full"
"#;
