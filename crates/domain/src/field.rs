//! What can be wrong with a field: stable codes that the client words in the person's language.

use crate::str_enum::str_enum;
use serde::{Deserialize, Serialize};

str_enum! {
    /// Why a field was refused. The name is stable: clients translate it.
    pub enum FieldCode {
        /// Nothing was given.
        Required = "required",
        /// The personal number is not 12 digits.
        PersonalNumberLength = "personal_number_length",
        /// Nine digits: this looks like a number of the old CMND.
        PersonalNumberOldCmnd = "personal_number_old_cmnd",
        /// All digits the same, or counting up or down.
        PersonalNumberPattern = "personal_number_pattern",
        /// The name has fewer than 2 or more than 100 characters.
        NameLength = "name_length",
        /// The name has characters that no name has, such as digits.
        NameCharacters = "name_characters",
        /// There is no such day, or these are not numbers.
        DateImpossible = "date_impossible",
        /// The year is not written with four digits.
        DateYear = "date_year",
        /// The day has not come yet.
        DateFuture = "date_future",
        /// Before 1900.
        DateTooOld = "date_too_old",
        /// Letters or other signs in a phone number.
        PhoneCharacters = "phone_characters",
        /// A number of another country where a Vietnamese one is needed.
        PhoneNotVietnamese = "phone_not_vietnamese",
        /// A landline, which cannot receive codes.
        PhoneNotMobile = "phone_not_mobile",
        /// Too few or too many digits.
        PhoneLength = "phone_length",
        /// No Vietnamese number begins like this.
        PhonePrefix = "phone_prefix",
        /// Neither `0…` nor `+` and a country code: the country is not known.
        PhoneCountryCode = "phone_country_code",
        /// Not an address of electronic mail.
        MailFormat = "mail_format",
        /// Not a reference: wrong length or signs.
        ReferenceFormat = "reference_format",
        /// The check character does not fit: a typing error.
        ReferenceCheck = "reference_check",
        /// Not a dossier code such as `G01.899.108.000-261120-0007`.
        DossierCodeFormat = "dossier_code_format",
        /// A one-time code has six digits.
        CodeFormat = "code_format",
        /// The password has fewer than 8 or more than 20 characters.
        PasswordLength = "password_length",
        /// The password has no digit.
        PasswordDigit = "password_digit",
        /// The password has no lower-case letter.
        PasswordLower = "password_lower",
        /// The password has no upper-case letter.
        PasswordUpper = "password_upper",
        /// The password has none of `! @ # $ ^ * ( ) _`.
        PasswordSpecial = "password_special",
        /// The password has a character that is neither letter, digit nor one of `! @ # $ ^ * ( ) _`.
        PasswordForbiddenCharacter = "password_forbidden_character",
        /// A passcode has six digits.
        PasscodeFormat = "passcode_format",
        /// The passcode is easy to guess: repeated digits or counting.
        PasscodeTrivial = "passcode_trivial",
        /// The passcode is the person's own birth date.
        PasscodeBirthDate = "passcode_birth_date",
        /// The passcode and its repetition differ.
        PasscodeMismatch = "passcode_mismatch",
        /// The same security question was chosen twice.
        QuestionRepeated = "question_repeated",
        /// A security question has no answer.
        AnswerRequired = "answer_required",
        /// Not one of the choices offered.
        ChoiceUnknown = "choice_unknown",
        /// The place is shorter than the visit of somebody of the age on that day.
        TimeTooShort = "time_too_short",
        /// A box that must be ticked is not.
        ConsentRequired = "consent_required",
        /// More text than the field takes.
        TextTooLong = "text_too_long",
        /// The same person stands in the family twice.
        PersonRepeated = "person_repeated",
        /// This member of the family has an open dossier already.
        PersonHasBooking = "person_has_booking",
        /// The security answers are not those of the account; which one is wrong is not told.
        AnswerWrong = "answer_wrong",
        /// Not the passcode of the account.
        PasscodeWrong = "passcode_wrong",
        /// A user name of staff has small letters, digits, dots, dashes, underscores; 3 to 40 of them.
        UsernameFormat = "username_format",
        /// Another member of staff has this user name.
        UsernameTaken = "username_taken",
        /// A password of staff has 12 to 128 characters.
        StaffPasswordLength = "staff_password_length",
        /// The password that is to be replaced.
        StaffPasswordSame = "staff_password_same",
        /// Not the number of an account at a bank: 6 to 19 digits.
        PayoutNumberFormat = "payout_number_format",
        /// The holder of the account at the bank is somebody else.
        HolderOther = "holder_other",
        /// Another account has this phone: one number, one account.
        PhoneTaken = "phone_taken",
        /// The account has this phone already.
        PhoneSame = "phone_same",
        /// The end lies before the beginning.
        DateOrder = "date_order",
        /// The day is too far from today, or from the other one.
        DateFar = "date_far",
    }
}

impl std::error::Error for FieldCode {}

/// One wrong field: `{"field":"applicant.personal_number","code":"personal_number_length"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Dotted path into the request, e.g. `applicant.personal_number`.
    pub field: String,
    /// What is wrong with it.
    pub code: FieldCode,
}

impl FieldError {
    /// This field, this code.
    #[must_use]
    pub fn new(field: &str, code: FieldCode) -> Self {
        Self {
            field: field.to_owned(),
            code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_names_in_snake_case() {
        for code in FieldCode::ALL {
            let mut snake = String::new();
            for c in format!("{code:?}").chars() {
                if c.is_ascii_uppercase() && !snake.is_empty() {
                    snake.push('_');
                }
                snake.push(c.to_ascii_lowercase());
            }
            assert_eq!(code.as_str(), snake);
        }
    }

    #[test]
    fn an_error_on_the_wire() {
        let error = FieldError::new("applicant.personal_number", FieldCode::PersonalNumberOldCmnd);
        let json = serde_json::to_string(&error).unwrap();
        assert_eq!(
            json,
            r#"{"field":"applicant.personal_number","code":"personal_number_old_cmnd"}"#
        );
        assert_eq!(serde_json::from_str::<FieldError>(&json).unwrap(), error);
    }
}
