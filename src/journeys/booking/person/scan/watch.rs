//! Looking at one frame after the other until a card is read.

use super::code_text::{NotRead, of_code};
use super::reading::Reading;
use super::trouble::Trouble;
use crate::browser::camera::Camera;
use crate::browser::camera_frame::{Canvas, Part};
use crate::browser::scan::Scanner;
use crate::browser::scan_native::Native;
use crate::browser::timer;
use crate::i18n::{Key, keys::scan};
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
    Foreign,
    /// A card's code that has lost columns.
    Columns,
}

impl Status {
    /// In words.
    pub(super) const fn words(self) -> Key {
        match self {
            Self::Opening => scan::STATUS_OPENING,
            Self::Looking => scan::STATUS_LOOKING,
            Self::Slow => scan::STATUS_SLOW,
            Self::Foreign => scan::STATUS_FOREIGN,
            Self::Columns => scan::STATUS_COLUMNS,
        }
    }
}

/// What looking needs.
pub(super) struct Watch {
    /// The camera.
    pub(super) camera: Camera,
    /// False when nobody wants it any more.
    pub(super) alive: Arc<AtomicBool>,
    /// What the person is told; set only when it changes, so that it is not said again and again.
    pub(super) status: RwSignal<Status>,
}

impl Watch {
    /// A card's reading or what went wrong; `None` where nobody waits any more.
    pub(super) async fn until_read(
        &self,
        video: &<html::Video as html::ElementType>::Output,
    ) -> Option<Result<Reading, Trouble>> {
        self.say(Status::Looking);
        let native = Native::find().await;
        let canvas = Canvas::new()?;
        let mut scanner = None;
        let began = timer::now_ms();
        let mut frames = 0_u32;
        loop {
            let frame_began = timer::now_ms();
            if !self.alive.load(Ordering::Relaxed) {
                return None;
            }
            if !self.camera.is_on() {
                return Some(Err(Trouble::Lost));
            }
            let text = match &native {
                Some(native) if frames < NATIVE_FRAMES => native.read(video).await,
                _ => {
                    let part = if frames.is_multiple_of(2) {
                        Part::Whole
                    } else {
                        Part::Middle
                    };
                    match ours(&mut scanner, &canvas, video, part).await {
                        Ok(text) => text,
                        Err(problem) => return Some(Err(problem)),
                    }
                }
            };
            frames += 1;
            match text.map(|text| of_code(&text)) {
                Some(Ok(reading)) => return Some(Ok(reading)),
                Some(Err(NotRead::Columns)) => self.say(Status::Columns),
                Some(Err(_)) => self.say(Status::Foreign),
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
    video: &<html::Video as html::ElementType>::Output,
    part: Part,
) -> Result<Option<String>, Trouble> {
    let Some(frame) = canvas.grab(video, part) else {
        return Ok(None);
    };
    let started = match scanner.take() {
        Some(started) => started,
        None => Scanner::start().map_err(|_| Trouble::Failed)?,
    };
    let text = started.read(frame).await.map_err(|_| Trouble::Failed)?;
    *scanner = Some(started);
    Ok(text)
}
