//! The outcome in a headline and a sentence.

use super::reason::{reason_words, service_words};
use crate::browser::intl;
use crate::i18n::{keys::due, t, tf};
use eid_domain::expiry::Expiry;
use eid_domain::needs::{Assessment, NotEligible, Outcome};

/// The page's heading.
pub(super) fn title(outcome: Outcome) -> &'static str {
    t(match outcome {
        Outcome::Book { .. } | Outcome::AccountOnly => due::RESULT_BOOK,
        Outcome::Soon { .. } => due::RESULT_SOON,
        Outcome::OnlineOnly { .. } => due::RESULT_ONLINE,
        Outcome::NothingToDo { .. } => due::RESULT_NOTHING,
        Outcome::IdentityCertificate => due::RESULT_CERTIFICATE,
        Outcome::NotEligible { .. } => due::RESULT_NOT_ELIGIBLE,
    })
}

/// What it means for the person.
pub(super) fn lead(found: &Assessment) -> Vec<String> {
    match found.outcome {
        Outcome::Book { online_too, .. } => {
            let mut lines = what(found);
            if online_too {
                lines.push(format!("{}.", t(due::RESULT_ONLINE_TOO)));
            }
            lines
        }
        Outcome::AccountOnly => what(found),
        Outcome::Soon { from, .. } => {
            let mut lines = what(found);
            lines.push(tf(due::RESULT_SOON_TEXT, &[("date", &intl::short_date(from))]));
            lines
        }
        Outcome::OnlineOnly { reason } => {
            vec![
                format!("{}.", reason_words(Some(reason))),
                t(due::RESULT_ONLINE_TEXT).to_owned(),
            ]
        }
        Outcome::NothingToDo { valid_to } => vec![match valid_to {
            None => t(due::RESULT_NOTHING_TEXT).to_owned(),
            Some(Expiry::Never) => t(due::RESULT_NOTHING_FOREVER).to_owned(),
            Some(Expiry::On { date }) => tf(due::RESULT_NOTHING_UNTIL, &[("date", &intl::short_date(date))]),
        }],
        Outcome::IdentityCertificate => vec![t(due::RESULT_CERTIFICATE_TEXT).to_owned()],
        Outcome::NotEligible { why } => vec![
            t(match why {
                NotEligible::RegainNationality => due::RESULT_REGAIN_NATIONALITY,
                NotEligible::Foreigner => due::RESULT_FOREIGNER,
                NotEligible::Level2Under6 => due::RESULT_LEVEL_2_UNDER_6,
            })
            .to_owned(),
        ],
    }
}

/// The ground, and the account beside the card.
fn what(found: &Assessment) -> Vec<String> {
    let reason = format!("{}.", reason_words(found.outcome.reason()));
    let both = found
        .service
        .filter(|service| service.has_card() && service.has_account());
    std::iter::once(reason)
        .chain(both.map(|service| format!("{}.", service_words(service))))
        .collect()
}
