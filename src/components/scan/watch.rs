//! Looking at one frame after the other until the right code is read.

use super::{ScanFault, TakeText};
use crate::browser::camera::Camera;
use crate::browser::camera_frame::{Canvas, Part};
use crate::browser::scan::Scanner;
use crate::browser::scan_native::Native;
use crate::browser::timer;
use leptos::{html, prelude::*};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The browser's own reader gets so many frames; what it cannot read then is left to ours.
const NATIVE_FRAMES: u32 = 12;
/// A frame begins so many milliseconds after the one before, or later.
const PACE_MS: f64 = 160.0;
/// After so many milliseconds without a code there is help.
const SLOW_MS: f64 = 9_000.0;

/// What the person is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// The camera is starting, or the person is being asked.
    Opening,
    /// Frames are being looked at.
    Looking,
    /// Nothing was read for a while.
    Slow,
    /// Another code was read.
    Other(&'static str),
}

type Video = <html::Video as html::ElementType>::Output;

/// What looking needs.
pub(super) struct Watch {
    /// The camera.
    pub(super) camera: Camera,
    /// False when nobody wants it any more.
    pub(super) alive: Arc<AtomicBool>,
    /// What the person is told; set only when it changes, so that it is not said again and again.
    pub(super) status: RwSignal<Status>,
    /// Takes what was read.
    pub(super) take: TakeText,
}

impl Watch {
    /// Ends when a text was taken or nobody waits any more.
    pub(super) async fn until_taken(&self, video: &Video) -> Result<(), ScanFault> {
        self.say(Status::Looking);
        let native = Native::find().await;
        let Some(canvas) = Canvas::new() else {
            return Ok(());
        };
        let mut scanner = None;
        let began = timer::now_ms();
        let mut frames = 0_u32;
        loop {
            let frame_began = timer::now_ms();
            if !self.alive.load(Ordering::Relaxed) {
                return Ok(());
            }
            if !self.camera.is_on() {
                return Err(ScanFault::Lost);
            }
            let text = match &native {
                Some(native) if frames < NATIVE_FRAMES => native.read(video).await,
                _ => {
                    let part = if frames.is_multiple_of(2) {
                        Part::Whole
                    } else {
                        Part::Middle
                    };
                    ours(&mut scanner, &canvas, video, part).await?
                }
            };
            frames += 1;
            match text.map(|text| self.take.try_run(text)) {
                Some(Some(Ok(())) | None) => return Ok(()),
                Some(Some(Err(words))) => self.say(Status::Other(words)),
                None if timer::now_ms() - began > SLOW_MS => self.say_unless_said(Status::Slow),
                None => {}
            }
            let rest = PACE_MS - (timer::now_ms() - frame_began);
            timer::sleep(rest.clamp(20.0, PACE_MS) as u32).await;
        }
    }

    fn say(&self, status: Status) {
        if self.status.try_get_untracked() != Some(status) {
            let _ = self.status.try_set(status);
        }
    }

    /// Help that is more exact stays.
    fn say_unless_said(&self, status: Status) {
        if self.status.try_get_untracked() == Some(Status::Looking) {
            self.say(status);
        }
    }
}

async fn ours(
    scanner: &mut Option<Scanner>,
    canvas: &Canvas,
    video: &Video,
    part: Part,
) -> Result<Option<String>, ScanFault> {
    let Some(frame) = canvas.grab(video, part) else {
        return Ok(None);
    };
    let started = match scanner.take() {
        Some(started) => started,
        None => Scanner::start().map_err(|_| ScanFault::Failed)?,
    };
    let text = started.read(frame).await.map_err(|_| ScanFault::Failed)?;
    *scanner = Some(started);
    Ok(text)
}
