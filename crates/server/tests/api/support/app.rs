//! A server of one test.

use super::client::Client;
use eid_server::{
    config::{Config, SecondFactor},
    jobs,
    limits::Limits,
    serve::{self, Background, Running},
};
use eid_store::{Dialect, testing::TestDatabase};
use std::{collections::BTreeMap, path::PathBuf};

/// Monday, 8 o'clock at every office.
pub(crate) const START: &str = "2026-11-23T01:00:00Z";

/// The server, on a port of its own, with the demo's data and clock. Its jobs run when the test says so.
pub(crate) struct TestApp {
    running: Running,
    database: TestDatabase,
}

impl TestApp {
    /// Starts one. `None`: PostgreSQL is left out.
    pub(crate) async fn start(dialect: Dialect) -> Option<Self> {
        Self::start_with(dialect, |_| ()).await
    }

    /// Starts one with other settings.
    pub(crate) async fn start_with(dialect: Dialect, change: impl FnOnce(&mut Config)) -> Option<Self> {
        let database = TestDatabase::empty(dialect).await.unwrap()?;
        let mut config = Config {
            demo: true,
            listen: "127.0.0.1:0".parse().unwrap(),
            dist: PathBuf::from("no-such-folder"),
            database: database.url.clone(),
            server_key: None,
            slip_key: None,
            slip_old_keys: Vec::new(),
            second_factor: SecondFactor::Optional,
            public_origin: None,
            rp_id: None,
            one_device: true,
            helper_minutes: 10,
            trusted_proxies: Vec::new(),
            hotline: "1900 0000".to_owned(),
            limits: Limits::new(true, &BTreeMap::new()).unwrap(),
            queue: eid_domain::queue::QueueRules::default(),
            offers: eid_domain::waiting::OfferRules::default(),
            // Tests that count places count the plan's; those of the usual share set it.
            assisted_share: eid_domain::office::UsualShare::NONE,
            demo_start: Some(START.parse().unwrap()),
            by_file: false,
            unclaimed_after_days: eid_domain::dossier::UNCLAIMED_AFTER_DAYS,
            child_remind_days: eid_domain::child::REMIND_DAYS,
            recovery_pause_hours: 24,
            sms_webhook: None,
        };
        change(&mut config);
        let running = serve::start_with(config, Background::Nothing).await.unwrap();
        Some(Self { running, database })
    }

    /// Another server of the same database, with the same clock.
    pub(crate) async fn twin(&self) -> Running {
        let mut config = self.inside().config.clone();
        config.listen = "127.0.0.1:0".parse().unwrap();
        serve::start_with(config, Background::Nothing).await.unwrap()
    }

    /// What the server's own parts are.
    pub(crate) fn inside(&self) -> &eid_server::state::App {
        self.running.app()
    }

    /// `http://127.0.0.1:port`.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.running.address())
    }

    /// A browser without cookies.
    pub(crate) fn client(&self) -> Client {
        Client::new(self.origin())
    }

    /// Does everything that is due.
    pub(crate) async fn work(&self) {
        jobs::run::round(self.inside()).await.unwrap();
    }

    /// Moves the clock and does what is due then.
    pub(crate) async fn pass(&self, seconds: u32) {
        let moved = self
            .client()
            .post("/api/dev/clock", &serde_json::json!({ "seconds": seconds }))
            .await;
        assert_eq!(moved.status, 204);
        self.work().await;
    }

    /// Every message sent so far to a phone, newest first.
    pub(crate) async fn messages(&self, to: &str) -> Vec<String> {
        self.work().await;
        let all = self.client().get("/api/dev/messages").await;
        let all = all.json["messages"].as_array().unwrap().clone();
        let mine = all.iter().filter(|message| message["to"] == to);
        mine.map(|message| message["body"].as_str().unwrap().to_owned())
            .collect()
    }

    /// The six digits last sent to a phone.
    pub(crate) async fn code(&self, to: &str) -> String {
        let messages = self.messages(to).await;
        let text = messages
            .iter()
            .find(|text| text.contains("Ma xac nhan"))
            .expect("a code was sent");
        text.chars().filter(char::is_ascii_digit).take(6).collect()
    }

    /// Stops it and starts another on the same data.
    pub(crate) async fn restart(self) -> Self {
        let config = self.inside().config.clone();
        self.running.stop().await.unwrap();
        let running = serve::start_with(config, Background::Nothing).await.unwrap();
        Self {
            running,
            database: self.database,
        }
    }

    /// Stops it; its data must be sound.
    pub(crate) async fn stop(self) {
        assert_eq!(
            self.inside().store.check_invariants().await.unwrap(),
            Vec::<String>::new()
        );
        self.running.stop().await.unwrap();
        self.database.close().await.unwrap();
    }
}
