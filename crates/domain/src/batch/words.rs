//! The stable words of batches.

use crate::str_enum::str_enum;

str_enum! {
    /// What a batch is.
    pub enum Kind {
        /// Dossiers that go to the ministry.
        Export = "export",
        /// Decisions of the ministry.
        Results = "results",
        /// Cards that have come to the office.
        Arrived = "arrived",
    }
}

str_enum! {
    /// Where a batch stands.
    pub enum State {
        /// Its file is on the way to the server.
        Uploading = "uploading",
        /// Its rows are being looked at.
        Checking = "checking",
        /// The report is there; nothing is taken over yet.
        Checked = "checked",
        /// Its good rows are being taken over.
        Applying = "applying",
        /// Done.
        Done = "done",
        /// Its file cannot be read at all.
        Refused = "refused",
        /// Put away by whoever brought it, or the same file was there already.
        Discarded = "discarded",
    }
}

str_enum! {
    /// Where a row stands.
    pub enum RowState {
        /// As it came.
        Raw = "raw",
        /// Can be taken over.
        Good = "good",
        /// Was taken over before; changes nothing.
        Already = "already",
        /// Cannot be taken over.
        Bad = "bad",
        /// Taken over.
        Applied = "applied",
        /// Something had changed between the check and the taking over.
        Failed = "failed",
        /// Of an export: sent.
        Sent = "sent",
    }
}

str_enum! {
    /// A column of a file.
    pub enum Column {
        /// The ministry's id of a decision; stays the same for ever.
        DecisionId = "decision_id",
        /// Code of the dossier.
        DossierCode = "dossier_code",
        /// `card` or `account`.
        Subject = "subject",
        /// What was decided.
        Outcome = "outcome",
        /// Why; for the person to read.
        Reason = "reason",
        /// When, in UTC.
        DecidedAt = "decided_at",
        /// The box in which a card came.
        Box = "box",
    }
}

str_enum! {
    /// What is wrong with a row, or with a file. The client words it and says what to do.
    pub enum Fault {
        /// Not text in UTF-8.
        NotText = "not_text",
        /// A row of a JSON file that is no object of texts.
        NotJson = "not_json",
        /// Longer than any row can be.
        TooLong = "too_long",
        /// A quotation mark that is not closed on its line.
        QuoteOpen = "quote_open",
        /// More or fewer cells than there are headings.
        CellCount = "cell_count",
        /// A cell that must be filled is empty.
        Missing = "missing",
        /// An id of more than 80 characters, or with others than letters, digits and `.:_-/`.
        DecisionIdFormat = "decision_id_format",
        /// No dossier code.
        DossierCodeFormat = "dossier_code_format",
        /// Neither `card` nor `account`.
        SubjectUnknown = "subject_unknown",
        /// None of the outcomes.
        OutcomeUnknown = "outcome_unknown",
        /// An account is neither printed nor on its way.
        OutcomeForCards = "outcome_for_cards",
        /// A refusal or a request for correction without a reason.
        ReasonNeeded = "reason_needed",
        /// More than 500 characters.
        ReasonLong = "reason_long",
        /// Not of the form `2026-11-23T02:10:00Z`.
        DateFormat = "date_format",
        /// Decided in the future.
        DateFuture = "date_future",
        /// The same id or code stands on an earlier line.
        Repeated = "repeated",
        /// No dossier has this code.
        UnknownDossier = "unknown_dossier",
        /// The dossier is another office's.
        OtherOffice = "other_office",
        /// The dossier waits to be exported.
        NotSent = "not_sent",
        /// A step before it is missing.
        TooEarly = "too_early",
        /// The dossier has ended or was decided otherwise.
        Impossible = "impossible",
        /// This id was taken over with another content.
        DecisionDiffers = "decision_differs",
        /// Our own fault; it is logged.
        Internal = "internal",
        /// Of a file: it is empty.
        Empty = "empty",
        /// Of a file: a heading is missing.
        Headings = "headings",
        /// Of a file: more rows than a file may have.
        TooManyRows = "too_many_rows",
    }
}

impl Fault {
    /// What is wrong with a row that changes nothing for this reason; `None` where nothing is.
    #[must_use]
    pub const fn of(verdict: super::Verdict) -> Option<Self> {
        use super::Verdict as V;
        Some(match verdict {
            V::Applies | V::Already => return None,
            V::NotSent => Self::NotSent,
            V::TooEarly => Self::TooEarly,
            V::Impossible => Self::Impossible,
            V::Unknown => Self::UnknownDossier,
        })
    }
}
