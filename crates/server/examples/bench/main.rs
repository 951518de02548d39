//! What the server adds to the database and to HTTP. The lines `name value unit` are the figures; lines that
//! begin with `#` say what they were made of.
//!
//! `booking_throughput`: durable bookings a second through HTTP, over the same statements driven raw.
//! `slot_reads`: reads of an office's free days a second, over an empty handler of the same server.
//! `batch`: seconds for a file of a hundred thousand decisions, and the memory it takes.
//! `figures`: bookings a second while the job that counts figures works off a backlog, over the same without it.
//! `growth`: bookings and reads with ten million visits stored, over the same with ten thousand.

mod batch;
mod bookings;
mod counting;
mod figures;
mod growth;
mod http;
mod logs;
mod people;
mod raw;
mod reads;
mod served;
mod settings;
mod supply;

use eid_server::serve::{Background, Failure};
use eid_store::Dialect;
use tokio::runtime::{Builder, Runtime};

/// Clients that ask at the same time, each on a connection that stays open.
const CLIENTS: usize = 16;

fn main() -> Result<(), Failure> {
    logs::start()?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtimes = Runtimes::new()?;
    match words.as_slice() {
        ["booking_throughput"] => throughput(&runtimes, Background::Nothing, ""),
        // How much the sending of notices beside the requests takes from them.
        ["booking_throughput", "jobs"] => throughput(&runtimes, Background::Jobs, "_with_jobs"),
        ["figures"] => counting(&runtimes),
        ["slot_reads"] => reads::measure(&runtimes),
        ["batch"] => batch::measure(&runtimes),
        ["growth"] => growth(&runtimes, &["sqlite", "postgres"]),
        ["growth", one] => growth(&runtimes, &[one]),
        _ => {
            Err("say what to measure: booking_throughput [jobs], slot_reads, batch, figures, growth [sqlite|postgres]".into())
        }
    }
}

fn throughput(runtimes: &Runtimes, background: Background, mark: &str) -> Result<(), Failure> {
    for (dialect, name) in [(Dialect::Sqlite, "sqlite"), (Dialect::Postgres, "postgres")] {
        match bookings::measure(runtimes, dialect, background)? {
            Some(ratio) => println!("booking_throughput_{name}{mark} {ratio:.3} ratio"),
            None => println!("# {name}: left out, EID_SKIP_POSTGRES=1"),
        }
    }
    Ok(())
}

fn counting(runtimes: &Runtimes) -> Result<(), Failure> {
    for (dialect, name) in [(Dialect::Sqlite, "sqlite"), (Dialect::Postgres, "postgres")] {
        match counting::measure(runtimes, dialect)? {
            Some(ratio) => println!("figures_{name} {ratio:.3} ratio"),
            None => println!("# {name}: left out, EID_SKIP_POSTGRES=1"),
        }
    }
    Ok(())
}

fn growth(runtimes: &Runtimes, names: &[&str]) -> Result<(), Failure> {
    for (dialect, name) in [(Dialect::Sqlite, "sqlite"), (Dialect::Postgres, "postgres")] {
        if names.contains(&name) {
            growth::measure(runtimes, dialect, name)?;
        }
    }
    Ok(())
}

/// The server's threads are as many as the product's; the clients have one of their own, as lean as can be.
struct Runtimes {
    server: Runtime,
    clients: Runtime,
}

impl Runtimes {
    fn new() -> Result<Self, Failure> {
        let server = Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(8)
            .enable_all()
            .build()?;
        let clients = Builder::new_current_thread().enable_all().build()?;
        Ok(Self { server, clients })
    }
}
