//! `/quen-mat-khau`, `/quen-passcode`: another password or passcode: number and phone, a code, both security answers.

mod answers;
mod code;
mod secret;
mod start;

use super::way_out;
use crate::browser::focus;
use crate::components::{Back, Heading, LinkButton, Notice, NoticeKind, TextButton};
use crate::i18n::{keys::recover as k, t};
use crate::routes::{Draw, Route};
use eid_domain::rescue::Entry;
use eid_domain::secret::SecurityQuestion;
use eid_domain::wire::recovery::RecoveryBegun;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(recover_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What is asked for.
#[derive(Clone)]
enum Stage {
    /// Number and phone.
    Start,
    /// The code.
    Code(RecoveryBegun),
    /// The answers and the new password or passcode.
    Answers(Vec<SecurityQuestion>),
    /// It is set.
    Done,
}

/// What was forgotten.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Password,
    Passcode,
}

/// The stage, shared by its parts, and what was forgotten. Cheap to copy.
#[derive(Clone, Copy)]
struct Way(RwSignal<Stage>, What);

impl Way {
    /// One of two, by what was forgotten.
    const fn says<T: Copy>(self, password: T, passcode: T) -> T {
        match self.1 {
            What::Password => password,
            What::Passcode => passcode,
        }
    }

    /// Another stage; its heading takes the focus.
    fn go(self, stage: Stage) {
        focus::want_heading();
        let _ = self.0.try_set(stage);
    }
}

fn draw(route: &Route) -> AnyView {
    let what = match route {
        Route::RecoverPasscode => What::Passcode,
        _ => What::Password,
    };
    let way = Way(RwSignal::new(Stage::Start), what);
    let part = move || match way.0.get() {
        Stage::Start => start::view(way),
        Stage::Code(begun) => code::view(way, begun),
        Stage::Answers(questions) => answers::view(way, questions),
        Stage::Done => done(way),
    };
    view! { <div class="page">{part}</div> }.into_any()
}

fn done(way: Way) -> AnyView {
    let (title, text) = way.says(
        (k::DONE_TITLE, k::DONE_TEXT),
        (k::PASSCODE_DONE_TITLE, k::PASSCODE_DONE_TEXT),
    );
    view! {
        <Heading text=t(title) />
        <Notice kind=NoticeKind::Ok><p>{t(text)}</p></Notice>
        <p>{t(k::CHECK_PASSKEYS)}</p>
        <p class="row"><LinkButton href=Route::SignIn.href() label=t(k::SIGN_IN) /></p>
    }
    .into_any()
}

fn back() -> AnyView {
    view! { <Back href=Route::SignIn.href() /> }.into_any()
}

/// The other ways for who does not get on here.
fn other_ways(way: Way) -> AnyView {
    let entry = way.says(Entry::PasswordForgotten, Entry::PasscodeForgotten);
    way_out::link(entry, k::WAY_OUT_FORGOTTEN)
}

fn start_over(way: Way) -> AnyView {
    view! { <p><TextButton label=t(k::START_OVER) on_press=move |()| way.go(Stage::Start) /></p> }.into_any()
}
