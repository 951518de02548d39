//! A ceremony from its beginning to the device's answer.

use crate::api::ApiError;
use crate::api::passkeys::{self as api, Whose};
use crate::browser::passkeys::{self as device, Failure, Offer};
use eid_domain::wire::passkeys::{AddPasskey, CeremonyDone, PasskeyView};

/// Why it came to nothing.
pub enum Refused {
    /// The device has not answered.
    Device(Failure),
    /// The server has refused.
    Server(ApiError),
}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self::Server(error)
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Device(failure)
    }
}

/// Asks the device to sign in; the answer is for the server.
///
/// # Errors
/// [`Refused`].
pub async fn answer(whose: Whose) -> Result<CeremonyDone, Refused> {
    let begun = api::begin_sign_in(whose).await?;
    let credential = device::get(&begun.options).await?;
    Ok(CeremonyDone {
        ceremony: begun.ceremony,
        credential,
    })
}

/// Offers passkeys in the list of what the browser can fill in, until one is chosen there; the answer is for the server.
///
/// # Errors
/// [`Refused`].
pub async fn chosen(whose: Whose, offer: Offer) -> Result<CeremonyDone, Refused> {
    let turn = offer.turn().ok_or(Failure::Cancelled)?;
    let begun = api::begin_sign_in(whose).await?;
    let credential = offer.make(turn, &begun.options).await?;
    Ok(CeremonyDone {
        ceremony: begun.ceremony,
        credential,
    })
}

/// Makes a new passkey on the device and adds it.
pub(super) async fn add(whose: Whose, name: String) -> Result<PasskeyView, Refused> {
    let begun = api::begin_add(whose).await?;
    let credential = device::create(&begun.options).await?;
    let answered = AddPasskey {
        ceremony: begun.ceremony,
        credential,
        name,
    };
    Ok(api::add(whose, &answered).await?)
}
