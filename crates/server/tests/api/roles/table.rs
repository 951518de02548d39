//! The table.

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum May {
    /// Nobody is asked who they are.
    Anyone,
    /// Whoever gave a right password a moment ago; nobody here did.
    Begun,
    /// Every member of staff: it is about themselves.
    Staff,
    /// These roles.
    Roles(&'static [&'static str]),
}

const SEE: May = May::Roles(&["help_desk", "intake_officer", "office_manager"]);
const COUNTER: May = May::Roles(&["intake_officer", "office_manager"]);
const MANAGE: May = May::Roles(&["office_manager"]);
const OFFICE_PLAN: May = May::Roles(&["office_manager", "administrator"]);
const COUNT: May = May::Roles(&["office_manager", "auditor", "administrator"]);
const SPEAK: May = May::Roles(&["office_manager", "administrator"]);
const AUDIT: May = May::Roles(&["auditor"]);
const PACE: May = May::Roles(&["help_desk", "intake_officer", "office_manager", "administrator"]);

/// Method, path, body, who. The last row signs its caller out.
pub(super) const TABLE: &[(&str, &str, &str, May)] = &[
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
    ("GET", "/api/desk/audit", "", AUDIT),
    ("GET", "/api/desk/audit/chain", "", AUDIT),
    ("GET", "/api/desk/audit/check", "", AUDIT),
    ("GET", "/api/desk/audit/export", "", AUDIT),
    ("GET", "/api/desk/audit/people", "", AUDIT),
    ("GET", "/api/desk/batches", "", COUNTER),
    ("POST", "/api/desk/batches/export", "{}", MANAGE),
    (
        "POST",
        "/api/desk/batches/import?kind=results&format=json",
        "[]",
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/batches/import?kind=arrived&format=json",
        "[]",
        COUNTER,
    ),
    ("GET", "/api/desk/batches/{id}", "", COUNTER),
    ("GET", "/api/desk/batches/{id}/file?format=csv", "", MANAGE),
    ("GET", "/api/desk/batches/{id}/rows", "", COUNTER),
    ("POST", "/api/desk/batches/{id}/confirm", "{}", COUNTER),
    ("POST", "/api/desk/batches/{id}/discard", "{}", COUNTER),
    ("GET", "/api/desk/cards", "", SEE),
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
    ("GET", "/api/desk/day", "", SEE),
    ("GET", "/api/desk/dossiers/{reference}", "", SEE),
    (
        "POST",
        "/api/desk/search",
        r#"{"personal_number":"098085120001"}"#,
        SEE,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/card-arrived",
        "{}",
        COUNTER,
    ),
    ("POST", "/api/desk/dossiers/{reference}/check-in", "{}", COUNTER),
    (
        "POST",
        "/api/desk/dossiers/{reference}/data-correction",
        r#"{"what":["birth_date"]}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/dossiers/{reference}/hand-over", "{}", COUNTER),
    (
        "POST",
        "/api/desk/dossiers/{reference}/receive",
        r#"{"form_signed":true,"biometrics_done":true,"residence":"permanent","old_card_returned":true,"account_form_signed":true}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/refuse",
        r#"{"reason":"Không đủ điều kiện"}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/reopen-activation",
        "{}",
        SEE,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/reveal",
        r#"{"reason":"call_back"}"#,
        SEE,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/start-intake",
        "{}",
        COUNTER,
    ),
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
        MANAGE,
    ),
    ("GET", "/api/desk/ministry", "", PACE),
    ("PUT", "/api/desk/ministry", r#"{"pace":"lawful"}"#, PACE),
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
    ("GET", "/api/desk/queue", "", SEE),
    ("GET", "/api/desk/queue/events", "", SEE),
    ("POST", "/api/desk/queue/next", r#"{"station":1}"#, COUNTER),
    (
        "POST",
        "/api/desk/queue/walk-ins",
        r#"{"service":"card","priority":"none"}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/queue/{id}/absent", "{}", COUNTER),
    ("POST", "/api/desk/queue/{id}/back", "{}", COUNTER),
    ("POST", "/api/desk/queue/{id}/done", "{}", COUNTER),
    (
        "POST",
        "/api/desk/queue/{id}/priority",
        r#"{"priority":"none"}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/queue/{id}/recall", "{}", COUNTER),
    ("POST", "/api/desk/queue/{id}/serve", "{}", COUNTER),
    (
        "POST",
        "/api/desk/queue/{id}/transfer",
        r#"{"station":1}"#,
        COUNTER,
    ),
    ("GET", "/api/desk/second-factor", "", May::Staff),
    ("POST", "/api/desk/second-factor", "{}", May::Staff),
    (
        "POST",
        "/api/desk/second-factor/confirm",
        r#"{"code":"000000"}"#,
        May::Staff,
    ),
    (
        "POST",
        "/api/desk/second-factor/recovery-codes",
        r#"{"code":"000000"}"#,
        May::Staff,
    ),
    ("GET", "/api/desk/session", "", May::Staff),
    (
        "POST",
        "/api/desk/session",
        r#"{"username":"khong.co","password":"sai"}"#,
        May::Anyone,
    ),
    (
        "POST",
        "/api/desk/session/code",
        r#"{"code":"000000"}"#,
        May::Begun,
    ),
    ("GET", "/api/desk/stops", "", MANAGE),
    (
        "POST",
        "/api/desk/stops",
        r#"{"kind":"school","name":"x","street":"x","commune_code":"x","date":"x","from":"x","to":"x","stations":"1","is_public":true}"#,
        MANAGE,
    ),
    ("GET", "/api/desk/stops/{id}", "", MANAGE),
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
    ("GET", "/api/desk/tickets", "", SEE),
    ("GET", "/api/desk/uncollected", "", COUNTER),
    (
        "POST",
        "/api/desk/uncollected/messages",
        r#"{"references":["x"]}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/tickets/{id}/answer",
        r#"{"text":"Chúng tôi đã nhận được câu hỏi."}"#,
        SEE,
    ),
    ("DELETE", "/api/desk/session", "", May::Anyone),
];
