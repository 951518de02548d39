//! Numbered scripts, embedded, each applied once.

use crate::{
    error::{Result, StoreError},
    tx::{Dialect, Tx, sql},
};

/// A step of the schema. Most scripts are the same for both databases.
struct Migration {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Migration {
    const fn both(version: i64, name: &'static str, script: &'static str) -> Self {
        Self {
            version,
            name,
            sqlite: script,
            postgres: script,
        }
    }

    const fn script(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        }
    }
}

const MIGRATIONS: &[Migration] = &[
    Migration::both(1, "first", include_str!("../../migrations/0001_first.sql")),
    Migration {
        version: 2,
        name: "audit_append_only",
        sqlite: include_str!("../../migrations/0002_audit_append_only.sqlite.sql"),
        postgres: include_str!("../../migrations/0002_audit_append_only.postgres.sql"),
    },
    Migration::both(3, "waiting", include_str!("../../migrations/0003_waiting.sql")),
    Migration::both(
        4,
        "household",
        include_str!("../../migrations/0004_household.sql"),
    ),
    Migration::both(6, "campaign", include_str!("../../migrations/0006_campaign.sql")),
    Migration::both(7, "assisted", include_str!("../../migrations/0007_assisted.sql")),
    Migration::both(
        8,
        "spent_proof",
        include_str!("../../migrations/0008_spent_proof.sql"),
    ),
    Migration::both(9, "growth", include_str!("../../migrations/0009_growth.sql")),
    Migration {
        version: 10,
        name: "audit_chain",
        sqlite: include_str!("../../migrations/0010_audit_chain.sqlite.sql"),
        postgres: include_str!("../../migrations/0010_audit_chain.postgres.sql"),
    },
    Migration::both(
        11,
        "second_factor",
        include_str!("../../migrations/0011_second_factor.sql"),
    ),
    Migration::both(12, "queue", include_str!("../../migrations/0012_queue.sql")),
    Migration::both(14, "ticket", include_str!("../../migrations/0014_ticket.sql")),
    Migration::both(15, "intake", include_str!("../../migrations/0015_intake.sql")),
    Migration::both(16, "batches", include_str!("../../migrations/0016_batches.sql")),
    Migration {
        version: 17,
        name: "figures",
        sqlite: include_str!("../../migrations/0017_figures.sqlite.sql"),
        postgres: include_str!("../../migrations/0017_figures.postgres.sql"),
    },
    Migration::both(
        18,
        "announcement",
        include_str!("../../migrations/0018_announcement.sql"),
    ),
    Migration::both(
        19,
        "office_change",
        include_str!("../../migrations/0019_office_change.sql"),
    ),
    Migration::both(20, "search", include_str!("../../migrations/0020_search.sql")),
    Migration::both(21, "acting", include_str!("../../migrations/0021_acting.sql")),
    Migration::both(
        22,
        "delivery_mending",
        include_str!("../../migrations/0022_delivery_mending.sql"),
    ),
    Migration::both(23, "passkey", include_str!("../../migrations/0023_passkey.sql")),
    Migration::both(
        24,
        "attestation",
        include_str!("../../migrations/0024_attestation.sql"),
    ),
    Migration::both(28, "recovery", include_str!("../../migrations/0028_recovery.sql")),
    Migration::both(
        29,
        "beneficiary",
        include_str!("../../migrations/0029_beneficiary.sql"),
    ),
    Migration::both(30, "payout", include_str!("../../migrations/0030_payout.sql")),
    Migration::both(31, "wallet", include_str!("../../migrations/0031_wallet.sql")),
    Migration::both(
        32,
        "account_care",
        include_str!("../../migrations/0032_account_care.sql"),
    ),
    Migration::both(
        33,
        "one_time_password",
        include_str!("../../migrations/0033_one_time_password.sql"),
    ),
    Migration::both(
        34,
        "representative",
        include_str!("../../migrations/0034_representative.sql"),
    ),
    Migration::both(35, "stay", include_str!("../../migrations/0035_stay.sql")),
    Migration::both(
        36,
        "phone_change",
        include_str!("../../migrations/0036_phone_change.sql"),
    ),
    Migration::both(37, "seen", include_str!("../../migrations/0037_seen.sql")),
    Migration::both(
        38,
        "account_refusal",
        include_str!("../../migrations/0038_account_refusal.sql"),
    ),
    Migration::both(40, "holidays", include_str!("../../migrations/0040_holidays.sql")),
    Migration::both(
        41,
        "ticket_facts",
        include_str!("../../migrations/0041_ticket_facts.sql"),
    ),
    Migration::both(
        42,
        "family_offer",
        include_str!("../../migrations/0042_family_offer.sql"),
    ),
    Migration::both(
        43,
        "home_visit_person",
        include_str!("../../migrations/0043_home_visit_person.sql"),
    ),
    Migration::both(44, "mail", include_str!("../../migrations/0044_mail.sql")),
];

/// Servers that start together take turns; the number has no meaning but to be ours.
const TAKE_TURNS: &str = "DO $$ BEGIN PERFORM pg_advisory_xact_lock(7310416259); END $$";
const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_version (
    version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied_at TEXT NOT NULL)";

pub(crate) async fn run(tx: &mut Tx) -> Result<usize> {
    if tx.dialect() == Dialect::Postgres {
        tx.script(TAKE_TURNS).await?;
    }
    tx.script(TABLE).await?;
    let mut done = 0_usize;
    for row in tx
        .all(sql("SELECT version, digest FROM schema_version ORDER BY version"))
        .await?
    {
        let (version, stored) = (row.int("version")?, row.text("digest")?);
        let Some(migration) = MIGRATIONS
            .get(done)
            .filter(|migration| migration.version == version)
        else {
            return Err(StoreError::Schema(format!(
                "version {version} is not known to this program"
            )));
        };
        if digest(migration.script(tx.dialect())) != stored {
            return Err(StoreError::Schema(format!(
                "version {version} was made by another script"
            )));
        }
        done += 1;
    }
    for migration in MIGRATIONS.iter().skip(done) {
        tx.script(migration.script(tx.dialect())).await?;
        tx.run(
            sql("INSERT INTO schema_version (version, name, digest, applied_at)
                VALUES ($1, $2, $3, CAST(CURRENT_TIMESTAMP AS TEXT))")
            .bind(migration.version)
            .bind(migration.name)
            .bind(digest(migration.script(tx.dialect()))),
        )
        .await?;
        tracing::info!(
            version = migration.version,
            name = migration.name,
            "schema migrated"
        );
    }
    Ok(MIGRATIONS.len() - done)
}

/// FNV-1a: tells a changed script from an unchanged one; nobody attacks their own schema.
fn digest(script: &str) -> String {
    let hash = script.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
