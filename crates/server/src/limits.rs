//! Named limits. Each kind of abuse has its own, counted in the database, so that more servers do not
//! multiply it.

use crate::{config::ConfigError, problem::ApiError, proof::Settings};
use eid_domain::problem::{Problem, ProblemCode};
use eid_store::{
    Tx,
    limits::{self as table, Hit, Limit, clear, hit, state},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// A demo is used by one machine for everybody.
const DEMO_SOURCES: u32 = 100;
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident = $most:expr, $window:expr;)+) => {
        /// Every limit there is. Names that end in `_source` count by the client's address.
        #[derive(Clone, Debug)]
        pub struct Limits {
            $($(#[$doc])* pub $name: Limit,)+
            /// From when on a proof of work is asked for, and what it costs.
            pub proof: Settings,
        }

        impl Limits {
            /// The defaults, with the counts that the configuration replaces.
            ///
            /// # Errors
            /// When a name means nothing, or a proof of work cannot be asked for so.
            pub fn new(demo: bool, replaced: &BTreeMap<String, u32>) -> Result<Self, ConfigError> {
                let names = [$(stringify!($name)),+];
                if replaced.keys().any(|name| !names.contains(&name.as_str()) && !Settings::knows(name)) {
                    return Err(ConfigError::Value { name: "limits", reason: "unknown name" });
                }
                let limit = |name: &'static str, most: u32, window: i64| {
                    let times = if demo && name.ends_with("_source") { DEMO_SOURCES } else { 1 };
                    let most = replaced.get(name).copied().unwrap_or(most * times);
                    // A sign-in locks for the whole window from the last wrong try on.
                    let locks = name.contains("sign_in");
                    Limit { name, most, window: SignedDuration::from_secs(window), locks }
                };
                $(let $name = limit(stringify!($name), $most, $window);)+
                let all = [$($name),+];
                let most = |name: &str| all.iter().find(|limit| limit.name == name).map(|limit| limit.most);
                let proof = Settings::new(replaced, most)?;
                Ok(Self { $($name,)+ proof })
            }
        }
    };
}

