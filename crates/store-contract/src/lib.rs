//! What every store must do, told once.
