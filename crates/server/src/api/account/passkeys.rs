//! `/api/account/passkeys`: a citizen's own passkeys.

pub mod add;
pub mod begin;
pub mod list;
pub mod remove;

use crate::app::{passkeys::Owner, view};
use eid_store::{accounts::Account, sessions::SessionKind};

/// What becomes the name of the passkey where authenticators list it. Whoever unlocks the device reads it, so the number is
/// masked.
fn listed_as(account: &Account) -> String {
    view::masked_number(&account.personal_number)
}

const fn owner<'a>(account: &'a Account, name: &'a str) -> Owner<'a> {
    Owner {
        kind: SessionKind::Citizen,
        id: account.id.as_str(),
        name,
        display: account.full_name.as_str(),
    }
}
