//! The phone and its proof.

use super::Booking;

/// A proof is good for thirty minutes; one that is nearly over is not used any more.
const PROOF_MS: f64 = 29.0 * 60_000.0;

/// A code that was sent.
#[derive(Clone, Default, PartialEq)]
pub(in super::super) struct CodeOut {
    /// Its handle.
    pub(in super::super) id: String,
    /// The number as typed.
    pub(in super::super) phone: String,
    /// Its last three digits.
    pub(in super::super) ends: String,
    /// The device's clock when it is too old.
    pub(in super::super) expires_ms: f64,
    /// The device's clock when another may be asked for.
    pub(in super::super) resend_ms: f64,
}

/// The phone is proved.
#[derive(Clone, PartialEq)]
pub(in super::super) struct Proof {
    /// The number as typed.
    pub(in super::super) phone: String,
    /// The token.
    pub(in super::super) token: String,
    /// The device's clock when it was given.
    pub(in super::super) at_ms: f64,
}

impl Booking {
    /// The proof, if it is for the present phone and still good.
    pub(in super::super) fn proof(&self, now_ms: f64) -> Option<&Proof> {
        self.proof
            .as_ref()
            .filter(|proof| proof.phone == self.otp_phone && now_ms < proof.at_ms + PROOF_MS)
    }
}
