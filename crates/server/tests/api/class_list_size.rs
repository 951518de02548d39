//! A whole school at once.

use crate::support::{flow::*, sqlite};
use serde_json::json;

sqlite! {
    async fn hundreds_of_pupils_in_one_go(app) {
        let desk = staff(app, "truong").await;
        let body = json!({
            "kind": "school", "name": "THCS Thử Nghiệm", "street": "12 Đường Mẫu", "commune_code": "27169",
            "date": "2026-12-04", "from": "08:00", "to": "17:00", "stations": "15", "is_public": false,
        });
        let id = desk.post("/api/desk/stops", &body).await.ok(201).str("id").to_owned();
        let row = |n: usize| format!("\nNguyễn Văn Thử,09821200{n:04},01/01/2011,9{},09{n:08}", n / 40);
        let header = "Họ và tên,Số định danh cá nhân,Ngày sinh,Lớp,SĐT phụ huynh";
        let csv = format!("{header}{}", (0..360).map(row).collect::<String>());
        let path = format!("/api/desk/stops/{id}/class-list");
        let seen = desk.post(&format!("{path}/preview"), &json!({ "csv": csv, "service": "card" })).await.ok(200);
        let confirmed = json!({ "csv": csv, "service": "card", "seen": seen.str("seen") });
        let done = desk.post(&path, &confirmed).await.ok(201);
        let rows = done.json["rows"].as_array().unwrap();
        let booked = rows.iter().filter(|row| row["outcome"]["kind"] == "booked").count();
        // Seven and a half hours, three visits an hour, fifteen stations.
        assert_eq!(booked, 330);
    }
}
