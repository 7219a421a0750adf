//! Refusals: why a decision said no, as a stable code and a sentence that a person can act on.

/// What sort of no it is. Faces map the sort to their own language (HTTP: a status and a `code`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefusalKind {
    /// The caller may not do this.
    Forbidden,
    /// There is no such thing, or the caller may not know of it.
    NotFound,
    /// It contradicts the state of things.
    Conflict,
    /// The facts that the caller decided on have moved.
    PlanMoved,
    /// Somebody else changed it in the meantime.
    Stale,
    /// What was asked for makes no sense.
    Invalid,
    /// It takes a choice of resources besides (R3).
    SelectionRequired,
    /// Who asks is nobody that we know (wrong password, unknown person, …).
    Unauthenticated,
    /// Who asks knows the password, and has yet to show their second factor.
    SecondFactorRequired,
}

/// A decision's no. The `Display` text is the sentence.
pub trait Refusal: std::error::Error + Send + Sync + 'static {
    /// The sort of no.
    fn kind(&self) -> RefusalKind;

    /// The stable word for this very reason, `snake_case`; clients may branch on it.
    fn rule(&self) -> &'static str;

    /// The field of the request that is to blame, as a JSON pointer, where one is.
    fn pointer(&self) -> Option<String> {
        None
    }
}
