//! The outcome in a headline and a sentence.

use super::reason::{reason_words, service_words};
use crate::browser::intl;
use crate::i18n::{keys::needs, t, tf};
use eid_domain::expiry::Expiry;
use eid_domain::needs::{Assessment, NotEligible, Outcome};

/// The page's heading.
pub(super) fn title(outcome: Outcome) -> &'static str {
    t(match outcome {
        Outcome::Book { .. } | Outcome::AccountOnly => needs::RESULT_BOOK,
        Outcome::Soon { .. } => needs::RESULT_SOON,
        Outcome::OnlineOnly { .. } => needs::RESULT_ONLINE,
        Outcome::NothingToDo { .. } => needs::RESULT_NOTHING,
        Outcome::IdentityCertificate => needs::RESULT_CERTIFICATE,
        Outcome::NotEligible { .. } => needs::RESULT_NOT_ELIGIBLE,
    })
}

/// What it means for the person.
pub(super) fn lead(found: &Assessment) -> Vec<String> {
    match found.outcome {
        Outcome::Book { online_too, .. } => {
            let mut lines = what(found);
            if online_too {
                lines.push(format!("{}.", t(needs::RESULT_ONLINE_TOO)));
            }
            lines
        }
        Outcome::AccountOnly => what(found),
        Outcome::Soon { from, .. } => {
            let mut lines = what(found);
            lines.push(tf(needs::RESULT_SOON_TEXT, &[("date", &intl::short_date(from))]));
            lines
        }
        Outcome::OnlineOnly { reason } => {
            vec![
                format!("{}.", reason_words(Some(reason))),
                t(needs::RESULT_ONLINE_TEXT).to_owned(),
            ]
        }
        Outcome::NothingToDo { valid_to } => vec![match valid_to {
            None => t(needs::RESULT_NOTHING_TEXT).to_owned(),
            Some(Expiry::Never) => t(needs::RESULT_NOTHING_FOREVER).to_owned(),
            Some(Expiry::On { date }) => {
                tf(needs::RESULT_NOTHING_UNTIL, &[("date", &intl::short_date(date))])
            }
        }],
        Outcome::IdentityCertificate => vec![t(needs::RESULT_CERTIFICATE_TEXT).to_owned()],
        Outcome::NotEligible { why } => vec![
            t(match why {
                NotEligible::RegainNationality => needs::RESULT_REGAIN_NATIONALITY,
                NotEligible::Foreigner => needs::RESULT_FOREIGNER,
                NotEligible::Level2Under6 => needs::RESULT_LEVEL_2_UNDER_6,
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
