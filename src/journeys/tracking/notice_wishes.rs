//! `/lich-hen/{reference}/tin-nhan#{key}`: in which language, to which phone, whether reminders come, and letters.

mod mail;

use super::keyed::{self, Keyed};
use crate::api;
use crate::browser::focus;
use crate::components::{Button, Checkbox, Choice, ErrorSummary, Errors, Notice, NoticeKind, RadioGroup};
use crate::i18n::{Lang, keys::wishes as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::notice::Phones;
use eid_domain::wire::notices::{NoticeWishes, NoticeWishesView};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(notice_wishes_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    let Route::NoticeWishes(reference) = route else {
        return ().into_any();
    };
    let ask = |case: Keyed| async move { api::dossiers::notice_wishes(&case.reference, &case.key).await };
    keyed::page(reference, k::TITLE, ask, |case, view| form(case, &view))
}

fn form(case: Keyed, known: &NoticeWishesView) -> AnyView {
    let letters = mail::section(case.clone(), known.mail.clone());
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let saved = RwSignal::new(false);
    let wishes = known.wishes;
    let lang = RwSignal::new(wishes.lang.as_str().to_owned());
    let phones = RwSignal::new(wishes.phones.as_str().to_owned());
    let reminders = RwSignal::new(wishes.reminders);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        saved.set(false);
        errors.clear();
        let wanted = untrack(|| NoticeWishes {
            lang: Lang::from_tag(&lang.get()),
            reminders: reminders.get(),
            phones: Phones::parse(&phones.get()).unwrap_or(Phones::Both),
        });
        let case = case.clone();
        spawn_local(async move {
            let answer = api::dossiers::wish_notices(&case.reference, &case.key, &wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let _ = saved.try_set(true);
                    focus::later("saved");
                }
                Err(error) => drop(errors.show(error.for_form(&["lang", "phones"]))),
            }
        });
    };
    let said = move || {
        saved.get().then(|| {
            view! { <Notice kind=NoticeKind::Ok title=t(k::SAVED) announced=true><p>{t(k::SAVED_TEXT)}</p></Notice> }
        })
    };
    view! {
        <div id="saved" tabindex="-1">{said}</div>
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <RadioGroup
                id="lang"
                legend=t(k::LANG)
                choices=vec![
                    Choice::new(Lang::Vi.as_str(), t(k::LANG_VI)).hint(t(k::LANG_VI_HINT)),
                    Choice::new(Lang::En.as_str(), t(k::LANG_EN)),
                ]
                value=lang
                errors=errors
                columns=true
            />
            {which(known, phones, errors)}
            <Checkbox
                id="reminders"
                label=t(k::REMINDERS)
                hint=t(k::REMINDERS_HINT)
                checked=reminders
                errors=errors
            />
            <p class="hint">{t(k::ALWAYS)}</p>
            <p class="row"><Button label=t(k::SAVE) busy=busy /></p>
        </form>
        {letters}
    }
    .into_any()
}

/// To which phone; where there is only one, there is nothing to choose.
fn which(known: &NoticeWishesView, phones: RwSignal<String>, errors: Errors) -> AnyView {
    if known.contact_ends.is_empty() {
        return view! { <p>{tf(k::ONE_PHONE, &[("ends", &known.phone_ends)])}</p> }.into_any();
    }
    let choices = vec![
        Choice::new(Phones::Both.as_str(), t(k::PHONES_BOTH)),
        Choice::new(
            Phones::Codes.as_str(),
            tf(k::PHONES_CODES, &[("ends", &known.phone_ends)]),
        ),
        Choice::new(
            Phones::Contact.as_str(),
            tf(k::PHONES_CONTACT, &[("ends", &known.contact_ends)]),
        ),
    ];
    view! {
        <RadioGroup id="phones" legend=t(k::PHONES) hint=t(k::PHONES_HINT) choices=choices value=phones errors=errors />
    }
    .into_any()
}
