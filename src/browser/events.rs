//! Server-sent events, held open as well as a browser can: come back with growing pauses, notice a connection that is dead
//! without saying so, let go while nobody looks, and ask now and then where no stream comes through at all.

use super::{timer, visible};
use leptos::{ev, prelude::*};
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// The server gives a sign of life every 15 s; whoever misses two is cut off.
const SILENCE_MS: f64 = 35_000.0;
/// How often is asked while no stream is there.
const ASK_MS: f64 = 4_000.0;
/// The longest pause before another try.
const LONGEST_PAUSE_MS: f64 = 30_000.0;

/// How the news come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Not yet.
    Opening,
    /// At once.
    Live,
    /// Only when asked for: what is shown may be some seconds old.
    Asking,
}

/// An open stream; closed when dropped.
struct Source {
    inner: EventSource,
    _heard: [Closure<dyn Fn(MessageEvent)>; 2],
    _changed: [Closure<dyn Fn()>; 2],
}

impl Drop for Source {
    fn drop(&mut self) {
        self.inner.set_onmessage(None);
        self.inner.set_onopen(None);
        self.inner.set_onerror(None);
        self.inner.close();
    }
}

struct State {
    path: String,
    heard: Rc<dyn Fn(String)>,
    ask: Rc<dyn Fn()>,
    source: Option<Source>,
    failures: i32,
    last_ms: f64,
    try_ms: f64,
    ask_ms: f64,
}

/// Cheap to copy; what it holds goes with the component that called [`follow`], and the stream with it.
#[derive(Clone, Copy)]
struct Follower {
    state: StoredValue<State, LocalStorage>,
    link: RwSignal<Link>,
}

/// Follows a stream for as long as the calling component lives. `heard` is told the data of every event; `ask` is called
/// every few seconds while no stream comes through, and when the page is looked at again.
pub fn follow(path: String, heard: impl Fn(String) + 'static, ask: impl Fn() + 'static) -> ReadSignal<Link> {
    let state = State {
        path,
        heard: Rc::new(heard),
        ask: Rc::new(ask),
        source: None,
        failures: 0,
        last_ms: timer::now_ms(),
        try_ms: 0.0,
        ask_ms: timer::now_ms() + ASK_MS,
    };
    let follower = Follower {
        state: StoredValue::new_local(state),
        link: RwSignal::new(Link::Opening),
    };
    follower.tick();
    timer::every_second(move || follower.tick());
    let at_once = move || {
        let _ = follower.state.try_update_value(|state| {
            state.try_ms = 0.0;
            state.ask_ms = 0.0;
        });
        follower.tick();
    };
    let back = window_event_listener(ev::online, move |_| at_once());
    let seen = window_event_listener_untyped("visibilitychange", move |_| at_once());
    on_cleanup(move || {
        back.remove();
        seen.remove();
    });
    follower.link.read_only()
}

impl Follower {
    /// Looks after the stream.
    fn tick(self) {
        let now = timer::now_ms();
        let asked = self.state.try_update_value(|state| {
            if !visible::now() {
                // Nobody looks: an open stream would cost the phone's battery and the server a place.
                state.source = None;
                state.try_ms = 0.0;
                self.show(Link::Opening);
                return None;
            }
            let closed = state.source.as_ref().is_some_and(Source::is_closed);
            if state.source.is_some() && (closed || now - state.last_ms > SILENCE_MS) {
                state.source = None;
                state.failures += 1;
                state.try_ms = now + pause_ms(state.failures);
            }
            if state.source.is_none() {
                if state.failures > 0 {
                    self.show(Link::Asking);
                }
                if now >= state.try_ms {
                    state.last_ms = now;
                    state.source = self.open(&state.path);
                    state.try_ms = now + LONGEST_PAUSE_MS;
                }
            }
            if self.link.get_untracked() == Link::Live || now < state.ask_ms {
                return None;
            }
            state.ask_ms = now + ASK_MS;
            Some(Rc::clone(&state.ask))
        });
        // Outside of the borrow: what is asked for may come back here.
        if let Some(Some(ask)) = asked {
            ask();
        }
    }

    fn show(self, link: Link) {
        if self.link.try_get_untracked().is_some_and(|now| now != link) {
            let _ = self.link.try_set(link);
        }
    }

    fn alive(self) {
        let _ = self.state.try_update_value(|state| {
            state.last_ms = timer::now_ms();
            state.failures = 0;
        });
        self.show(Link::Live);
    }

    fn open(self, path: &str) -> Option<Source> {
        let inner = EventSource::new(path).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            self.alive();
            let told = self.state.try_with_value(|state| Rc::clone(&state.heard));
            if let (Some(heard), Some(text)) = (told, event.data().as_string()) {
                heard(text);
            }
        });
        let beat = Closure::<dyn Fn(MessageEvent)>::new(move |_| self.alive());
        let opened = Closure::<dyn Fn()>::new(move || self.alive());
        // The browser tries again by itself, or has given up: `tick` sees which.
        let failed = Closure::<dyn Fn()>::new(move || self.show(Link::Asking));
        inner.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let _ = inner.add_event_listener_with_callback("beat", beat.as_ref().unchecked_ref());
        inner.set_onopen(Some(opened.as_ref().unchecked_ref()));
        inner.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Source {
            inner,
            _heard: [heard, beat],
            _changed: [opened, failed],
        })
    }
}

impl Source {
    fn is_closed(&self) -> bool {
        self.inner.ready_state() == EventSource::CLOSED
    }
}

/// 1, 2, 4 … 30 seconds.
fn pause_ms(failures: i32) -> f64 {
    (1_000.0 * 2.0_f64.powi((failures - 1).clamp(0, 5))).min(LONGEST_PAUSE_MS)
}

#[cfg(test)]
mod tests {
    use super::pause_ms;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn pauses_grow_to_half_a_minute() {
        let pauses: Vec<f64> = (1..8).map(pause_ms).collect();
        assert_eq!(pauses, [1e3, 2e3, 4e3, 8e3, 16e3, 3e4, 3e4]);
    }
}
