//! The rules as laws: each holds for every random organization that the strategies can make.
//!
//! `PROPTEST_CASES=20000 cargo test -p tenure-domain --test laws` looks harder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::similar_names,
    missing_docs,
    unreachable_pub,
    reason = "tests fail by panicking, and a giver and a given are what they are about"
)]

#[path = "../common/acts.rs"]
mod acts;
mod g4_importing;
#[path = "../common/moves.rs"]
mod moves;
#[path = "../common/plain.rs"]
mod plain;
mod r10_revoking;
mod r11_handover;
mod r12_undo;
mod r13_deactivating;
mod r14_deletion;
mod r15_email;
mod r16_at_once;
mod r17_lock;
mod r19_events;
mod r1_moving;
mod r1_tree;
mod r20_explaining;
mod r2_permissions;
mod r2_preview;
mod r3_binding;
mod r3_resources;
mod r4_masking;
mod r5_visibility;
mod r6_giving;
mod r6_groups;
mod r6_managing;
mod r6_remodelling;
mod r6_reporting;
mod r6_selecting;
mod r6_tokens;
mod r7_oneself;
mod r8_governing;
mod r9_accepting;
mod r9_inviting;
mod r9_mails;
mod r9_mails_replaced;
mod strategies;

use proptest::prelude::ProptestConfig;

/// Half of proptest's usual number of cases: each is a whole organization, asked about in all its places.
fn scenes_enough() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases / 2, ..usual }
}
