//! The form that links an account: bank or wallet, number, holder, passcode.

use super::payout::Section;
use crate::api::{self, ApiError, fault, waiting};
use crate::components::{
    Button, ButtonKind, Choice, ErrorSummary, Errors, PasswordField, RadioGroup, TextField,
};
use crate::i18n::{keys::aid as k, t, tn};
use crate::routes::Route;
use eid_domain::aid::{PayoutKind, Provider};
use eid_domain::field::FieldError;
use eid_domain::identity::PersonName;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::aid::LinkPayout;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The fields of both forms.
const FIELDS: [&str; 4] = ["provider", "number", "holder", "passcode"];

/// What is typed. Cheap to copy; it goes with the form.
#[derive(Clone, Copy)]
struct Typed {
    provider: RwSignal<String>,
    number: RwSignal<String>,
    holder: RwSignal<String>,
    passcode: RwSignal<String>,
}

impl Typed {
    fn wanted(self) -> LinkPayout {
        LinkPayout {
            provider: self.provider.get_untracked(),
            number: self.number.get_untracked(),
            holder: self.holder.get_untracked(),
            passcode: self.passcode.get_untracked(),
        }
    }
}

/// The form.
pub(super) fn view(section: Section) -> AnyView {
    let text = || RwSignal::new(String::new());
    let typed = Typed {
        provider: text(),
        number: text(),
        holder: text(),
        passcode: text(),
    };
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let wanted = typed.wanted();
        if errors.show(faults(section, &wanted)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::aid::link(&wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => section.done(view, k::LINKED),
                Err(error) => refuse(errors, &error),
            }
        });
    };
    let providers = section.view.with_untracked(|view| view.providers.clone());
    let choices = providers.iter().map(choice).collect::<Vec<_>>();
    // The number of a wallet is that of the phone.
    let is_wallet = Memo::new(move |_| {
        let chosen = typed.provider.get();
        let found = providers.iter().find(|one| one.id == chosen);
        found.is_some_and(|one| one.kind == PayoutKind::Wallet)
    });
    let number = move || {
        let (label, hint) = if is_wallet.get() {
            (k::NUMBER_WALLET, k::NUMBER_WALLET_HINT)
        } else {
            (k::NUMBER, k::NUMBER_HINT)
        };
        view! {
            <TextField id="number" label=t(label) hint=t(hint) value=typed.number errors=errors width="w-20" inputmode="numeric" />
        }
    };
    view! {
        <ErrorSummary errors=errors />
        <form class="panel stack" novalidate on:submit=submit>
            <h3>{t(k::LINK_TITLE)}</h3>
            <RadioGroup id="provider" legend=t(k::PROVIDER) choices=choices value=typed.provider errors=errors columns=true />
            {number}
            <TextField id="holder" label=t(k::HOLDER) hint=t(k::HOLDER_HINT) value=typed.holder errors=errors autocomplete="name" />
            {passcode_field(typed.passcode, errors)}
            <p class="row">
                <Button label=t(k::LINK_DO) busy=busy />
                <Button label=t(k::BACK) kind=ButtonKind::Second on_press=move |()| section.leave() />
            </p>
        </form>
    }
    .into_any()
}

fn choice(provider: &Provider) -> Choice {
    Choice::new(&provider.id, provider.name.clone())
}

/// The passcode, which proves that it is the owner.
pub(super) fn passcode_field(value: RwSignal<String>, errors: Errors) -> AnyView {
    view! {
        <PasswordField
            id="passcode"
            label=t(k::PASSCODE)
            hint=t(k::PASSCODE_HINT)
            value=value
            errors=errors
            autocomplete="off"
            inputmode="numeric"
        />
    }
    .into_any()
}

/// What the same rules as the server's say.
fn faults(section: Section, wanted: &LinkPayout) -> Vec<(String, String)> {
    let wrong: Vec<FieldError> = section.view.with_untracked(|view| {
        let Ok(person) = PersonName::parse(&view.full_name) else {
            return Vec::new();
        };
        wanted.parse(&view.providers, &person).err().unwrap_or_default()
    });
    let worded = |error: FieldError| {
        let label = match error.field.as_str() {
            "provider" => k::PROVIDER,
            "number" => k::NUMBER,
            "holder" => k::HOLDER,
            _ => k::PASSCODE,
        };
        fault(&error.field, error.code, t(label))
    };
    wrong.into_iter().map(worded).collect()
}

/// Why it was refused, at its field.
pub(super) fn refuse(errors: Errors, error: &ApiError) {
    let whole = |words: String| vec![(String::new(), words)];
    let Some(problem) = error.problem() else {
        errors.show(whole(error.words()));
        return;
    };
    if let Some(line) = error.if_signed_out(Route::SignIn.href()) {
        errors.show(line);
        return;
    }
    match problem.code {
        ProblemCode::StateConflict => {
            errors.show(whole(t(k::CHANGED).to_owned()));
        }
        ProblemCode::LockedOut => {
            errors.show(whole(waiting(t(k::LOCKED_OUT), problem.retry_after_s)));
        }
        _ => {
            let mut found = error.for_form(&FIELDS);
            if let (Some((_, words)), Some(left)) = (found.first_mut(), problem.tries_left) {
                words.push(' ');
                words.push_str(&tn(crate::i18n::keys::errors::TRIES_LEFT, left));
            }
            errors.show(found);
        }
    }
}
