//! The numbers: the last one called large, the others beside it.

use crate::browser::announce;
use crate::i18n::{keys::hall as k, t, tf};
use eid_domain::queue::number_text;
use eid_domain::wire::queue::{HallCall, HallView};
use leptos::prelude::*;

/// So many fit without scrolling.
const MOST: usize = 7;

/// The board.
#[component]
pub(super) fn Board(
    /// The picture.
    view: RwSignal<HallView>,
) -> impl IntoView {
    let calls = Memo::new(move |_| view.with(|view| view.calls.clone()));
    Effect::new(move |before: Option<Option<HallCall>>| {
        let first = calls.with(|calls| calls.first().copied());
        if let (Some(before), Some(now)) = (before, first)
            && before != first
        {
            announce::polite(&words(&now));
        }
        first
    });
    move || match calls.with(|calls| calls.first().copied()) {
        None => view! {
            <div class="hall-board hall-board-empty">
                <p class="hall-none">{t(k::NONE)}</p>
                <p>{t(k::NONE_TEXT)}</p>
            </div>
        }
        .into_any(),
        Some(first) => {
            let rest: Vec<HallCall> = calls.with(|calls| calls.iter().skip(1).take(MOST).copied().collect());
            board(first, rest).into_any()
        }
    }
}

fn board(first: HallCall, rest: Vec<HallCall>) -> impl IntoView {
    let others = (!rest.is_empty()).then(|| {
        view! {
            <table class="hall-list">
                <thead><tr><th scope="col">{t(k::COL_NUMBER)}</th><th scope="col">{t(k::COL_STATION)}</th></tr></thead>
                <tbody>{rest.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    });
    // A new call begins the animation anew: the element is another one.
    view! {
        <div class="hall-board">
            <div class="hall-call" class:hall-call-new=first.is_called>
                <p class="hall-now">{t(k::NOW)}</p>
                <p class="hall-number">{number_text(first.number)}</p>
                <p class="hall-station">{t(k::COL_STATION)}" "<strong>{first.station}</strong></p>
            </div>
            {others}
        </div>
    }
}

fn row(call: HallCall) -> impl IntoView {
    view! {
        <tr class:hall-row-new=call.is_called>
            <th scope="row">{number_text(call.number)}</th>
            <td>{call.station}</td>
        </tr>
    }
}

fn words(call: &HallCall) -> String {
    let values = [
        ("number", number_text(call.number)),
        ("station", call.station.to_string()),
    ];
    tf(
        k::INVITED,
        &values.each_ref().map(|(name, value)| (*name, value.as_str())),
    )
}

/// Who was called, or called again, between two pictures; the first called first.
pub(super) fn called_now(before: &HallView, after: &HallView) -> Vec<HallCall> {
    let is_new = |call: &&HallCall| call.is_called && !before.calls.contains(call);
    after.calls.iter().rev().filter(is_new).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use eid_domain::office::Localised;
    use jiff::civil::date;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn hall(calls: &[(u16, u8, u8, bool)]) -> HallView {
        let call = |&(number, station, calls, is_called): &(u16, u8, u8, bool)| HallCall {
            number,
            station,
            calls,
            is_called,
        };
        HallView {
            office: Localised {
                vi: "A".into(),
                en: "A".into(),
            },
            day: date(2026, 11, 25),
            version: 1,
            calls: calls.iter().map(call).collect(),
            waiting: 0,
        }
    }

    #[test]
    fn only_new_calls_sound() {
        let before = hall(&[(7, 2, 1, true), (6, 1, 1, true)]);
        let numbers = |after: &HallView| -> Vec<u16> {
            called_now(&before, after)
                .iter()
                .map(|call| call.number)
                .collect()
        };
        assert_eq!(numbers(&before), Vec::<u16>::new());
        let more = [(9, 4, 1, true), (8, 3, 1, true), (7, 2, 1, true), (6, 1, 1, true)];
        assert_eq!(numbers(&hall(&more)), [8, 9], "in the order of calling");
        let again = [(6, 1, 2, true), (7, 2, 1, false)];
        assert_eq!(numbers(&hall(&again)), [6], "again sounds, sitting down does not");
    }
}
