//! Search as you type: the ARIA 1.2 combobox with a list box. The focus stays in the field.

use super::{
    Errors,
    field::{box_class, described_by, error_view, hint_view},
};
use crate::browser::{announce, dom};
use crate::i18n::{keys, t, tn};
use leptos::prelude::*;

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboOption {
    /// What is given back when it is chosen.
    pub value: String,
    /// Its words.
    pub label: String,
    /// A second line; may be empty.
    pub hint: String,
}

/// A field with a list of results. The caller searches: `options` follows `query`.
///
/// Arrow keys move, Enter chooses, Escape closes the list and, pressed again, empties the field.
#[component]
pub fn Combobox(
    /// The field's name in the form's errors, and the control's id.
    id: &'static str,
    /// What to look for.
    #[prop(into)]
    label: String,
    /// How.
    #[prop(optional, into)]
    hint: String,
    /// What has been typed.
    query: RwSignal<String>,
    /// What was found for it.
    #[prop(into)]
    options: Signal<Vec<ComboOption>>,
    /// What happens when a result is chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let has_hint = !hint.is_empty();
    let list_label = label.clone();
    let option_id = move |index: usize| format!("{id}-option-{index}");
    let shown = move || open.get() && query.with(|query| !query.trim().is_empty());

    let choose = move |index: usize| {
        let Some(option) = options.with_untracked(|options| options.get(index).cloned()) else {
            return;
        };
        query.set(option.label);
        open.set(false);
        active.set(None);
        on_choose.run(option.value);
    };
    let activate = move |index: usize| {
        active.set(Some(index));
        if let Some(element) = dom::by_id(&option_id(index)) {
            dom::reveal(&element);
        }
    };
    let typed = move |event: leptos::ev::Event| {
        query.set(event_target_value(&event));
        active.set(None);
        open.set(true);
        let count = options.with_untracked(Vec::len);
        let words = match u32::try_from(count).unwrap_or(u32::MAX) {
            0 => t(keys::common::COMBO_NONE).to_owned(),
            count => tn(keys::common::COMBO_RESULTS, count),
        };
        announce::polite(&words);
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let count = options.with_untracked(Vec::len);
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count > 0 => {
                event.prevent_default();
                let down = event.key() == "ArrowDown";
                let was_open = open.get_untracked();
                open.set(true);
                activate(match (at, down) {
                    (Some(at), true) if was_open => (at + 1) % count,
                    (Some(at), false) if was_open => (at + count - 1) % count,
                    (_, true) => 0,
                    (_, false) => count - 1,
                });
            }
            "Enter" => {
                if let (true, Some(at)) = (open.get_untracked(), at) {
                    // Chosen, not sent: the form around must not take the key.
                    event.prevent_default();
                    choose(at);
                }
            }
            "Escape" if open.get_untracked() => {
                event.prevent_default();
                open.set(false);
                active.set(None);
            }
            "Escape" => query.set(String::new()),
            _ => {}
        }
    };
    let list = move || {
        let options = options.get();
        if options.is_empty() {
            return view! { <p class="hint">{t(keys::common::COMBO_NONE)}</p> }.into_any();
        }
        options
            .into_iter()
            .enumerate()
            .map(|(index, option)| {
                let hint =
                    (!option.hint.is_empty()).then(|| view! { <span class="hint">{option.hint}</span> });
                view! {
                    <li
                        role="option"
                        id=option_id(index)
                        aria-selected=move || if active.get() == Some(index) { "true" } else { "false" }
                        // Before the field loses the focus and the list goes.
                        on:mousedown=move |event| event.prevent_default()
                        on:click=move |_| choose(index)
                    >
                        {option.label}
                        {hint}
                    </li>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <div class=box_class(id, errors)>
            <label class="label" for=id>{label}</label>
            {hint_view(id, &hint)}
            {error_view(id, errors)}
            <div class="combo">
                <input
                    class="input"
                    id=id
                    name=id
                    type="text"
                    role="combobox"
                    inputmode="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-controls=format!("{id}-list")
                    aria-expanded=move || if shown() { "true" } else { "false" }
                    aria-activedescendant=move || if shown() { active.get().map(option_id) } else { None }
                    aria-describedby=move || described_by(id, has_hint, errors.has(id))
                    aria-invalid=move || errors.has(id).then_some("true")
                    prop:value=move || query.get()
                    on:input=typed
                    on:keydown=pressed
                    on:blur=move |_| open.set(false)
                />
                <ul class="combo-list" role="listbox" id=format!("{id}-list") aria-label=list_label hidden=move || !shown()>
                    {list}
                </ul>
            </div>
        </div>
    }
}