limits! {
    /// Places held from one address.
    hold_source = 20, 10 * MINUTE;
    /// Codes sent to one number.
    phone_code_phone = 5, HOUR;
    /// Codes asked for from one address; a café or a carrier's gateway is one address for many.
    phone_code_source = 30, HOUR;
    /// Codes tried from one address.
    code_try_source = 60, 10 * MINUTE;
    /// Bookings from one address.
    booking_source = 30, HOUR;
    /// Questions from one address whether a list frees somebody from the fee.
    exemption_source = 30, HOUR;
    /// The same about one person.
    exemption_subject = 20, HOUR;
    /// Payout accounts linked or removed by one person.
    payout_subject = 20, HOUR;
    /// Lists of social assistance looked at or confirmed by one member of staff.
    aid_list_staff = 120, HOUR;
    /// Messages to people on such lists asked for by one member of staff, however many people each is for.
    aid_tell_staff = 60, HOUR;
    /// Codes of an e-ID made by one account.
    attestation_subject = 60, HOUR;
    /// Stay notices filed or changed by one account: a home has so many guests, a flood of made-up ones it has not.
    stay_subject = 60, HOUR;
    /// The same by one registered place: a hotel's coach arrives at once.
    stay_venue = 600, HOUR;
    /// Lists of stays taken out as a file by one member of staff.
    stay_export_staff = 30, HOUR;
    /// Places registered or changed by one administrator.
    venue_admin_staff = 120, HOUR;
    /// Wrong passwords for one user name of a place.
    venue_sign_in_subject = 5, 15 * MINUTE;
    /// Wrong passwords for places from one address.
    venue_sign_in_source = 30, 15 * MINUTE;
    /// Checks of an e-ID asked from one address; a gate is one address for many.
    attestation_check_source = 120, 10 * MINUTE;
    /// Papers asked for by one account: there are not many more kinds.
    wallet_ask_subject = 60, HOUR;
    /// Numbers of papers shown whole to one account.
    wallet_show_subject = 120, HOUR;
    /// Children's cards shown to one account.
    child_card_subject = 120, HOUR;
    /// Families moved or cancelled from one address.
    household_change_source = 30, HOUR;
    /// Places held, codes sent and visits booked for people by one member of staff.
    assisted_staff = 300, HOUR;
    /// Wishes for an earlier place from one address.
    waiting_source = 20, HOUR;
    /// Stops planned or cancelled by one member of staff.
    stop_plan_staff = 60, HOUR;
    /// Changes of an office, taken back or not, by one member of staff.
    office_change_staff = 60, HOUR;
    /// Changes of the country's days, taken back or not, by one member of staff: each writes ticks of every office.
    holiday_change_staff = 30, HOUR;
    /// Class lists looked at or confirmed by one member of staff: each tells whose dossier is open.
    class_list_staff = 120, HOUR;
    /// Files brought by one member of staff.
    batch_import_staff = 120, HOUR;
    /// Wishes for a visit at home from one address.
    home_visit_source = 20, HOUR;
    /// Wishes for a visit at home opened, planned or refused by one member of staff.
    home_visit_staff = 240, HOUR;
    /// Links to hand on from one address.
    link_source = 20, HOUR;
    /// Ways of cards chosen from one address.
    delivery_source = 20, HOUR;
    /// Changes of how people are written to, from one address.
    notice_wish_source = 20, HOUR;
    /// Questions to offices from one address.
    question_source = 20, HOUR;
    /// Codes sent as letters, asked for from one address.
    mail_code_source = 10, HOUR;
    /// Codes sent to one address of electronic mail.
    mail_code_address = 5, HOUR;
    /// Look-ups by code from one address.
    tracking_code_source = 20, 10 * MINUTE;
    /// Look-ups of one code: a birth date cannot be guessed.
    tracking_code_subject = 5, HOUR;
    /// Look-ups of one person.
    tracking_person_subject = 5, HOUR;
    /// Look-ups by person from one address.
    tracking_person_source = 20, HOUR;
    /// Exports of the audit by one auditor: each may read all of it.
    audit_export_staff = 30, HOUR;
    /// Dossiers whose person one member of staff has had shown: forty people an hour stand at the counters of an office.
    reveal_staff = 120, HOUR;
    /// Searches for people by one member of staff: forty people an hour stand in a hall, nobody leafs through a city.
    desk_search_staff = 120, HOUR;
    /// Announcements made or changed by one member of staff.
    announcement_staff = 60, HOUR;
    /// Activations begun for one person.
    activation_subject = 5, HOUR;
    /// Activations begun from one address.
    activation_source = 20, HOUR;
    /// Streams of events of the hall or the line that one address has open at one server; the window means nothing.
    live_source = 60, MINUTE;
    /// The same for the desk: an office is one address for all of its staff.
    live_desk_source = 240, MINUTE;
    /// Ceremonies of passkeys begun from one address: every opening of a sign-in page is one, and many share an address.
    passkey_source = 240, 10 * MINUTE;
    /// Codes sent for a change of device of one account.
    device_code_subject = 5, HOUR;
    /// Codes shown by the device until now, for one account.
    device_show_subject = 20, HOUR;
    /// Wrong codes of the device until now, for one account.
    device_sign_in_subject = 5, 15 * MINUTE;
    /// Codes sent to give one account another phone, to the number until now and to the new one.
    new_phone_subject = 6, HOUR;
    /// Phones of accounts changed by one member of staff: who comes without their number is rare.
    account_phone_staff = 30, HOUR;
    /// Exports of what is held about one person.
    export_subject = 10, HOUR;
    /// Dossiers taken along or forgotten by their keys, from one address.
    own_data_source = 20, HOUR;
    /// Codes sent to close one account.
    close_subject = 5, HOUR;
    /// Codes for a helper of one account.
    helper_code_subject = 10, HOUR;
    /// Wrong codes of people who let the help desk look along, typed by one member of staff.
    helper_try_staff = 5, 15 * MINUTE;
    /// Links of messages that lock an account, used from one address.
    lock_link_source = 20, HOUR;
    /// Ways to another password begun from one address.
    recovery_source = 20, HOUR;
    /// Codes on such a way for one person.
    recovery_subject = 5, HOUR;
    /// Wrong answers to the security questions of one account on one day; the next begins at midnight.
    recovery_answer_subject = 5, 24 * HOUR;
    /// Wrong answers to security questions from one address, of whatever accounts.
    recovery_answer_source = 30, HOUR;
    /// Wrong passcodes of one account on one day; the next begins at midnight.
    passcode_subject = 5, 24 * HOUR;
    /// Wrong passcodes from one address, of whatever accounts: their owners share it with whoever is at the same café.
    passcode_source = 30, HOUR;
    /// Members of staff added or changed by one administrator.
    staff_admin_staff = 120, HOUR;
    /// Wrong passwords for one person.
    sign_in_subject = 5, 15 * MINUTE;
    /// Wrong passwords from one address.
    sign_in_source = 30, 15 * MINUTE;
    /// Wrong passwords for one user name of staff.
    desk_sign_in_subject = 5, 15 * MINUTE;
    /// Wrong codes of the second factor for one member of staff.
    desk_sign_in_code = 5, 15 * MINUTE;
    /// Wrong passwords for staff from one address.
    desk_sign_in_source = 30, 15 * MINUTE;
}

