//! The codes.

use crate::str_enum::str_enum;

str_enum! {
    /// The legal ground of a card request.
    pub enum Reason {
        /// First card, 14 or over; mandatory.
        New14 = "new_14",
        /// First card, 6 to under 14.
        New6To14 = "new_6_14",
        /// First card, under 6; fully online.
        NewUnder6 = "new_u6",
        /// From a citizen identity card (CCCD, to 30 June 2024) that is still valid.
        FromCccd = "ex_from_cccd",
        /// From an old people's identity card (CMND), which ended on 31 December 2024.
        FromCmnd = "ex_from_cmnd",
        /// An exchange age is reached: 14, 25, 40, 60.
        Age = "ex_age",
        /// Name or date of birth was changed or corrected.
        NameOrBirth = "ex_name_dob",
        /// Appearance or sex changed, or face photo and fingerprints are to be added.
        Appearance = "ex_appearance",
        /// What is printed on the card is wrong.
        PrintError = "ex_print_error",
        /// Provinces or communes were rearranged; on request only.
        AdminUnit = "ex_admin_unit",
        /// The personal number was established anew.
        NewNumber = "ex_new_number",
        /// The holder wants a new one.
        Request = "ex_request",
        /// The card was lost.
        Lost = "re_lost",
        /// The card is damaged and cannot be used.
        Damaged = "re_damaged",
        /// Vietnamese nationality was regained.
        Nationality = "re_nationality",
    }
}
