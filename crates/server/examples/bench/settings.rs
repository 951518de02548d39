//! The settings of a measured server.

use eid_server::{config::Config, limits::Limits, serve::Failure};
use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr},
};

/// Monday, 8 o'clock at every office: each run offers the same days.
const START: &str = "2026-11-23T01:00:00Z";
/// A handful of addresses stands for a country.
const NO_LIMIT: u32 = 1_000_000_000;

/// The demo's settings on a database, with limits out of the way. The clients come through a proxy that says
/// who they are, as in the product: all of them from one address would queue for its one row of a limit.
pub(crate) fn config(database: &str) -> Result<Config, Failure> {
    let limits = ["hold_source", "booking_source"].map(|name| (name.to_owned(), NO_LIMIT));
    Ok(Config {
        demo: true,
        listen: "127.0.0.1:0".parse()?,
        dist: "no-such-folder".into(),
        database: database.to_owned(),
        server_key: None,
        slip_key: None,
        slip_old_keys: Vec::new(),
        second_factor: eid_server::config::SecondFactor::Optional,
        public_origin: None,
        rp_id: None,
        one_device: true,
        helper_minutes: 10,
        trusted_proxies: vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
        hotline: "1900 0000".to_owned(),
        limits: Limits::new(true, &BTreeMap::from(limits))?,
        queue: eid_domain::queue::QueueRules::default(),
        offers: eid_domain::waiting::OfferRules::default(),
        // What is measured is online: of offices with one station, days with kept places would be left out altogether.
        assisted_share: eid_domain::office::UsualShare::NONE,
        demo_start: Some(START.parse()?),
        by_file: false,
        unclaimed_after_days: eid_domain::dossier::UNCLAIMED_AFTER_DAYS,
        child_remind_days: eid_domain::child::REMIND_DAYS,
        recovery_pause_hours: 24,
        sms_webhook: None,
    })
}

/// Address of a client, of the range for documentation.
pub(crate) fn source(client: usize) -> String {
    format!("198.51.100.{}", client + 1)
}
