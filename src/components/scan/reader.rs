//! A whole reader of one kind of code: camera, photo or picture. The words are those of slips.

use super::{ScanFault, ScanFiles, ScanLive, ScanWords, TakeText};
use crate::browser::{camera::CameraError, camera_frame::PhotoError, focus};
use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::i18n::{keys::slip, t};
use leptos::prelude::*;

const WORDS: ScanWords = ScanWords {
    opening: slip::STATUS_OPENING,
    looking: slip::STATUS_LOOKING,
    slow: slip::STATUS_SLOW,
    stop: slip::STOP,
};
/// Takes the focus when the reader changes.
const BOX: &str = "reader";

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// The ways, and what went wrong on the last.
    Choose(Option<&'static str>),
    /// The camera is on.
    Live,
    /// A photo is being read.
    Waiting,
}

/// The ways of reading a slip's code.
#[component]
pub fn SlipReader(
    /// Takes what was read.
    take: TakeText,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Choose(None));
    let choose = move |why: Option<&'static str>| {
        if stage.try_set(Stage::Choose(why)).is_none() {
            focus::later(BOX);
        }
    };
    let again = Callback::new(move |()| choose(None));
    let fault = Callback::new(move |fault: ScanFault| choose(Some(words(fault))));
    let live = Callback::new(move |()| {
        stage.set(Stage::Live);
        focus::later(BOX);
    });
    let waiting = Callback::new(move |()| {
        let _ = stage.try_set(Stage::Waiting);
    });
    let seen = Callback::new(move |text: String| {
        let taken = take.try_run(text).unwrap_or(Ok(()));
        if taken.is_ok() {
            let _ = stage.try_set(Stage::Choose(None));
        }
        taken
    });
    let text = Callback::new(move |text: String| {
        if let Err(words) = seen.run(text) {
            choose(Some(words));
        }
    });
    let body = move || match stage.get() {
        Stage::Choose(why) => {
            let why =
                why.map(|words| view! { <Notice kind=NoticeKind::Warning title=words announced=true /> });
            view! {
                {why}
                <div class="scan-ways">
                    <Button kind=ButtonKind::Second label=t(slip::CAMERA) on_press=live />
                    <ScanFiles photo=slip::PHOTO file=slip::FILE text=text fault=fault waiting=waiting />
                </div>
            }
            .into_any()
        }
        Stage::Live => view! { <ScanLive words=WORDS take=seen fault=fault stop=again /> }.into_any(),
        Stage::Waiting => view! { <p role="status">{t(slip::READING)}</p> }.into_any(),
    };
    view! { <div class="scan stack-s" id=BOX tabindex="-1">{body}</div> }
}

const fn key(fault: ScanFault) -> crate::i18n::Key {
    match fault {
        ScanFault::Camera(CameraError::Refused) => slip::TROUBLE_REFUSED,
        ScanFault::Camera(CameraError::Absent) => slip::TROUBLE_ABSENT,
        ScanFault::Camera(CameraError::Busy) => slip::TROUBLE_BUSY,
        ScanFault::Camera(CameraError::Unsupported) => slip::TROUBLE_UNSUPPORTED,
        ScanFault::Lost => slip::TROUBLE_LOST,
        ScanFault::Nothing => slip::TROUBLE_NOTHING,
        ScanFault::Unclear => slip::TROUBLE_UNCLEAR,
        ScanFault::Blurred => slip::TROUBLE_BLURRED,
        ScanFault::Dark => slip::TROUBLE_DARK,
        ScanFault::Photo(PhotoError::Unreadable) => slip::TROUBLE_UNREADABLE,
        ScanFault::Photo(PhotoError::TooLarge) => slip::TROUBLE_TOO_LARGE,
        ScanFault::Failed => slip::TROUBLE_FAILED,
    }
}

fn words(fault: ScanFault) -> &'static str {
    t(key(fault))
}
