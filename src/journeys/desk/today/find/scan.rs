//! The camera at the desk, for offices without a reader of codes. Its code and words come when it is wanted.

use crate::browser::focus;
use crate::components::scan::{SlipReader, TakeText};
use crate::components::{Button, ButtonKind, Notice, NoticeKind, TextButton};
use crate::i18n::{self, keys::Namespace, keys::desk as k, keys::shell, t};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

type Draw = fn(TakeText) -> AnyView;

/// The reader's id.
const READER: &str = "reader";

#[wasm_split(desk_reader, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(take: TakeText) -> AnyView {
    view! { <SlipReader take=take /> }.into_any()
}

/// The button, and the reader once it is wanted: two parts of the same.
pub(super) fn parts(take: TakeText) -> (AnyView, AnyView) {
    let reader = RwSignal::new(None::<Draw>);
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(false));
    let open = Callback::new(move |()| {
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let words = i18n::request(i18n::lang(), &[Namespace::Slip]);
            let code = load().await;
            let words = i18n::load(words).await;
            let _ = busy.try_set(false);
            match (code, words) {
                (Ok(draw), Ok(())) => {
                    if reader.try_set(Some(draw)).is_none() {
                        focus::later(READER);
                    }
                }
                _ => drop(failed.try_set(true)),
            }
        });
    });
    let close = Callback::new(move |()| reader.set(None));
    let button = view! { <Button label=t(k::FIND_SCAN) kind=ButtonKind::Second busy=busy on_press=open /> };
    let below = move || {
        let failed = failed.get().then(|| {
            view! { <Notice kind=NoticeKind::Warning announced=true><p>{t(shell::LOAD_FAILED_TEXT)}</p></Notice> }
        });
        let reader = reader.get().map(|draw| {
            view! {
                <div class="panel stack-s desk-reader">
                    {draw(take)}
                    <p><TextButton label=t(k::FIND_SCAN_CLOSE) on_press=close /></p>
                </div>
            }
        });
        view! { {failed}{reader} }
    };
    (button.into_any(), below.into_any())
}
