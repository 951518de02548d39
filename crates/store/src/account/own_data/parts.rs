//! The list.

mod account;
mod dossier;
mod person;

use super::Part;

/// Everything that is told to the person.
pub fn parts() -> impl Iterator<Item = &'static Part> {
    [account::ACCOUNT, person::PERSON, dossier::DOSSIER]
        .into_iter()
        .flatten()
}

/// Tables that are not in the file, and why. A table that is on neither list fails the test.
pub const NOT_TAKEN: &[(&str, &str)] = &[
    ("activation", "digests of secrets under way; gone in a day"),
    ("announcement", "nothing of a person"),
    ("audit_head", "hashes of the audit"),
    ("audit_seal", "hashes of the audit"),
    ("audit_unsealed", "ids of the audit"),
    (
        "batch",
        "files between office and ministry; what they say stands in the dossiers",
    ),
    ("batch_row", "the same, gone when taken over"),
    ("decision_taken", "digests of the ministry's decisions"),
    ("device_change", "digest of a token; gone in a day"),
    ("device_code", "digest of a code; gone in a day"),
    ("figure_counted", "marks of what was counted"),
    ("figure_day", "sums"),
    ("figure_head", "sums"),
    ("figure_pending", "marks of what will be counted"),
    ("figure_target", "sums"),
    ("holiday_calendar", "nothing of a person"),
    ("holiday_change", "nothing of a person but staff"),
    ("holiday_change_moved", "ids of waiting entries, which are told"),
    ("idempotency", "answers already given; gone in a day"),
    ("job", "ids of work; done jobs go after 90 days"),
    ("lock_link", "digest of a message's link; gone in a day"),
    ("ministry_case", "the simulated ministry's own"),
    ("office", "nothing of a person"),
    ("office_change", "nothing of a person but staff"),
    ("office_change_moved", "ids of waiting entries, which are told"),
    ("office_exception", "nothing of a person"),
    ("one_time_code", "digests of codes; gone in a day"),
    ("passkey_ceremony", "challenges; gone in a day"),
    ("phone_proof", "digest of a proof; gone in a day"),
    ("queue_day", "counters"),
    ("rate_limit", "keyed digests; gone in a day"),
    ("recovery", "digest of a token; gone in a day"),
    (
        "reservation",
        "the place of a visit, which is told; a digest of the source",
    ),
    ("schema_version", "nothing of a person"),
    ("setting", "nothing of a person"),
    (
        "simulated_message",
        "only in a demo: the texts of messages that are told",
    ),
    ("slot_tick", "counters"),
    ("source_case", "the simulated agencies' own"),
    ("spent_proof", "random ids; gone in a day"),
    ("staff", "staff"),
    ("staff_enrolment", "staff"),
    ("staff_factor", "staff"),
    ("staff_recovery", "staff"),
    ("staff_reveal", "looks by staff, told from the audit"),
    ("staff_sign_in", "staff"),
    ("stop", "nothing of a person but staff"),
    ("venue", "lodgings and apartment blocks, no persons"),
    (
        "venue_check",
        "a venue's own list, sealed; the check itself is told",
    ),
    ("venue_session", "venues"),
    ("venue", "lodgings and apartment blocks, nothing of a person"),
    (
        "venue_check",
        "sealed, under no number of an account; gone in three days",
    ),
    ("venue_session", "digests of cookies of places"),
];
