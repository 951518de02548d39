//! The messages that were sent, without their text.

use crate::browser::intl;
use crate::components::Details;
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::words;
use eid_domain::wire::dossiers::NoticeSent;
use leptos::prelude::*;

/// The list, newest first, behind a line that opens.
pub(super) fn view(sent: &[NoticeSent]) -> AnyView {
    let lines = sent
        .iter()
        .map(|notice| {
            let words = tf(
                k::NOTICE_LINE,
                &[
                    ("at", &intl::instant(notice.at)),
                    ("what", words::notice(&notice.kind)),
                ],
            );
            view! { <li>{words}</li> }
        })
        .collect_view();
    let none = sent.is_empty().then(|| view! { <p>{t(k::NOTICE_NONE)}</p> });
    view! { <div class="no-print"><Details summary=t(k::NOTICE_TITLE)>{none}<ul class="bullets">{lines}</ul></Details></div> }.into_any()
}
