//! One of a long list that comes with the first letter typed.

use super::{ComboOption, Combobox, Errors};
use leptos::{prelude::*, task::spawn_local};
use std::future::Future;
use std::pin::Pin;

/// The list on its way; `None` where it did not arrive: the next letter asks again.
pub type ListComing<T> = Pin<Box<dyn Future<Output = Option<Vec<T>>>>>;

/// Values and words of what fits what is typed.
type Find<T> = fn(&[T], &str) -> Vec<(String, String)>;

/// What is typed, and what of the list that stands for. Cheap to copy.
pub struct ListField<T: Send + Sync + 'static> {
    query: RwSignal<String>,
    /// Value and words.
    chosen: RwSignal<Option<(String, String)>>,
    rows: RwSignal<Vec<T>>,
    find: Find<T>,
}

impl<T: Send + Sync + 'static> Clone for ListField<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for ListField<T> {}

impl<T: Send + Sync + 'static> ListField<T> {
    /// With what was chosen before, if anything: value and words.
    pub fn open(fetch: fn() -> ListComing<T>, find: Find<T>, before: Option<(String, String)>) -> Self {
        let words = before.as_ref().map(|(_, words)| words.clone());
        let field = Self {
            query: RwSignal::new(words.unwrap_or_default()),
            chosen: RwSignal::new(before),
            rows: RwSignal::new(Vec::new()),
            find,
        };
        let coming = StoredValue::new(false);
        Effect::watch(
            move || field.query.get(),
            move |typed, _, _| {
                if !typed.is_empty() && !coming.get_value() {
                    coming.set_value(true);
                    spawn_local(async move {
                        match fetch().await {
                            Some(rows) => drop(field.rows.try_set(rows)),
                            None => drop(coming.try_set_value(false)),
                        }
                    });
                }
            },
            false,
        );
        field
    }

    /// The value, where what stands in the field is what was chosen.
    pub fn value(self) -> String {
        let typed = self.query.get_untracked();
        let chosen = self.chosen.get_untracked();
        chosen
            .filter(|(_, words)| *words == typed.trim())
            .map(|(value, _)| value)
            .unwrap_or_default()
    }

    /// What stands in the field.
    pub fn typed(self) -> String {
        self.query.get_untracked()
    }

    /// The field.
    pub fn view(self, id: &'static str, label: &'static str, hint: &'static str, errors: Errors) -> AnyView {
        let find = self.find;
        let options = Signal::derive(move || {
            let found = self.rows.with(|rows| find(rows, &self.query.get()));
            let option = |(value, label)| ComboOption {
                value,
                label,
                hint: String::new(),
            };
            found.into_iter().map(option).collect::<Vec<_>>()
        });
        // Its words stand in the field by then.
        let choose = move |value: String| self.chosen.set(Some((value, self.query.get_untracked())));
        view! { <Combobox id=id label=label hint=hint query=self.query options=options on_choose=choose errors=errors /> }
            .into_any()
    }
}
