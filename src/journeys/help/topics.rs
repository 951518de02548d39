//! Questions and answers by topic. `E01` to `E22` are the error messages that people meet with e-ID accounts.

use crate::i18n::{Key, keys::help};

/// A heading and what stands under it.
pub(super) struct Topic {
    /// The part of the address that leads here.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: Key,
    /// Questions with their answers.
    pub(super) answers: &'static [(Key, Key)],
}

/// In the order of the page.
pub(super) const ALL: &[Topic] = &[
    Topic {
        id: "the",
        title: help::CARD,
        answers: &[
            (help::MERGER_Q, help::MERGER_A),
            (help::AGES_Q, help::AGES_A),
            (help::CCCD_Q, help::CCCD_A),
            (help::WHERE_Q, help::WHERE_A),
            (help::LOST_Q, help::LOST_A),
            (help::WRONG_Q, help::WRONG_A),
            (help::CHILD_Q, help::CHILD_A),
            (help::OVERSEAS_Q, help::OVERSEAS_A),
        ],
    },
    Topic {
        id: "dat-lich",
        title: help::BOOK,
        answers: &[
            (help::CODE_Q, help::CODE_A),
            (help::LATE_Q, help::LATE_A),
            (help::E19_Q, help::E19_A),
            (help::E15_Q, help::E15_A),
        ],
    },
    Topic {
        id: "otp",
        title: help::OTP,
        answers: &[
            (help::E05_Q, help::E05_A),
            (help::E06_Q, help::E06_A),
            (help::E09_Q, help::E09_A),
            (help::E07_Q, help::E07_A),
            (help::E08_Q, help::E08_A),
            (help::E16_Q, help::E16_A),
        ],
    },
    Topic {
        id: "tai-khoan",
        title: help::ACCOUNT,
        answers: &[
            (help::E01_Q, help::E01_A),
            (help::E02_Q, help::E02_A),
            (help::E03_Q, help::E03_A),
            (help::E04_Q, help::E04_A),
            (help::E17_Q, help::E17_A),
            (help::E18_Q, help::E18_A),
            (help::E20_Q, help::E20_A),
            (help::E21_Q, help::E21_A),
            (help::E22_Q, help::E22_A),
        ],
    },
    Topic {
        id: "mat-khau",
        title: help::SECRET,
        answers: &[
            (help::E10_Q, help::E10_A),
            (help::E11_Q, help::E11_A),
            (help::E12_Q, help::E12_A),
            (help::E13_Q, help::E13_A),
            (help::E14_Q, help::E14_A),
        ],
    },
];
