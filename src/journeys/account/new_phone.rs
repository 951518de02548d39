//! `/tai-khoan/so-dien-thoai`: another phone for the account: passcode, a code to the number until now, one to the new number.

mod code;
mod start;

use crate::browser::focus;
use crate::components::{Back, Heading, LinkButton, Notice, NoticeKind, Stepper};
use crate::i18n::{keys::new_phone as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::wire::new_phone::{NewPhoneStep, NewPhoneView};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(new_phone_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// How far it is; nothing sent yet where there is no view. Cheap to copy.
#[derive(Clone, Copy)]
struct Way(RwSignal<Option<NewPhoneView>>);

impl Way {
    /// Another stage; its heading takes the focus.
    fn go(self, next: Option<NewPhoneView>) {
        focus::want_heading();
        let _ = self.0.try_set(next);
    }
}

fn draw(_: &Route) -> AnyView {
    let way = Way(RwSignal::new(None));
    let part = move || match way.0.get() {
        None => start::view(way),
        Some(view) if view.step == NewPhoneStep::Done => done(&view),
        Some(view) => code::view(way, &view),
    };
    view! { <div class="page account">{part}</div> }.into_any()
}

fn back() -> AnyView {
    view! { <Back href=Route::Security.href() /> }.into_any()
}

fn steps(step: usize) -> AnyView {
    let name = match step {
        1 => k::STEP_NUMBER,
        2 => k::STEP_OLD,
        _ => k::STEP_NEW,
    };
    view! { <Stepper step=step total=3 name=t(name) /> }.into_any()
}

fn done(view: &NewPhoneView) -> AnyView {
    let text = tf(k::DONE_TEXT, &[("ends", &view.phone_ends)]);
    view! {
        <Heading text=t(k::DONE_TITLE) />
        <Notice kind=NoticeKind::Ok><p>{text}</p></Notice>
        <p>{t(k::DONE_TOLD)}</p>
        <p class="row"><LinkButton href=Route::Account.href() label=t(k::DONE_BACK) /></p>
    }
    .into_any()
}
