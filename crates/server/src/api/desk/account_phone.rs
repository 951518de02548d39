//! `POST /api/desk/account-phone`.

use crate::{
    app::{
        accounts as steps, new_phone,
        staff::{Right, Staff},
        view,
    },
    limits,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_date,
    problem::{Problem, ProblemCode},
    search_key::search_key,
    wire::lost_phone::{ChangeLostPhone, LostPhone, LostPhoneChanged},
};
use eid_store::{Tx, accounts, accounts::Account};

/// Gives an account another phone, wherever its dossier is, for who has lost the one until now and shows the card. What the
/// card says is typed and must fit as a whole; which part does not is not told. From there on as with a dossier: the account is
/// activated again with the new number, both numbers are told, and either message locks.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `too_many_requests`; `invalid_fields`, also where another account has the phone; `no_match`
/// where no account has this number, name and birth date; `state_conflict` where it is locked by others than its owner.
#[utoipa::path(post, path = "/api/desk/account-phone", tag = "desk", security(("staff" = [])),
    request_body = ChangeLostPhone, responses((status = 200, body = LostPhoneChanged), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn account_phone(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<ChangeLostPhone>,
) -> Result<Response, ApiError> {
    staff.need(Right::Receive)?;
    let now = app.now();
    let given = body.parse(office_date(now))?;
    // Counted by itself: who tries out people is counted although nothing comes of it.
    let mut tx = app.store.begin().await?;
    let limit = &app.config.limits.account_phone_staff;
    limits::spend(&mut tx, limit, &staff.id, now).await?;
    tx.commit().await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let account = of_card(&mut tx, &given).await?;
    let to = (&given.phone, staff.id.as_str());
    let account = new_phone::lost(&app, &mut tx, account, to, now).await?;
    let changed = LostPhoneChanged {
        account: steps::state_of(&account)?,
        phone_ends: view::phone_ends(&account.phone),
    };
    let answer = once.finish(tx, StatusCode::OK, &changed).await;
    app.wake.notify_one();
    answer
}

/// The account of who the card says.
async fn of_card(tx: &mut Tx, card: &LostPhone) -> Result<Account, ApiError> {
    let found = accounts::by_person(tx, card.personal_number.as_str()).await?;
    let fits = |account: &Account| {
        search_key(&account.full_name) == search_key(card.full_name.as_str())
            && account.birth_date == card.birth_date.to_string()
    };
    found.filter(fits).ok_or_else(|| ProblemCode::NoMatch.into())
}
