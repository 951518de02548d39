//! What every test needs.

pub(crate) mod answer;
pub(crate) mod app;
pub(crate) mod authenticator;
pub(crate) mod client;
pub(crate) mod flow;

/// Makes of each `async fn name(app)` a test on SQLite and one on PostgreSQL; `app` is a running server.
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn run($app: &crate::support::app::TestApp) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let app = crate::support::app::TestApp::start(eid_store::Dialect::Sqlite).await.unwrap();
                run(&app).await;
                app.stop().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(app) = crate::support::app::TestApp::start(eid_store::Dialect::Postgres).await else {
                    eprintln!("left out: EID_SKIP_POSTGRES=1");
                    return;
                };
                run(&app).await;
                app.stop().await;
            }
        }
    )+};
}
pub(crate) use both;

/// The same on SQLite alone.
macro_rules! sqlite {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident) $body:block)+) => {$(
        $(#[$meta])*
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            let started = crate::support::app::TestApp::start(eid_store::Dialect::Sqlite).await.unwrap();
            {
                let $app = &started;
                $body
            }
            started.stop().await;
        }
    )+};
}
pub(crate) use sqlite;
