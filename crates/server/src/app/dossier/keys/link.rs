//! The links of messages: each does one thing.

use super::word;
use crate::{problem::ApiError, secret, state::App};
use eid_domain::wire::dossiers::AccessScope;
use eid_store::{
    Tx,
    access_keys::{self, AccessKey as Row},
};
use jiff::Timestamp;

/// What the link of a message can do: one thing, and not for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Cancel the visit, until it begins.
    Cancel,
    /// Answer the offer of a place, while it stands.
    Offer,
    /// See, and take back, a wish for a visit at home.
    Home,
    /// See one's place in the line of today.
    Queue,
    /// Lock an account, where a message tells of what its owner has not done.
    Lock,
    /// Everything the receipt can: for who was booked in by the desk and has no other way to it.
    Receipt,
}

impl Link {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Offer => "offer",
            Self::Home => "home",
            Self::Queue => "queue",
            Self::Lock => "lock",
            Self::Receipt => word(AccessScope::Manage),
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Cancel => "/huy/",
            Self::Offer => "/som/",
            Self::Home => "/nha/",
            Self::Queue => "/cho-goi",
            Self::Lock => "/khoa",
            Self::Receipt => "/lich-hen/",
        }
    }

    /// What a link's key is worked out from.
    #[must_use]
    pub fn about(self, id: &str) -> String {
        format!("{}:{id}", self.word())
    }
}

/// The key of a link. Worked out anew when the message is sent, so that only its digest is stored.
#[must_use]
pub fn link_key(app: &App, about: &str) -> String {
    app.keys.derived("link", &[about])
}

/// Our own address as people reach it, e.g. `https://hen.example.gov.vn`; where nobody has told us, only a demo knows it.
#[must_use]
pub fn origin(app: &App) -> Option<String> {
    let listen = || app.config.demo.then(|| format!("http://{}", app.config.listen));
    app.config.public_origin.clone().or_else(listen)
}

/// The name of our site, to which browsers bind codes; empty where it is not reached over TLS, which they ask for.
#[must_use]
pub fn host(app: &App) -> String {
    let origin = app.config.public_origin.as_deref().unwrap_or_default();
    let authority = origin.strip_prefix("https://").unwrap_or_default();
    authority.split([':', '/']).next().unwrap_or_default().to_owned()
}

/// The link of a message, with a mark where its key goes; empty where nobody has told us our own address.
#[must_use]
pub fn address(app: &App, link: Link, reference: &str) -> String {
    origin(app)
        .map(|origin| {
            format!(
                "{origin}{}{reference}#{}",
                link.path(),
                crate::notices::text::KEY_MARK
            )
        })
        .unwrap_or_default()
}

/// Lets the key of a link do its one thing until `expires_at`.
///
/// # Errors
/// When the database is out of reach.
pub async fn issue_link(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    link: Link,
    about: &str,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<(), ApiError> {
    let hash = secret::digest(&link_key(app, about));
    if access_keys::live(tx, &hash, now).await?.is_some() {
        // Told a second time about the same: the same key.
        return Ok(());
    }
    let row = Row {
        hash,
        dossier_id: dossier_id.to_owned(),
        scope: link.word().to_owned(),
        expires_at,
        staff_session: None,
    };
    Ok(access_keys::insert(tx, &row).await?)
}
