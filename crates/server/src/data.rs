//! The data files, built into the binary and read strictly: a bad row stops the start with file, line and
//! reason.

use eid_domain::{
    aid::{Provider, parse_providers},
    calendar::Calendar,
    data_error::DataError,
    fee::FeeTable,
    figures::{Reported, parse_reported},
    office::{Office, parse_offices},
    place::{Commune, CommuneCode, parse_communes, parse_provinces},
    rescue, wallet,
};
use jiff::civil::Date;

/// `data/holidays.csv`.
pub const HOLIDAYS: &str = include_str!("../../../data/holidays.csv");
/// `data/fees.csv`.
pub const FEES: &str = include_str!("../../../data/fees.csv");
/// `data/offices.json`.
pub const OFFICES: &str = include_str!("../../../data/offices.json");

/// `data/communes.tsv`.
pub const COMMUNES: &str = include_str!("../../../data/communes.tsv");

/// `data/provinces.tsv`.
pub const PROVINCES: &str = include_str!("../../../data/provinces.tsv");

/// `data/rescue.tsv`.
pub const RESCUE: &str = include_str!("../../../data/rescue.tsv");

/// `data/wallet.tsv`.
pub const WALLET: &str = include_str!("../../../data/wallet.tsv");

/// `data/figures.csv`.
pub const FIGURES: &str = include_str!("../../../data/figures.csv");

/// `data/demo_aid.csv`: made-up people for the demo.
pub const DEMO_AID: &str = include_str!("../../../data/demo_aid.csv");

/// `data/payout.tsv`.
pub const PAYOUT: &str = include_str!("../../../data/payout.tsv");

/// The banks and wallets that can be linked on a day.
///
/// # Errors
/// File, line and reason.
pub fn payout_providers(on: Date) -> Result<Vec<Provider>, DataError> {
    parse_providers("payout.tsv", PAYOUT, on)
}

/// A commune by its code. Asked for seldom, so the list is not kept.
///
/// # Errors
/// File, line and reason.
pub fn commune(code: CommuneCode) -> Result<Option<Commune>, DataError> {
    let all = parse_communes("communes.tsv", COMMUNES)?;
    Ok(all.into_iter().find(|commune| commune.code == code))
}

/// The same, as it stands on an envelope: `Phường Sài Gòn, TP. Hồ Chí Minh`.
///
/// # Errors
/// File, line and reason.
pub fn commune_name(code: CommuneCode) -> Result<Option<String>, DataError> {
    let Some(commune) = commune(code)? else {
        return Ok(None);
    };
    let provinces = parse_provinces("provinces.tsv", PROVINCES)?;
    let province = provinces.iter().find(|one| one.code == commune.province);
    let province = province.map(|one| one.short.as_str()).unwrap_or_default();
    Ok(Some(format!("{}, {province}", commune.label())))
}

/// The holiday calendar.
///
/// # Errors
/// File, line and reason.
pub fn calendar() -> Result<Calendar, DataError> {
    Calendar::parse(HOLIDAYS)
}

/// Checks the fee table, which only the client reads.
///
/// # Errors
/// File, line and reason.
pub fn check_fees() -> Result<(), DataError> {
    FeeTable::parse(FEES).map(|_| ())
}

/// The offices.
///
/// # Errors
/// File, line and reason.
pub fn offices() -> Result<Vec<Office>, DataError> {
    parse_offices("offices.json", OFFICES)
}

/// What to do when the account cannot be used.
///
/// # Errors
/// File, line and reason.
pub fn rescue() -> Result<rescue::Tree, DataError> {
    rescue::parse("rescue.tsv", RESCUE)
}

/// The papers that can be integrated into an account.
///
/// # Errors
/// File, line and reason.
pub fn wallet() -> Result<wallet::Kinds, DataError> {
    wallet::parse("wallet.tsv", WALLET)
}

/// What was reported before anything was counted here.
///
/// # Errors
/// File, line and reason.
pub fn reported() -> Result<Vec<Reported>, DataError> {
    let offices = offices()?;
    let ids: Vec<&str> = offices.iter().map(|office| office.id.as_str()).collect();
    parse_reported(FIGURES, &ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_can_be_used() {
        assert!(calendar().is_ok());
        assert!(check_fees().is_ok());
        assert!(reported().is_ok());
        assert!(rescue().is_ok());
        assert!(payout_providers(Date::constant(2026, 11, 23)).is_ok());
        assert!(wallet().is_ok());
        let code = CommuneCode::parse("26740").unwrap();
        assert_eq!(
            commune_name(code).unwrap().as_deref(),
            Some("Phường Sài Gòn, TP. Hồ Chí Minh")
        );
        assert!(
            offices()
                .unwrap()
                .iter()
                .any(|office| office.id.as_str() == "hcm-pc06")
        );
    }
}
