//! Where one is in a journey.

use crate::i18n::{keys, tf};
use leptos::prelude::*;

/// "Bước 2/6: Nơi làm thẻ", with a bar that shows the same.
#[component]
pub fn Stepper(
    /// This step, from 1.
    step: usize,
    /// How many there are.
    total: usize,
    /// The step's name; may be left out.
    #[prop(optional, into)]
    name: String,
) -> impl IntoView {
    let (now, all) = (step.to_string(), total.to_string());
    let words = if name.is_empty() {
        tf(keys::common::STEP_OF, &[("step", &now), ("total", &all)])
    } else {
        tf(
            keys::common::STEP_NAMED,
            &[("step", &now), ("total", &all), ("name", &name)],
        )
    };
    view! {
        <div class="stepper">
            <p>{words}</p>
            <progress max=all value=now aria-hidden="true"></progress>
        </div>
    }
}
