//! What a decision gives: the new value together with what happened.

use crate::event::Event;

/// A decision's yes. Whoever drops it loses what happened, so the compiler asks for it to be used.
#[derive(Clone, PartialEq, Debug)]
#[must_use = "a decision that is not saved did not happen"]
pub struct Decided<T> {
    /// The value as it is from now on.
    pub value: T,
    /// What happened, for the journal and the outbox.
    pub events: Vec<Event>,
}

impl<T> Decided<T> {
    /// A value and the one thing that happened.
    pub fn new(value: T, event: Event) -> Self {
        Self { value, events: vec![event] }
    }

    /// The same events with another value.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Decided<U> {
        Decided { value: to(self.value), events: self.events }
    }
}
