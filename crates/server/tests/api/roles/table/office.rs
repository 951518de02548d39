//! What an office is, where its teams go, and what it says and counts.

use super::{COUNT, COUNTER, MANAGE, OFFICE_PLAN, Row, SPEAK};

/// The rows of it.
pub(in super::super) const OF_OFFICES: &[Row] = &[
    ("GET", "/api/desk/announcements", "", SPEAK),
    (
        "POST",
        "/api/desk/announcements",
        r#"{"office_id":"hcm-pc06","kind":"info","vi":"x","en":"x","from":"2026-12-01T08:00:00","until":"2026-12-02T08:00:00","version":0}"#,
        SPEAK,
    ),
    (
        "PUT",
        "/api/desk/announcements/{id}",
        r#"{"office_id":"hcm-pc06","kind":"info","vi":"x","en":"x","from":"2026-12-01T08:00:00","until":"2026-12-02T08:00:00","version":1}"#,
        SPEAK,
    ),
    (
        "POST",
        "/api/desk/announcements/{id}/withdraw",
        r#"{"version":1}"#,
        SPEAK,
    ),
    ("GET", "/api/desk/closures", "", MANAGE),
    (
        "POST",
        "/api/desk/closures",
        r#"{"date":"2026-12-01","part":"day","reason":"Sửa điện"}"#,
        MANAGE,
    ),
    (
        "GET",
        "/api/desk/closures/preview?date=2026-12-02&part=day",
        "",
        MANAGE,
    ),
    ("POST", "/api/desk/closures/{id}/reopen", "{}", MANAGE),
    ("GET", "/api/desk/figures", "", COUNT),
    ("GET", "/api/desk/figures.csv", "", COUNT),
    (
        "PUT",
        "/api/desk/figures/targets/{office}",
        r#"{"target":1,"until":"2026-12-31","version":0}"#,
        SPEAK,
    ),
    ("GET", "/api/desk/home-visits", "", MANAGE),
    (
        "POST",
        "/api/desk/home-visits/plan",
        r#"{"stop_id":"x","references":["x"]}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/home-visits/{reference}/refuse",
        r#"{"reason":"Không đủ điều kiện"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/home-visits/{reference}/reveal",
        r#"{"reason":"plan_route"}"#,
        COUNTER,
    ),
    ("GET", "/api/desk/office", "", OFFICE_PLAN),
    (
        "PUT",
        "/api/desk/office",
        r#"{"settings":{"hours":{"weekdays":[],"saturday":[]},"stations":0,"rota":[],"exceptions":[],"walk_in_share":0,"assisted_shares":[]},"version":0,"move_people":false,"note":""}"#,
        OFFICE_PLAN,
    ),
    ("GET", "/api/desk/office/history", "", OFFICE_PLAN),
    ("GET", "/api/desk/office/history/{id}/undo", "", OFFICE_PLAN),
    (
        "POST",
        "/api/desk/office/history/{id}/undo",
        r#"{"version":0,"move_people":false}"#,
        OFFICE_PLAN,
    ),
    (
        "POST",
        "/api/desk/office/preview",
        r#"{"settings":{"hours":{"weekdays":[],"saturday":[]},"stations":0,"rota":[],"exceptions":[],"walk_in_share":0,"assisted_shares":[]}}"#,
        OFFICE_PLAN,
    ),
    ("GET", "/api/desk/rounds/{date}", "", COUNTER),
    ("GET", "/api/desk/stops", "", MANAGE),
    (
        "POST",
        "/api/desk/stops",
        r#"{"kind":"school","name":"x","street":"x","commune_code":"x","date":"x","from":"x","to":"x","stations":"1","is_public":true}"#,
        MANAGE,
    ),
    ("GET", "/api/desk/stops/{id}", "", MANAGE),
    (
        "PUT",
        "/api/desk/stops/{id}",
        r#"{"from":"08:00","to":"16:00","stations":"2"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/stops/{id}/cancel",
        r#"{"reason":"Mưa bão lớn"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/stops/{id}/class-list",
        r#"{"csv":"x","service":"card","seen":"x"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/stops/{id}/class-list/preview",
        r#"{"csv":"x","service":"card"}"#,
        MANAGE,
    ),
];
