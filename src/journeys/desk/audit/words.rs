//! Actions, objects and reasons in the words of the page. What has no words is shown as it is written.

use crate::i18n::{Key, keys::audit as k, t, tf};
use crate::journeys::desk::words;
use eid_domain::account::State as Account;
use eid_domain::campaign::HomeLook;
use eid_domain::dossier::State as Dossier;
use eid_domain::wire::audit::AuditRow;
use eid_domain::wire::desk::LookReason;
use eid_domain::wire::helper::HelperPart;

/// What was done.
pub(super) fn action(action: &str) -> String {
    if let Some(key) = known(action) {
        return t(key).to_owned();
    }
    let dossier = action.strip_prefix("dossier.").and_then(Dossier::parse);
    let account = action.strip_prefix("account.").and_then(Account::parse);
    match (dossier, account) {
        (Some(state), _) => tf(k::ACTION_DOSSIER_STATE, &[("state", words::state(state))]),
        (_, Some(state)) => tf(k::ACTION_ACCOUNT_STATE, &[("state", words::account(state))]),
        _ => action.to_owned(),
    }
}

fn known(action: &str) -> Option<Key> {
    Some(match action {
        "queue.dossier" => k::ACTION_QUEUE_DOSSIER,
        "dossier.act" => k::ACTION_DOSSIER_ACT,
        "dossier.reveal" => k::ACTION_DOSSIER_REVEAL,
        "dossier.search" => k::ACTION_DOSSIER_SEARCH,
        "visit.return" => k::ACTION_VISIT_RETURN,
        "dossier.find_for_person" => k::ACTION_DOSSIER_FIND_FOR_PERSON,
        "home_visit.reveal" => k::ACTION_HOME_VISIT_REVEAL,
        "home_visit.ask" => k::ACTION_HOME_VISIT_ASK,
        "home_visit.plan" => k::ACTION_HOME_VISIT_PLAN,
        "home_visit.refuse" => k::ACTION_HOME_VISIT_REFUSE,
        "home_visit.withdraw" => k::ACTION_HOME_VISIT_WITHDRAW,
        "batch.export" => k::ACTION_BATCH_EXPORT,
        "batch.download" => k::ACTION_BATCH_DOWNLOAD,
        "batch.import" => k::ACTION_BATCH_IMPORT,
        "batch.confirm" => k::ACTION_BATCH_CONFIRM,
        "batch.discard" => k::ACTION_BATCH_DISCARD,
        "uncollected.tell" => k::ACTION_UNCOLLECTED_TELL,
        "aid.list_preview" => k::ACTION_AID_LIST_PREVIEW,
        "aid.list_confirm" => k::ACTION_AID_LIST_CONFIRM,
        "aid.tell" => k::ACTION_AID_TELL,
        "account.payout_linked" => k::ACTION_ACCOUNT_PAYOUT_LINKED,
        "account.payout_removed" => k::ACTION_ACCOUNT_PAYOUT_REMOVED,
        "dossier.collected_by_other" => k::ACTION_DOSSIER_COLLECTED_BY_OTHER,
        "delivery.choose" => k::ACTION_DELIVERY_CHOOSE,
        "notices.change" => k::ACTION_NOTICES_CHANGE,
        "question.ask" => k::ACTION_QUESTION_ASK,
        "question.answer" => k::ACTION_QUESTION_ANSWER,
        "mending.tell" => k::ACTION_MENDING_TELL,
        "mending.send_on" => k::ACTION_MENDING_SEND_ON,
        "mending.answer" => k::ACTION_MENDING_ANSWER,
        "mending.close" => k::ACTION_MENDING_CLOSE,
        "queue.ticket" => k::ACTION_QUEUE_TICKET,
        "queue.call" => k::ACTION_QUEUE_CALL,
        "queue.recall" => k::ACTION_QUEUE_RECALL,
        "queue.serve" => k::ACTION_QUEUE_SERVE,
        "queue.done" => k::ACTION_QUEUE_DONE,
        "queue.absent" => k::ACTION_QUEUE_ABSENT,
        "queue.back" => k::ACTION_QUEUE_BACK,
        "queue.priority" => k::ACTION_QUEUE_PRIORITY,
        "queue.transfer" => k::ACTION_QUEUE_TRANSFER,
        "office.close" => k::ACTION_OFFICE_CLOSE,
        "figures.target" => k::ACTION_FIGURES_TARGET,
        "announcement.make" => k::ACTION_ANNOUNCEMENT_MAKE,
        "announcement.change" => k::ACTION_ANNOUNCEMENT_CHANGE,
        "announcement.withdraw" => k::ACTION_ANNOUNCEMENT_WITHDRAW,
        "office.reopen" => k::ACTION_OFFICE_REOPEN,
        "office.change" => k::ACTION_OFFICE_CHANGE,
        "office.undo" => k::ACTION_OFFICE_UNDO,
        "stop.plan" => k::ACTION_STOP_PLAN,
        "stop.cancel" => k::ACTION_STOP_CANCEL,
        "stop.change" => k::ACTION_STOP_CHANGE,
        "stop.list_preview" => k::ACTION_STOP_LIST_PREVIEW,
        "stop.list_confirm" => k::ACTION_STOP_LIST_CONFIRM,
        "waiting.join" => k::ACTION_WAITING_JOIN,
        "waiting.leave" => k::ACTION_WAITING_LEAVE,
        "waiting.offer" => k::ACTION_WAITING_OFFER,
        "waiting.decline" => k::ACTION_WAITING_DECLINE,
        "waiting.expire" => k::ACTION_WAITING_EXPIRE,
        "account.signed_in" => k::ACTION_ACCOUNT_SIGNED_IN,
        "account.signed_in_by_passkey" => k::ACTION_ACCOUNT_SIGNED_IN_BY_PASSKEY,
        "account.sign_in_refused" => k::ACTION_ACCOUNT_SIGN_IN_REFUSED,
        "account.code_sent" => k::ACTION_ACCOUNT_CODE_SENT,
        "account.device_code" => k::ACTION_ACCOUNT_DEVICE_CODE,
        "account.device_changed" => k::ACTION_ACCOUNT_DEVICE_CHANGED,
        "account.paper_asked" => k::ACTION_ACCOUNT_PAPER_ASKED,
        "account.paper_withdrawn" => k::ACTION_ACCOUNT_PAPER_WITHDRAWN,
        "account.paper_removed" => k::ACTION_ACCOUNT_PAPER_REMOVED,
        "account.paper_integrated" => k::ACTION_ACCOUNT_PAPER_INTEGRATED,
        "account.paper_refused" => k::ACTION_ACCOUNT_PAPER_REFUSED,
        "account.paper_ends" => k::ACTION_ACCOUNT_PAPER_ENDS,
        "account.paper_expired" => k::ACTION_ACCOUNT_PAPER_EXPIRED,
        "account.paper_mismatch" => k::ACTION_ACCOUNT_PAPER_MISMATCH,
        "account.passkey_added" => k::ACTION_ACCOUNT_PASSKEY_ADDED,
        "account.passkey_removed" => k::ACTION_ACCOUNT_PASSKEY_REMOVED,
        "account.passkey_cloned" => k::ACTION_ACCOUNT_PASSKEY_CLONED,
        "account.session_ended" => k::ACTION_ACCOUNT_SESSION_ENDED,
        "account.sessions_ended" => k::ACTION_ACCOUNT_SESSIONS_ENDED,
        "account.password_reset" => k::ACTION_ACCOUNT_PASSWORD_RESET,
        "account.passcode_reset" => k::ACTION_ACCOUNT_PASSCODE_RESET,
        "account.helper_asked" => k::ACTION_ACCOUNT_HELPER_ASKED,
        "account.helper_began" => k::ACTION_ACCOUNT_HELPER_BEGAN,
        "account.helper_look" => k::ACTION_ACCOUNT_HELPER_LOOK,
        "account.helper_ended" => k::ACTION_ACCOUNT_HELPER_ENDED,
        "account.not_me" => k::ACTION_ACCOUNT_NOT_ME,
        "ministry.pace" => k::ACTION_MINISTRY_PACE,
        "staff.signed_in" => k::ACTION_STAFF_SIGNED_IN,
        "staff.signed_in_by_passkey" => k::ACTION_STAFF_SIGNED_IN_BY_PASSKEY,
        "staff.passkey_added" => k::ACTION_STAFF_PASSKEY_ADDED,
        "staff.passkey_removed" => k::ACTION_STAFF_PASSKEY_REMOVED,
        "staff.passkey_cloned" => k::ACTION_STAFF_PASSKEY_CLONED,
        "staff.password_changed" => k::ACTION_STAFF_PASSWORD_CHANGED,
        "staff.changed" => k::ACTION_STAFF_CHANGED,
        "staff.factor_enrolled" => k::ACTION_STAFF_FACTOR_ENROLLED,
        "staff.recovery_used" => k::ACTION_STAFF_RECOVERY_USED,
        "staff.recovery_renewed" => k::ACTION_STAFF_RECOVERY_RENEWED,
        "staff.added" => k::ACTION_STAFF_ADDED,
        "staff.disabled" => k::ACTION_STAFF_DISABLED,
        "staff.enabled" => k::ACTION_STAFF_ENABLED,
        "staff.password_reset" => k::ACTION_STAFF_PASSWORD_RESET,
        "staff.password_set" => k::ACTION_STAFF_PASSWORD_SET,
        "staff.factor_reset" => k::ACTION_STAFF_FACTOR_RESET,
        "audit.search" => k::ACTION_AUDIT_SEARCH,
        "audit.export" => k::ACTION_AUDIT_EXPORT,
        "audit.check" => k::ACTION_AUDIT_CHECK,
        _ => return None,
    })
}

