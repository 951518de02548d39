//! `GET /api/desk/figures.csv`.

use super::{FiguresQuery, view};
use crate::{
    app::staff::Staff,
    problem::ApiError,
    state::App,
    web::{
        query::Query,
        spreadsheet::{MARK, plain},
    },
};
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    figures::{Bound, Measure},
    problem::Problem,
    wire::figures::FiguresView,
};

const HEADER: [&str; 11] = [
    "kind",
    "office_id",
    "unit",
    "measure",
    "residence",
    "count",
    "percent",
    "bound",
    "from",
    "to",
    "source",
];
const SOURCE: &str = "counted here";

/// The same figures as a table: one line a number. `kind` keeps apart what was counted here, what was set as a target, and
/// what was reported before.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/desk/figures.csv", tag = "desk", params(FiguresQuery), security(("staff" = [])),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn csv(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<FiguresQuery>,
) -> Result<Response, ApiError> {
    let asked = query.checked(&app, &staff)?;
    let view = view::of(&app, &staff, &asked).await?;
    let text = table(&view).map_err(|error| ApiError::internal("csv", &error))?;
    let name = format!("attachment; filename=\"figures-{}-{}.csv\"", view.from, view.to);
    let disposition = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, text).into_response())
}

fn table(view: &FiguresView) -> Result<Vec<u8>, ::csv::Error> {
    let mut text = ::csv::Writer::from_writer(MARK.as_bytes().to_vec());
    text.write_record(HEADER)?;
    let mut line = |cells: [String; 11]| text.write_record(cells.map(plain));
    let (from, to, today) = (view.from.to_string(), view.to.to_string(), view.today.to_string());
    let exact = Bound::Exact.to_string();
    for unit in &view.units {
        let row = |kind: &str, measure: &str, residence: String, count: u32, (from, to): (&str, &str)| {
            [
                kind.to_owned(),
                unit.office_id.clone(),
                unit.name.vi.clone(),
                measure.to_owned(),
                residence,
                count.to_string(),
                String::new(),
                exact.clone(),
                from.to_owned(),
                to.to_owned(),
                SOURCE.to_owned(),
            ]
        };
        for one in &unit.counts {
            // A state is one of today, whichever days are asked for.
            let days = if one.measure == Measure::Uncollected {
                (today.as_str(), today.as_str())
            } else {
                (from.as_str(), to.as_str())
            };
            let residence = one.residence.map_or("unknown", |residence| residence.as_str());
            line(row(
                "counted",
                one.measure.as_str(),
                residence.to_owned(),
                one.count,
                days,
            ))?;
        }
        if let Some(target) = &unit.target {
            let until = target.until.to_string();
            line(row(
                "target",
                Measure::Activated.as_str(),
                String::new(),
                target.target,
                ("", &until),
            ))?;
            if let Some(eligible) = target.eligible {
                line(row("target", "eligible", String::new(), eligible, ("", "")))?;
            }
        }
    }
    for one in &view.reported {
        let (count, percent) = if one.measure.is_percent() {
            (String::new(), format!("{}.{}", one.value / 10, one.value % 10))
        } else {
            (one.value.to_string(), String::new())
        };
        line([
            "reported".to_owned(),
            one.office_id.clone().unwrap_or_default(),
            one.unit.vi.clone(),
            one.measure.to_string(),
            one.residence
                .map(|residence| residence.to_string())
                .unwrap_or_default(),
            count,
            percent,
            one.bound.to_string(),
            String::new(),
            one.as_of.to_string(),
            one.source.vi.clone(),
        ])?;
    }
    Ok(text.into_inner().map_err(|error| error.into_error())?)
}
