//! A preview that is measured from the outside: a process of its own, asked through a socket as a browser asks.
//!
//! Takes: a tool and a folder. Gives: pages, how long it takes until one of them says something, and the memory that the process holds.
//! Must not know what is edited.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use memchr::memmem;

/// How often it is looked whether a page has changed.
const GLANCE: Duration = Duration::from_micros(500);
/// Whatever takes longer will never come.
pub const PATIENCE: Duration = Duration::from_secs(15);

pub struct Preview {
    pub name: &'static str,
    process: Child,
    port: u16,
}

impl Preview {
    pub fn diptych(root: &Path) -> io::Result<Preview> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.args(["serve", "--port", "0", "--format", "json", "--root"]).arg(root).env("LC_ALL", "C");
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let said = process.stdout.take().ok_or_else(|| io::Error::other("no standard output"))?;
        let mut lines = BufReader::new(said).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let address = line.split_once("http://localhost:")?.1;
            address.split('/').next()?.parse().ok()
        });
        // What it says of each change is read, or it would wait for somebody to do so.
        std::thread::spawn(move || lines.for_each(drop));
        let port = port.ok_or_else(|| io::Error::other("diptych does not say where it is"))?;
        Preview { name: "diptych", process, port }.ready()
    }

    /// Hugo's, with the settings of the files named. It keeps pages in memory and, as it does unless told otherwise, makes after a change
    /// those anew that were asked for of late.
    pub fn hugo(name: &'static str, binary: &Path, settings: &str, source: &Path) -> io::Result<Preview> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new(binary);
        command.args(["server", "--noBuildLock", "--bind", "127.0.0.1", "--config", settings]);
        command.arg("--port").arg(port.to_string()).arg("--source").arg(source);
        command.arg("--cacheDir").arg(source.join(".cache"));
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Preview { name, process, port }.ready()
    }

    fn ready(mut self) -> io::Result<Preview> {
        let start = Instant::now();
        while self.get("/").is_err() {
            let ended = self.process.try_wait()?;
            if ended.is_some() || start.elapsed() > PATIENCE {
                return Err(io::Error::other(format!("{} does not start", self.name)));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(self)
    }

    /// A page, with the head of the answer before it.
    pub fn get(&self, path: &str) -> io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost:{}\r\n\r\n", self.port)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    pub fn holds(&self, path: &str, text: &str) -> io::Result<bool> {
        Ok(memmem::find(&self.get(path)?, text.as_bytes()).is_some())
    }

    /// How long after `start` a page says something; none if it does not within [`PATIENCE`].
    pub fn until(&self, start: Instant, path: &str, text: &str) -> io::Result<Option<Duration>> {
        while start.elapsed() < PATIENCE {
            if self.holds(path, text)? {
                return Ok(Some(start.elapsed()));
            }
            std::thread::sleep(GLANCE);
        }
        Ok(None)
    }

    /// The memory it holds, in megabytes.
    pub fn resident(&self) -> io::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kilobytes: f64 = line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(f64::NAN);
        Ok(kilobytes / 1000.0)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
