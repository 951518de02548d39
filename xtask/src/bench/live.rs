//! Screens that look at one office's day while it works: how soon they show a call, and what each costs the server.

use super::{
    Metric,
    memory::{self, Released},
};
use crate::progress;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

const OFFICE: &str = "hcm-pc06";
/// Screens at first, and in the end. What the server needs for its work is there after the first.
const FIRST: usize = 20;
const ALL: usize = 200;
/// Calls that are measured, and those before them.
const CALLS: usize = 60;
const WARM: usize = 10;
const PAUSE: Duration = Duration::from_millis(200);
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the screens, lets the office work, and measures.
pub(crate) fn run() -> Result<Vec<Metric>> {
    let running = memory::released()?;
    let mut desk = Desk::open(&running)?;
    let mut screens = Vec::new();
    progress::step("an office with a few screens", || {
        desk.screens(&mut screens, FIRST)?;
        (0..WARM).try_for_each(|_| desk.call().map(drop))
    })?;
    let before = megabytes(&running)?;
    let mut called = Vec::new();
    progress::step("the same with two hundred", || {
        desk.screens(&mut screens, ALL)?;
        for _ in 0..CALLS {
            called.push(desk.call()?);
        }
        thread::sleep(Duration::from_secs(1));
        Ok(())
    })?;
    let after = megabytes(&running)?;
    let mut times = Vec::new();
    for screen in &screens {
        let seen = screen.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for (version, at) in &called {
            let shown = seen.iter().find(|(shown, _)| shown >= version);
            times.push(shown.map_or(PATIENCE, |(_, shown)| shown.saturating_duration_since(*at)));
        }
    }
    for screen in screens {
        screen.close();
    }
    times.sort_unstable();
    ensure!(times.len() == ALL * CALLS, "a screen is missing");
    let at = |part: usize| {
        times
            .get(times.len() * part / 100)
            .map_or(0.0, |time| time.as_secs_f64() * 1e3)
    };
    eprintln!(
        "{ALL} screens, {CALLS} calls: half within {:.1} ms, 95 % within {:.1} ms, all within {:.1} ms",
        at(50),
        at(95),
        times.last().map_or(0.0, |time| time.as_secs_f64() * 1e3)
    );
    eprintln!("memory: {before:.1} MB with {FIRST} screens, {after:.1} MB with {ALL}");
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let tens = (ALL - FIRST) as f64 / 10.0;
    let metric = |name: &str, value: f64, unit: &str| Metric {
        name: name.into(),
        value,
        unit: unit.into(),
    };
    Ok(vec![
        metric("live_call_to_screen_p95", at(95), "ms"),
        metric(
            "live_memory_per_10_screens",
            ((after - before) / tens).max(0.0),
            "MB",
        ),
    ])
}

fn megabytes(running: &Released) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", running.server.id()))?;
    memory::resident_megabytes(&status).context("the system does not tell the server's memory")
}

/// Somebody who calls people.
struct Desk {
    address: String,
    cookie: String,
    keys: u32,
    station: u8,
}

impl Desk {
    fn open(running: &Released) -> Result<Self> {
        let address = running.origin.trim_start_matches("http://").to_owned();
        let mut desk = Self {
            address,
            cookie: String::new(),
            keys: 0,
            station: 0,
        };
        desk.wait_for_morning()?;
        let who = json!({ "username": "canbo", "password": "CanBo-2026!" });
        let (head, _) = desk.send("POST", "/api/desk/session", Some(&who))?;
        let cookies = head
            .lines()
            .filter_map(|line| line.strip_prefix("set-cookie: "))
            .filter_map(|cookie| cookie.split(';').next());
        desk.cookie = cookies.collect::<Vec<_>>().join("; ");
        Ok(desk)
    }

    /// Moves the demo's clock to eight o'clock of the next day on which the office is open.
    fn wait_for_morning(&mut self) -> Result<()> {
        let days = format!("/api/offices/{OFFICE}/days?service=card&age_group=from_14_to_59");
        let (_, days) = self.send("GET", &days, None)?;
        let days = days["days"].as_array().context("no days")?;
        let open = days.iter().find(|day| day["free"].as_i64() > Some(0));
        let date = open.and_then(|day| day["date"].as_str()).context("no open day")?;
        let (_, config) = self.send("GET", "/api/config", None)?;
        let now = seconds_of(config["now"].as_str().context("no clock")?)?;
        // Eight in Viet Nam is one in UTC.
        let seconds = seconds_of(&format!("{date}T01:00:00Z"))? - now;
        self.send("POST", "/api/dev/clock", Some(&json!({ "seconds": seconds })))?;
        Ok(())
    }

