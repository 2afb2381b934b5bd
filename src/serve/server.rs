//! The server: files of the desk's proofs for browsers on this machine, and for nobody else.
//!
//! Takes: a desk. Gives: an address. What it sends is looked up by its address among the files of a proof: no path of the disk is made of
//! what somebody asks for. Must not know how files are made.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use camino::Utf8Path;
use futures_util::stream;
use serde_json::{Value, json};

use super::desk::{Desk, Sheet, Turn};
use super::host::Host;
use super::launch::{Line, Opened, Programs};
use super::page::{self, OWN};
use super::{FIRST_PORT, PORTS};
use crate::diagnostics::{Fault, Wording};

const SCRIPT: &str = include_str!("preview.js");
/// A request to open a source is a line of JSON.
const LARGEST_REQUEST: usize = 16 * 1024;
/// Long enough to cost nothing, short enough to find out that a browser has gone.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

struct Served {
    desk: Arc<Desk>,
    host: Host,
    wording: Wording,
    programs: Programs,
}

/// Takes the port asked for, or the first free one: from [`FIRST_PORT`] on, then any.
pub fn listen(port: Option<u16>) -> Result<TcpListener, Fault> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let fault = |error: io::Error| Fault::new("listen at", format!("127.0.0.1:{}", port.unwrap_or(FIRST_PORT)), error);
    match port {
        Some(port) => bind(port).map_err(fault),
        None => {
            let usual = (FIRST_PORT..FIRST_PORT + PORTS).find_map(|port| bind(port).ok());
            usual.map_or_else(|| bind(0), Ok).map_err(fault)
        }
    }
}

/// Answers from now on, in threads of its own. Gives the address of the first page.
pub fn start(listener: TcpListener, desk: Arc<Desk>, wording: Wording, programs: Programs) -> Result<String, Fault> {
    let fault = |error: io::Error| Fault::new("listen at", "127.0.0.1", error);
    listener.set_nonblocking(true).map_err(fault)?;
    let port = listener.local_addr().map_err(fault)?.port();
    let base = desk.turn().proof().map_or_else(|| "/".to_owned(), |proof| proof.base().to_owned());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(fault)?;
    let served = Arc::new(Served { desk, host: Host { port }, wording, programs });
    let routes = Router::new()
        .route(&format!("{OWN}preview.js"), get(script))
        .route(&format!("{OWN}turns"), get(turns))
        .route(&format!("{OWN}open"), post(open))
        .fallback(file)
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&served), guarded))
        .with_state(served);
    std::thread::spawn(move || {
        runtime.block_on(async {
            if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                // It ends with the process.
                let _ = axum::serve(listener, routes).await;
            }
        });
    });
    Ok(format!("http://localhost:{port}{base}"))
}

/// Turns away whoever must not ask, and marks everything as not to be kept.
async fn guarded(State(served): State<Arc<Served>>, request: Request, next: axum::middleware::Next) -> Response {
    let headers = request.headers();
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let fetch = |name: &'static str| headers.get(name).and_then(|value| value.to_str().ok());
    let named = text(&header::HOST).is_some_and(|host| served.host.is_named(host));
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let own = text(&header::ORIGIN).is_some_and(|origin| served.host.is_origin(origin));
    let embedded = served.host.is_embedding(fetch("sec-fetch-site"), fetch("sec-fetch-mode"));
    let mut response = match named && (reads || own) && !embedded {
        true => next.run(request).await,
        false => (StatusCode::FORBIDDEN, "This preview answers only to its own address.\n").into_response(),
    };
    let marks = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    ];
    response.headers_mut().extend(marks.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT)
}

/// Every turn from the present one on, as server-sent events.
async fn turns(State(served): State<Arc<Served>>) -> impl IntoResponse {
    let turns = served.desk.follow();
    let told = stream::unfold((served, turns), |(served, mut turns)| async move {
        turns.changed().await.ok()?;
        let turn = Arc::clone(&turns.borrow_and_update());
        let event = Event::default().data(page::told(&turn, &served.wording).to_string());
        Some((Ok::<_, std::convert::Infallible>(event), (served, turns)))
    });
    Sse::new(told).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE))
}

