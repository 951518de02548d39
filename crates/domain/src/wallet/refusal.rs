//! Why an agency did not give a paper, and what its owner does about it.

use crate::{intake::Fault, str_enum::str_enum};

str_enum! {
    /// Why not. Mostly two agencies have written down the same person in two ways.
    pub enum Refusal {
        /// The paper carries the old number of nine digits.
        OldNumber = "old_number",
        /// The paper carries another name.
        NameDiffers = "name_differs",
        /// The paper carries another date of birth.
        BirthDateDiffers = "birth_date_differs",
        /// The agency knows no such paper of this person.
        NotFound = "not_found",
        /// The paper is not valid any more.
        Lapsed = "lapsed",
        /// The agency has it in its books alone, not in its register yet.
        NotRegistered = "not_registered",
        /// It was taken away: withdrawn, or held as a penalty.
        TakenAway = "taken_away",
        /// What the agency says in words.
        Other = "other",
    }
}

str_enum! {
    /// What to do, in order.
    pub enum Step {
        /// Integrate the confirmation of the old number first: it proves that both numbers are one person.
        ConfirmOldNumber = "confirm_old_number",
        /// Look at card and paper: which of them is wrong?
        Compare = "compare",
        /// Where the paper is wrong: have it put right by who keeps it.
        GoToAgency = "go_to_agency",
        /// Where the card is wrong: tell the office that made it.
        TellOffice = "tell_office",
        /// Have it made anew.
        Renew = "renew",
        /// Have it entered by who keeps it; the paper itself is the proof.
        HaveEntered = "have_entered",
        /// Ask who has taken it away until when, and what to do.
        AskWhy = "ask_why",
        /// See whether there is such a paper at all.
        HaveIt = "have_it",
        /// Then ask again.
        AskAgain = "ask_again",
    }
}

/// What to do about it.
#[must_use]
pub const fn steps(why: Refusal) -> &'static [Step] {
    match why {
        Refusal::OldNumber => &[Step::ConfirmOldNumber, Step::GoToAgency, Step::AskAgain],
        Refusal::NameDiffers | Refusal::BirthDateDiffers => {
            &[Step::Compare, Step::GoToAgency, Step::TellOffice, Step::AskAgain]
        }
        Refusal::NotFound => &[Step::HaveIt, Step::GoToAgency, Step::AskAgain],
        Refusal::Lapsed => &[Step::Renew, Step::AskAgain],
        Refusal::NotRegistered => &[Step::HaveEntered, Step::AskAgain],
        Refusal::TakenAway => &[Step::AskWhy, Step::AskAgain],
        Refusal::Other => &[Step::GoToAgency, Step::AskAgain],
    }
}

/// What the office that made the card is told, where the card may be what is wrong; nothing where it cannot be.
#[must_use]
pub const fn faults(why: Refusal) -> &'static [Fault] {
    match why {
        Refusal::NameDiffers => &[Fault::Name],
        Refusal::BirthDateDiffers => &[Fault::BirthDate],
        Refusal::OldNumber
        | Refusal::NotFound
        | Refusal::Lapsed
        | Refusal::NotRegistered
        | Refusal::TakenAway
        | Refusal::Other => &[],
    }
}
