//! Questions and answers by topic. `E01` to `E22` are the error messages that people meet with e-ID accounts.

use crate::i18n::{Key, keys::help};

/// A heading and what stands under it.
pub(super) struct Topic {
    /// The part of the address that leads here.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: Key,
    /// Questions with their answers, and what the way out step by step goes by.
    pub(super) answers: &'static [(Key, Key, Option<&'static str>)],
}

/// In the order of the page.
pub(super) const ALL: &[Topic] = &[
    Topic {
        id: "the",
        title: help::CARD,
        answers: &[
            (help::MERGER_Q, help::MERGER_A, None),
            (help::AGES_Q, help::AGES_A, None),
            (help::CCCD_Q, help::CCCD_A, None),
            (help::WHERE_Q, help::WHERE_A, None),
            (help::LOST_Q, help::LOST_A, None),
            (help::WRONG_Q, help::WRONG_A, None),
            (help::CHILD_Q, help::CHILD_A, None),
            (help::OVERSEAS_Q, help::OVERSEAS_A, None),
        ],
    },
    Topic {
        id: "dat-lich",
        title: help::BOOK,
        answers: &[
            (help::CODE_Q, help::CODE_A, None),
            (help::LATE_Q, help::LATE_A, None),
            (help::E19_Q, help::E19_A, Some("E19")),
            (help::E15_Q, help::E15_A, Some("E15")),
        ],
    },
    Topic {
        id: "otp",
        title: help::OTP,
        answers: &[
            (help::E05_Q, help::E05_A, Some("E05")),
            (help::E06_Q, help::E06_A, Some("E06")),
            (help::E09_Q, help::E09_A, Some("E09")),
            (help::E07_Q, help::E07_A, Some("E07")),
            (help::E08_Q, help::E08_A, Some("E08")),
            (help::E16_Q, help::E16_A, Some("E16")),
        ],
    },
    Topic {
        id: "tai-khoan",
        title: help::ACCOUNT,
        answers: &[
            (help::E01_Q, help::E01_A, Some("E01")),
            (help::E02_Q, help::E02_A, Some("E02")),
            (help::E03_Q, help::E03_A, Some("E03")),
            (help::E04_Q, help::E04_A, Some("E04")),
            (help::E17_Q, help::E17_A, Some("E17")),
            (help::E18_Q, help::E18_A, Some("E18")),
            (help::E20_Q, help::E20_A, Some("E20")),
            (help::E21_Q, help::E21_A, Some("E21")),
            (help::E22_Q, help::E22_A, Some("E22")),
        ],
    },
    Topic {
        id: "mat-khau",
        title: help::SECRET,
        answers: &[
            (help::E10_Q, help::E10_A, Some("E10")),
            (help::E11_Q, help::E11_A, Some("E11")),
            (help::E12_Q, help::E12_A, Some("E12")),
            (help::E13_Q, help::E13_A, Some("E13")),
            (help::E14_Q, help::E14_A, Some("E14")),
        ],
    },
];
