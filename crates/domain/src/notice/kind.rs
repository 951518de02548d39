//! What a message is about.

use crate::str_enum::str_enum;

str_enum! {
    /// What a notice is about. The name is stored, and shown in the list of notices sent.
    pub enum Kind {
        /// A one-time code.
        PhoneCode = "phone_code",
        /// A one-time code that is read out to staff who book for the person.
        PhoneCodeForStaff = "phone_code_for_staff",
        /// A one-time code that proves an address of electronic mail.
        MailCode = "mail_code",
        /// The visit is booked.
        Booked = "booked",
        /// The visit was moved.
        Moved = "moved",
        /// The visit was cancelled.
        Cancelled = "cancelled",
        /// The visit is soon.
        Reminder = "reminder",
        /// Nobody came.
        NoShow = "no_show",
        /// The person came, and the day ended before they were at the counter.
        VisitUnfinished = "visit_unfinished",
        /// The office has taken back that the person had come.
        CheckInUndone = "check_in_undone",
        /// The dossier was withdrawn at the office.
        Withdrawn = "withdrawn",
        /// The dossier was received.
        Received = "received",
        /// Something must be corrected.
        Correction = "correction",
        /// The last day to correct something comes.
        CorrectionSoon = "correction_soon",
        /// The last day to correct something is over.
        CorrectionExpired = "correction_expired",
        /// The person has come and stands in the line.
        QueueTicket = "queue_ticket",
        /// The request was refused.
        Refused = "refused",
        /// The card can be collected.
        CardReady = "card_ready",
        /// The card still waits to be collected.
        Uncollected = "uncollected",
        /// The card was handed over.
        HandedOver = "handed_over",
        /// The account was approved and waits to be activated.
        AccountApproved = "account_approved",
        /// The account still waits to be activated.
        ActivateSoon = "activate_soon",
        /// The account was refused.
        AccountRefused = "account_refused",
        /// The account works.
        Activated = "activated",
        /// A second booking was tried; here is the first.
        ExistingBooking = "existing_booking",
        /// An earlier place is kept for who waits.
        EarlierPlace = "earlier_place",
        /// Offers of earlier places are made no more.
        WaitingEnded = "waiting_ended",
        /// The office has closed the time of the visit.
        Closed = "closed",
        /// The office has changed when it works; the visit no longer fits.
        PlanChanged = "plan_changed",
        /// The time of the visit is open again: it stands.
        StandsAgain = "stands_again",
        /// Another place is kept for who had a visit then.
        OtherPlace = "other_place",
        /// A family whose time was closed: there is no window for all of them yet.
        NoWindow = "no_window",
        /// A school's list has given a pupil a visit; told to the parents.
        PupilBooked = "pupil_booked",
        /// A wish for a visit at home has come in.
        HomeAsked = "home_asked",
        /// A team comes to the person's home.
        HomePlanned = "home_planned",
        /// A visit at home is not possible.
        HomeRefused = "home_refused",
        /// The team does not come; the wish waits for another.
        HomeAgain = "home_again",
        /// The office has answered a question.
        Answered = "answered",
        /// There is an answer about data to be put right.
        MendingAnswered = "mending_answered",
        /// A family's visits are booked.
        HouseholdBooked = "household_booked",
        /// A family's visits were moved.
        HouseholdMoved = "household_moved",
        /// A family's visits were cancelled.
        HouseholdCancelled = "household_cancelled",
        /// The card is made: by which way shall it come, and is the number still right?
        DeliveryAsked = "delivery_asked",
        /// The way of the card was chosen.
        DeliveryChosen = "delivery_chosen",
        /// The card was given to the post.
        Posted = "posted",
        /// The post has brought the card back.
        PostReturned = "post_returned",
        /// A passkey was added to the account.
        PasskeyAdded = "passkey_added",
        /// A passkey was taken away from the account.
        PasskeyRemoved = "passkey_removed",
        /// Two devices have the same passkey.
        PasskeyCloned = "passkey_cloned",
        /// The account has another phone.
        PhoneChanged = "phone_changed",
        /// Another password or passcode was set.
        PasswordChanged = "password_changed",
        /// Every secret was forgotten at the counter; the account is activated again with the same number.
        SecretsReset = "secrets_reset",
        /// The account was signed in to on another device than before.
        DeviceChanged = "device_changed",
        /// The account was locked.
        AccountLocked = "account_locked",
        /// The account was unlocked.
        AccountUnlocked = "account_unlocked",
        /// A paper is in the wallet.
        PaperIntegrated = "paper_integrated",
        /// A paper could not be integrated.
        PaperRefused = "paper_refused",
        /// The last day of a paper in the wallet comes.
        PaperEnds = "paper_ends",
        /// Where messages go, or whether reminders come, was changed.
        NoticesChanged = "notices_changed",
        /// What somebody on a list of social assistance can do next.
        AidOutreach = "aid_outreach",
        /// An account at a bank or wallet was linked.
        PayoutLinked = "payout_linked",
        /// No account at a bank or wallet is linked any more.
        PayoutRemoved = "payout_removed",
        /// A child's representative was recorded.
        RepresentativeRecorded = "representative_recorded",
        /// Who is told does not represent a child any more.
        RepresentativeEnded = "representative_ended",
        /// Somebody else does not represent the child any more.
        RepresentativeGone = "representative_gone",
        /// A representative has consented to the use of a child's account.
        ChildConsented = "child_consented",
        /// That consent was withdrawn.
        ChildConsentWithdrawn = "child_consent_withdrawn",
        /// A child's account was approved and waits for consent.
        ChildApproved = "child_approved",
        /// A child is 14 soon.
        OwnAccountSoon = "own_account_soon",
        /// The person is 14: the account is their own.
        OwnAccount = "own_account",
    }
}

