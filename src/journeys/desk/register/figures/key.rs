//! The figures that matter most, large.

use super::words;
use crate::i18n::{keys::figures as k, t};
use eid_domain::figures::Measure;
use eid_domain::wire::figures::FiguresView;
use leptos::prelude::*;

/// One line of them.
pub(super) fn view(view: &FiguresView) -> AnyView {
    let one = |measure: &Measure| {
        let sum: u32 = view.units.iter().map(|unit| unit.of(*measure)).sum();
        let now =
            (*measure == Measure::Uncollected).then(|| view! { <span class="muted">{t(k::NOW)}</span> });
        view! {
            <div>
                <dt>{words::measure(*measure)}" "{now}</dt>
                <dd>{words::number(sum)}</dd>
            </div>
        }
    };
    view! { <dl class="figures-key">{Measure::ALL.iter().map(one).collect_view()}</dl> }.into_any()
}
