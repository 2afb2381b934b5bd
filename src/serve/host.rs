//! Who may ask: only pages and people on this machine.
//!
//! Takes: what a browser says of a request. Gives: whether it is answered. A stranger's page can have its own name resolved to this
//! machine (DNS rebinding) and then read what is served here, but the browser still names the stranger's host; and it can send a form
//! here, but the browser names where the form comes from. Must not know what is asked for.

/// The names under which this machine knows itself.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// The addresses of one preview.
#[derive(Clone, Copy)]
pub struct Host {
    pub port: u16,
}

impl Host {
    /// Whether a `Host` header names this server.
    pub fn is_named(self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            // Within brackets a colon is part of the name.
            Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
            _ => (host, Some(80)),
        };
        port == Some(self.port) && NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether an `Origin` header names a page of this server.
    pub fn is_origin(self, origin: &str) -> bool {
        origin.strip_prefix("http://").is_some_and(|host| self.is_named(host))
    }

    /// Whether another site's page asks for something to use in itself. To follow a link here is another matter. Both headers are set by
    /// browsers alone; an older one that sends neither is as safe as the web ever was.
    pub fn is_embedding(self, site: Option<&str>, mode: Option<&str>) -> bool {
        matches!(site, Some("cross-site" | "same-site")) && mode != Some("navigate")
    }
}
