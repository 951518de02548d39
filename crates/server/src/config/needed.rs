//! What a server for real people cannot do without. All that is missing is told at once: whoever sets a server up mends the
//! file once, not once a start.

use super::{Config, ConfigError};
use crate::{notices::webhook::WebhookGateway, secret};

/// What a key of ours looks like.
const KEY: &str = "64 hex digits, the same on every server of one database; `eid-server keys` makes one";

/// What is missing or cannot be used.
///
/// # Errors
/// Names every such setting, one a line.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    let is_key = |key: &Option<String>| key.as_deref().is_some_and(|key| secret::bytes32(key).is_some());
    let gateway = config.sms_webhook.as_deref().and_then(WebhookGateway::parse);
    let settings = [
        (is_key(&config.server_key), "server_key", KEY),
        (is_key(&config.slip_key), "slip_key", KEY),
        (
            gateway.is_some(),
            "sms_webhook",
            "the gateway that sends messages, http://host:port/path",
        ),
        (
            !config.hotline.trim().is_empty(),
            "hotline",
            "the number that people call for help",
        ),
    ];
    let missing = settings.into_iter().filter(|(is_there, ..)| !is_there);
    let missing: Vec<String> = missing
        .map(|(_, name, what)| format!("  {name}: {what}"))
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(ConfigError::Needed(missing.join("\n")))
    }
}
