//! What the officer has ticked and typed. Kept in memory only, so that it outlives a session that ended meanwhile; it
//! never goes into the browser's storage.

use leptos::prelude::*;
use std::cell::RefCell;

/// What comparing the person with the data showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// The right person, and the data is right.
    Matches,
    /// Data must be corrected first.
    Wrong,
    /// Not eligible.
    NotEligible,
}

impl Identity {
    const ALL: [Self; 3] = [Self::Matches, Self::Wrong, Self::NotEligible];

    /// Its value in the form.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Matches => "matches",
            Self::Wrong => "wrong",
            Self::NotEligible => "not_eligible",
        }
    }

    /// From its value in the form.
    pub(super) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.word() == word)
    }
}

#[derive(Clone, Default)]
struct Kept {
    reference: String,
    identity: ArcRwSignal<String>,
    biometrics: ArcRwSignal<bool>,
    form_signed: ArcRwSignal<bool>,
    old_card: ArcRwSignal<bool>,
    account_form: ArcRwSignal<bool>,
    residence: ArcRwSignal<String>,
    fingers: ArcRwSignal<String>,
    linked: ArcRwSignal<Vec<String>>,
    account_phone: ArcRwSignal<String>,
    remark: ArcRwSignal<String>,
    what: ArcRwSignal<Vec<String>>,
    papers: ArcRwSignal<Vec<String>>,
    reason: ArcRwSignal<String>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The answers of one intake. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// An [`Identity`] as its word.
    pub(super) identity: RwSignal<String>,
    /// Biometrics were taken.
    pub(super) biometrics: RwSignal<bool>,
    /// CC01 was checked and signed.
    pub(super) form_signed: RwSignal<bool>,
    /// The old card was handed in.
    pub(super) old_card: RwSignal<bool>,
    /// TK01 was signed.
    pub(super) account_form: RwSignal<bool>,
    /// A [`eid_domain::intake::Residence`] as its word.
    pub(super) residence: RwSignal<String>,
    /// A [`eid_domain::intake::Fingers`] as its word; empty for the usual.
    pub(super) fingers: RwSignal<String>,
    /// [`eid_domain::intake::LinkedPaper`]s as their words.
    pub(super) linked: RwSignal<Vec<String>>,
    /// The person's own phone for the account; empty for that of the booking.
    pub(super) account_phone: RwSignal<String>,
    /// Remark.
    pub(super) remark: RwSignal<String>,
    /// [`eid_domain::intake::Fault`]s as their words.
    pub(super) what: RwSignal<Vec<String>>,
    /// [`eid_domain::intake::Evidence`] as its words.
    pub(super) papers: RwSignal<Vec<String>>,
    /// Why data must be corrected, or why it is refused.
    pub(super) reason: RwSignal<String>,
}

impl Form {
    /// The answers of this dossier's intake: those begun before, or none.
    pub(super) fn of(reference: &str) -> Self {
        let kept = KEPT.with_borrow_mut(|kept| {
            if kept.reference != reference {
                *kept = Kept {
                    reference: reference.to_owned(),
                    ..Kept::default()
                };
            }
            kept.clone()
        });
        Self {
            identity: kept.identity.into(),
            biometrics: kept.biometrics.into(),
            form_signed: kept.form_signed.into(),
            old_card: kept.old_card.into(),
            account_form: kept.account_form.into(),
            residence: kept.residence.into(),
            fingers: kept.fingers.into(),
            linked: kept.linked.into(),
            account_phone: kept.account_phone.into(),
            remark: kept.remark.into(),
            what: kept.what.into(),
            papers: kept.papers.into(),
            reason: kept.reason.into(),
        }
    }

    /// What comparing showed; `None` while open.
    pub(super) fn decision(self) -> Option<Identity> {
        self.identity.with_untracked(|word| Identity::read(word))
    }

    /// The intake is over.
    pub(super) fn forget() {
        KEPT.set(Kept::default());
    }
}
