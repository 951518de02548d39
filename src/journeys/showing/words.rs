//! What can be said, in words.

use crate::i18n::{Key, keys::showing as k, t};
use eid_domain::attest::Claim;
use eid_domain::wire::attestations::AttestationState;

/// A claim.
pub(super) fn claim(claim: Claim) -> &'static str {
    t(match claim {
        Claim::AgeOver18 => k::CLAIM_AGE_OVER_18,
        Claim::AgeOver60 => k::CLAIM_AGE_OVER_60,
        Claim::Name => k::CLAIM_NAME,
        Claim::BirthDate => k::CLAIM_BIRTH_DATE,
        Claim::PersonalNumber => k::CLAIM_PERSONAL_NUMBER,
        Claim::Residence => k::CLAIM_RESIDENCE,
    })
}

/// What a check was answered.
pub(super) const fn state(state: AttestationState) -> Key {
    match state {
        AttestationState::Valid => k::STATE_VALID,
        AttestationState::Expired => k::STATE_EXPIRED,
        AttestationState::Revoked | AttestationState::Unknown => k::STATE_REVOKED,
    }
}