/// Opens one of the publication's own texts in the user's editor: `{"file": from the root, "line": from 1, "column": …}`.
async fn open(State(served): State<Arc<Served>>, body: Body) -> Response {
    let body = axum::body::to_bytes(body, LARGEST_REQUEST).await.unwrap_or_default();
    let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    let number = |name: &str| asked[name].as_u64().and_then(|number| u32::try_from(number).ok());
    let (Some(file), Some(line)) = (asked["file"].as_str(), number("line")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let sources = Arc::clone(&served.desk.turn().sources);
    if !sources.is_own_text(Utf8Path::new(file)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let file = sources.root.join(file);
    let opened = served.programs.edit(Line { file: &file, line, column: number("column").unwrap_or(1) });
    let told = match opened {
        Opened::Program(program) => json!({ "program": program }),
        Opened::Address(address) => json!({ "address": address }),
        Opened::Failed(program) => json!({ "failed": program }),
    };
    ([(header::CONTENT_TYPE, "application/json")], told.to_string()).into_response()
}

/// Any file of the publication; its own page for one that is not there.
async fn file(State(served): State<Arc<Served>>, method: Method, uri: Uri) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let turn = served.desk.turn();
    let address = decoded(uri.path());
    let Some(proof) = turn.proof() else {
        let page = page::empty(&turn, &served.wording);
        return sent(StatusCode::SERVICE_UNAVAILABLE, Utf8Path::new("index.html"), page.into(), &turn);
    };
    let Some(path) = address.as_deref().and_then(|address| proof.path(address)) else {
        // Whoever asks for the server alone finds the publication that stands below it.
        if uri.path() == "/" {
            return redirected(proof.base());
        }
        return not_found(&served, &turn, Utf8Path::new("")).await;
    };
    match made(&served, &turn, &path).await {
        Sheet::Made(bytes) => sent(StatusCode::OK, &path, bytes, &turn),
        Sheet::Spoilt => {
            let page = page::empty(&turn, &served.wording);
            sent(StatusCode::INTERNAL_SERVER_ERROR, Utf8Path::new("index.html"), page.into(), &turn)
        }
        Sheet::Missing if proof.has(&path.join("index.html")) => redirected(&format!("{}/", uri.path())),
        Sheet::Missing => not_found(&served, &turn, &path).await,
    }
}

async fn not_found(served: &Arc<Served>, turn: &Arc<Turn>, path: &Utf8Path) -> Response {
    let page = turn.proof().map(|proof| proof.not_found(path)).unwrap_or_else(|| "404.html".into());
    let bytes = match made(served, turn, &page).await {
        Sheet::Made(bytes) => bytes,
        Sheet::Spoilt | Sheet::Missing => page::empty(turn, &served.wording).into(),
    };
    sent(StatusCode::NOT_FOUND, &page, bytes, turn)
}

/// Makes a file in a thread that may take its time. A panic while it is made is a bug and loses only the newest state of it.
async fn made(served: &Arc<Served>, turn: &Arc<Turn>, path: &Utf8Path) -> Sheet {
    let (desk, now, file) = (Arc::clone(&served.desk), Arc::clone(turn), path.to_owned());
    if let Ok(sheet) = tokio::task::spawn_blocking(move || desk.file(&now, &file)).await {
        return sheet;
    }
    let (desk, now, file) = (Arc::clone(&served.desk), Arc::clone(turn), path.to_owned());
    let good = tokio::task::spawn_blocking(move || desk.good_file(&now, &file)).await;
    good.ok().flatten().map_or(Sheet::Spoilt, Sheet::Made)
}

fn redirected(to: &str) -> Response {
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response()
}

fn sent(status: StatusCode, path: &Utf8Path, bytes: Bytes, turn: &Turn) -> Response {
    let html = path.extension() == Some("html");
    let bytes = if html { Bytes::from(page::with_script(&bytes, turn, path)) } else { bytes };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
    (status, headers, bytes).into_response()
}

/// What a browser is told a file is.
fn content_type(path: &Utf8Path) -> &'static str {
    match path.extension().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xml" => "application/xml",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// An address without its escapes; none where they are broken or make no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}
