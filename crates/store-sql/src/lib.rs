//! Rows, snapshots and statement text that both databases share.
