//! A PostgreSQL server for one test run: the given one, or an own one on a free loopback port.

use sqlx::{AssertSqlSafe, Connection};
use std::{
    fs,
    net::{TcpListener, TcpStream},
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

/// Runs one statement outside any pool.
pub(super) async fn execute(url: &str, statement: String) -> Result<(), String> {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(url)
        .await
        .map_err(|error| error.to_string())?;
    let outcome = sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await;
    outcome.map(|_| ()).map_err(|error| error.to_string())
}

/// Address of the server.
pub(super) fn server() -> Result<String, String> {
    if let Ok(url) = std::env::var("EID_TEST_POSTGRES_URL")
        && !url.is_empty()
    {
        return Ok(url);
    }
    own_server().map_err(|why| {
        format!(
            "no PostgreSQL to test on: {why}. Install the server programs, or set EID_TEST_POSTGRES_URL to \
            a server where schemas may be made, or EID_SKIP_POSTGRES=1 to leave this half out"
        )
    })
}

/// nextest runs each test in a process of its own, so the server is shared through a folder named after the
/// process that lasts as long as the run; who comes first starts it.
fn own_server() -> Result<String, String> {
    let nextest = std::env::var_os("NEXTEST").is_some();
    let run = if nextest {
        std::os::unix::process::parent_id()
    } else {
        std::process::id()
    };
    let home = std::env::temp_dir().join(format!("eid-postgres-{run}"));
    fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    let lock = fs::File::create(home.join("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;
    let address = home.join("url");
    if let Ok(url) = fs::read_to_string(&address) {
        return Ok(url);
    }
    let url = start(&home, run)?;
    fs::write(&address, &url).map_err(|error| error.to_string())?;
    Ok(url)
}

fn start(home: &Path, run: u32) -> Result<String, String> {
    let programs = programs()?;
    let user = unprivileged()?;
    let data = home.join("data");
    let _ = fs::remove_dir_all(&data);
    fs::create_dir_all(&data).map_err(|error| error.to_string())?;
    if let Some((uid, gid)) = user {
        chown(&data, Some(uid), Some(gid)).map_err(|error| error.to_string())?;
    }
    let made = as_user(&programs.join("initdb"), user)
        .args([
            "--auth=trust",
            "--username=eid",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-D",
        ])
        .arg(&data)
        .current_dir(&data)
        .output()
        .map_err(|error| format!("initdb: {error}"))?;
    if !made.status.success() {
        return Err(format!(
            "initdb: {}",
            String::from_utf8_lossy(&made.stderr).trim()
        ));
    }
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let port = port.map_err(|error| error.to_string())?.port();
    let log = fs::File::create(home.join("log")).map_err(|error| error.to_string())?;
    let server = as_user(&programs.join("postgres"), user)
        .arg("-D")
        .arg(&data)
        .args(["-p", &port.to_string(), "-h", "127.0.0.1", "-k", ""])
        .args([
            "-c",
            "fsync=off",
            "-c",
            "full_page_writes=off",
            "-c",
            "shared_buffers=64MB",
        ])
        .args(["-c", "max_connections=200", "-c", "deadlock_timeout=200ms"])
        .current_dir(&data)
        .stderr(log)
        .spawn()
        .map_err(|error| format!("postgres: {error}"))?;
    watch(run, server.id(), home)?;
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() && data.join("postmaster.pid").exists() {
            let status = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
            if status.contains("ready") {
                return Ok(format!("postgres://eid@127.0.0.1:{port}/postgres"));
            }
        }
        sleep(Duration::from_millis(100));
    }
    let log = fs::read_to_string(home.join("log")).unwrap_or_default();
    Err(format!("the server does not answer: {}", log.trim()))
}

/// Stops the server and removes its folder when the test run is over, however it ended.
fn watch(run: u32, server: u32, home: &Path) -> Result<(), String> {
    let script = "while kill -0 $0 2>/dev/null && kill -0 $1 2>/dev/null; do sleep 0.3; done
        kill -INT $1 2>/dev/null; while kill -0 $1 2>/dev/null; do sleep 0.1; done; rm -rf \"$2\"";
    let mut watcher = Command::new("/bin/sh");
    watcher
        .arg("-c")
        .arg(script)
        .arg(run.to_string())
        .arg(server.to_string())
        .arg(home);
    watcher
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
    watcher
        .spawn()
        .map(|_| ())
        .map_err(|error| format!("sh: {error}"))
}

fn as_user(program: &Path, user: Option<(u32, u32)>) -> Command {
    let mut command = Command::new(program);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// The server refuses to run as root; then it runs as `postgres` or `nobody`.
fn unprivileged() -> Result<Option<(u32, u32)>, String> {
    let me = Command::new("id")
        .arg("-u")
        .output()
        .map_err(|error| format!("id: {error}"))?;
    if String::from_utf8_lossy(&me.stdout).trim() != "0" {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|error| error.to_string())?;
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut numbers = line.split(':').skip(2).map_while(|field| field.parse().ok());
        Some((numbers.next()?, numbers.next()?))
    };
    let user = find("postgres").or_else(|| find("nobody"));
    user.map(Some)
        .ok_or_else(|| "it does not run as root, and there is no user nobody".to_owned())
}

/// The folder with `initdb` and `postgres`.
fn programs() -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(told) = Command::new("pg_config").arg("--bindir").output() {
        folders.push(PathBuf::from(String::from_utf8_lossy(&told.stdout).trim()));
    }
    if let Ok(versions) = fs::read_dir("/usr/lib/postgresql") {
        let mut versions: Vec<PathBuf> = versions.flatten().map(|entry| entry.path().join("bin")).collect();
        versions.sort();
        folders.extend(versions.into_iter().rev());
    }
    folders.push(PathBuf::from("/usr/local/bin"));
    let complete = |folder: &PathBuf| {
        ["initdb", "postgres"]
            .iter()
            .all(|name| folder.join(name).is_file())
    };
    folders
        .into_iter()
        .find(complete)
        .ok_or_else(|| "initdb is not installed".to_owned())
}