/// To what it was done.
pub(super) fn object(row: &AuditRow) -> String {
    let id = [("id", row.object.as_str())];
    match row.object_kind.as_str() {
        "audit" => t(k::OBJECT_AUDIT).to_owned(),
        "ministry" => t(k::OBJECT_MINISTRY).to_owned(),
        "home_visit" => tf(k::OBJECT_HOME_VISIT, &id),
        "search" => t(k::OBJECT_SEARCH).to_owned(),
        "stop" => tf(k::OBJECT_STOP, &id),
        "batch" => tf(k::OBJECT_BATCH, &id),
        "closure" => tf(k::OBJECT_CLOSURE, &id),
        "announcement" => tf(k::OBJECT_ANNOUNCEMENT, &id),
        "office" => tf(k::OBJECT_OFFICE, &id),
        "beneficiary" => tf(k::OBJECT_BENEFICIARY, &id),
        "queue_ticket" => tf(k::OBJECT_QUEUE_TICKET, &id),
        "account" => tf(k::OBJECT_ACCOUNT, &id),
        _ => row.object.clone(),
    }
}

/// Why.
pub(super) fn reason(row: &AuditRow) -> String {
    let key = match (
        LookReason::parse(&row.reason),
        HomeLook::parse(&row.reason),
        HelperPart::parse(&row.reason),
    ) {
        // A call back is the same word for a dossier and for a home.
        (Some(reason), _, _) => words::look(reason).1,
        (_, Some(HomeLook::PlanRoute), _) => k::REASON_PLAN_ROUTE,
        (_, Some(HomeLook::OnTheWay), _) => k::REASON_ON_THE_WAY,
        (_, _, Some(HelperPart::Account)) => k::REASON_PART_ACCOUNT,
        (_, _, Some(HelperPart::Access)) => k::REASON_PART_ACCESS,
        (_, _, Some(HelperPart::Dossier)) => k::REASON_PART_DOSSIER,
        _ => return row.reason.clone(),
    };
    t(key).to_owned()
}
