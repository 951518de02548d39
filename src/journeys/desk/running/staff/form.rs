//! A new member of staff, or another name, role or office of one.

use super::{Page, Writing};
use crate::api::{self, ApiError, fault};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, PasswordField, Select, TextField};
use crate::i18n::{keys::staff as k, t, tf};
use crate::journeys::desk::shell::session;
use crate::journeys::desk::words;
use eid_domain::field::FieldCode;
use eid_domain::wire::desk::Role;
use eid_domain::wire::staff_admin::{
    EditStaff, NewStaff, StaffRow, check_password, parse_staff_name, parse_username,
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const FIELDS: [&str; 5] = ["username", "name", "role", "office_id", "password"];

/// What was typed. Cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    page: Page,
    username: RwSignal<String>,
    name: RwSignal<String>,
    role: RwSignal<String>,
    office: RwSignal<String>,
    password: RwSignal<String>,
    errors: Errors,
    busy: RwSignal<bool>,
    /// Id of who is changed; none for a new one.
    of: StoredValue<Option<String>>,
}

/// The form.
pub(super) fn view(page: Page, of: Option<StaffRow>) -> AnyView {
    let text = |read: fn(&StaffRow) -> &str| {
        let known = of.as_ref().map(read).unwrap_or_default();
        RwSignal::new(known.to_owned())
    };
    let form = Form {
        page,
        username: text(|row| &row.username),
        name: text(|row| &row.name),
        role: text(|row| row.role.as_str()),
        office: text(|row| &row.office_id),
        password: RwSignal::new(String::new()),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        of: StoredValue::new(of.as_ref().map(|row| row.id.clone())),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.busy.get_untracked() {
            form.send();
        }
    };
    let is_new = of.is_none();
    let errors = form.errors;
    let only_new = is_new.then(|| {
        view! {
            <PasswordField id="password" label=t(k::PASSWORD) hint=t(k::PASSWORD_HINT) value=form.password errors=errors autocomplete="new-password" />
        }
    });
    let username = is_new.then(|| {
        view! {
            <TextField id="username" label=t(k::USERNAME) hint=t(k::USERNAME_HINT) value=form.username errors=errors width="w-20" autocomplete="off" />
        }
    });
    let title = match &of {
        None => t(k::NEW).to_owned(),
        Some(row) => tf(k::EDIT_TITLE, &[("name", &row.username)]),
    };
    view! {
        <section class="panel stack" aria-labelledby="write">
            <h2 id="write">{title}</h2>
            <ErrorSummary errors=errors />
            <form class="stack" novalidate on:submit=submit>
                {username}
                <TextField id="name" label=t(k::NAME) value=form.name errors=errors autocomplete="off" />
                <Select id="role" label=t(k::ROLE) options=roles() value=form.role errors=errors />
                {move || offices(form)}
                {only_new}
                <p class="row">
                    <Button label=t(k::SAVE) busy=form.busy />
                    <Button label=t(k::BACK) kind=ButtonKind::Second on_press=move |()| page.writing.set(Writing::Nothing) />
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn roles() -> Vec<(String, String)> {
    let all = Role::ALL.into_iter();
    let all = all.map(|role| (role.as_str().to_owned(), words::role(role).to_owned()));
    std::iter::once((String::new(), t(k::CHOOSE).to_owned()))
        .chain(all)
        .collect()
}

fn offices(form: Form) -> AnyView {
    let mut options = vec![(String::new(), t(k::CHOOSE).to_owned())];
    options.extend(form.page.offices.get());
    view! { <Select id="office_id" label=t(k::OFFICE) options=options value=form.office errors=form.errors /> }
        .into_any()
}

impl Form {
    fn send(self) {
        let of = self.of.get_value();
        let wrong = self.wrong(of.is_none());
        let role = Role::parse(&self.role.get_untracked());
        let (false, Some(role)) = (self.errors.show(wrong), role) else {
            return;
        };
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.sent(of, role).await;
            match answer {
                Ok(row) => self.page.done(tf(k::SAVED, &[("name", &row.name)]), None).await,
                Err(error) => {
                    self.errors.show(error.for_form(&FIELDS));
                }
            }
            let _ = self.busy.try_set(false);
        });
    }

    async fn sent(self, of: Option<String>, role: Role) -> Result<StaffRow, ApiError> {
        let (name, office_id) = (self.name.get_untracked(), self.office.get_untracked());
        match of {
            Some(id) => {
                let edited = EditStaff {
                    name,
                    role,
                    office_id,
                };
                session::call(api::staff::edit(&id, &edited)).await
            }
            None => {
                let new = NewStaff {
                    username: self.username.get_untracked(),
                    name,
                    role,
                    office_id,
                    password: self.password.get_untracked(),
                };
                session::call(api::staff::add(&new)).await
            }
        }
    }

    /// What is wrong, in the order of the page.
    fn wrong(self, is_new: bool) -> Vec<(String, String)> {
        let required = |empty: bool| empty.then_some(FieldCode::Required);
        let username = parse_username(&self.username.get_untracked()).err();
        let password = check_password(&self.password.get_untracked()).err();
        let found = [
            ("username", username.filter(|_| is_new), k::USERNAME),
            (
                "name",
                parse_staff_name(&self.name.get_untracked()).err(),
                k::NAME,
            ),
            (
                "role",
                required(self.role.with_untracked(String::is_empty)),
                k::ROLE,
            ),
            (
                "office_id",
                required(self.office.with_untracked(String::is_empty)),
                k::OFFICE,
            ),
            ("password", password.filter(|_| is_new), k::PASSWORD),
        ];
        let found = found.into_iter();
        found
            .filter_map(|(id, code, label)| Some(fault(id, code?, t(label))))
            .collect()
    }
}
