//! Somebody's API tokens, for themselves and for whoever manages all that they have.

use tenure_domain::token::Token;
use tenure_port_store::MemberRow;

use super::Reader;
use crate::{Failure, Never};

impl Reader<'_> {
    /// The tokens of a member that live, oldest first; none where they are neither the reader's own nor theirs to manage.
    pub async fn tokens_of(&self, row: &MemberRow) -> Result<Option<Vec<Token>>, Failure<Never>> {
        let id = row.membership.id;
        if id != self.membership.id && !self.manages_whole(row).await? {
            return Ok(None);
        }
        Ok(Some(self.queries.tokens_of(self.id(), id, self.tenure.tools().clock.now()).await?))
    }

    /// Whether a member may have tokens at all, as far as the access model asks for a right to.
    pub async fn takes_tokens(&self, row: &MemberRow) -> Result<bool, Failure<Never>> {
        let whole = self.queries.member(self.id(), &self.own_viewer(), row.membership.id).await?;
        let Some(whole) = whole else { return Ok(false) };
        let grants: Vec<_> = whole.grants.iter().map(|of| of.grant.clone()).collect();
        let places = self.places_of(&grants).await?;
        Ok(self.whole_access_of(&whole).takes_tokens(&places))
    }
}
