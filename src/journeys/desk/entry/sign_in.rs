//! Signing in: with a passkey, or the password and then the code of the phone, or setting one of them up. A wrong name and a wrong password are one
//! answer.

mod by_passkey;
mod code;
mod password;

use super::second_factor::{codes, enrol};
use crate::browser::focus;
use crate::components::{Heading, Notice, NoticeKind};
use crate::i18n::{keys::desk as k, keys::factor as f, t};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::second_factor::{RecoveryCodes, SignInNext, StaffSignedIn};
use leptos::prelude::*;

/// What is asked for.
#[derive(Clone, Default)]
enum Stage {
    /// Name and password.
    #[default]
    Password,
    /// The code of the phone, or a recovery code; whether a passkey will do too.
    Code(bool),
    /// A passkey.
    Passkey,
    /// Setting the second factor up.
    Enrol,
    /// Keeping the recovery codes; signed in already.
    Keep(RecoveryCodes),
}

/// The stage, shared by its parts. Cheap to copy.
#[derive(Clone, Copy)]
struct Way(RwSignal<Stage>);

impl Way {
    /// Another stage; its heading takes the focus.
    fn go(self, stage: Stage) {
        focus::want_heading();
        self.0.set(stage);
    }

    /// After an answer of the server: signed in, or what is still to come.
    fn follow(self, answer: StaffSignedIn) {
        match (answer.next, answer.staff) {
            (SignInNext::Done, Some(staff)) => enter(staff, answer.recovery_left),
            (SignInNext::Enrol, _) => self.go(Stage::Enrol),
            (SignInNext::Passkey, _) => self.go(Stage::Passkey),
            _ => self.go(Stage::Code(answer.passkey)),
        }
    }
}

/// Signed in: to where one wanted to go. Who has used a recovery code up is shown how many are left.
fn enter(staff: StaffView, recovery_left: Option<u8>) {
    session::begin(staff);
    match recovery_left {
        Some(left) => {
            session::note_recovery(left);
            Route::Desk(DeskPage::SecondFactor).replace();
        }
        None => session::go_back(),
    }
}

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    let ended = session::ended_by_itself();
    let way = Way(RwSignal::new(Stage::Password));
    let part = move || match way.0.get() {
        Stage::Password => {
            let ended = ended.then(|| view! { <Notice kind=NoticeKind::Warning title=t(k::ENDED_TITLE)><p>{t(k::ENDED_TEXT)}</p></Notice> });
            view! { {ended}{password::view(way)}{by_passkey::other_way(way)} }.into_any()
        }
        Stage::Code(passkey) => {
            let other = passkey.then(|| by_passkey::other_way(way));
            view! { {code::view(way)}{other} }.into_any()
        }
        Stage::Passkey => by_passkey::view(way),
        Stage::Enrol => {
            let done = Callback::new(move |codes| way.go(Stage::Keep(codes)));
            let over = Callback::new(move |()| way.go(Stage::Password));
            view! {
                <Heading text=t(f::ENROL_TITLE) />
                <p class="lead">{t(f::ENROL_REQUIRED)}</p>
                {enrol::view(done, Some(over))}
                {by_passkey::first()}
            }
            .into_any()
        }
        Stage::Keep(given) => {
            let staff = given.staff.clone();
            codes::view(given, Callback::new(move |()| enter(staff.clone(), None)))
        }
    };
    view! { <div class="page desk desk-sign-in">{part}</div> }.into_any()
}
