//! Codes of the server in words. Every code has its arm, so a new one does not compile until it has words.

use crate::i18n::{
    keys::{errors, fields},
    t, tf, tn,
};
use eid_domain::field::FieldCode;
use eid_domain::problem::{Problem, ProblemCode as P};

/// What to do about a wrong field.
pub fn field_words(code: FieldCode) -> &'static str {
    t(match code {
        FieldCode::Required => fields::REQUIRED,
        FieldCode::PersonalNumberLength => fields::PERSONAL_NUMBER_LENGTH,
        FieldCode::PersonalNumberOldCmnd => fields::PERSONAL_NUMBER_OLD_CMND,
        FieldCode::PersonalNumberPattern => fields::PERSONAL_NUMBER_PATTERN,
        FieldCode::NameLength => fields::NAME_LENGTH,
        FieldCode::NameCharacters => fields::NAME_CHARACTERS,
        FieldCode::DateImpossible => fields::DATE_IMPOSSIBLE,
        FieldCode::DateYear => fields::DATE_YEAR,
        FieldCode::DateFuture => fields::DATE_FUTURE,
        FieldCode::DateTooOld => fields::DATE_TOO_OLD,
        FieldCode::PhoneCharacters => fields::PHONE_CHARACTERS,
        FieldCode::PhoneNotVietnamese => fields::PHONE_NOT_VIETNAMESE,
        FieldCode::PhoneNotMobile => fields::PHONE_NOT_MOBILE,
        FieldCode::PhoneLength => fields::PHONE_LENGTH,
        FieldCode::PhonePrefix => fields::PHONE_PREFIX,
        FieldCode::PhoneCountryCode => fields::PHONE_COUNTRY_CODE,
        FieldCode::MailFormat => fields::MAIL_FORMAT,
        FieldCode::ReferenceFormat => fields::REFERENCE_FORMAT,
        FieldCode::ReferenceCheck => fields::REFERENCE_CHECK,
        FieldCode::DossierCodeFormat => fields::DOSSIER_CODE_FORMAT,
        FieldCode::CodeFormat => fields::CODE_FORMAT,
        FieldCode::PasswordLength => fields::PASSWORD_LENGTH,
        FieldCode::PasswordDigit => fields::PASSWORD_DIGIT,
        FieldCode::PasswordLower => fields::PASSWORD_LOWER,
        FieldCode::PasswordUpper => fields::PASSWORD_UPPER,
        FieldCode::PasswordSpecial => fields::PASSWORD_SPECIAL,
        FieldCode::PasswordForbiddenCharacter => fields::PASSWORD_FORBIDDEN_CHARACTER,
        FieldCode::PasscodeFormat => fields::PASSCODE_FORMAT,
        FieldCode::PasscodeTrivial => fields::PASSCODE_TRIVIAL,
        FieldCode::PasscodeBirthDate => fields::PASSCODE_BIRTH_DATE,
        FieldCode::PasscodeMismatch => fields::PASSCODE_MISMATCH,
        FieldCode::QuestionRepeated => fields::QUESTION_REPEATED,
        FieldCode::AnswerRequired => fields::ANSWER_REQUIRED,
        FieldCode::ChoiceUnknown => fields::CHOICE_UNKNOWN,
        FieldCode::TimeTooShort => fields::TIME_TOO_SHORT,
        FieldCode::ConsentRequired => fields::CONSENT_REQUIRED,
        FieldCode::TextTooLong => fields::TEXT_TOO_LONG,
        FieldCode::PersonRepeated => fields::PERSON_REPEATED,
        FieldCode::PersonHasBooking => fields::PERSON_HAS_BOOKING,
        FieldCode::AnswerWrong => fields::ANSWER_WRONG,
        FieldCode::PasscodeWrong => fields::PASSCODE_WRONG,
        FieldCode::UsernameFormat => fields::USERNAME_FORMAT,
        FieldCode::UsernameTaken => fields::USERNAME_TAKEN,
        FieldCode::StaffPasswordLength => fields::STAFF_PASSWORD_LENGTH,
        FieldCode::StaffPasswordSame => fields::STAFF_PASSWORD_SAME,
        FieldCode::PayoutNumberFormat => fields::PAYOUT_NUMBER_FORMAT,
        FieldCode::HolderOther => fields::HOLDER_OTHER,
        FieldCode::PhoneTaken => fields::PHONE_TAKEN,
        FieldCode::PhoneSame => fields::PHONE_SAME,
        FieldCode::DateOrder => fields::DATE_ORDER,
        FieldCode::DateFar => fields::DATE_FAR,
    })
}

/// A wrong field for `Errors::show`. An empty one is named: in the summary, two times "please fill in" would not tell
/// which.
pub fn fault(id: &str, code: FieldCode, label: &str) -> (String, String) {
    let words = match code {
        FieldCode::Required => tf(fields::REQUIRED_NAMED, &[("name", label)]),
        code => field_words(code).to_owned(),
    };
    (id.to_owned(), words)
}

