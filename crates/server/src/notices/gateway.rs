//! Who carries messages away.

use eid_store::{Store, messages};
use jiff::Timestamp;
use std::pin::Pin;

/// A message on its way.
#[derive(Clone)]
pub struct Outgoing {
    /// Unique; the same message comes again under the same id.
    pub id: String,
    /// `sms` or `mail`.
    pub channel: String,
    /// Phone number in E.164, or address of electronic mail.
    pub to: String,
    /// Subject of a letter; empty for SMS.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// It did not go out; it is tried again.
#[derive(Debug, thiserror::Error)]
#[error("the gateway did not take the message: {0}")]
pub struct NotSent(pub String);

/// What sending gives, later.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;

/// Carries messages away. A message may be given twice; its id tells.
pub trait Gateway: Send + Sync {
    /// Takes one message.
    fn send(&self, message: Outgoing, now: Timestamp) -> Sending<'_>;
}

/// Nobody gets these: they are shown in the demo's inbox.
pub struct SimulatedGateway {
    store: Store,
}

impl SimulatedGateway {
    /// Writes into this database.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store }
    }
}

impl Gateway for SimulatedGateway {
    fn send(&self, message: Outgoing, now: Timestamp) -> Sending<'_> {
        Box::pin(async move {
            let failed = |error: eid_store::StoreError| NotSent(error.to_string());
            let mut tx = self.store.begin().await.map_err(failed)?;
            let row = messages::Message {
                id: message.id,
                at: now,
                channel: message.channel,
                to_address: message.to,
                subject: message.subject,
                body: message.body,
            };
            messages::insert(&mut tx, &row).await.map_err(failed)?;
            tx.commit().await.map_err(failed)
        })
    }
}
