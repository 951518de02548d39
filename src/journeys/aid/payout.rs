//! The linked account, or the form to link one; and the way from one to the other. The forms are loaded when one is opened.

use super::{link, remove};
use crate::api;
use crate::browser::{focus, intl};
use crate::components::{
    Button, ButtonKind, Drawn, Notice, NoticeKind, SummaryList, SummaryRow, when_loaded,
};
use crate::i18n::{
    Key,
    keys::{Namespace, aid as k},
    t, tf,
};
use eid_domain::wire::aid::{AidView, Payout};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// What the section shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Look,
    Link,
    Remove,
}

/// The section's state, shared by its forms. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Section {
    /// As the server said last.
    pub(super) view: RwSignal<AidView>,
    mode: RwSignal<Mode>,
    said: RwSignal<Option<Key>>,
}

impl Section {
    /// Back to what is linked, without a change.
    pub(super) fn leave(self) {
        self.mode.set(Mode::Look);
        focus::later("payout");
    }

    /// The server has changed it.
    pub(super) fn done(self, view: AidView, said: Key) {
        let _ = self.view.try_set(view);
        let _ = self.said.try_set(Some(said));
        let _ = self.mode.try_set(Mode::Look);
        focus::later("payout-said");
    }

    fn open(self, mode: Mode) {
        self.said.set(None);
        self.mode.set(mode);
        focus::later("payout");
    }
}

/// The section.
pub(super) fn view(view: AidView) -> AnyView {
    let section = Section {
        view: RwSignal::new(view),
        mode: RwSignal::new(Mode::Look),
        said: RwSignal::new(None),
    };
    let said = move || {
        section
            .said
            .get()
            .map(|words| view! { <Notice kind=NoticeKind::Ok title=t(words) announced=true /> })
    };
    let body = move || match section.mode.get() {
        Mode::Look => look(section),
        Mode::Link => form(section, |forms| forms.link),
        Mode::Remove => form(section, |forms| forms.remove),
    };
    view! {
        <section class="stack-s" aria-labelledby="payout">
            <h2 id="payout" tabindex="-1">{t(k::PAYOUT_TITLE)}</h2>
            <div id="payout-said" tabindex="-1">{said}</div>
            {body}
        </section>
    }
    .into_any()
}

type Form = fn(Section) -> AnyView;

/// What is loaded.
struct Forms {
    link: Form,
    remove: Form,
}

#[wasm_split(aid_forms, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Forms, SplitLoaderError> {
    Ok(Forms {
        link: link::view,
        remove: remove::view,
    })
}

fn form(section: Section, which: fn(Forms) -> Form) -> AnyView {
    when_loaded(move || {
        Box::pin(async move {
            let draw = which(api::part(load(), &[Namespace::Fields]).await?);
            Ok(Rc::new(move || draw(section)) as Drawn)
        })
    })
}

fn look(section: Section) -> AnyView {
    let link = move |()| section.open(Mode::Link);
    let linked = section.view.with(|view| view.payout.clone());
    let Some(linked) = linked else {
        return view! {
            <p>{t(k::PAYOUT_NONE)}</p>
            <p class="row"><Button label=t(k::PAYOUT_LINK) on_press=link /></p>
        }
        .into_any();
    };
    let remove = move |()| section.open(Mode::Remove);
    view! {
        {facts(&linked)}
        <p class="row">
            <Button label=t(k::PAYOUT_OTHER) kind=ButtonKind::Second on_press=link />
            <Button label=t(k::PAYOUT_REMOVE) kind=ButtonKind::Second on_press=remove />
        </p>
    }
    .into_any()
}

/// What is linked, masked.
pub(super) fn facts(linked: &Payout) -> AnyView {
    let rows = vec![
        SummaryRow::new(t(k::PAYOUT_PROVIDER), linked.provider.clone()),
        SummaryRow::new(t(k::PAYOUT_NUMBER), tf(k::PAYOUT_ENDS, &[("ends", &linked.ends)])),
        SummaryRow::new(t(k::PAYOUT_SINCE), intl::instant(linked.linked_at)),
    ];
    view! { <SummaryList rows=rows /> }.into_any()
}
