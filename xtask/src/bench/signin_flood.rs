//! Sixteen people, or one program, sign in at the same time again and again: what the server needs for it, and how long
//! everybody else waits meanwhile.

use super::{Metric, memory};
use crate::progress;
use anyhow::{Context, Result, ensure};
use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Sign-ins at once.
const FLOOD: u32 = 16;
/// Other requests that are measured without and with it, and the pause between two.
const OTHERS: usize = 400;
const PAUSE: Duration = Duration::from_millis(15);
const PATIENCE: Duration = Duration::from_secs(15);
/// What anybody asks for who books.
const READS: &str = "/api/offices/hcm-pc06/days?service=card&age_group=from_14_to_59";

/// Measures.
pub(crate) fn run() -> Result<Vec<Metric>> {
    let running = memory::server_alone()?;
    let address = running.origin.trim_start_matches("http://").to_owned();
    progress::step("warming up", || others(&address, 50).map(drop))?;
    let quiet = progress::step("other requests, quiet", || others(&address, OTHERS))?;
    let flood = Flood::begin(&address);
    let busy = progress::step("the same in a flood of sign-ins", || others(&address, OTHERS));
    let (answered, refused) = flood.end();
    let busy = busy?;
    let status = std::fs::read_to_string(format!("/proc/{}/status", running.server.id()))
        .context("the system does not tell the server's memory")?;
    let most = memory::most_megabytes(&status).context("the system's account of memory has changed")?;
    eprintln!(
        "{answered} passwords were judged, {refused} told to come back; others: 95 % within {:.1} ms quiet, {:.1} ms in the flood",
        quiet * 1e3,
        busy * 1e3
    );
    ensure!(answered > FLOOD, "there was no flood");
    let metric = |name: &str, value: f64, unit: &str| Metric {
        name: name.into(),
        value,
        unit: unit.into(),
    };
    Ok(vec![
        metric("signin_flood_memory", most, "MB"),
        metric("signin_flood_p95", busy / quiet, "times"),
    ])
}

/// Seconds within which 95 of 100 are answered.
fn others(address: &str, count: usize) -> Result<f64> {
    let mut times = Vec::with_capacity(count);
    for _ in 0..count {
        let begun = Instant::now();
        let status = ask(address, &format!("GET {READS} HTTP/1.1\r\n"), "")?;
        times.push(begun.elapsed().as_secs_f64());
        ensure!(status == 200, "somebody else was answered {status}");
        thread::sleep(PAUSE);
    }
    times.sort_by(f64::total_cmp);
    times
        .get(count * 95 / 100)
        .copied()
        .context("nothing was measured")
}

/// People who sign in with wrong passwords, each under numbers of their own: the limit a number is not what is measured.
struct Flood {
    stop: Arc<AtomicBool>,
    people: Vec<thread::JoinHandle<(u32, u32)>>,
}

impl Flood {
    fn begin(address: &str) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let next = Arc::new(AtomicU32::new(0));
        let person = |_| {
            let (stop, next, address) = (Arc::clone(&stop), Arc::clone(&next), address.to_owned());
            thread::spawn(move || {
                let (mut answered, mut refused) = (0, 0);
                while !stop.load(Ordering::Relaxed) {
                    match sign_in(&address, next.fetch_add(1, Ordering::Relaxed)) {
                        Ok(401) => answered += 1,
                        // Told to come back in a moment, as every client would.
                        _ => {
                            refused += 1;
                            thread::sleep(PAUSE);
                        }
                    }
                }
                (answered, refused)
            })
        };
        let people = (0..FLOOD).map(person).collect();
        Self { stop, people }
    }

    /// Passwords judged, and sign-ins that were not.
    fn end(self) -> (u32, u32) {
        self.stop.store(true, Ordering::Relaxed);
        let ended = self.people.into_iter().filter_map(|person| person.join().ok());
        ended.fold((0, 0), |(a, b), (answered, refused)| (a + answered, b + refused))
    }
}

fn sign_in(address: &str, n: u32) -> Result<u16> {
    let body = format!(r#"{{"personal_number":"0990850{n:05}","password":"Sai-mat-khau1!"}}"#);
    let head = format!(
        "POST /api/session HTTP/1.1\r\nIdempotency-Key: bench-flood-{n:016}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n",
        body.len()
    );
    ask(address, &head, &body)
}

/// The status of the answer, read to its end.
fn ask(address: &str, head: &str, body: &str) -> Result<u16> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "{head}Host: {address}\r\nConnection: close\r\n\r\n{body}")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let digits = answer.get(9..12).context("no answer")?;
    Ok(std::str::from_utf8(digits)?.parse()?)
}
