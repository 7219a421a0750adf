//! The house rules as commands.

fn main() {}
