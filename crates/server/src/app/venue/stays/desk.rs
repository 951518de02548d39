//! Notices for the police of an area: a masked list, and a file.

use super::view::{Names, filer_name, in_time, reason_of};
use crate::{
    app::{desk::masked_name, view},
    problem::ApiError,
};
use eid_domain::{
    calendar::office_now,
    office::{Office, OfficeKind},
    stay::StayReason,
    wire::stays::DeskStay,
};
use eid_store::{
    Tx,
    stays::{self, Area, Stay},
};
use jiff::civil::Date;

/// The notices of one first day that an office answers for: the police of a commune for it, others for their province.
///
/// # Errors
/// When the database is out of reach.
pub async fn of_office(tx: &mut Tx, office: &Office, day: Date, limit: u32) -> Result<Vec<Stay>, ApiError> {
    let (commune, province) = (office.commune_code.to_string(), office.province_code.to_string());
    let area = match office.kind {
        OfficeKind::CommunePolice => Area::Commune(&commune),
        OfficeKind::ProvincialPolice | OfficeKind::OneStop | OfficeKind::Mobile => Area::Province(&province),
    };
    Ok(stays::of_area(tx, area, day, limit).await?)
}

/// A notice as the desk sees it.
///
/// # Errors
/// When the database is out of reach.
pub async fn desk_row(tx: &mut Tx, names: &mut Names, stay: Stay) -> Result<DeskStay, ApiError> {
    Ok(DeskStay {
        by: filer_name(tx, &stay, true).await?,
        address: names.address(&stay)?,
        in_time: in_time(&stay),
        name_masked: masked_name(&stay.full_name),
        number_masked: view::masked_number(&stay.personal_number),
        id: stay.id,
        leaves: stay.leaves,
        filed_at: stay.filed_at,
        withdrawn: stay.withdrawn_at.is_some(),
        disputed: stay.disputed_at.is_some(),
    })
}

/// The cells of a notice in the file for the police, in the order of [`COLUMNS`].
///
/// # Errors
/// When the database is out of reach.
pub async fn cells(tx: &mut Tx, names: &mut Names, stay: &Stay) -> Result<Vec<String>, ApiError> {
    let yes = |is: bool| if is { "x" } else { "" }.to_owned();
    let reason = match reason_of(stay)? {
        StayReason::Family => "Thăm gia đình, bạn bè",
        StayReason::Work => "Công việc",
        StayReason::Study => "Học tập, thi cử",
        StayReason::Treatment => "Khám, chữa bệnh",
        StayReason::Tourism => "Du lịch",
        StayReason::Other => "Lý do khác",
    };
    Ok(vec![
        stay.personal_number.clone(),
        stay.full_name.clone(),
        stay.birth_date.clone(),
        reason.to_owned(),
        stay.arrives.to_string(),
        yes(stay.late),
        stay.leaves.to_string(),
        names.address(stay)?,
        filer_name(tx, stay, false).await?,
        office_now(stay.filed_at).strftime("%Y-%m-%d %H:%M").to_string(),
        yes(in_time(stay)),
        yes(stay.corrected_at.is_some()),
        yes(stay.withdrawn_at.is_some()),
        yes(stay.disputed_at.is_some()),
    ])
}

/// The head of the file for the police.
pub const COLUMNS: [&str; 14] = [
    "Số định danh",
    "Họ và tên",
    "Ngày sinh",
    "Lý do lưu trú",
    "Ngày đến",
    "Đến từ 23 giờ",
    "Ngày đi",
    "Địa chỉ",
    "Người khai",
    "Lúc khai",
    "Đúng hạn",
    "Đã sửa",
    "Đã rút",
    "Khách báo không phải mình",
];
