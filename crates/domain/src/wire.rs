//! What travels between browser and server. Both sides use these very types.
//!
//! Requests carry what the person typed as text; each has a `parse` that both sides call and that names
//! every wrong field. Responses carry parsed types. Instants are RFC 3339 in UTC, office-local dates and
//! times are civil (`2026-11-23`, `07:30:00`).

pub mod account;
pub mod acting;
pub mod activation;
pub mod aid;
pub mod announcements;
pub mod attestations;
pub mod audit;
pub mod batches;
pub mod bookings;
pub mod children;
pub mod class_list;
pub mod closures;
pub mod config;
pub mod delivery;
pub mod desk;
pub mod dev;
pub mod devices;
pub mod dossiers;
pub mod drawn_code;
pub mod figures;
pub mod hand_over;
pub mod helper;
pub mod holds;
pub mod holidays;
pub mod home_visits;
pub mod household;
pub mod intake;
pub mod looks;
pub mod lost_phone;
pub mod new_phone;
pub mod notices;
pub mod office_admin;
pub mod office_days;
pub mod own_data;
pub mod passkeys;
pub mod phone_codes;
pub mod places;
pub mod queue;
pub mod recovery;
pub mod rescue;
pub mod rounds;
pub mod search;
pub mod second_factor;
pub mod slips;
pub mod slots;
pub mod staff_admin;
pub mod staff_lock;
pub mod stays;
pub mod stops;
pub mod tickets;
pub mod tracking;
pub mod venues;
pub mod waiting;
pub mod wallet;

/// Header that makes a repeated mutation answer as the first one did. 16 to 64 visible ASCII characters.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Header that carries a receipt's access key; never in a URL that a server sees.
pub const ACCESS_KEY: &str = "x-access-key";
/// Header that carries a slip's token: what somebody holds in their hand belongs in no URL that a server logs.
pub const SLIP: &str = "x-slip";
/// Header that says `1` where staff book for a person. It counts only together with a session of staff; without one the
/// request is refused.
pub const ASSISTED: &str = "x-assisted";
/// Header that carries a proof of work: the challenge of a `proof_required`, a colon, the numbers that solve it.
pub const PROOF: &str = "x-proof";
/// Header with the id under which a request is logged.
pub const REQUEST_ID: &str = "x-request-id";

/// The language a person is written to in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Vietnamese, the source language.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// From a BCP 47 tag; anything but English is Vietnamese.
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("en") { Self::En } else { Self::Vi }
    }
}
