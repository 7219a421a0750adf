//! The `tenured` command.

fn main() {}
