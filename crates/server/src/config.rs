//! Settings: flags win over environment variables (`EID_…`), these over the configuration file, that over
//! the defaults.

pub mod file;
pub mod flags;
mod needed;

use crate::limits::Limits;
use eid_domain::{
    child::REMIND_DAYS, dossier::UNCLAIMED_AFTER_DAYS, office::UsualShare, queue::QueueRules,
    waiting::OfferRules,
};
use file::FileSettings;
use flags::ServeFlags;
use jiff::Timestamp;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
};

/// Everything the server is told from outside.
#[derive(Clone, Debug)]
pub struct Config {
    /// Made-up staff, simulated messages, a clock that can be moved. Never where real people book.
    pub demo: bool,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Folder with the client's files.
    pub dist: PathBuf,
    /// `sqlite:path` or `postgres://…`.
    pub database: String,
    /// 64 hex digits. Needed unless in a demo, which makes one and keeps it in the database.
    pub server_key: Option<String>,
    /// 64 hex digits: the Ed25519 key that signs slips. Needed unless in a demo, as `server_key`.
    pub slip_key: Option<String>,
    /// Public keys (`x` of `GET /api/slips/keys`) that slips were signed with before; those slips stay good.
    pub slip_old_keys: Vec<String>,
    /// Whether staff must prove more than the password.
    pub second_factor: SecondFactor,
    /// Scheme and authority under which people reach us, where a proxy changes the `Host` header.
    pub public_origin: Option<String>,
    /// The name to which passkeys are bound, where it is not the whole name in `public_origin` but the end of it.
    pub rp_id: Option<String>,
    /// Whether an account is in use on one device at a time; another one needs a code.
    pub one_device: bool,
    /// Minutes for which the help desk may look along once the owner of an account has let it; 1 to 60.
    pub helper_minutes: u16,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Number to call for help. Needed unless in a demo, which shows one that is nobody's.
    pub hotline: String,
    /// Named limits.
    pub limits: Limits,
    /// How the line of an office works.
    pub queue: QueueRules,
    /// How long places stand that are offered to who waits, and when people are written to about them.
    pub offers: OfferRules,
    /// What every office keeps for phone and desk that says nothing itself.
    pub assisted_share: UsualShare,
    /// Dossiers go to the ministry in files that officers export, and its decisions come back in files; nothing is handed
    /// over by itself. A demo chooses it at the desk too.
    pub by_file: bool,
    /// Days after which a card that its owner was told of counts as uncollected.
    pub unclaimed_after_days: u16,
    /// Days before a child's 14th birthday on which the family is told that the account becomes the child's own; 1 to 180.
    pub child_remind_days: u16,
    /// Hours within which only one of password and passcode can be set anew with phone and security answers, unless on the
    /// device that has the account; 0 to 168.
    pub recovery_pause_hours: u16,
    /// Demo only: the time the clock shows at the first start.
    pub demo_start: Option<Timestamp>,
    /// Where notices go; without one they are kept as simulated messages, which only a demo may do.
    pub sms_webhook: Option<String>,
}

/// Whether staff must prove more than the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// Everybody, from the first sign-in on.
    Required,
    /// Who has set one up.
    Optional,
}

impl SecondFactor {
    /// Unless somebody says otherwise. A demo is for looking around.
    #[must_use]
    pub const fn usual(demo: bool) -> Self {
        if demo { Self::Optional } else { Self::Required }
    }
}

impl std::str::FromStr for SecondFactor {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "required" => Ok(Self::Required),
            "optional" => Ok(Self::Optional),
            _ => Err("required or optional"),
        }
    }
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: String,
        /// Why.
        reason: String,
    },
    /// A value makes no sense.
    #[error("{name}: {reason}")]
    Value {
        /// Which setting.
        name: &'static str,
        /// Why.
        reason: &'static str,
    },
    /// What a server for real people cannot do without, one setting a line.
    #[error("not set, or not usable, and needed outside a demo (see docs/eid.example.toml):\n{0}")]
    Needed(String),
}

