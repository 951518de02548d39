//! The relying party of WebAuthn: to which name passkeys are bound, and at which address they open something
//! (ADR 0023). The library draws its challenges itself, from the operating system's source.

use crate::config::{Config, ConfigError};
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

/// Shown by authenticators.
const NAME: &str = "e-ID";
/// Where people look around: browsers take it for safe, and let a passkey be bound to it.
const LOCAL: &str = "http://localhost";

/// The relying party; none where people reach us under an address and not under a name.
#[derive(Debug)]
pub struct Passkeys(Option<Webauthn>);

impl Passkeys {
    /// From the public origin; without one for `http://localhost`, whatever the port.
    ///
    /// # Errors
    /// A public origin that is no address, or an `rp_id` that is not a part of its name.
    pub fn new(config: &Config) -> Result<Self, ConfigError> {
        let refuse = |name, reason| ConfigError::Value { name, reason };
        let origin = config.public_origin.as_deref().unwrap_or(LOCAL);
        let origin = Url::parse(origin)
            .map_err(|_| refuse("public_origin", "an address such as https://eid.example"))?;
        let Some(name) = origin.domain() else {
            tracing::warn!("passkeys are off: they need a name in public_origin, not an address");
            return Ok(Self(None));
        };
        let name = config.rp_id.as_deref().unwrap_or(name);
        let built = WebauthnBuilder::new(name, &origin)
            .and_then(|builder| {
                let any_port = config.public_origin.is_none();
                builder.rp_name(NAME).allow_any_port(any_port).build()
            })
            .map_err(|_| {
                refuse(
                    "rp_id",
                    "the name in public_origin, or the end of it behind a dot",
                )
            })?;
        Ok(Self(Some(built)))
    }

    /// The library, where passkeys are on.
    #[must_use]
    pub const fn party(&self) -> Option<&Webauthn> {
        self.0.as_ref()
    }
}
