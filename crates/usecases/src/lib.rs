//! One type for each thing a caller can ask.
