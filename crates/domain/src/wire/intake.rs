//! `/api/desk/dossiers/{reference}`: what an officer records at the counter, or sends a person away with.

use crate::intake::{Evidence, Fault, Fingers, LinkedPaper, Residence};
use serde::{Deserialize, Serialize};

/// What was recorded at the counter beside the dossier itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recorded {
    /// How the person lives there.
    pub residence: Residence,
    /// How the fingerprints came out.
    pub fingers: Fingers,
    /// Papers to be shown in the account.
    pub papers: Vec<LinkedPaper>,
}

/// `POST /api/desk/dossiers/{reference}/receive`: the intake is done, form CC01 signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Receive {
    /// The person checked and signed the printed form CC01.
    pub form_signed: bool,
    /// Face, fingerprints and iris were taken, or are not due at this age.
    pub biometrics_done: bool,
    /// The old card was handed in, where there is one to hand in.
    pub old_card_returned: bool,
    /// Request TK01 for the account was signed; needed where an account was asked for.
    pub account_form_signed: bool,
    /// How the person lives at the place of the office; needed.
    #[serde(default)]
    pub residence: Option<Residence>,
    /// How the fingerprints came out; all ten, or none due at this age, where nothing is said.
    #[serde(default)]
    pub fingers: Option<Fingers>,
    /// Papers to be shown in the account, as asked for with TK01; none where no account is asked for.
    #[serde(default)]
    pub papers: Vec<LinkedPaper>,
    /// The person's own phone for the account, where the one of the booking is somebody else's; empty: that of the booking.
    #[serde(default)]
    pub account_phone: String,
    /// Remark, e.g. worn fingerprints; at most 500 characters.
    #[serde(default)]
    pub remark: String,
}

/// `…/data-correction`: what the person must correct first, and with what they prove it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskCorrection {
    /// What is wrong or missing; at least one.
    #[serde(default)]
    pub what: Vec<Fault>,
    /// Papers that prove it, or that none is needed; may be empty only where the words say it.
    #[serde(default)]
    pub papers: Vec<Evidence>,
    /// In plain words, at most 500 characters; the person reads it. Needed, 5 at least, where `what` does not say it all.
    #[serde(default)]
    pub reason: String,
}

impl AskCorrection {
    /// Whether what is ticked does not say it all.
    #[must_use]
    pub fn needs_words(&self) -> bool {
        self.what.iter().any(|fault| fault.needs_words())
    }
}

/// `…/refuse`, `…/withdraw`: the written reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WithReason {
    /// In plain words, 5 to 500 characters; the person reads it.
    pub reason: String,
}
