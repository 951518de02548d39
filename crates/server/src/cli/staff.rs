//! `eid-server staff`: how a province makes its first administrator, and helps who has lost a phone.

mod password;

use super::{Failure, migrate};
use crate::{
    app::{ids, staff_admin},
    clock::{Clock, SystemClock},
    config::flags::{CommonFlags, MemberFlags, NewStaffFlags, StaffCommand},
    password::Passwords,
    rng::SystemRng,
};
use eid_domain::wire::{
    desk::Role,
    staff_admin::{parse_staff_name, parse_username},
};
use eid_store::{
    Constraint, Store, Tx,
    audit::{self, Entry},
    factors, offices,
    staff::{self, Staff},
};

/// Does what was asked for.
///
/// # Errors
/// Why not, in a sentence.
pub async fn run(command: StaffCommand) -> Result<(), Failure> {
    match command {
        StaffCommand::List(flags) => list(&flags).await,
        StaffCommand::Add(flags) => {
            let (store, _) = migrate::open(&flags.common).await?;
            let password = password::ask()?;
            let outcome = add(&store, &flags, &password).await;
            store.close().await;
            outcome?;
            println!("{} can sign in at /desk", flags.username);
            Ok(())
        }
        StaffCommand::SetPassword(flags) => {
            let password = password::ask()?;
            change(&flags, Change::Password(password)).await
        }
        StaffCommand::ResetSecondFactor(flags) => change(&flags, Change::Factor).await,
        StaffCommand::Disable(flags) => change(&flags, Change::Disabled(true)).await,
        StaffCommand::Enable(flags) => change(&flags, Change::Disabled(false)).await,
    }
}

async fn list(flags: &CommonFlags) -> Result<(), Failure> {
    let (store, _) = migrate::open(flags).await?;
    let mut tx = store.read().await?;
    for one in staff::list(&mut tx).await? {
        let factor = match factors::of_staff(&mut tx, &one.id).await? {
            Some(_) => "second factor",
            None => "password only",
        };
        let disabled = if one.disabled { "disabled" } else { "" };
        println!(
            "{:<20} {:<16} {:<20} {factor:<14} {disabled}",
            one.username, one.role, one.office_id
        );
    }
    drop(tx);
    store.close().await;
    Ok(())
}

/// Adds a member of staff.
///
/// # Errors
/// A user name, role or office that cannot be; a password that is too short.
pub async fn add(store: &Store, flags: &NewStaffFlags, password: &str) -> Result<(), Failure> {
    let username = parse_username(&flags.username)
        .map_err(|_| "user name: 3 to 40 small letters, digits, dots, dashes or underscores")?;
    let name = parse_staff_name(&flags.name).map_err(|_| "--name: 2 to 100 characters")?;
    let role = role(&flags.role)?;
    password::check(password)?;
    let passwords = Passwords::new(&SystemRng).map_err(|_| "no password hashing")?;
    let hash = passwords.hash(&SystemRng, password).await;
    let mut tx = store.begin().await?;
    if offices::get(&mut tx, &flags.office).await?.is_none() {
        return Err("--office: no such office; `eid-server seed` writes them".into());
    }
    let row = Staff {
        id: ids::time_ordered(&SystemRng, SystemClock.now())?,
        username,
        name,
        role: role.as_str().to_owned(),
        office_id: flags.office.clone(),
        password_hash: hash.map_err(|_| "no password hashing")?,
        disabled: false,
        password_until: None,
    };
    if let Err(error) = staff::put(&mut tx, &row).await {
        return Err(match error.constraint() {
            Some(Constraint::StaffUsernameUnique) => "this user name is taken".into(),
            _ => error.into(),
        });
    }
    note(&mut tx, "staff.added", &row.id).await?;
    Ok(tx.commit().await?)
}

/// What is changed about a member of staff.
pub enum Change {
    /// Another password.
    Password(String),
    /// The second factor is taken away.
    Factor,
    /// May sign in no more, or again.
    Disabled(bool),
}

async fn change(flags: &MemberFlags, change: Change) -> Result<(), Failure> {
    let (store, _) = migrate::open(&flags.common).await?;
    let outcome = carry_out(&store, &flags.username, change).await;
    store.close().await;
    outcome?;
    println!("done");
    Ok(())
}

/// Changes it; whoever was signed in under this name is not any more.
///
/// # Errors
/// Nobody has this user name; a password that is too short.
pub async fn carry_out(store: &Store, username: &str, change: Change) -> Result<(), Failure> {
    let change = match change {
        Change::Password(password) => {
            password::check(&password)?;
            let passwords = Passwords::new(&SystemRng).map_err(|_| "no password hashing")?;
            let hash = passwords.hash(&SystemRng, &password).await;
            staff_admin::Change::Password(hash.map_err(|_| "no password hashing")?)
        }
        Change::Factor => staff_admin::Change::Factors,
        Change::Disabled(disabled) => staff_admin::Change::Disabled(disabled),
    };
    let mut tx = store.begin().await?;
    let found = staff::by_username(&mut tx, &username.trim().to_lowercase()).await?;
    let mut row = found.ok_or("nobody has this user name")?;
    let action = change.action();
    staff_admin::apply(&mut tx, &mut row, change).await?;
    note(&mut tx, action, &row.id).await?;
    Ok(tx.commit().await?)
}

/// Who may use the command line is the system's business; what they did is the audit's.
async fn note(tx: &mut Tx, action: &str, staff_id: &str) -> Result<(), Failure> {
    let now = SystemClock.now();
    let entry = Entry {
        id: ids::time_ordered(&SystemRng, now)?,
        at: now,
        actor_kind: "system".to_owned(),
        actor_id: String::new(),
        actor_role: None,
        actor_office: None,
        action: action.to_owned(),
        object_kind: "staff".to_owned(),
        object_id: staff_id.to_owned(),
        request_id: String::new(),
        reason: None,
    };
    Ok(audit::append(tx, &entry).await?)
}

fn role(text: &str) -> Result<Role, Failure> {
    let wanted = text.replace('-', "_");
    Role::parse(&wanted)
        .ok_or_else(|| "--role: help-desk, intake-officer, office-manager, auditor or administrator".into())
}
