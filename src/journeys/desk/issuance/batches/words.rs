//! The words of batches.

use crate::components::TagKind;
use crate::i18n::{Key, keys::batches as k, t};
use eid_domain::batch::{Column, Fault, Kind, State};
use eid_domain::wire::batches::BatchView;

/// What a batch is.
pub(in crate::journeys::desk) fn kind(kind: Kind) -> &'static str {
    t(match kind {
        Kind::Export => k::KIND_EXPORT,
        Kind::Results => k::KIND_RESULTS,
        Kind::Arrived => k::KIND_ARRIVED,
    })
}

/// Where a batch stands.
pub(in crate::journeys::desk) fn state(batch: &BatchView) -> &'static str {
    t(match batch.state {
        State::Uploading | State::Checking => k::STATE_CHECKING,
        State::Checked => k::STATE_CHECKED,
        State::Applying => k::STATE_APPLYING,
        State::Done if batch.kind == Kind::Export => k::STATE_SENT,
        State::Done => k::STATE_DONE,
        State::Refused => k::STATE_REFUSED,
        State::Discarded => k::STATE_DISCARDED,
    })
}

/// How it looks.
pub(in crate::journeys::desk) const fn state_kind(batch: &BatchView) -> TagKind {
    match batch.state {
        State::Uploading | State::Checking | State::Applying => TagKind::Info,
        State::Checked => TagKind::Warning,
        State::Done => TagKind::Ok,
        State::Refused => TagKind::Danger,
        State::Discarded => TagKind::Plain,
    }
}

/// The name of a column.
pub(in crate::journeys::desk) const fn column(column: Column) -> &'static str {
    column.as_str()
}

/// What is wrong, and what to do.
pub(in crate::journeys::desk) fn fault(fault: Fault) -> (&'static str, &'static str) {
    let (wrong, to_do): (Key, Key) = match fault {
        Fault::NotText => (k::F_NOT_TEXT, k::DO_ENCODING),
        Fault::NotJson => (k::F_NOT_JSON, k::DO_MEND),
        Fault::TooLong => (k::F_TOO_LONG, k::DO_MEND),
        Fault::QuoteOpen => (k::F_QUOTE_OPEN, k::DO_MEND),
        Fault::CellCount => (k::F_CELL_COUNT, k::DO_MEND),
        Fault::Missing => (k::F_MISSING, k::DO_MINISTRY),
        Fault::DecisionIdFormat => (k::F_DECISION_ID, k::DO_MINISTRY),
        Fault::DossierCodeFormat => (k::F_DOSSIER_CODE, k::DO_CODE),
        Fault::SubjectUnknown => (k::F_SUBJECT, k::DO_MINISTRY),
        Fault::OutcomeUnknown => (k::F_OUTCOME, k::DO_MINISTRY),
        Fault::OutcomeForCards => (k::F_OUTCOME_FOR_CARDS, k::DO_MINISTRY),
        Fault::ReasonNeeded => (k::F_REASON_NEEDED, k::DO_MINISTRY),
        Fault::ReasonLong => (k::F_REASON_LONG, k::DO_MINISTRY),
        Fault::DateFormat => (k::F_DATE_FORMAT, k::DO_DATE),
        Fault::DateFuture => (k::F_DATE_FUTURE, k::DO_MINISTRY),
        Fault::Repeated => (k::F_REPEATED, k::DO_NOTHING),
        Fault::UnknownDossier => (k::F_UNKNOWN, k::DO_CODE),
        Fault::OtherOffice => (k::F_OTHER_OFFICE, k::DO_OTHER_OFFICE),
        Fault::NotSent => (k::F_NOT_SENT, k::DO_EXPORT),
        Fault::TooEarly => (k::F_TOO_EARLY, k::DO_EARLIER),
        Fault::Impossible => (k::F_IMPOSSIBLE, k::DO_LOOK),
        Fault::DecisionDiffers => (k::F_DIFFERS, k::DO_MINISTRY),
        Fault::Internal => (k::F_INTERNAL, k::DO_AGAIN),
        Fault::Empty => (k::F_EMPTY, k::DO_OTHER_FILE),
        Fault::Headings => (k::F_HEADINGS, k::DO_HEADINGS),
        Fault::TooManyRows => (k::F_TOO_MANY, k::DO_SPLIT),
    };
    (t(wrong), t(to_do))
}
