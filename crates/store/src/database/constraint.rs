//! The rules that the database enforces, under one name on both databases.

use sqlx::error::DatabaseError;

/// A rule of the database that a caller may run into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Constraint {
    /// More visits in ten minutes than the office has places.
    SlotTickNotOversold,
    /// A second open dossier for one personal number.
    DossierOneOpenPerPerson,
    /// A second coming visit of one dossier.
    AppointmentOneActivePerDossier,
    /// Two visits in one reserved place.
    AppointmentReservationUnique,
    /// Two dossiers of one reference.
    DossierReferenceUnique,
    /// Two dossiers of one code.
    DossierCodeUnique,
    /// A second account for one personal number.
    AccountOnePerPerson,
    /// Two members of staff of one user name.
    StaffUsernameUnique,
    /// Two registered places of one user name.
    VenueUsernameUnique,
    /// A second case for one dossier code at the ministry.
    MinistryCaseUnique,
    /// An idempotency key that is in use.
    IdempotencyKeyUnique,
    /// The audit can only grow.
    AuditAppendOnly,
    /// A second live ticket of one dossier.
    QueueTicketOneLivePerDossier,
    /// Two people at one station.
    QueueTicketOnePerStation,
    /// Two people of one number on one day.
    QueueTicketNumberUnique,
    /// A file of an office that is worked on already.
    BatchFileOpen,
    /// A row points at another that is not there.
    ForeignKey,
    /// Any other rule, e.g. a primary key met twice.
    Other,
}

/// Name of the constraint or index, and how SQLite spells a breach of it.
const NAMES: [(Constraint, &str, &str); 16] = [
    (
        Constraint::SlotTickNotOversold,
        "slot_tick_not_oversold",
        "slot_tick_not_oversold",
    ),
    (
        Constraint::DossierOneOpenPerPerson,
        "dossier_one_open_per_person",
        "dossier.personal_number",
    ),
    (
        Constraint::AppointmentOneActivePerDossier,
        "appointment_one_active_per_dossier",
        "appointment.dossier_id",
    ),
    (
        Constraint::AppointmentReservationUnique,
        "appointment_reservation_unique",
        "appointment.reservation_id",
    ),
    (
        Constraint::DossierReferenceUnique,
        "dossier_reference_unique",
        "dossier.reference",
    ),
    (
        Constraint::DossierCodeUnique,
        "dossier_code_unique",
        "dossier.code",
    ),
    (
        Constraint::AccountOnePerPerson,
        "account_one_per_person",
        "account.personal_number",
    ),
    (
        Constraint::StaffUsernameUnique,
        "staff_username_unique",
        "staff.username",
    ),
    (
        Constraint::VenueUsernameUnique,
        "venue_username_unique",
        "venue.username",
    ),
    (
        Constraint::MinistryCaseUnique,
        "ministry_case_unique",
        "ministry_case.dossier_code, ministry_case.kind",
    ),
    (
        Constraint::IdempotencyKeyUnique,
        "idempotency_key_unique",
        "idempotency.key_hash",
    ),
    (
        Constraint::AuditAppendOnly,
        "audit_append_only",
        "audit_append_only",
    ),
    (
        Constraint::QueueTicketOneLivePerDossier,
        "queue_ticket_one_live_per_dossier",
        "queue_ticket.dossier_id",
    ),
    (
        Constraint::QueueTicketOnePerStation,
        "queue_ticket_one_per_station",
        "queue_ticket.office_id, queue_ticket.day, queue_ticket.station",
    ),
    (
        Constraint::QueueTicketNumberUnique,
        "queue_ticket_number_unique",
        "queue_ticket.office_id, queue_ticket.day, queue_ticket.number",
    ),
    (
        Constraint::BatchFileOpen,
        "batch_file_open",
        "batch.office_id, batch.kind, batch.hash",
    ),
];

impl Constraint {
    /// The name in the schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ForeignKey => "foreign_key",
            other => NAMES
                .iter()
                .find(|(c, _, _)| *c == other)
                .map_or("other", |(_, name, _)| name),
        }
    }

    /// Which rule `error` tells of, if any. PostgreSQL names the index; SQLite names the columns of a unique
    /// index and the name of a check.
    pub(crate) fn of(error: &dyn DatabaseError) -> Option<Self> {
        let message = error.message();
        let told = error
            .constraint()
            .or_else(|| message.rsplit_once("failed: ").map(|(_, what)| what));
        let known = |what: &str| {
            NAMES
                .iter()
                .find(|(_, name, columns)| *name == what || *columns == what)
        };
        if let Some((constraint, _, _)) = told.and_then(known).or_else(|| known(message)) {
            return Some(*constraint);
        }
        if error.is_foreign_key_violation() {
            Some(Self::ForeignKey)
        } else if error.is_unique_violation() || error.is_check_violation() {
            Some(Self::Other)
        } else {
            None
        }
    }
}
