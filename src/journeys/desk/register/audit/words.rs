//! Actions, objects and reasons in the words of the page. What has no words is shown as it is written.

use crate::i18n::{Key, keys::audit as k, t, tf};
use crate::journeys::desk::words;
use eid_domain::account::{LockReason, State as Account};
use eid_domain::campaign::HomeLook;
use eid_domain::child::{End, Relation};
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
        "dossier.lock_account" => k::ACTION_DOSSIER_LOCK_ACCOUNT,
        "dossier.unlock_account" => k::ACTION_DOSSIER_UNLOCK_ACCOUNT,
        "dossier.search" => k::ACTION_DOSSIER_SEARCH,
        "dossier.contact" => k::ACTION_DOSSIER_CONTACT,
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
        "dossier.representative_recorded" => k::ACTION_DOSSIER_REPRESENTATIVE_RECORDED,
        "dossier.representative_ended" => k::ACTION_DOSSIER_REPRESENTATIVE_ENDED,
        "account.child_consented" => k::ACTION_ACCOUNT_CHILD_CONSENTED,
        "account.child_consent_withdrawn" => k::ACTION_ACCOUNT_CHILD_CONSENT_WITHDRAWN,
        "account.child_seen" => k::ACTION_ACCOUNT_CHILD_SEEN,
        "account.child_shown" => k::ACTION_ACCOUNT_CHILD_SHOWN,
        "account.handed_over" => k::ACTION_ACCOUNT_HANDED_OVER,
        "dossier.collected_by_other" => k::ACTION_DOSSIER_COLLECTED_BY_OTHER,
        "dossier.check_in_undone" => k::ACTION_DOSSIER_CHECK_IN_UNDONE,
        "delivery.choose" => k::ACTION_DELIVERY_CHOOSE,
        "notices.change" => k::ACTION_NOTICES_CHANGE,
        "notices.mail" => k::ACTION_NOTICES_MAIL,
        "notices.mail_end" => k::ACTION_NOTICES_MAIL_END,
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
        "holidays.change" => k::ACTION_HOLIDAYS_CHANGE,
        "holidays.undo" => k::ACTION_HOLIDAYS_UNDO,
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
        "account.signed_out" => k::ACTION_ACCOUNT_SIGNED_OUT,
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
        "account.phone_changed" => k::ACTION_ACCOUNT_PHONE_CHANGED,
        "account.secrets_reset" => k::ACTION_ACCOUNT_SECRETS_RESET,
        "account.reopened" => k::ACTION_ACCOUNT_REOPENED,
        "account.data_exported" => k::ACTION_ACCOUNT_DATA_EXPORTED,
        "account.closed" => k::ACTION_ACCOUNT_CLOSED,
        "dossier.data_exported" => k::ACTION_DOSSIER_DATA_EXPORTED,
        "dossier.forgotten" => k::ACTION_DOSSIER_FORGOTTEN,
        "account.helper_asked" => k::ACTION_ACCOUNT_HELPER_ASKED,
        "account.helper_began" => k::ACTION_ACCOUNT_HELPER_BEGAN,
        "account.helper_look" => k::ACTION_ACCOUNT_HELPER_LOOK,
        "account.helper_ended" => k::ACTION_ACCOUNT_HELPER_ENDED,
        "account.not_me" => k::ACTION_ACCOUNT_NOT_ME,
        "ministry.pace" => k::ACTION_MINISTRY_PACE,
        "staff.signed_in" => k::ACTION_STAFF_SIGNED_IN,
        "staff.signed_out" => k::ACTION_STAFF_SIGNED_OUT,
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
        "account.stay_declared" => k::ACTION_ACCOUNT_STAY_DECLARED,
        "account.stay_withdrawn" => k::ACTION_ACCOUNT_STAY_WITHDRAWN,
        "stay.file" => k::ACTION_STAY_FILE,
        "stay.correct" => k::ACTION_STAY_CORRECT,
        "stay.withdraw" => k::ACTION_STAY_WITHDRAW,
        "stay.dispute" => k::ACTION_STAY_DISPUTE,
        "stay.export" => k::ACTION_STAY_EXPORT,
        "venue.add" => k::ACTION_VENUE_ADD,
        "venue.change" => k::ACTION_VENUE_CHANGE,
        "venue.disable" => k::ACTION_VENUE_DISABLE,
        "venue.enable" => k::ACTION_VENUE_ENABLE,
        "venue.password_reset" => k::ACTION_VENUE_PASSWORD_RESET,
        "venue.password_changed" => k::ACTION_VENUE_PASSWORD_CHANGED,
        "venue.signed_in" => k::ACTION_VENUE_SIGNED_IN,
        "venue.signed_out" => k::ACTION_VENUE_SIGNED_OUT,
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
        "holidays" => t(k::OBJECT_HOLIDAYS).to_owned(),
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
        "stay" => tf(k::OBJECT_STAY, &id),
        "venue" => tf(k::OBJECT_VENUE, &id),
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
        _ => match LockReason::parse(&row.reason) {
            Some(reason) => words::lock(reason),
            None => match family(&row.reason) {
                Some(key) => key,
                None => return row.reason.clone(),
            },
        },
    };
    t(key).to_owned()
}

/// What somebody is to a child, and why they are it no more.
fn family(reason: &str) -> Option<Key> {
    let relation = Relation::parse(reason).map(|relation| match relation {
        Relation::Father => k::REASON_FATHER,
        Relation::Mother => k::REASON_MOTHER,
        Relation::Guardian => k::REASON_GUARDIAN,
        Relation::Other => k::REASON_OTHER_REPRESENTATIVE,
    });
    let end = || {
        End::parse(reason).map(|end| match end {
            End::Court => k::REASON_COURT,
            End::GuardianChanged => k::REASON_GUARDIAN_CHANGED,
            End::RecordedWrongly => k::REASON_RECORDED_WRONGLY,
            End::Died => k::REASON_DIED,
            End::OfAge => k::REASON_OF_AGE,
        })
    };
    relation.or_else(end)
}
