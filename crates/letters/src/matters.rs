//! The letters, one file each for what belongs together.

pub(crate) mod access;
pub(crate) mod email;
pub(crate) mod governing;
pub(crate) mod handover;
pub(crate) mod invitation;
pub(crate) mod membership;
pub(crate) mod password;
pub(crate) mod second_factor;
