//! The configuration file (TOML). Every key may be left out; an unknown key is an error.

use super::{ConfigError, SecondFactor};
use eid_domain::{office::UsualShare, queue::QueueRules, waiting::OfferRules};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

/// The file's keys; the meaning is that of [`super::Config`].
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileSettings {
    /// See [`super::Config::demo`].
    pub demo: Option<bool>,
    /// See [`super::Config::listen`].
    pub listen: Option<SocketAddr>,
    /// See [`super::Config::dist`].
    pub dist: Option<PathBuf>,
    /// See [`super::Config::database`].
    pub database: Option<String>,
    /// See [`super::Config::server_key`].
    pub server_key: Option<String>,
    /// See [`super::Config::slip_key`].
    pub slip_key: Option<String>,
    /// See [`super::Config::slip_old_keys`].
    pub slip_old_keys: Vec<String>,
    /// See [`super::Config::second_factor`].
    pub second_factor: Option<SecondFactor>,
    /// See [`super::Config::public_origin`].
    pub public_origin: Option<String>,
    /// See [`super::Config::rp_id`].
    pub rp_id: Option<String>,
    /// See [`super::Config::one_device`].
    pub one_device: Option<bool>,
    /// See [`super::Config::helper_minutes`].
    pub helper_minutes: Option<u16>,
    /// See [`super::Config::trusted_proxies`].
    pub trusted_proxies: Vec<IpAddr>,
    /// See [`super::Config::hotline`].
    pub hotline: Option<String>,
    /// Counts that replace a named limit's own: `[limits]` `phone_code_phone = 3`.
    pub limits: BTreeMap<String, u32>,
    /// See [`super::Config::queue`].
    pub queue: QueueSettings,
    /// See [`super::Config::offers`].
    pub offers: OfferSettings,
    /// See [`super::Config::assisted_share`].
    pub assisted_share: ShareSettings,
    /// See [`super::Config::by_file`].
    pub by_file: Option<bool>,
    /// See [`super::Config::unclaimed_after_days`].
    pub unclaimed_after_days: Option<u16>,
    /// See [`super::Config::child_remind_days`].
    pub child_remind_days: Option<u16>,
    /// See [`super::Config::recovery_pause_hours`].
    pub recovery_pause_hours: Option<u16>,
    /// See [`super::Config::demo_start`].
    pub demo_start: Option<Timestamp>,
    /// See [`super::Config::sms_webhook`].
    pub sms_webhook: Option<String>,
}

/// `[queue]`: what an installation does otherwise in its lines.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct QueueSettings {
    /// See [`QueueRules::elderly_from`].
    pub elderly_from: Option<u8>,
    /// See [`QueueRules::early_minutes`].
    pub early_minutes: Option<u8>,
    /// See [`QueueRules::out_of_turn`].
    pub out_of_turn: Option<u8>,
    /// See [`QueueRules::calls`].
    pub calls: Option<u8>,
    /// See [`QueueRules::absences`].
    pub absences: Option<u8>,
}

impl QueueSettings {
    /// The rules, with what is set here in their place.
    #[must_use]
    pub fn over(self, rules: QueueRules) -> QueueRules {
        QueueRules {
            elderly_from: self.elderly_from.unwrap_or(rules.elderly_from),
            early_minutes: self.early_minutes.unwrap_or(rules.early_minutes),
            out_of_turn: self.out_of_turn.unwrap_or(rules.out_of_turn),
            calls: self.calls.unwrap_or(rules.calls),
            absences: self.absences.unwrap_or(rules.absences),
            ..rules
        }
    }
}

/// `[offers]`: what an installation does otherwise with places for who waits.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OfferSettings {
    /// See [`OfferRules::earlier_minutes`].
    pub earlier_minutes: Option<u16>,
    /// See [`OfferRules::closure_minutes`].
    pub closure_minutes: Option<u16>,
    /// See [`OfferRules::day_from`], `"07:00"`.
    pub day_from: Option<Time>,
    /// See [`OfferRules::day_to`].
    pub day_to: Option<Time>,
}

impl OfferSettings {
    /// The rules, with what is set here in their place.
    #[must_use]
    pub fn over(self, rules: OfferRules) -> OfferRules {
        OfferRules {
            earlier_minutes: self.earlier_minutes.unwrap_or(rules.earlier_minutes),
            closure_minutes: self.closure_minutes.unwrap_or(rules.closure_minutes),
            day_from: self.day_from.unwrap_or(rules.day_from),
            day_to: self.day_to.unwrap_or(rules.day_to),
        }
    }
}

/// `[assisted_share]`: what an installation keeps for phone and desk where an office says nothing itself.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ShareSettings {
    /// See [`UsualShare::percent`].
    pub percent: Option<u8>,
    /// See [`UsualShare::from`], `"2026-11-01"`.
    pub from: Option<Date>,
}

impl ShareSettings {
    /// The share, with what is set here in its place.
    #[must_use]
    pub fn over(self, share: UsualShare) -> UsualShare {
        UsualShare {
            percent: self.percent.unwrap_or(share.percent),
            from: self.from.unwrap_or(share.from),
        }
    }
}

impl FileSettings {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, is not TOML, or has a key that means nothing.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let refuse = |reason: String| ConfigError::File {
            path: path.display().to_string(),
            reason,
        };
        let text = std::fs::read_to_string(path).map_err(|error| refuse(error.to_string()))?;
        Self::parse(&text).map_err(refuse)
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// Line and reason.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}
