//! The code on the screen, its seconds, and taking it back.

use super::{
    page::{Made, Page},
    words,
};
use crate::api;
use crate::browser::{announce, focus, timer};
use crate::components::{Button, ButtonKind, DrawnCode, Notice, NoticeKind};
use crate::i18n::{keys::showing as k, t, tn};
use eid_domain::wire::drawn_code::DrawnCode as Drawn;
use leptos::{prelude::*, task::spawn_local};

/// Takes the focus when the code is there.
const BOX: &str = "shown";

/// The code.
pub(super) fn view(now: Made, page: Page) -> AnyView {
    let until = now.until_ms;
    let left = RwSignal::new(seconds(until));
    timer::every_second(move || {
        let now = seconds(until);
        if now == 0 && left.get_untracked() > 0 {
            announce::polite(t(k::OVER));
        }
        left.set(now);
    });
    let gone = move |again: bool| {
        spawn_local(async move {
            // Over by itself within the minute where this does not arrive.
            let _ = api::attestations::revoke(&page.of.get_value()).await;
            page.refetch.now();
            let _ = page.made.try_set(None);
            if !again {
                announce::polite(t(k::HIDDEN));
            }
            focus::later("claims");
        });
    };
    let said = now
        .claims
        .iter()
        .map(|claim| view! { <li>{words::claim(*claim)}</li> })
        .collect_view();
    let code = now.shown.code.clone();
    let over = Memo::new(move |_| left.get() == 0);
    let shown = move || {
        if over.get() {
            return view! { <Notice kind=NoticeKind::Warning title=t(k::OVER)></Notice> }.into_any();
        }
        picture(code.as_ref())
    };
    let token = now.shown.token.clone();
    focus::later(BOX);
    view! {
        <section class="panel showing-code stack-s" id=BOX tabindex="-1" aria-labelledby="shown-title">
            <h2 id="shown-title">{t(k::SHOW_THIS)}</h2>
            {shown}
            <p class="showing-left">{move || (left.get() > 0).then(|| tn(k::LEFT, left.get()))}</p>
            <p>{t(k::SAYS)}</p>
            <ul class="bullets">{said}</ul>
            <details class="details"><summary>{t(k::AS_TEXT)}</summary><div><p class="mono showing-token">{token}</p></div></details>
            <p class="row">
                <Button label=t(k::AGAIN) on_press=move |()| gone(true) />
                <Button label=t(k::HIDE) kind=ButtonKind::Second on_press=move |()| gone(false) />
            </p>
        </section>
    }
    .into_any()
}

/// The code itself; as text alone where it would be too large.
fn picture(code: Option<&Drawn>) -> AnyView {
    let drawn = code.map(|code| {
        view! { <DrawnCode side=code.side runs=code.runs() alternative=t(k::ALTERNATIVE).to_owned() /> }
    });
    drawn.into_any()
}

/// Whole seconds until then.
fn seconds(until_ms: f64) -> u32 {
    ((until_ms - timer::now_ms()) / 1000.0).ceil().max(0.0) as u32
}
