//! Letters beside the messages: an address is given, proved by a code that goes there, changed, or forgotten.

use super::Keyed;
use crate::api::{self, ApiError, fault};
use crate::browser::{focus, timer};
use crate::components::{
    Button, ButtonKind, CodeField, ErrorSummary, Errors, Notice, NoticeKind, Resend, TextButton, TextField,
};
use crate::i18n::{keys::wishes as k, t, tf};
use eid_domain::problem::ProblemCode;
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::notices::{AskForMail, ConfirmMail};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    /// What letters go to is known, or that there is none.
    Known,
    /// Another address is typed.
    Typing,
    /// A code has gone to this address.
    Sent(String),
}

/// What the section knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Mail {
    case: StoredValue<Keyed>,
    /// The address as it may be shown; empty for none.
    known: RwSignal<String>,
    step: RwSignal<Step>,
    typed: RwSignal<String>,
    code: RwSignal<String>,
    again_ms: RwSignal<f64>,
    errors: Errors,
    busy: RwSignal<bool>,
    /// What was done last.
    said: RwSignal<Option<&'static str>>,
}

/// The section.
pub(super) fn section(case: Keyed, known: String) -> AnyView {
    let mail = Mail {
        case: StoredValue::new(case),
        step: RwSignal::new(if known.is_empty() {
            Step::Typing
        } else {
            Step::Known
        }),
        known: RwSignal::new(known),
        typed: RwSignal::new(String::new()),
        code: RwSignal::new(String::new()),
        again_ms: RwSignal::new(0.0),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        said: RwSignal::new(None),
    };
    let said = move || {
        let words = mail.said.get()?;
        Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let content = move || match mail.step.get() {
        Step::Known => known_address(mail),
        Step::Typing => typing(mail),
        Step::Sent(address) => sent(mail, &address),
    };
    view! {
        <section class="panel stack" aria-labelledby="mail-title">
            <h2 id="mail-title" tabindex="-1">{t(k::MAIL_TITLE)}</h2>
            <p>{t(k::MAIL_LEAD)}</p>
            <div id="mail-said" tabindex="-1">{said}</div>
            <ErrorSummary errors=mail.errors />
            {content}
        </section>
    }
    .into_any()
}

fn known_address(mail: Mail) -> AnyView {
    let change = move |()| {
        mail.said.set(None);
        mail.step.set(Step::Typing);
        focus::later("address");
    };
    view! {
        <p>{move || tf(k::MAIL_KNOWN, &[("mail", &mail.known.get())])}</p>
        <p class="row">
            <Button label=t(k::MAIL_CHANGE) kind=ButtonKind::Second on_press=change />
            <Button label=t(k::MAIL_STOP) kind=ButtonKind::Second busy=mail.busy on_press=move |()| mail.stop() />
        </p>
    }
    .into_any()
}

fn typing(mail: Mail) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        mail.send();
    };
    let back = move |()| {
        mail.errors.clear();
        mail.step.set(Step::Known);
        focus::later("mail-title");
    };
    let back = move || {
        let any = !mail.known.get().is_empty();
        any.then(|| view! { <Button label=t(k::MAIL_KEEP) kind=ButtonKind::Second on_press=back /> })
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <TextField
                id="address"
                label=t(k::MAIL_ADDRESS)
                value=mail.typed
                errors=mail.errors
                inputmode="email"
                autocomplete="email"
            />
            <p class="row"><Button label=t(k::MAIL_SEND) busy=mail.busy />{back}</p>
        </form>
    }
    .into_any()
}

fn sent(mail: Mail, address: &str) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        mail.confirm();
    };
    let other = move |()| {
        mail.errors.clear();
        mail.step.set(Step::Typing);
        focus::later("address");
    };
    view! {
        <p>{tf(k::MAIL_SENT, &[("mail", address)])}</p>
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::MAIL_CODE) hint=t(k::MAIL_CODE_HINT) value=mail.code errors=mail.errors />
            <Resend at_ms=mail.again_ms on_press=move |()| mail.send() />
            <p class="row"><Button label=t(k::MAIL_CONFIRM) busy=mail.busy /></p>
        </form>
        <p><TextButton label=t(k::MAIL_OTHER) on_press=other /></p>
    }
    .into_any()
}

impl Mail {
    /// Runs one request at a time.
    fn begin(self) -> bool {
        let free = !self.busy.get_untracked();
        if free {
            self.busy.set(true);
            self.said.set(None);
            self.errors.clear();
        }
        free
    }

    fn send(self) {
        let address = self.typed.get_untracked();
        if !self.begin() {
            return;
        }
        let case = self.case.get_value();
        spawn_local(async move {
            let wanted = AskForMail {
                address: address.clone(),
            };
            let answer = api::dossiers::mail_code(&case.reference, &case.key, &wanted).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(told) => {
                    let again = timer::now_ms() + 1000.0 * f64::from(told.resend_in_s);
                    let _ = self.again_ms.try_set(again);
                    let _ = self.code.try_set(String::new());
                    let _ = self.step.try_set(Step::Sent(address.trim().to_owned()));
                    focus::later("code");
                }
                Err(error) => self.refused(&error),
            }
        });
    }

    fn confirm(self) {
        let code = self.code.get_untracked();
        let wrong = OneTimeCode::parse(&code).err();
        let wrong = wrong.map(|wrong| fault("code", wrong, t(k::MAIL_CODE)));
        if self.errors.show(wrong.into_iter().collect()) || !self.begin() {
            return;
        }
        let case = self.case.get_value();
        spawn_local(async move {
            let answer = api::dossiers::confirm_mail(&case.reference, &case.key, &ConfirmMail { code }).await;
            self.done(answer.map(|view| view.mail), t(k::MAIL_DONE));
        });
    }

    fn stop(self) {
        if !self.begin() {
            return;
        }
        let case = self.case.get_value();
        spawn_local(async move {
            let answer = api::dossiers::stop_mail(&case.reference, &case.key).await;
            self.done(answer.map(|view| view.mail), t(k::MAIL_STOPPED));
        });
    }

    fn done(self, answer: Result<String, ApiError>, words: &'static str) {
        let _ = self.busy.try_set(false);
        match answer {
            Ok(known) => {
                let step = if known.is_empty() {
                    Step::Typing
                } else {
                    Step::Known
                };
                let _ = self.known.try_set(known);
                let _ = self.typed.try_set(String::new());
                let _ = self.step.try_set(step);
                let _ = self.said.try_set(Some(words));
                focus::later("mail-said");
            }
            Err(error) => self.refused(&error),
        }
    }

    fn refused(self, error: &ApiError) {
        let found = if error.is(ProblemCode::CodeWrong) || error.is(ProblemCode::CodeExpired) {
            vec![("code".to_owned(), error.words())]
        } else {
            error.for_form(&["address", "code"])
        };
        self.errors.show(found);
    }
}
