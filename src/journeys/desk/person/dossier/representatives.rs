//! Who represents a child, at the desk.

mod end;
mod record;

use super::state::Desk;
use crate::api;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Notice, NoticeKind, Tag, TagKind};
use crate::i18n::{Key, keys::represent as k, t, tf};
use crate::journeys::desk::shell::{role, session};
use eid_domain::child::{Proof, Relation};
use eid_domain::wire::children::{Representative, Represented};
use leptos::{prelude::*, task::spawn_local};

/// The section's state, shared by its forms. Cheap to copy.
#[derive(Clone, Copy)]
struct Section {
    desk: Desk,
    known: RwSignal<Option<Represented>>,
    recording: RwSignal<bool>,
    /// Whose end is asked about.
    ending: RwSignal<Option<String>>,
    asking: RwSignal<bool>,
}

impl Section {
    fn load(self) {
        let reference = self.desk.reference();
        spawn_local(async move {
            if let Ok(known) = session::call(api::children::at_desk(&reference)).await {
                let _ = self.known.try_set(Some(known));
            }
        });
    }

    fn done(self, known: Represented, said: Key) {
        let _ = self.known.try_set(Some(known));
        let _ = self.recording.try_set(false);
        let _ = self.asking.try_set(false);
        self.desk.say(NoticeKind::Ok, t(said));
    }
}

/// The section, where the person is a child, or was one until a moment ago.
pub(super) fn view(desk: Desk) -> AnyView {
    let section = Section {
        desk,
        known: RwSignal::new(None),
        recording: RwSignal::new(false),
        ending: RwSignal::new(None),
        asking: RwSignal::new(false),
    };
    let seen = desk.of(|view| view.represented.then_some((view.revealed, view.account)));
    // Asked again when the dossier is revealed or its account moves: then there is more to see. Of grown-ups there is nothing.
    Effect::new(move |_| match seen.get().flatten() {
        Some(_) => section.load(),
        None => section.known.set(None),
    });
    let body = move || {
        let known = section.known.get()?;
        if known.needs_own_phone {
            return Some(
                view! { <Notice kind=NoticeKind::Info title=t(k::OWN_PHONE)><p>{t(k::OWN_PHONE_TEXT)}</p></Notice> }
                    .into_any(),
            );
        }
        known.is_child.then(|| content(section, &known))
    };
    view! { {body}<end::EndDialog section=section /> }.into_any()
}

fn content(section: Section, known: &Represented) -> AnyView {
    let may = role::works_at_counter(section.desk.role());
    let rows = known.representatives.iter().map(|one| row(section, one, may));
    let list = if known.representatives.is_empty() {
        view! { <p>{t(k::NONE)}</p> }.into_any()
    } else {
        view! { <ul class="stack">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    let open = move |()| section.recording.set(true);
    let record = (may && known.may_record).then_some(move || {
        if section.recording.get() {
            record::form(section)
        } else {
            view! { <p class="row"><Button label=t(k::RECORD) kind=ButtonKind::Second on_press=open /></p> }
                .into_any()
        }
    });
    let until = tf(k::UNTIL, &[("day", &intl::short_date(known.own_from))]);
    view! {
        <section class="panel stack" aria-labelledby="representatives">
            <h2 id="representatives" tabindex="-1">{t(k::TITLE)}</h2>
            {list}
            <p class="hint">{until}</p>
            {record}
        </section>
    }
    .into_any()
}

fn row(section: Section, one: &Representative, may: bool) -> AnyView {
    let since = tf(
        k::SINCE,
        &[
            ("at", &intl::instant(one.recorded_at)),
            ("proof", t(proof(one.proof))),
        ],
    );
    let consents = one
        .consents
        .then(|| view! { <p><Tag text=t(k::CONSENTS) kind=TagKind::Ok /></p> });
    let id = one.id.clone();
    let press = move |()| {
        section.ending.set(Some(id.clone()));
        section.asking.set(true);
    };
    let end = may.then(|| view! { <p><Button label=t(k::END) kind=ButtonKind::Second on_press=press /></p> });
    view! {
        <li>
            <p><b>{t(relation(one.relation))}": "<bdi>{one.full_name.clone()}</bdi></b>" · "{one.personal_number.clone()}</p>
            <p class="muted">{since}</p>
            {consents}
            {end}
        </li>
    }
    .into_any()
}

const fn relation(relation: Relation) -> Key {
    match relation {
        Relation::Father => k::RELATION_FATHER,
        Relation::Mother => k::RELATION_MOTHER,
        Relation::Guardian => k::RELATION_GUARDIAN,
        Relation::Other => k::RELATION_OTHER_REPRESENTATIVE,
    }
}

const fn proof(proof: Proof) -> Key {
    match proof {
        Proof::Database => k::PROOF_POPULATION_DATABASE,
        Proof::BirthCertificate => k::PROOF_BIRTH_CERTIFICATE,
        Proof::Decision => k::PROOF_DECISION,
    }
}