/// Counts one more. The count stays only if the transaction is committed.
///
/// # Errors
/// `too_many_requests` with the seconds until the window ends.
pub async fn spend(tx: &mut Tx, limit: &Limit, key: &str, now: Timestamp) -> Result<(), ApiError> {
    let told = hit(tx, limit, key, now).await?;
    if told.allowed {
        Ok(())
    } else {
        Err(reached(&told, ProblemCode::TooManyRequests))
    }
}

/// Refuses where the limit is reached, without counting.
///
/// # Errors
/// `locked_out` with the seconds until the window ends.
pub async fn check_open(tx: &mut Tx, limit: &Limit, key: &str, now: Timestamp) -> Result<(), ApiError> {
    let told = state(tx, limit, key, now).await?;
    if told.allowed {
        Ok(())
    } else {
        Err(reached(&told, ProblemCode::LockedOut))
    }
}

/// Counts a try before it is judged, so that many at once are no more than one after the other; returns how
/// many are left. [`forget`] them when it was right.
///
/// # Errors
/// `locked_out` with the seconds until the window ends.
pub async fn begin_try(tx: &mut Tx, limit: &Limit, key: &str, now: Timestamp) -> Result<u32, ApiError> {
    let told = hit(tx, limit, key, now).await?;
    if told.allowed {
        Ok(limit.most.saturating_sub(told.count))
    } else {
        Err(reached(&told, ProblemCode::LockedOut))
    }
}

/// Takes back a try that [`begin_try`] has counted and that was right: of a limit by address, whose other tries may be
/// somebody else's.
///
/// # Errors
/// When the database is out of reach.
pub async fn give_back(tx: &mut Tx, limit: &Limit, key: &str, now: Timestamp) -> Result<(), ApiError> {
    Ok(table::give_back(tx, limit, key, now).await?)
}

/// Forgets the wrong tries after a right one.
///
/// # Errors
/// When the database is out of reach.
pub async fn forget(tx: &mut Tx, limit: &Limit, key: &str) -> Result<(), ApiError> {
    Ok(clear(tx, limit, key).await?)
}

fn reached(told: &Hit, code: ProblemCode) -> ApiError {
    let seconds = u32::try_from(told.retry_after.as_secs()).unwrap_or(u32::MAX);
    Problem::new(code).retry_after(seconds.saturating_add(1)).into()
}
