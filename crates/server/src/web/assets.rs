//! The client's files: precompressed, hashed ones kept for a year, pages asked for again each time.

use crate::{problem::ApiError, state::App};
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use eid_domain::problem::ProblemCode;
use tower_http::services::ServeDir;

const YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// Where open pages ask for what is announced meanwhile; `src/boot.js` does.
const NEWS: &str = "/news.html";

/// Everything that is no endpoint.
pub async fn serve(State(app): State<App>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/api" || path.starts_with("/api/") {
        return ApiError::from(ProblemCode::NotFound).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ApiError::from(ProblemCode::MethodNotAllowed).into_response();
    }
    if path == NEWS {
        let mut news = app.news.alone(request.headers(), app.now());
        news.headers_mut().insert(header::CACHE_CONTROL, ASK_AGAIN);
        return news;
    }
    let file = file_for(&path);
    if is_news_page(&path, file)
        && let Some(mut page) = app
            .news
            .page(&app.config.dist, file, request.headers(), app.now())
    {
        page.headers_mut().insert(header::CACHE_CONTROL, ASK_AGAIN);
        return page;
    }
    let Ok(uri) = Uri::try_from(file) else {
        return ApiError::from(ProblemCode::NotFound).into_response();
    };
    *request.uri_mut() = uri;
    let mut files = ServeDir::new(&app.config.dist)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let Ok(response) = files.try_call(request).await else {
        return ApiError::from(ProblemCode::NotFound).into_response();
    };
    if response.status() == StatusCode::NOT_FOUND {
        return ApiError::from(ProblemCode::NotFound).into_response();
    }
    let mut response = response.into_response();
    let cache = if path.starts_with("/assets/") {
        YEAR
    } else {
        ASK_AGAIN
    };
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    response
}

/// Which file answers a path: the home pages are prerendered, every other page is the app's own.
fn file_for(path: &str) -> &str {
    match path {
        "/" => "/index.html",
        "/en" | "/en/" => "/en/index.html",
        _ if path.starts_with("/assets/") || is_file(path) => path,
        _ if path.starts_with("/en/") => "/en/app.html",
        _ => "/app.html",
    }
}

/// Whether news stands above this page: everywhere but on the display of a hall. A page that is asked for by the name of its
/// file is one that is kept for a time without a network; what is news then is old by that time.
fn is_news_page(path: &str, file: &str) -> bool {
    let hall = path.strip_prefix("/en").unwrap_or(path).starts_with("/man-hinh/");
    file.ends_with(".html") && path != file && !hall
}

fn is_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_files_are_told_apart() {
        for (path, file) in [
            ("/", "/index.html"),
            ("/en", "/en/index.html"),
            ("/dat-lich", "/app.html"),
            ("/en/booking/day", "/en/app.html"),
            ("/enter", "/app.html"),
            ("/assets/x", "/assets/x"),
            ("/robots.txt", "/robots.txt"),
        ] {
            assert_eq!(file_for(path), file, "{path}");
        }
    }

    #[test]
    fn news_stands_on_pages_alone() {
        for (path, wanted) in [
            ("/", true),
            ("/en", true),
            ("/dat-lich", true),
            ("/en/desk/the", true),
            ("/man-hinh/hcm-pc06", false),
            ("/en/man-hinh/hcm-pc06", false),
            ("/app.html", false),
            ("/en/app.html", false),
            ("/sw.js", false),
            ("/assets/x", false),
        ] {
            assert_eq!(is_news_page(path, file_for(path)), wanted, "{path}");
        }
    }
}