impl Kind {
    /// Whether it only reminds of something that was told before: whoever wants none gets none. Whatever the law or the
    /// matter asks for is no reminder.
    #[must_use]
    pub const fn is_reminder(self) -> bool {
        matches!(
            self,
            Self::Reminder | Self::Uncollected | Self::ActivateSoon | Self::PaperEnds
        )
    }

    /// Whether a day of the calendar brings it about: it waits until people are awake.
    #[must_use]
    pub const fn is_by_calendar(self) -> bool {
        matches!(
            self,
            Self::OwnAccountSoon
                | Self::OwnAccount
                | Self::RepresentativeEnded
                | Self::VisitUnfinished
                | Self::CorrectionSoon
                | Self::CorrectionExpired
        )
    }

    /// Whether it tells of what somebody else may have done with the account: its link locks at once.
    #[must_use]
    pub const fn can_be_stopped(self) -> bool {
        matches!(
            self,
            Self::PasskeyAdded
                | Self::PasskeyRemoved
                | Self::PhoneChanged
                | Self::PasswordChanged
                | Self::SecretsReset
                | Self::DeviceChanged
                | Self::AccountUnlocked
                | Self::PayoutLinked
                | Self::PayoutRemoved
        )
    }

    /// Whether it comes as a letter, too, to who wishes letters: what tells of visit, card and dossier, and that an account
    /// waits. What guards an account, a wallet or a child stays with the phone that the law binds them to, and codes with it.
    #[must_use]
    pub const fn is_mailed(self) -> bool {
        match self {
            Self::Booked
            | Self::Moved
            | Self::Cancelled
            | Self::Reminder
            | Self::NoShow
            | Self::VisitUnfinished
            | Self::CheckInUndone
            | Self::Withdrawn
            | Self::Received
            | Self::Correction
            | Self::CorrectionSoon
            | Self::CorrectionExpired
            | Self::Refused
            | Self::CardReady
            | Self::Uncollected
            | Self::HandedOver
            | Self::AccountApproved
            | Self::ActivateSoon
            | Self::AccountRefused
            | Self::EarlierPlace
            | Self::WaitingEnded
            | Self::Closed
            | Self::PlanChanged
            | Self::StandsAgain
            | Self::OtherPlace
            | Self::NoWindow
            | Self::Answered
            | Self::MendingAnswered
            | Self::HouseholdBooked
            | Self::HouseholdMoved
            | Self::HouseholdCancelled
            | Self::DeliveryAsked
            | Self::DeliveryChosen
            | Self::Posted
            | Self::PostReturned
            | Self::NoticesChanged => true,
            Self::PhoneCode
            | Self::PhoneCodeForStaff
            | Self::MailCode
            | Self::QueueTicket
            | Self::Activated
            | Self::ExistingBooking
            | Self::PupilBooked
            | Self::HomeAsked
            | Self::HomePlanned
            | Self::HomeRefused
            | Self::HomeAgain
            | Self::PasskeyAdded
            | Self::PasskeyRemoved
            | Self::PasskeyCloned
            | Self::PhoneChanged
            | Self::PasswordChanged
            | Self::SecretsReset
            | Self::DeviceChanged
            | Self::AccountLocked
            | Self::AccountUnlocked
            | Self::PaperIntegrated
            | Self::PaperRefused
            | Self::PaperEnds
            | Self::AidOutreach
            | Self::PayoutLinked
            | Self::PayoutRemoved
            | Self::RepresentativeRecorded
            | Self::RepresentativeEnded
            | Self::RepresentativeGone
            | Self::ChildConsented
            | Self::ChildConsentWithdrawn
            | Self::ChildApproved
            | Self::OwnAccountSoon
            | Self::OwnAccount => false,
        }
    }

    /// Whether it tells of a change that somebody else may have made with the person's key: it goes to every phone.
    #[must_use]
    pub const fn guards(self) -> bool {
        matches!(self, Self::DeliveryChosen | Self::NoticesChanged)
    }
}
