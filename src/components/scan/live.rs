//! The camera's picture, and what to do with the code.

use super::watch::{Status, Watch};
use super::{ScanFault, ScanWords, TakeText};
use crate::browser::camera::{self, Camera};
use crate::components::{Button, ButtonKind};
use crate::i18n::t;
use leptos::{html, prelude::*, task::spawn_local};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The camera is on while this is on the page, and off at once when it goes or when nobody looks.
#[component]
pub fn ScanLive(
    /// What is said meanwhile.
    words: ScanWords,
    /// Takes what was read.
    take: TakeText,
    /// The camera or the scanner failed.
    fault: Callback<ScanFault>,
    /// The person has had enough.
    stop: Callback<()>,
) -> impl IntoView {
    let video = NodeRef::<html::Video>::new();
    let status = RwSignal::new(Status::Opening);
    let camera = StoredValue::new_local(None::<Camera>);
    let alive = Arc::new(AtomicBool::new(true));
    let off = move || {
        let _ = camera.try_with_value(|camera| camera.as_ref().map(Camera::stop));
    };

    let ended = alive.clone();
    on_cleanup(move || {
        ended.store(false, Ordering::Relaxed);
        off();
    });
    camera::when_hidden(move || {
        // Asking for permission hides no page: whoever is asked is still here.
        if status
            .try_get_untracked()
            .is_some_and(|status| status != Status::Opening)
        {
            off();
            let _ = fault.try_run(ScanFault::Lost);
        }
    });
    let started = StoredValue::new(false);
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        if started.get_value() {
            return;
        }
        started.set_value(true);
        let alive = alive.clone();
        spawn_local(async move {
            let opened = Camera::open().await;
            match opened {
                Err(error) => drop(fault.try_run(ScanFault::Camera(error))),
                Ok(on) if !alive.load(Ordering::Relaxed) => on.stop(),
                Ok(on) => {
                    let _ = camera.try_set_value(Some(on.clone()));
                    on.show(&video).await;
                    let watch = Watch {
                        camera: on.clone(),
                        alive,
                        status,
                        take,
                    };
                    let outcome = watch.until_taken(&video).await;
                    on.stop();
                    if let Err(problem) = outcome {
                        let _ = fault.try_run(problem);
                    }
                }
            }
        });
    });
    let said = move || match status.get() {
        Status::Opening => t(words.opening),
        Status::Looking => t(words.looking),
        Status::Slow => t(words.slow),
        Status::Other(words) => words,
    };
    view! {
        <div class="scan-view">
            // What it shows is said in words below; a picture of a card helps only those who see it.
            <video node_ref=video playsinline autoplay muted prop:muted=true aria-hidden="true"></video>
            <div class="scan-frame" aria-hidden="true"></div>
        </div>
        <p role="status">{said}</p>
        <p class="row"><Button kind=ButtonKind::Second label=t(words.stop) on_press=stop /></p>
    }
}