/// What happened and what to do, with the tries left and the time to wait where the server told them.
pub fn problem_words(problem: &Problem) -> String {
    let mut words = t(match problem.code {
        P::MalformedBody
        | P::UnsupportedMediaType
        | P::MethodNotAllowed
        | P::IdempotencyKeyMissing
        | P::IdempotencyKeyReused
        | P::CrossOrigin => errors::PROBLEM_MALFORMED_BODY,
        P::InvalidFields => errors::PROBLEM_INVALID_FIELDS,
        P::BodyTooLarge => errors::PROBLEM_BODY_TOO_LARGE,
        P::NotFound => errors::PROBLEM_NOT_FOUND,
        P::RequestInProgress => errors::PROBLEM_REQUEST_IN_PROGRESS,
        P::NotSignedIn => errors::PROBLEM_NOT_SIGNED_IN,
        // The pages of passkeys and of the desk say more of the last four.
        P::NotAllowed
        | P::PasskeyRefused
        | P::PasskeyCloned
        | P::FreshSignInNeeded
        | P::PasswordChangeNeeded => errors::PROBLEM_NOT_ALLOWED,
        P::TooManyRequests => errors::PROBLEM_TOO_MANY_REQUESTS,
        P::ProofRequired => errors::PROBLEM_PROOF_REQUIRED,
        P::SlotTaken => errors::PROBLEM_SLOT_TAKEN,
        P::SlotNotOffered => errors::PROBLEM_SLOT_NOT_OFFERED,
        P::HoldExpired => errors::PROBLEM_HOLD_EXPIRED,
        P::HoldNotExtendable => errors::PROBLEM_HOLD_NOT_EXTENDABLE,
        P::PhoneLimit => errors::PROBLEM_PHONE_LIMIT,
        P::PhoneNotProved => errors::PROBLEM_PHONE_NOT_PROVED,
        P::CodeWrong => errors::PROBLEM_CODE_WRONG,
        P::CodeExpired => errors::PROBLEM_CODE_EXPIRED,
        P::BookingExists => errors::PROBLEM_BOOKING_EXISTS,
        P::NoMatch => errors::PROBLEM_NO_MATCH,
        P::ChangeNotAllowed => errors::PROBLEM_CHANGE_NOT_ALLOWED,
        // The desk's page of the office says more of the last two.
        P::StateConflict | P::OfficeChanged | P::PeopleConcerned => errors::PROBLEM_STATE_CONFLICT,
        P::JourneyExpired => errors::PROBLEM_JOURNEY_EXPIRED,
        P::SignInRefused => errors::PROBLEM_SIGN_IN_REFUSED,
        P::LockedOut => errors::PROBLEM_LOCKED_OUT,
        // The page of signing in says more of the last one.
        P::AccountLocked | P::CardExpired => errors::PROBLEM_ACCOUNT_LOCKED,
        P::ActivationOverdue => errors::PROBLEM_ACTIVATION_OVERDUE,
        P::AccountNotApproved => errors::PROBLEM_ACCOUNT_NOT_APPROVED,
        P::AccountRefused => errors::PROBLEM_ACCOUNT_REFUSED,
        P::AccountNotRequested => errors::PROBLEM_ACCOUNT_NOT_REQUESTED,
        P::ResetTooSoon => errors::PROBLEM_RESET_TOO_SOON,
        P::RepresentativeNeeded => errors::PROBLEM_REPRESENTATIVE_NEEDED,
        P::AccountAlreadyActive => errors::PROBLEM_ACCOUNT_ALREADY_ACTIVE,
        P::Unavailable => errors::PROBLEM_UNAVAILABLE,
        P::Internal => errors::PROBLEM_INTERNAL,
    })
    .to_owned();
    if problem.code == P::ProofRequired
        && let Some(hotline) = super::config::hotline()
    {
        words.push(' ');
        words.push_str(&tf(errors::CALL, &[("hotline", &hotline)]));
    }
    if let Some(tries) = problem.tries_left {
        words.push(' ');
        words.push_str(&tn(errors::TRIES_LEFT, tries));
    }
    if let Some(seconds) = problem.retry_after_s {
        words.push(' ');
        words.push_str(&wait(seconds));
    }
    words
}

/// What happened, and for how long to wait where the server told it.
pub fn waiting(what: &str, seconds: Option<u32>) -> String {
    let wait = seconds.map(wait).unwrap_or_default();
    format!("{what} {wait}").trim_end().to_owned()
}

/// A wait in the unit that people can use: until midnight it is hours.
fn wait(seconds: u32) -> String {
    if seconds < 90 {
        tn(errors::WAIT_SECONDS, seconds)
    } else if seconds < 2 * 60 * 60 {
        tn(errors::WAIT_MINUTES, seconds.div_ceil(60))
    } else {
        tn(errors::WAIT_HOURS, seconds.div_ceil(60 * 60))
    }
}
