//! What anybody might try next: who, whom, where and what are picked from whatever there is by then.

use proptest::option::weighted;
use proptest::prelude::*;
use tenure_domain::strategies::{Pick, RawOffer, picks, raw_offers};

use crate::choosing::How;

/// One thing that somebody tries.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Invite { by: Pick, email: u8, at: Pick, offer: RawOffer },
    Accept { whom: Pick, older: bool, password: bool },
    Refuse { whom: Pick, older: bool },
    Resend { by: Pick, whom: Pick },
    Correct { by: Pick, whom: Pick, email: u8 },
    Withdraw { by: Pick, whom: Pick },
    Give { by: Pick, whom: Pick, at: Pick, offer: RawOffer },
    Revoke { by: Pick, whom: Pick, which: Pick, to: Option<Pick>, planned: bool },
    Delete { by: Pick, whom: Pick, to: Option<Pick>, planned: bool },
    Deactivate { by: Pick, whom: Pick, to: Option<Pick>, keeps: bool, planned: bool },
    Reactivate { by: Pick, whom: Pick },
    Undo { by: Pick, which: Pick },
    Assign { by: Pick, which: Pick, to: Option<Pick> },
    Select { by: Pick, whom: Pick, which: Pick, how: How },
    Make { by: Pick, at: Pick, active: bool },
    Move { by: Pick, top: Pick, parent: Pick },
    Switch { by: Pick, at: Pick, active: bool },
    Wait { days: u32 },
}

impl Step {
    pub const WORDS: [&str; 17] = [
        "invite",
        "accept",
        "refuse",
        "resend",
        "correct",
        "withdraw",
        "give",
        "revoke",
        "delete",
        "deactivate",
        "reactivate",
        "undo",
        "assign",
        "select",
        "make",
        "move",
        "switch",
    ];

    pub fn word(&self) -> &'static str {
        match self {
            Self::Invite { .. } => "invite",
            Self::Accept { .. } => "accept",
            Self::Refuse { .. } => "refuse",
            Self::Resend { .. } => "resend",
            Self::Correct { .. } => "correct",
            Self::Withdraw { .. } => "withdraw",
            Self::Give { .. } => "give",
            Self::Revoke { .. } => "revoke",
            Self::Delete { .. } => "delete",
            Self::Deactivate { .. } => "deactivate",
            Self::Reactivate { .. } => "reactivate",
            Self::Undo { .. } => "undo",
            Self::Assign { .. } => "assign",
            Self::Select { .. } => "select",
            Self::Make { .. } => "make",
            Self::Move { .. } => "move",
            Self::Switch { .. } => "switch",
            Self::Wait { .. } => "wait",
        }
    }
}

pub fn steps() -> impl Strategy<Value = Step> {
    let to = || weighted(0.7, picks());
    let how =
        || prop_oneof![Just(How::All), Just(How::More), Just(How::Alone), Just(How::Bundle), Just(How::Give), Just(How::Take)];
    prop_oneof![
        4 => (picks(), 0..12_u8, picks(), raw_offers()).prop_map(|(by, email, at, offer)| Step::Invite { by, email, at, offer }),
        5 => (picks(), prop::bool::weighted(0.1), prop::bool::weighted(0.9))
            .prop_map(|(whom, older, password)| Step::Accept { whom, older, password }),
        1 => (picks(), prop::bool::weighted(0.2)).prop_map(|(whom, older)| Step::Refuse { whom, older }),
        1 => (picks(), picks()).prop_map(|(by, whom)| Step::Resend { by, whom }),
        1 => (picks(), picks(), 0..12_u8).prop_map(|(by, whom, email)| Step::Correct { by, whom, email }),
        1 => (picks(), picks()).prop_map(|(by, whom)| Step::Withdraw { by, whom }),
        5 => (picks(), picks(), picks(), raw_offers()).prop_map(|(by, whom, at, offer)| Step::Give { by, whom, at, offer }),
        6 => (picks(), picks(), picks(), to(), any::<bool>())
            .prop_map(|(by, whom, which, to, planned)| Step::Revoke { by, whom, which, to, planned }),
        3 => (picks(), picks(), to(), any::<bool>())
            .prop_map(|(by, whom, to, planned)| Step::Delete { by, whom, to, planned }),
        3 => (picks(), picks(), to(), prop::bool::weighted(0.6), any::<bool>())
            .prop_map(|(by, whom, to, keeps, planned)| Step::Deactivate { by, whom, to, keeps, planned }),
        4 => (picks(), picks()).prop_map(|(by, whom)| Step::Reactivate { by, whom }),
        5 => (picks(), picks()).prop_map(|(by, which)| Step::Undo { by, which }),
        6 => (picks(), picks(), to()).prop_map(|(by, which, to)| Step::Assign { by, which, to }),
        6 => (picks(), picks(), picks(), how()).prop_map(|(by, whom, which, how)| Step::Select { by, whom, which, how }),
        1 => (picks(), picks(), any::<bool>()).prop_map(|(by, at, active)| Step::Make { by, at, active }),
        4 => (picks(), picks(), picks()).prop_map(|(by, top, parent)| Step::Move { by, top, parent }),
        1 => (picks(), picks(), prop::bool::weighted(0.7)).prop_map(|(by, at, active)| Step::Switch { by, at, active }),
        1 => (0..20_u32).prop_map(|days| Step::Wait { days }),
    ]
}
