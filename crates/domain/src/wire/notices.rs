//! `/api/dossiers/{reference}/notices` (with the access key): how a person is written to.

use super::Lang;
use crate::notice::Phones;
use serde::{Deserialize, Serialize};

/// `PUT`: in which language, to which phone, and whether reminders come. What the law asks us to say comes in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NoticeWishes {
    /// The language.
    pub lang: Lang,
    /// Whether reminders come.
    pub reminders: bool,
    /// To which phone.
    pub phones: Phones,
}

/// `GET`: what is wished now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeWishesView {
    /// The wishes.
    pub wishes: NoticeWishes,
    /// Last three digits of the phone for codes.
    pub phone_ends: String,
    /// Last three digits of the other phone; empty where there is none.
    pub contact_ends: String,
}
