//! What a fresh database is filled with: the offices of the data file and, in a demo, made-up staff and people.

pub mod aid;
pub mod family;

use crate::{data, password::Passwords, problem::ApiError, rng::Rng};
use eid_domain::{
    office::{Office, OfficeSettings},
    wire::desk::Role,
};
use eid_store::{
    Store, office_changes, offices,
    staff::{self, Staff},
};

/// Setting that keeps a demo clock's offset in seconds over restarts.
pub const CLOCK_SETTING: &str = "demo_clock_offset_s";
/// Setting that keeps a demo's key.
pub const KEY_SETTING: &str = "server_key";
/// Setting that keeps the key with which a demo signs slips.
pub const SLIP_KEY_SETTING: &str = "slip_key";

/// The password of every member of the demo's staff.
pub const DEMO_PASSWORD: &str = "CanBo-2026!";

/// A made-up member of staff.
#[derive(Clone, Copy, Debug)]
pub struct DemoStaff {
    /// User name.
    pub username: &'static str,
    /// Shown in the header.
    pub name: &'static str,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub office_id: &'static str,
    /// For the line printed at the start.
    pub what: &'static str,
}

/// One for each role, and an officer in each city.
pub const DEMO_STAFF: [DemoStaff; 6] = [
    DemoStaff {
        username: "canbo",
        name: "Cán bộ Thử Nghiệm",
        role: Role::IntakeOfficer,
        office_id: "hcm-pc06",
        what: "intake officer, PC06, 258 Trần Hưng Đạo",
    },
    DemoStaff {
        username: "canbo.danang",
        name: "Cán bộ Ví Dụ",
        role: Role::IntakeOfficer,
        office_id: "dn-hai-chau",
        what: "intake officer, Đà Nẵng",
    },
    DemoStaff {
        username: "truong",
        name: "Trưởng điểm Mẫu",
        role: Role::OfficeManager,
        office_id: "hcm-pc06",
        what: "office manager, PC06",
    },
    DemoStaff {
        username: "hotro",
        name: "Tổng đài viên Mẫu",
        role: Role::HelpDesk,
        office_id: "hcm-pc06",
        what: "help desk, every office",
    },
    DemoStaff {
        username: "kiemtra",
        name: "Kiểm tra viên Mẫu",
        role: Role::Auditor,
        office_id: "hcm-pc06",
        what: "auditor",
    },
    DemoStaff {
        username: "quantri",
        name: "Quản trị viên Mẫu",
        role: Role::Administrator,
        office_id: "hcm-pc06",
        what: "administrator",
    },
];

/// Writes the offices of the data file; an office that is there already is brought up to date. Where its manager has ever
/// changed what an office decides about itself, that stays as it is: the file then says the rest, its name and address.
///
/// # Errors
/// The data file or the database cannot be used.
pub async fn offices(store: &Store) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
    let list = data::offices()?;
    let mut tx = store.begin().await?;
    let changed = office_changes::changed_offices(&mut tx).await?;
    for office in &list {
        let id = office.id.as_str();
        let office = match offices::lock(&mut tx, id).await? {
            Some(row) if changed.iter().any(|changed| changed == id) => keeping(office, &row.data)?,
            _ => office.clone(),
        };
        offices::put(&mut tx, id, &serde_json::to_string(&office)?).await?;
    }
    tx.commit().await?;
    Ok(list.len())
}

/// The office of the file with the stored settings; both together must still be a sound record.
fn keeping(office: &Office, stored: &str) -> Result<Office, Box<dyn std::error::Error + Send + Sync>> {
    let settings = OfficeSettings::of(&serde_json::from_str(stored)?);
    settings
        .check(office.kind)
        .map_err(|fault| format!("{}: {}", office.id, fault.reason()))?;
    Ok(settings.put_into(office.clone()))
}

/// Writes the demo's staff where they are missing.
///
/// # Errors
/// When the database is out of reach.
pub async fn demo_staff(store: &Store, passwords: &Passwords, rng: &dyn Rng) -> Result<(), ApiError> {
    // A password that everybody may read needs no salt of its own for each.
    let mut hash = None;
    for member in DEMO_STAFF {
        if staff::by_username(&mut store.peek().await?, member.username)
            .await?
            .is_some()
        {
            continue;
        }
        let password_hash = match &hash {
            Some(hash) => String::clone(hash),
            None => hash.insert(passwords.hash(rng, DEMO_PASSWORD).await?).clone(),
        };
        let row = Staff {
            id: format!("demo-{}", member.username),
            username: member.username.to_owned(),
            name: member.name.to_owned(),
            role: member.role.as_str().to_owned(),
            office_id: member.office_id.to_owned(),
            password_hash,
            disabled: false,
            password_until: None,
        };
        let mut tx = store.begin().await?;
        staff::put(&mut tx, &row).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether somebody can sign in with the demo's password: a database that was once a demo's must not serve a city.
///
/// # Errors
/// When the database is out of reach.
pub async fn has_demo_staff(store: &Store, passwords: &Passwords) -> Result<bool, ApiError> {
    for member in DEMO_STAFF {
        let row = staff::by_username(&mut store.peek().await?, member.username).await?;
        let Some(row) = row.filter(|row| !row.disabled) else {
            continue;
        };
        if passwords.verify(Some(&row.password_hash), DEMO_PASSWORD).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_staff_work_at_offices_that_exist() {
        let offices = data::offices().unwrap();
        for member in DEMO_STAFF {
            assert!(
                offices
                    .iter()
                    .any(|office| office.id.as_str() == member.office_id),
                "{}",
                member.office_id
            );
        }
    }
}
