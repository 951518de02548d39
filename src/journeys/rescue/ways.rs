//! The ways on: buttons on the screen, addresses on paper.

use crate::browser::location;
use crate::components::{ButtonKind, LinkButton};
use crate::i18n::{keys::rescue as k, t, tf};
use crate::routes::Route;
use eid_domain::rescue::Goal;
use eid_domain::wire::rescue::RescueWay;
use leptos::prelude::*;

/// All of them, the shortest first.
pub(super) fn view(ways: &[RescueWay], hotline: Option<&str>) -> AnyView {
    let known = ways.iter().filter_map(|way| Some((Goal::parse(&way.to)?, way)));
    let (mut buttons, mut paper, mut call) = (Vec::new(), Vec::new(), None);
    for (goal, way) in known {
        let (href, label, printed) = match (goal, hotline) {
            (Goal::Hotline, Some(number)) => {
                let label = tf(k::CALL, &[("what", &way.words), ("number", number)]);
                (telephone(number), label.clone(), label)
            }
            // The settings did not come: the slip has the number.
            (Goal::Hotline, None) => {
                call = Some(view! { <p>{t(k::CALL_UNKNOWN)}</p> });
                continue;
            }
            _ => {
                let href = page(goal);
                let printed = format!("{}: {}{href}", way.words, location::host());
                (href, way.words.clone(), printed)
            }
        };
        let kind = if buttons.is_empty() {
            ButtonKind::Main
        } else {
            ButtonKind::Second
        };
        buttons.push(view! { <li><LinkButton href=href label=label kind=kind /></li> });
        paper.push(view! { <li>{printed}</li> });
    }
    view! {
        <ul class="rescue-ways no-print">{buttons}</ul>
        {call}
        <ul class="bullets print-only">{paper}</ul>
    }
    .into_any()
}

/// The address of a page; what brings the person goes along where it is known.
fn page(goal: Goal) -> String {
    let route = match goal {
        Goal::Book(Some(situation)) => return format!("{}?can={situation}", Route::Needs.href()),
        Goal::Book(None) => Route::Needs,
        Goal::Activate => Route::Activate,
        Goal::SignIn => Route::SignIn,
        Goal::Recover => Route::Recover,
        Goal::RecoverPasscode => Route::RecoverPasscode,
        Goal::Track => Route::Track,
        Goal::HomeVisit => Route::AskHomeVisit,
        Goal::Trip => Route::Trip,
        Goal::Precheck => Route::Precheck,
        Goal::CallCheck => Route::CallCheck,
        Goal::Help | Goal::Hotline => Route::Help,
    };
    route.href()
}

fn telephone(number: &str) -> String {
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    format!("tel:{digits}")
}
