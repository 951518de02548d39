//! The camera's picture, and what to do with the card.

use super::reading::Reading;
use super::trouble::Trouble;
use super::watch::{Status, Watch};
use crate::browser::camera::{self, Camera};
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::scan, t};
use leptos::{html, prelude::*, task::spawn_local};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The camera is on while this is on the page, and off at once when it goes or when nobody looks.
#[component]
pub(super) fn Live(
    /// A card was read.
    found: Callback<Reading>,
    /// The camera or the scanner failed.
    trouble: Callback<Trouble>,
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
            let _ = trouble.try_run(Trouble::Lost);
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
                Err(error) => drop(trouble.try_run(Trouble::Camera(error))),
                Ok(on) if !alive.load(Ordering::Relaxed) => on.stop(),
                Ok(on) => {
                    let _ = camera.try_set_value(Some(on.clone()));
                    on.show(&video).await;
                    let watch = Watch {
                        camera: on.clone(),
                        alive,
                        status,
                    };
                    let outcome = watch.until_read(&video).await;
                    on.stop();
                    match outcome {
                        Some(Ok(reading)) => drop(found.try_run(reading)),
                        Some(Err(problem)) => drop(trouble.try_run(problem)),
                        None => {}
                    }
                }
            }
        });
    });
    view! {
        <div class="scan-view">
            // What it shows is said in words below; a picture of a card helps only those who see it.
            <video node_ref=video playsinline autoplay muted prop:muted=true aria-hidden="true"></video>
            <div class="scan-frame" aria-hidden="true"></div>
        </div>
        <p role="status">{move || t(status.get().words())}</p>
        <p class="row"><Button kind=ButtonKind::Second label=t(scan::STOP) on_press=stop /></p>
    }
}