/// Long enough for one question on the phone.
const HELPER_MINUTES: u16 = 10;
/// The owner has a day to see the message of the first and to lock.
const RECOVERY_PAUSE_HOURS: u16 = 24;
/// A made-up number for the demo, the only one anywhere: the prefix is not in use.
const DEMO_HOTLINE: &str = "1900 0000";

impl Config {
    /// Puts together flags, environment and file.
    ///
    /// # Errors
    /// Names the file or the setting that cannot be used.
    pub fn load(flags: ServeFlags) -> Result<Self, ConfigError> {
        let file = match &flags.common.config {
            Some(path) => FileSettings::read(path)?,
            None => FileSettings::default(),
        };
        Self::merge(flags, file)
    }

    fn merge(flags: ServeFlags, file: FileSettings) -> Result<Self, ConfigError> {
        let demo = flags.common.demo || file.demo.unwrap_or(false);
        let database = flags.common.database.or(file.database);
        let config = Self {
            demo,
            listen: flags
                .listen
                .or(file.listen)
                .unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))),
            dist: flags.dist.or(file.dist).unwrap_or_else(|| "dist".into()),
            database: database.unwrap_or_else(|| Self::default_database(demo).to_owned()),
            server_key: filled(flags.server_key.or(file.server_key)),
            slip_key: filled(flags.slip_key.or(file.slip_key)),
            slip_old_keys: file.slip_old_keys,
            second_factor: flags
                .second_factor
                .or(file.second_factor)
                .unwrap_or(SecondFactor::usual(demo)),
            public_origin: filled(flags.public_origin.or(file.public_origin)),
            rp_id: filled(file.rp_id),
            one_device: file.one_device.unwrap_or(true),
            helper_minutes: file.helper_minutes.unwrap_or(HELPER_MINUTES),
            trusted_proxies: file.trusted_proxies,
            hotline: filled(file.hotline)
                .or_else(|| demo.then(|| DEMO_HOTLINE.to_owned()))
                .unwrap_or_default(),
            limits: Limits::new(demo, &file.limits)?,
            queue: file.queue.over(QueueRules::default()),
            offers: file.offers.over(OfferRules::default()),
            assisted_share: file.assisted_share.over(UsualShare::default()),
            by_file: file.by_file.unwrap_or(false),
            unclaimed_after_days: file.unclaimed_after_days.unwrap_or(UNCLAIMED_AFTER_DAYS),
            child_remind_days: file.child_remind_days.unwrap_or(REMIND_DAYS),
            recovery_pause_hours: file.recovery_pause_hours.unwrap_or(RECOVERY_PAUSE_HOURS),
            demo_start: flags.demo_start.or(file.demo_start),
            sms_webhook: filled(file.sms_webhook),
        };
        config.check()
    }

    fn check(self) -> Result<Self, ConfigError> {
        let refuse = |name, reason| Err(ConfigError::Value { name, reason });
        if !self.demo {
            needed::check(&self)?;
        }
        if !self.demo && self.demo_start.is_some() {
            return refuse("demo_start", "only a demo's clock can be set");
        }
        if let Err((name, reason)) = self.offers.check().and(self.assisted_share.check()) {
            return refuse(name, reason);
        }
        if self.unclaimed_after_days == 0 {
            return refuse("unclaimed_after_days", "at least 1");
        }
        if !(1..=180).contains(&self.child_remind_days) {
            return refuse("child_remind_days", "1 to 180");
        }
        if self.recovery_pause_hours > 168 {
            return refuse("recovery_pause_hours", "at most 168");
        }
        if !(1..=60).contains(&self.helper_minutes) {
            return refuse("helper_minutes", "1 to 60");
        }
        Ok(self)
    }

    /// Where the database is when nobody says.
    #[must_use]
    pub fn default_database(demo: bool) -> &'static str {
        if demo {
            "sqlite:.data/demo/eid.db"
        } else {
            "sqlite:.data/eid.db"
        }
    }
}

/// A blank of the sample file that nobody filled in counts as not set.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests;
