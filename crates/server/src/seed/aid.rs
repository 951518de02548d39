//! The demo's list of social assistance, so that its page and the exemption from the fee say something on the first day.

use crate::{
    app::aid::{
        plan,
        read::{Communes, rows},
    },
    data,
    problem::ApiError,
    state::App,
};
use eid_store::settings;

/// The office that brought it.
const OFFICE: &str = "hcm-pc06";
/// Setting that says that it was brought: who is taken off the list later does not come back with a restart.
const BROUGHT: &str = "demo_aid_list";

/// Brings the list as a manager does, once in the life of a database. Everybody on it is made up: their numbers begin with a
/// code of no province.
///
/// # Errors
/// The data file or the database cannot be used.
pub async fn demo_list(app: &App) -> Result<(), ApiError> {
    let (now, csv) = (app.now(), data::DEMO_AID);
    let mut tx = app.store.begin().await?;
    if settings::get(&mut tx, BROUGHT).await?.is_some() {
        return Ok(());
    }
    let communes = Communes::load().map_err(|error| ApiError::internal("communes", &error))?;
    let list = rows(csv, &communes, app.today())?;
    let planned = plan::of(&mut tx, OFFICE, csv, list).await?;
    plan::write(app, &mut tx, OFFICE, planned.written, now).await?;
    settings::set(&mut tx, BROUGHT, &now.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn everybody_on_the_list_is_made_up_and_every_row_can_be_read() {
        let communes = Communes::load().unwrap();
        let rows = rows(data::DEMO_AID, &communes, date(2026, 11, 22)).unwrap();
        assert_eq!(rows.len(), 10);
        for row in rows {
            assert!(row.listed.is_ok(), "line {}", row.line);
            let listed = row.listed.ok().unwrap();
            assert!(
                listed.personal_number.as_str().starts_with("097"),
                "line {}",
                row.line
            );
        }
    }
}
