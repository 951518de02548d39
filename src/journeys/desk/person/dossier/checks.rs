//! What to look at when the person stands at the counter (Decision 5710/QĐ-BCA-C06; Law on Identification, art. 23).

use super::state::Desk;
use crate::i18n::{Key, keys::desk as k, t};
use eid_domain::booking::Service;
use eid_domain::reason::{OldCard, Reason};
use leptos::prelude::*;

/// The list for this ground and service.
#[component]
pub(super) fn Checks(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let seen = desk.of(|view| {
        (
            view.service,
            view.reason,
            !view.person.representative_name.is_empty(),
        )
    });
    let lines = move || {
        let (service, reason, represented) = seen.get()?;
        let lines = checks(service, reason, represented).into_iter();
        Some(lines.map(|words| view! { <li>{t(words)}</li> }).collect_view())
    };
    view! {
        <h3>{t(k::CHECKS_TITLE)}</h3>
        <ul class="bullets">{lines}</ul>
    }
}

fn checks(service: Service, reason: Option<Reason>, represented: bool) -> Vec<Key> {
    let mut list = vec![k::CHECK_WHO];
    if represented {
        list.push(k::CHECK_REPRESENTATIVE);
    }
    match reason.map(Reason::old_card) {
        Some(OldCard::HandIn) => list.push(k::CHECK_OLD_CARD),
        Some(OldCard::HandInIfThere) => list.push(k::CHECK_OLD_CARD_IF_THERE),
        Some(OldCard::None) => {}
        None => list.push(k::CHECK_VALID_CARD),
    }
    match reason {
        Some(Reason::NameOrBirth | Reason::NewNumber | Reason::Appearance) => list.push(k::CHECK_EVIDENCE),
        Some(Reason::Nationality) => list.push(k::CHECK_NATIONALITY),
        _ => {}
    }
    if service.has_account() {
        list.push(k::CHECK_PHONE);
    }
    // Law 118/2025/QH15: papers that are in the database already may not be asked for.
    list.push(k::CHECK_NO_MORE_PAPERS);
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn nobody_is_asked_for_a_card_that_was_lost() {
        let list = checks(Service::Card, Some(Reason::Lost), false);
        assert!(!list.contains(&k::CHECK_OLD_CARD) && !list.contains(&k::CHECK_OLD_CARD_IF_THERE));
        assert!(checks(Service::Card, Some(Reason::Age), false).contains(&k::CHECK_OLD_CARD));
        assert!(checks(Service::Account, None, false).contains(&k::CHECK_VALID_CARD));
    }
}
