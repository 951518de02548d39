//! `/api/dossiers/{reference}/notices` and `…/mail` (with the access key): how a person is written to.

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
    /// The address that letters go to, with its name hidden: `n***@example.org`; empty where there is none.
    #[serde(default)]
    pub mail: String,
}

/// `POST …/mail/code`: letters shall come to this address; a code goes there first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskForMail {
    /// As typed.
    pub address: String,
}

/// The code is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailCodeSent {
    /// Seconds the code is good for (900: letters are slow).
    pub expires_in_s: u32,
    /// Seconds until another can be asked for (60).
    pub resend_in_s: u32,
}

/// `PUT …/mail`: the code that came; from now on letters go to where it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmMail {
    /// Six digits as typed.
    pub code: String,
}
