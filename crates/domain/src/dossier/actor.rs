//! Who moves a dossier or an account.

use crate::str_enum::str_enum;

str_enum! {
    /// Who acts.
    pub enum Actor {
        /// The person, or their representative.
        Citizen = "citizen",
        /// Staff on the phone.
        HelpDesk = "help_desk",
        /// Staff at the counter.
        Officer = "officer",
        /// The system by itself.
        System = "system",
        /// The ministry's centre (C06), or what stands for it.
        Ministry = "ministry",
        /// The post.
        Post = "post",
    }
}
