//! Structured logs on standard error: one JSON object a line.

use std::str::FromStr;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts logging. `EID_LOG` chooses what, e.g. `info,sqlx=warn`; the default keeps statements out.
///
/// # Errors
/// When `EID_LOG` makes no sense, or logging was started before.
pub fn start() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let wanted = std::env::var("EID_LOG").unwrap_or_else(|_| "info,sqlx=warn".to_owned());
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_writer(std::io::stderr);
    tracing_subscriber::registry()
        .with(lines)
        .with(Targets::from_str(&wanted)?)
        .try_init()?;
    Ok(())
}
