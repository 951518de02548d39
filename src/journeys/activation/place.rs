//! Steps and their addresses.

use crate::browser::location;
use crate::i18n::{Key, keys::activation as k};
use crate::routes::Route;
use eid_domain::wire::activation::Step;

/// What of the journey is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Number and phone.
    Start,
    /// A step that the server knows.
    At(Step),
}

/// Every step in order.
const STEPS: [Step; 5] = [
    Step::Code,
    Step::Password,
    Step::Passcode,
    Step::Questions,
    Step::Done,
];

/// How many steps a person counts: number and code are one.
pub(super) const COUNTED: usize = 4;

impl Place {
    /// What the address names.
    pub(super) fn of_address() -> Self {
        let name = location::query("buoc");
        let step = STEPS
            .into_iter()
            .find(|step| Some(word(*step)) == name.as_deref());
        step.map_or(Self::Start, Self::At)
    }

    /// Its address.
    pub(super) fn href(self) -> String {
        let path = Route::Activate.href();
        match self {
            Self::Start => path,
            Self::At(step) => format!("{path}?buoc={}", word(step)),
        }
    }

    /// Its number for the stepper.
    pub(super) const fn number(self) -> usize {
        match self {
            Self::Start | Self::At(Step::Code) => 1,
            Self::At(Step::Password) => 2,
            Self::At(Step::Passcode) => 3,
            Self::At(Step::Questions | Step::Done) => COUNTED,
        }
    }

    /// Its name for the stepper.
    pub(super) const fn name(self) -> Key {
        match self {
            Self::Start | Self::At(Step::Code) => k::STEP_PHONE,
            Self::At(Step::Password) => k::STEP_PASSWORD,
            Self::At(Step::Passcode) => k::STEP_PASSCODE,
            Self::At(Step::Questions | Step::Done) => k::STEP_QUESTIONS,
        }
    }
}

const fn word(step: Step) -> &'static str {
    match step {
        Step::Code => "ma",
        Step::Password => "mat-khau",
        Step::Passcode => "passcode",
        Step::Questions => "cau-hoi",
        Step::Done => "xong",
    }
}

/// Position in the order of steps.
pub(super) fn rank(step: Step) -> usize {
    STEPS.iter().position(|known| *known == step).unwrap_or(0)
}
