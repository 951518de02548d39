//! The two papers side by side, and below them what was found.

use super::draft::{self, Papers};
use super::side::{self, Side};
use super::{found, words};
use crate::browser::{focus, timer};
use crate::components::{
    Back, Button, Choice, ErrorSummary, Errors, Heading, Notice, NoticeKind, RadioGroup, Select, TextButton,
};
use crate::i18n::{keys::precheck, t};
use crate::routes::Route;
use eid_domain::calendar::office_date;
use eid_domain::precheck::{AddressAnswer, Finding, Pair, PhoneAnswer, compare};
use jiff::{Timestamp, civil::Date};
use leptos::{ev::SubmitEvent, prelude::*};

/// The fields. Cheap to copy.
#[derive(Clone, Copy)]
struct Fields {
    a: Side,
    b: Side,
    address: RwSignal<String>,
    phone: RwSignal<String>,
}

impl Fields {
    fn new(typed: Papers) -> Self {
        let or =
            |text: String, usual: &str| RwSignal::new(if text.is_empty() { usual.to_owned() } else { text });
        Self {
            a: Side::new(side::A, typed.a),
            b: Side::new(side::B, typed.b),
            address: or(typed.address, AddressAnswer::Skipped.as_str()),
            phone: or(typed.phone, PhoneAnswer::Skipped.as_str()),
        }
    }

    fn typed(self) -> Papers {
        Papers {
            a: self.a.typed(),
            b: self.b.typed(),
            address: self.address.get(),
            phone: self.phone.get(),
        }
    }

    /// What was found; `None` where something is wrong, which is shown.
    fn compare(self, errors: Errors) -> Option<Vec<Finding>> {
        let mut wrong = Vec::new();
        let (a, b) = (self.a.read(today(), &mut wrong), self.b.read(today(), &mut wrong));
        if errors.show(wrong) {
            return None;
        }
        let pair = Pair {
            a: a?,
            b: b?,
            address: AddressAnswer::parse(&self.address.get_untracked()).unwrap_or(AddressAnswer::Skipped),
            phone: PhoneAnswer::parse(&self.phone.get_untracked()).unwrap_or(PhoneAnswer::Skipped),
        };
        let found = compare(&pair);
        if found.is_empty() {
            errors.show(vec![("a_name".into(), t(precheck::NOTHING).into())]);
            return None;
        }
        Some(found)
    }

    fn clear(self) {
        self.a.clear();
        self.b.clear();
        self.address.set(AddressAnswer::Skipped.as_str().to_owned());
        self.phone.set(PhoneAnswer::Skipped.as_str().to_owned());
    }
}

/// The device's own day. It only tells a birth date from a day to come, and asking the server would be a request.
fn today() -> Date {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit")]
    let now = Timestamp::from_millisecond(timer::now_ms() as i64);
    now.map_or(Date::MAX, office_date)
}

/// The page.
pub(super) fn page() -> AnyView {
    let draft = draft::open();
    let fields = Fields::new(draft.now());
    let kept = draft.clone();
    Effect::watch(
        move || fields.typed(),
        move |typed, _, _| kept.update(|papers| papers.clone_from(typed)),
        false,
    );
    let errors = Errors::new();
    let results = RwSignal::new(None::<Vec<Finding>>);
    // What was found belongs to what was typed then.
    Effect::watch(move || fields.typed(), move |_, _, _| results.set(None), false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let found = fields.compare(errors);
        let any = found.is_some();
        results.set(found);
        if any {
            focus::later(found::ID);
        }
    };
    let clear = move |()| {
        fields.clear();
        errors.clear();
        draft.clear();
        focus::later("a_kind");
    };
    let addresses = AddressAnswer::ALL
        .iter()
        .map(|one| (one.as_str().to_owned(), t(words::address(*one)).to_owned()))
        .collect();
    let phones = PhoneAnswer::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), t(words::phone(*one))))
        .collect();
    view! {
        <div class="page">
            <Back href=Route::Help.href() />
            <ErrorSummary errors=errors />
            <Heading text=t(precheck::TITLE) />
            <p class="lead">{t(precheck::LEAD)}</p>
            <Notice kind=NoticeKind::Ok><p>{t(precheck::PRIVATE)}</p></Notice>
            <form class="stack" novalidate autocomplete="off" on:submit=submit>
                <p class="muted">{t(precheck::SIDE_FILL)}</p>
                <div class="precheck-sides">
                    {fields.a.fields(precheck::SIDE_A, errors)}
                    {fields.b.fields(precheck::SIDE_B, errors)}
                </div>
                <Select id="address" label=t(precheck::ADDRESS_LABEL) options=addresses value=fields.address errors=errors />
                <RadioGroup id="phone" legend=t(precheck::PHONE_LABEL) choices=phones value=fields.phone errors=errors columns=true />
                <p class="row">
                    <Button label=t(precheck::SUBMIT) />
                    <TextButton label=t(precheck::CLEAR) on_press=clear />
                </p>
            </form>
            {move || results.get().map(|found| found::list(&found))}
        </div>
    }
    .into_any()
}
