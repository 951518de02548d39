//! What happened with the account, and who of the staff has looked: the holder is the first to see what is not theirs.

use super::{not_me, words};
use crate::browser::intl;
use crate::i18n::{Key, Lang, keys::account as k, lang, t, tf};
use eid_domain::wire::account::AccountView;
use eid_domain::wire::attestations::AttestationCheck;
use eid_domain::wire::looks::{Look, LookAtHome};
use jiff::Timestamp;
use leptos::prelude::*;

/// One line.
struct Line {
    at: Timestamp,
    words: String,
    foreign: bool,
}

/// The list, newest first.
pub(super) fn view(account: &AccountView, hotline: &str) -> AnyView {
    let mut lines: Vec<Line> = account
        .events
        .iter()
        .map(|event| Line {
            at: event.at,
            words: often(
                t(words::event(&event.action)).to_owned(),
                (k::EVENTS_TIMES, event.times),
            ),
            foreign: words::may_be_foreign(&event.action),
        })
        .chain(account.looks.iter().map(|look| Line {
            at: look.at,
            words: looked(look),
            foreign: true,
        }))
        .chain(account.home_looks.iter().map(|look| Line {
            at: look.at,
            words: looked_at_home(look),
            foreign: true,
        }))
        .chain(account.checks.iter().map(|check| Line {
            at: check.at,
            words: often(checked(check), (k::EVENTS_CHECKED_TIMES, check.times)),
            foreign: true,
        }))
        .collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    let none = lines.is_empty().then(|| view! { <p>{t(k::EVENTS_NONE)}</p> });
    let asked = RwSignal::new(None::<(Timestamp, String)>);
    let rows = lines.into_iter().map(|line| row(line, asked)).collect_view();
    view! {
        <section class="stack-s" aria-labelledby="events">
            <h2 id="events">{t(k::EVENTS_TITLE)}</h2>
            <p>{tf(k::EVENTS_LEAD, &[("hotline", hotline)])}</p>
            {none}
            <ul class="events">{rows}</ul>
            {not_me::dialog(asked)}
        </section>
    }
    .into_any()
}

fn row(line: Line, asked: RwSignal<Option<(Timestamp, String)>>) -> AnyView {
    let when = intl::instant(line.at);
    let about = format!("{}, {when}", line.words);
    let ask = line.foreign.then(|| not_me::button(asked, line.at, about));
    view! {
        <li>
            <span>{line.words}</span>
            <span class="muted">{when}</span>
            {ask}
        </li>
    }
    .into_any()
}

/// What strangers can bring about as often as they like is one line.
fn often(what: String, (words, times): (Key, u32)) -> String {
    if times > 1 {
        tf(words, &[("what", &what), ("count", &times.to_string())])
    } else {
        what
    }
}

fn looked(look: &Look) -> String {
    let office = match lang() {
        Lang::Vi => &look.office,
        Lang::En => &look.office_en,
    };
    if office.is_empty() {
        t(k::EVENTS_LOOKED).to_owned()
    } else {
        tf(k::EVENTS_LOOKED_AT, &[("office", office)])
    }
}

fn looked_at_home(look: &LookAtHome) -> String {
    let office = match lang() {
        Lang::Vi => &look.office,
        Lang::En => &look.office_en,
    };
    // An office that is gone has no name any more.
    let words = tf(k::EVENTS_LOOKED_HOME, &[("office", office)]);
    words.trim_end_matches([',', ' ']).to_owned()
}

/// What who checks calls themselves is proved by nobody, unless they are registered.
fn checked(check: &AttestationCheck) -> String {
    if check.checker.is_empty() {
        t(k::EVENTS_CHECKED).to_owned()
    } else if check.registered {
        tf(k::EVENTS_CHECKED_REGISTERED, &[("who", &check.checker)])
    } else {
        tf(k::EVENTS_CHECKED_BY, &[("who", &check.checker)])
    }
}
