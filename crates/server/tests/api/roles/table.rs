//! The table.

mod office;

pub(super) use office::OF_OFFICES;

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
const HELP: May = May::Roles(&["help_desk"]);
const COUNTER: May = May::Roles(&["intake_officer", "office_manager"]);
const MANAGE: May = May::Roles(&["office_manager"]);
const OFFICE_PLAN: May = May::Roles(&["office_manager", "administrator"]);
const COUNT: May = May::Roles(&["office_manager", "auditor", "administrator"]);
const SPEAK: May = May::Roles(&["office_manager", "administrator"]);
const AUDIT: May = May::Roles(&["auditor"]);
const ADMIT: May = May::Roles(&["administrator"]);
const PACE: May = May::Roles(&["help_desk", "intake_officer", "office_manager", "administrator"]);

/// Method, path, body, who.
type Row = (&'static str, &'static str, &'static str, May);

/// The rows of people, dossiers and staff. The last row signs its caller out.
pub(super) const TABLE: &[Row] = &[
    ("GET", "/api/desk/aid", "", MANAGE),
    ("POST", "/api/desk/aid", r#"{"csv":"x","seen":"x"}"#, MANAGE),
    ("POST", "/api/desk/aid/preview", r#"{"csv":"x"}"#, MANAGE),
    ("POST", "/api/desk/aid/messages", r#"{"ids":["x"]}"#, MANAGE),
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
    (
        "POST",
        "/api/desk/helper-sessions",
        r#"{"number_ends":"0123","code":"123456"}"#,
        HELP,
    ),
    ("GET", "/api/desk/helper-sessions/{id}", "", HELP),
    (
        "POST",
        "/api/desk/helper-sessions/{id}/looks",
        r#"{"part":"account"}"#,
        HELP,
    ),
    ("DELETE", "/api/desk/helper-sessions/{id}", "", HELP),
    ("GET", "/api/desk/passkeys", "", May::Staff),
    (
        "POST",
        "/api/desk/passkeys",
        r#"{"ceremony":"x","credential":"{}","name":"x"}"#,
        May::Staff,
    ),
    ("POST", "/api/desk/passkeys/begin", "{}", May::Staff),
    ("DELETE", "/api/desk/passkeys/{id}", "", May::Staff),
    (
        "PUT",
        "/api/desk/password",
        r#"{"current":"x","new":"mot mat khau rat dai"}"#,
        May::Staff,
    ),
    ("POST", "/api/desk/session/passkey/begin", "{}", May::Anyone),
    (
        "POST",
        "/api/desk/session/passkey",
        r#"{"ceremony":"x","credential":"{}"}"#,
        May::Anyone,
    ),
    ("GET", "/api/desk/staff", "", ADMIT),
    (
        "POST",
        "/api/desk/staff",
        r#"{"username":"moi","name":"Cán bộ Mới","role":"auditor","office_id":"hcm-pc06","password":"mot mat khau rat dai"}"#,
        ADMIT,
    ),
    (
        "PUT",
        "/api/desk/staff/{id}",
        r#"{"name":"Cán bộ Mới","role":"auditor","office_id":"hcm-pc06"}"#,
        ADMIT,
    ),
    (
        "POST",
        "/api/desk/staff/{id}/step",
        r#"{"step":"disable"}"#,
        ADMIT,
    ),
    ("POST", "/api/desk/staff/{id}/password", "{}", ADMIT),
    ("GET", "/api/desk/stays", "", COUNTER),
    ("GET", "/api/desk/stays/export", "", COUNTER),
    ("GET", "/api/desk/venues", "", ADMIT),
    (
        "POST",
        "/api/desk/venues",
        r#"{"kind":"lodging","name":"Nhà nghỉ Mẫu","line":"12 Lê Lợi","commune_code":"26740","phone":"02838387342","username":"nhanghi"}"#,
        ADMIT,
    ),
    (
        "PUT",
        "/api/desk/venues/{id}",
        r#"{"kind":"lodging","name":"Nhà nghỉ Mẫu","line":"12 Lê Lợi","commune_code":"26740","phone":"02838387342"}"#,
        ADMIT,
    ),
    (
        "POST",
        "/api/desk/venues/{id}/step",
        r#"{"disabled":true}"#,
        ADMIT,
    ),
    ("POST", "/api/desk/venues/{id}/password", "{}", ADMIT),
    ("GET", "/api/desk/cards", "", SEE),
    ("GET", "/api/desk/cards/events", "", SEE),
    ("GET", "/api/desk/day", "", SEE),
    ("GET", "/api/desk/dossiers/{reference}", "", SEE),
    ("GET", "/api/desk/dossiers/{reference}/events", "", SEE),
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
        "/api/desk/dossiers/{reference}/undo-check-in",
        "{}",
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/withdraw",
        r#"{"reason":"Có việc phải về"}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/data-correction",
        r#"{"what":["birth_date"],"papers":["none"]}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/hand-over",
        r#"{"seen":"slip","same_person":true}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/post",
        r#"{"tracking_number":"RR473124829VN"}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/post-returned",
        r#"{"reason":"nobody_there"}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/post-delivered",
        "{}",
        COUNTER,
    ),
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
    ("GET", "/api/desk/dossiers/{reference}/representatives", "", SEE),
    (
        "POST",
        "/api/desk/dossiers/{reference}/representatives",
        r#"{"full_name":"x","personal_number":"x","relation":"x","proof":"x","card_shown":true}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/representatives/{id}/end",
        r#"{"reason":"court"}"#,
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
        "/api/desk/dossiers/{reference}/lock-account",
        r#"{"reason":"own_request"}"#,
        SEE,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/unlock-account",
        r#"{"identity_checked":true}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/account-phone",
        r#"{"phone":"0990000977","identity_checked":true}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/dossiers/{reference}/act", "{}", SEE),
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
    ("GET", "/api/desk/ministry", "", PACE),
    ("PUT", "/api/desk/ministry", r#"{"pace":"lawful"}"#, PACE),
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
        "/api/desk/queue/{id}/dossier",
        r#"{"service":"card","reason":"new_14","applicant":{"full_name":"Nguyễn Văn Thử","personal_number":"098085129999","birth_date":"1985-08-15","otp_phone":"+84990009999"}}"#,
        COUNTER,
    ),
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
    ("GET", "/api/desk/tickets", "", SEE),
    ("GET", "/api/desk/tickets/events", "", SEE),
    (
        "POST",
        "/api/desk/tickets/{id}/send-on",
        r#"{"place":"civil_registry","words":""}"#,
        SEE,
    ),
    ("POST", "/api/desk/tickets/{id}/close", "{}", SEE),
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
