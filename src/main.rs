//! Starts the app in the page; all else lives in the library.

fn main() {
    eid_client::app::start();
}
