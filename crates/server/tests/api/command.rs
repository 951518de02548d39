//! The binary itself: what an operator types, what it answers, with which exit code.

use eid_store::{Dialect, testing::TestDatabase};
use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

/// Runs the binary with these words, the database last; `input` is what stands on its standard input.
fn run(words: &[&str], database: &str, input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_eid-server"))
        .args(words)
        .args(["--database", database])
        .env_remove("EID_SERVER_KEY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_province_makes_its_first_administrator_and_verifies_its_audit() {
    let db = TestDatabase::empty(Dialect::Sqlite).await.unwrap().unwrap();
    let url = db.url.clone();
    assert!(run(&["seed"], &url, "").status.success());
    let words = [
        "staff",
        "add",
        "ba.nguyen",
        "--name",
        "Nguyễn Thị Mẫu",
        "--role",
        "administrator",
        "--office",
        "hcm-pc06",
    ];
    let short = run(&words, &url, "ngan\n");
    assert_eq!(
        (short.status.code(), said(&short).trim()),
        (Some(1), "eid-server: password: 12 to 128 characters")
    );
    let added = run(&words, &url, "mot mat khau rat dai\n");
    assert!(added.status.success(), "{}", said(&added));
    assert!(!said(&added).contains("mat khau"), "the password is not shown");
    let twice = run(&words, &url, "mot mat khau rat dai\n");
    assert_eq!(
        (twice.status.code(), said(&twice).trim()),
        (Some(1), "eid-server: this user name is taken")
    );
    let list = said(&run(&["staff", "list"], &url, ""));
    assert!(
        list.contains("ba.nguyen") && list.contains("administrator") && list.contains("password only"),
        "{list}"
    );
    for words in [
        ["staff", "disable"],
        ["staff", "enable"],
        ["staff", "reset-second-factor"],
    ] {
        let done = run(&[&words[..], &["ba.nguyen"]].concat(), &url, "");
        assert!(done.status.success(), "{}", said(&done));
    }
    assert_eq!(
        run(&["staff", "disable", "nobody"], &url, "").status.code(),
        Some(1)
    );
    // Four entries wait: no server runs that would seal them.
    let verified = run(&["audit", "verify"], &url, "");
    assert!(verified.status.success(), "{}", said(&verified));
    assert!(
        said(&verified).contains("0 entries, sound") && said(&verified).contains("4 written a moment ago")
    );
    assert!(said(&verified).contains("no server key given"));
    // Somebody with the database removes one.
    let mut tx = db.store.begin().await.unwrap();
    let how = "DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE action = 'staff.added'";
    eid_store::testing::script(&mut tx, how).await.unwrap();
    tx.commit().await.unwrap();
    let broken = run(&["audit", "verify"], &url, "");
    assert_eq!(broken.status.code(), Some(1));
    assert!(
        said(&broken).contains("was removed before it was sealed"),
        "{}",
        said(&broken)
    );
    db.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_copies_the_database_while_it_is_in_use() {
    use std::os::unix::fs::PermissionsExt as _;
    let db = TestDatabase::empty(Dialect::Sqlite).await.unwrap().unwrap();
    let url = db.url.clone();
    let path = format!("{}.copy", url.trim_start_matches("sqlite:"));
    let none = run(&["backup", &path], &url, "");
    assert_eq!(none.status.code(), Some(1), "{}", said(&none));
    assert!(said(&none).contains("is it the right one?"), "{}", said(&none));
    assert!(run(&["seed"], &url, "").status.success());
    // Somebody is in the middle of writing.
    let writing = db.store.begin().await.unwrap();
    let done = run(&["backup", &path], &url, "");
    assert!(done.status.success(), "{}", said(&done));
    writing.rollback().await.unwrap();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "nobody else reads it");
    let copy = TestDatabase::open(&format!("sqlite:{path}")).await.unwrap();
    let offices = eid_store::offices::list(&mut copy.read().await.unwrap())
        .await
        .unwrap();
    assert!(offices.iter().any(|office| office.id == "hcm-pc06"));
    copy.close().await;
    // A copy is never written over.
    let before = std::fs::read(&path).unwrap();
    let again = run(&["backup", &path], &url, "");
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again).contains(&path), "{}", said(&again));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let nowhere = run(&["backup", "/nowhere/eid.copy"], &url, "");
    assert_eq!(nowhere.status.code(), Some(1), "{}", said(&nowhere));
    db.close().await.unwrap();
}