    /// A ticket is given and called; the version that a screen shows then, and when it was asked for.
    fn call(&mut self) -> Result<(i64, Instant)> {
        let wanted = json!({ "service": "account", "priority": "none" });
        self.send("POST", "/api/desk/queue/walk-ins", Some(&wanted))?;
        thread::sleep(PAUSE);
        self.station = self.station % 6 + 1;
        let at = Instant::now();
        let (_, line) = self.send(
            "POST",
            "/api/desk/queue/next",
            Some(&json!({ "station": self.station })),
        )?;
        let here = line["at_stations"].as_array().context("no stations")?;
        let ticket = here.iter().find(|row| row["station"] == self.station);
        let id = ticket
            .and_then(|row| row["id"].as_str())
            .context("nobody was called")?;
        let version = line["version"].as_i64().context("no version")?;
        thread::sleep(PAUSE);
        self.send("POST", &format!("/api/desk/queue/{id}/serve"), None)?;
        Ok((version, at))
    }

    /// Opens screens until there are so many: of three, one at a desk and two in the hall.
    fn screens(&mut self, screens: &mut Vec<Screen>, all: usize) -> Result<()> {
        while screens.len() < all {
            let path = if screens.len().is_multiple_of(3) {
                "/api/desk/queue/events".to_owned()
            } else {
                format!("/api/offices/{OFFICE}/hall/events")
            };
            screens.push(Screen::open(&self.address, &path, &self.cookie)?);
        }
        let begun = Instant::now();
        while screens.iter().any(|screen| !screen.is_live()) {
            ensure!(begun.elapsed() < PATIENCE, "a screen stays dark");
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    fn send(&mut self, method: &str, path: &str, body: Option<&Value>) -> Result<(String, Value)> {
        self.keys += 1;
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {}\r\nIdempotency-Key: bench-live-{:016}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            self.cookie,
            self.keys,
            body.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("no answer")?;
        if !head.starts_with("HTTP/1.1 2") {
            bail!("{method} {path}: {body}");
        }
        let value = if body.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(body)?
        };
        Ok((head.to_owned(), value))
    }
}

/// One open stream, and what came when.
struct Screen {
    seen: Arc<Mutex<Vec<(i64, Instant)>>>,
    stream: TcpStream,
    reader: JoinHandle<()>,
}

impl Screen {
    fn open(address: &str, path: &str, cookie: &str) -> Result<Self> {
        let mut stream = TcpStream::connect(address)?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nAccept: text/event-stream\r\n\r\n"
        )?;
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (keeps, reads) = (Arc::clone(&seen), stream.try_clone()?);
        let reader = thread::Builder::new().stack_size(64 * 1024).spawn(move || {
            for line in BufReader::with_capacity(1024, reads)
                .lines()
                .map_while(Result::ok)
            {
                if let Some(version) = line.strip_prefix("data: ").and_then(version_in) {
                    let mut seen = keeps.lock().unwrap_or_else(PoisonError::into_inner);
                    seen.push((version, Instant::now()));
                }
            }
        })?;
        Ok(Self { seen, stream, reader })
    }

    fn is_live(&self) -> bool {
        !self
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_empty()
    }

    fn close(self) {
        // Where it is closed already there is nothing to do.
        drop(self.stream.shutdown(Shutdown::Both));
        drop(self.reader.join());
    }
}

/// The version of a picture, without reading the rest of it two hundred times.
fn version_in(picture: &str) -> Option<i64> {
    let digits = picture.split("\"version\":").nth(1)?;
    let end = digits.find(|letter: char| !letter.is_ascii_digit())?;
    digits.get(..end)?.parse().ok()
}

/// Seconds since 1970 of an instant like `2026-11-23T01:00:00Z`; a fraction is left out.
fn seconds_of(text: &str) -> Result<i64> {
    let number = |from: usize, to: usize| -> Result<i64> {
        let part = text.get(from..to).context("an instant is cut short")?;
        part.parse().with_context(|| format!("{part} in an instant"))
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    // Years that begin in March have the odd day at their end.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468;
    Ok(days * 86_400 + number(11, 13)? * 3_600 + number(14, 16)? * 60 + number(17, 19)?)
}

#[cfg(test)]
mod tests {
    use super::{seconds_of, version_in};

    #[test]
    fn instants_and_versions_are_read() {
        assert_eq!(seconds_of("1970-01-01T00:00:00Z").unwrap(), 0);
        assert_eq!(seconds_of("2024-02-29T12:30:05.5Z").unwrap(), 1_709_209_805);
        assert_eq!(seconds_of("2026-11-23T01:00:00Z").unwrap(), 1_795_395_600);
        assert!(seconds_of("2026-11").is_err());
        assert_eq!(
            version_in(r#"{"day":"2026-11-25","version":17,"calls":[]}"#),
            Some(17)
        );
        assert_eq!(version_in("1"), None);
    }
}
