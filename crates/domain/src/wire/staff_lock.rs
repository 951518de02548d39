//! `/api/desk/dossiers/{reference}/lock-account` and `…/unlock-account`: what staff do for who calls or stands at the counter.

use crate::{
    account::LockReason,
    field::{FieldCode, FieldError},
};
use serde::{Deserialize, Serialize};

/// `…/lock-account`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LockAccount {
    /// Why; one of those that the role may give.
    pub reason: LockReason,
}

/// `…/unlock-account`: that the person has proved to be its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UnlockAccount {
    /// The officer has compared face and card of who stands there.
    pub identity_checked: bool,
}

impl UnlockAccount {
    /// Only where somebody has looked at who asks.
    ///
    /// # Errors
    /// `consent_required` at `identity_checked`.
    pub fn parse(self) -> Result<(), Vec<FieldError>> {
        if self.identity_checked {
            return Ok(());
        }
        let field = FieldError::new("identity_checked", FieldCode::ConsentRequired);
        Err(vec![field])
    }
}
