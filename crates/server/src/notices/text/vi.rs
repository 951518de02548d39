//! Every notice in Vietnamese; families of notices have files of their own.

use super::{
    Facts, Kind, NEVER_ASKED_VI, account, aid, delivery, ends, family,
    parts::{at, bound, linked, on, shortly},
    representatives, wallet,
};

/// The text of a notice.
pub(super) fn vi(kind: Kind, facts: &Facts) -> String {
    let Facts {
        code,
        reference,
        dossier_code,
        number,
        office,
        reason,
        ..
    } = facts;
    let (visit, day, until) = (at(facts.visit), on(facts.day), shortly(facts.until));
    let never = NEVER_ASKED_VI;
    let link = |words: &str| linked(words, &facts.link);
    match kind {
        Kind::PhoneCode => bound(
            format!("Mã xác nhận: {code}, hiệu lực 3 phút. Không đưa mã này cho bất kỳ ai. {never}"),
            facts,
        ),
        Kind::MailCode => {
            format!(
                "Mã xác nhận địa chỉ thư: {code}, hiệu lực 15 phút. Không đưa mã này cho bất kỳ ai. {never}"
            )
        }
        // The one code that is read out to an officer: it says when, and what it means otherwise.
        Kind::PhoneCodeForStaff => format!(
            "Mã đặt hẹn: {code}, hiệu lực 3 phút. CHỈ đọc cho cán bộ khi CHÍNH BẠN đang gọi hoặc ở quầy nhờ đặt hẹn. Bạn không nhờ đặt hẹn: KHÔNG đưa mã này cho ai."
        ),
        Kind::Booked => format!("Lịch hẹn {reference}: {visit} tại {office}. Mời đến đúng giờ. {never}"),
        Kind::HouseholdBooked | Kind::HouseholdMoved | Kind::HouseholdCancelled | Kind::NoWindow => {
            family::vi(kind, facts)
        }
        _ if facts.family > 0 => family::vi(kind, facts),
        Kind::DeliveryAsked
        | Kind::DeliveryChosen
        | Kind::Posted
        | Kind::PostReturned
        | Kind::MendingAnswered
        | Kind::NoticesChanged => delivery::vi(kind, facts),
        Kind::PupilBooked if facts.link.is_empty() => {
            format!("Trường đặt lịch làm thẻ căn cước {reference}: {visit} tại {office}. {never}")
        }
        Kind::PupilBooked => {
            format!(
                "Trường đặt lịch làm thẻ căn cước: {visit} tại {office}.{}",
                link("Xem, đổi")
            )
        }
        Kind::HomeAsked => {
            format!(
                "Đã nhận yêu cầu đến nhà {reference}. Chúng tôi sẽ báo ngày giờ.{}",
                link("Xem")
            )
        }
        Kind::HomePlanned if facts.link.is_empty() => {
            format!("Cán bộ đến nhà làm thẻ căn cước lúc {visit}, mã hẹn {reference}. {never}")
        }
        Kind::HomePlanned => format!("Cán bộ đến nhà làm thẻ căn cước lúc {visit}.{}", link("Xem")),
        Kind::HomeRefused => {
            format!("Yêu cầu đến nhà {reference} không thực hiện được: {reason}. {never}")
        }
        Kind::HomeAgain => format!(
            "Cán bộ không đến nhà được lúc {visit}. Yêu cầu {reference} vẫn được giữ, chúng tôi sẽ hẹn ngày khác. {never}"
        ),
        Kind::Answered => {
            format!(
                "Đã có trả lời cho câu hỏi của bạn về hồ sơ {reference}. Mời xem tại trang theo dõi hồ sơ. {never}"
            )
        }
        Kind::Moved => format!("Lịch hẹn {reference} đã đổi sang {visit} tại {office}. {never}"),
        Kind::Cancelled => {
            format!("Lịch hẹn {reference} lúc {visit} đã hủy. Bạn có thể đặt lịch mới. {never}")
        }
        Kind::Reminder if facts.link.is_empty() => {
            format!("Nhắc lịch hẹn {reference}: {visit} tại {office}. {never}")
        }
        Kind::Reminder => format!("Nhắc lịch hẹn {reference}: {visit} tại {office}.{}", link("Hủy")),
        Kind::EarlierPlace => {
            format!(
                "Giờ sớm hơn cho lịch {reference}: {visit} tại {office}, giữ đến {until}.{}",
                link("Xem")
            )
        }
        Kind::OtherPlace => {
            format!(
                "Lịch hẹn {reference}: mời đổi sang {visit} tại {office}, giữ đến {until}.{}",
                link("Xem")
            )
        }
        Kind::WaitingEnded => format!(
            "Lịch hẹn {reference}: bạn không trả lời 3 lần nên chúng tôi ngừng tìm giờ sớm hơn. Lịch {visit} vẫn giữ. {never}"
        ),
        Kind::Closed => format!(
            "Lịch hẹn {reference}: {office} đóng cửa lúc {visit}. Chúng tôi đang tìm giờ khác và sẽ nhắn tin. Lịch hẹn chưa bị hủy."
        ),
        Kind::PlanChanged => format!(
            "Lịch hẹn {reference}: {office} đổi lịch làm việc, không còn nhận lúc {visit}. Chúng tôi đang tìm giờ khác. Lịch hẹn chưa bị hủy."
        ),
        Kind::StandsAgain => format!(
            "Lịch hẹn {reference}: {office} làm việc lại lúc {visit}. Lịch hẹn cũ giữ nguyên, bạn không cần đổi giờ."
        ),
        Kind::NoShow => {
            format!("Lịch hẹn {reference} lúc {visit} đã tự động hủy do không đến. Mời đặt lịch mới. {never}")
        }
        Kind::QueueTicket if facts.link.is_empty() => {
            format!("Số thứ tự của bạn tại {office}: {number}. Xin theo dõi bảng gọi số. {never}")
        }
        Kind::QueueTicket => {
            format!("Số thứ tự của bạn tại {office}: {number}.{}", link("Xem lượt"))
        }
        // Nothing is decided any more: what is told next has its own day.
        Kind::Received if facts.day.is_none() => format!("Đã tiếp nhận hồ sơ {dossier_code}. {never}"),
        Kind::Received => {
            format!("Đã tiếp nhận hồ sơ {dossier_code}. Ngày hẹn trả kết quả: {day}. {never}")
        }
        Kind::VisitUnfinished
        | Kind::CheckInUndone
        | Kind::Withdrawn
        | Kind::Correction
        | Kind::CorrectionSoon
        | Kind::CorrectionExpired => ends::vi(kind, facts),
        Kind::Refused => format!("Hồ sơ {reference} không được tiếp nhận: {reason}. {never}"),
        Kind::CardReady => {
            format!("Hồ sơ {dossier_code}: thẻ đã về {office}. Mời đến nhận, mang giấy hẹn. {never}")
        }
        Kind::Uncollected => {
            format!(
                "Hồ sơ {dossier_code}: thẻ vẫn chờ bạn tại {office}. Mời đến nhận, mang giấy hẹn. {never}"
            )
        }
        Kind::HandedOver => format!("Hồ sơ {dossier_code}: đã trả thẻ căn cước. Cảm ơn bạn. {never}"),
        Kind::AidOutreach => aid::vi(facts),
        Kind::AccountApproved | Kind::ActivateSoon | Kind::AccountRefused => account::vi(kind, facts),
        Kind::PasskeyAdded
        | Kind::PasskeyRemoved
        | Kind::PasskeyCloned
        | Kind::DeviceChanged
        | Kind::PasswordChanged
        | Kind::SecretsReset
        | Kind::PhoneChanged
        | Kind::AccountLocked
        | Kind::AccountUnlocked
        | Kind::PayoutLinked
        | Kind::PayoutRemoved => account::vi(kind, facts),
        Kind::PaperIntegrated | Kind::PaperRefused | Kind::PaperEnds => wallet::vi(kind, facts),
        Kind::RepresentativeRecorded
        | Kind::RepresentativeEnded
        | Kind::RepresentativeGone
        | Kind::ChildConsented
        | Kind::ChildConsentWithdrawn
        | Kind::ChildApproved
        | Kind::OwnAccountSoon
        | Kind::OwnAccount => representatives::vi(kind, facts),
        Kind::Activated => format!("Tài khoản định danh mức độ 2 của bạn đã kích hoạt. {never}"),
        Kind::ExistingBooking => {
            format!(
                "Bạn đã có hồ sơ đang mở, mã lịch hẹn {reference}. Dùng mã này để xem hoặc đổi lịch. {never}"
            )
        }
    }
}
