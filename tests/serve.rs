//! The preview: the binary itself, asked through real sockets, while sources change under it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

use crate::publications::{Project, files, repository};

/// Longer than any change takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview that runs until the test ends.
struct Preview {
    process: Child,
    port: u16,
    base: String,
    /// What it has said, a report a line.
    said: Receiver<Value>,
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("pages are UTF-8")
    }
}

impl Preview {
    fn of(project: &Project) -> Preview {
        Preview::with(project.root(), &[])
    }

    fn with(root: &Utf8Path, surroundings: &[(&str, &str)]) -> Preview {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.args(["serve", "--port", "0", "--format", "json", "--root", root.as_str()]);
        for name in ["DIPTYCH_EDITOR", "VISUAL", "EDITOR", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").envs(surroundings.iter().copied());
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
        let (send, said) = channel();
        let lines = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let report = serde_json::from_str(&line).expect("each line is a report");
                if send.send(report).is_err() {
                    return;
                }
            }
        });
        let mut preview = Preview { process, port: 0, base: String::new(), said };
        let ready = preview.report(|report| report["notes"].to_string().contains("http://localhost:"));
        let note = ready["notes"][0].as_str().expect("a sentence").to_owned();
        let address = note.split("http://localhost:").nth(1).expect("an address").split(' ').next().expect("its end");
        let (port, base) = address.split_once('/').expect("a path");
        preview.port = port.parse().expect("a number");
        preview.base = format!("/{base}");
        preview
    }

    /// The next report of a kind.
    fn report(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let report = self.said.recv_timeout(left).expect("the preview says what is waited for");
            if wanted(&report) {
                return report;
            }
        }
    }

    fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("answered");
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("there is a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("heads are text");
        let mut lines = head.lines();
        let status = lines.next().expect("a status").split(' ').nth(1).expect("a number").parse().expect("a number");
        let headers =
            lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned()));
        Answer { status, headers: headers.collect(), body: bytes.split_off(end + 4) }
    }

    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        let length = body.len();
        self.raw(&format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        ))
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &format!("Host: localhost:{}\r\n", self.port), "")
    }

    /// Asks again and again until the page says it.
    fn until(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(start.elapsed() < PATIENCE, "{path}: {}", String::from_utf8_lossy(&answer.body));
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn says(&self, path: &str, text: &str) -> Answer {
        self.until(path, |answer| String::from_utf8_lossy(&answer.body).contains(text))
    }

    fn open(&self, file: &str, line: u32) -> Answer {
        let host = format!("Host: localhost:{0}\r\nOrigin: http://localhost:{0}\r\n", self.port);
        self.ask("POST", "/_diptych/open", &host, &serde_json::json!({ "file": file, "line": line }).to_string())
    }

    /// What a page is told first when it begins to follow.
    fn told(&self) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        write!(stream, "GET /_diptych/turns HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).expect("sent");
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        let line = lines.into_iter().find_map(|line| line.strip_prefix("data: ").map(str::to_owned)).expect("an event");
        serde_json::from_str(&line).expect("JSON")
    }

    fn until_told(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let told = self.told();
            if wanted(&told) {
                return told;
            }
            assert!(start.elapsed() < PATIENCE, "{told}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The memory it holds, in kilobytes.
    fn resident(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).expect("readable");
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("it is there");
        line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn bilingual() -> Project {
    let project = Project::copy_of(&repository().join("tests/golden/bilingual"));
    fs::remove_dir_all(project.root().join("expected")).expect("removed");
    project
}

const CHAPTER: &str = "content/guidelines/home/01-rights.en.md";
const PAGE: &str = "/en/guidelines/home/rights/";

/// Without what the preview adds: one script, and the places of blocks.
fn without_additions(html: &str) -> String {
    let start = html.find("<script src=\"/_diptych/preview.js\"").expect("the script is there");
    let end = html[start..].find("</script>").expect("it ends") + start + "</script>".len();
    let mut rest = [&html[..start], &html[end..]].concat();
    assert!(!rest.contains("<script"), "one script");
    while let Some(start) = rest.find(" data-source=\"") {
        let end = start + rest[start + 14..].find('"').expect("it ends") + 15;
        rest.replace_range(start..end, "");
    }
    rest.replace("<span><span ", "<span ").replace("<span>", "").replace("</span>", "")
}

#[test]
fn it_serves_what_build_writes() {
    let project = bilingual();
    let preview = Preview::of(&project);
    let mut compared = 0;
    for (path, bytes) in files(&repository().join("tests/golden/bilingual/expected")) {
        // Menus name drafts, landing pages the PDFs that were made.
        if path.as_str().contains("sitemap") || path.starts_with("downloads") || path == "SHA256SUMS" {
            continue;
        }
        let address = format!("/{}", path.as_str().trim_end_matches("index.html"));
        let answer = preview.get(&address);
        assert_eq!(answer.status, 200, "{address}");
        assert_eq!(answer.headers["cache-control"], "no-store");
        if path.extension() == Some("html") {
            let built = String::from_utf8(bytes).expect("pages are UTF-8").replace("<span>", "").replace("</span>", "");
            let served = without_additions(answer.text());
            if served.contains("_downloads") {
                continue;
            }
            assert_eq!(served, built, "{address}");
        } else {
            assert_eq!(answer.body, bytes, "{address}");
        }
        compared += 1;
    }
    assert!(compared > 5, "{compared}");
}

#[test]
fn blocks_know_their_places() {
    let project = bilingual();
    let preview = Preview::of(&project);
    let source = fs::read_to_string(project.root().join(CHAPTER)).expect("readable");
    let line = 1 + source.lines().position(|line| line.starts_with("Everyone has")).expect("it is there");
    let page = preview.get(PAGE);
    assert!(page.text().contains(&format!("<p data-source=\"{CHAPTER}:{line}\">Everyone has")), "{}", page.text());
    let beside = preview.get("/en/parallel/es/guidelines/home/rights/");
    for file in [CHAPTER.to_owned(), CHAPTER.replace(".en.", ".es.")] {
        assert!(beside.text().contains(&format!("data-source=\"{file}:")), "{file}");
    }
}

#[test]
fn the_way_side_by_side_and_back() {
    let preview = Preview::of(&bilingual());
    let beside = "/en/parallel/es/guidelines/home/rights/";
    assert!(preview.get(PAGE).text().contains(&format!("data-next=\"{beside}\"")));
    assert!(preview.get(beside).text().contains(&format!("data-next=\"{PAGE}\"")));
    // No page stands beside the front door.
    assert!(preview.get("/").text().contains("data-next=\"\""));
}

#[test]
fn drafts_are_shown_and_marked() {
    let preview = Preview::of(&bilingual());
    for path in ["/en/plans/", "/es/parallel/en/planes/", "/en/parallel/es/plans/"] {
        let page = preview.get(path);
        if page.status == 200 {
            assert!(page.text().contains(" data-draft"), "{path}");
        }
    }
    assert_eq!(preview.get("/en/plans/").status, 200);
    assert!(!preview.get(PAGE).text().contains(" data-draft"));
}

#[test]
fn strangers_are_turned_away() {
    let preview = Preview::of(&bilingual());
    let port = preview.port;
    let host = |name: &str| preview.ask("GET", "/", &format!("Host: {name}\r\n"), "").status;
    for own in
        [format!("localhost:{port}"), format!("127.0.0.1:{port}"), format!("[::1]:{port}"), format!("LocalHost:{port}")]
    {
        assert_eq!(host(&own), 200, "{own}");
    }
    let foreign = ["evil.example", "localhost", "localhost:1", "[::1]", "127.0.0.1.evil.example", "localhost:x", ""];
    for foreign in
        foreign.map(str::to_owned).into_iter().chain([format!("evil.example:{port}"), format!("x@localhost:{port}")])
    {
        assert_eq!(host(&foreign), 403, "{foreign}");
    }
    assert_eq!(preview.raw("GET / HTTP/1.0\r\n\r\n").status, 403, "no host at all");

    let own = format!("Host: localhost:{port}\r\n");
    let body = format!("{{\"file\":\"{CHAPTER}\",\"line\":1}}");
    let post = |headers: &str| preview.ask("POST", "/_diptych/open", &format!("{own}{headers}"), &body).status;
    assert_eq!(post(""), 403);
    assert_eq!(post("Origin: https://evil.example\r\n"), 403);
    assert_eq!(post("Origin: null\r\n"), 403);
    assert_eq!(post(&format!("Origin: http://localhost.evil.example:{port}\r\n")), 403);
    assert_eq!(post(&format!("Origin: http://localhost:{port}\r\n")), 200);

    let embed = |headers: &str| preview.ask("GET", "/_diptych/preview.js", &format!("{own}{headers}"), "").status;
    assert_eq!(embed("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"), 403);
    assert_eq!(embed("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: no-cors\r\n"), 200);
    assert_eq!(embed("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"), 200, "a link may lead here");
}

#[test]
fn nothing_but_the_publication_is_served() {
    let project = bilingual();
    project.write("secret.txt", "not for anybody");
    let preview = Preview::of(&project);
    for path in [
        "/../secret.txt",
        "/secret.txt",
        "/%2e%2e/secret.txt",
        "/en/../../secret.txt",
        "/en/..%2f..%2fsecret.txt",
        "//secret.txt",
        "/book.toml",
        "/content/index.en.md",
        "/%",
        "/%00",
        "/%ff",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("not for anybody"), "{path}");
    }
    // The publication's own page, in the language of the address.
    assert!(preview.get("/es/nada/").text().contains("<html lang=\"es\""));
    assert!(preview.get("/en/nothing").text().contains("<html lang=\"en\""));
    let without_slash = preview.get(PAGE.trim_end_matches('/'));
    assert_eq!((without_slash.status, without_slash.headers["location"].as_str()), (307, PAGE));
    assert_eq!(
        preview
            .ask("POST", "/", &format!("Host: localhost:{0}\r\nOrigin: http://localhost:{0}\r\n", preview.port), "")
            .status,
        405
    );
}

/// Links that lead out of the publication, whether they were there before or are made while it runs.
#[test]
fn nothing_is_served_through_links() {
    let (project, outside) = (bilingual(), tempfile::tempdir().expect("a folder"));
    let outside = Utf8Path::from_path(outside.path()).expect("UTF-8");
    fs::write(outside.join("secret.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>")
        .expect("written");
    fs::write(outside.join("secret.en.md"), "---\ntitle: Secret\n---\n\nNot for anybody.\n").expect("written");
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(outside.join(to), project.root().join(at)).expect("linked");
    link("secret.svg", "content/guidelines/home/secret.svg");
    let text = fs::read_to_string(project.root().join(CHAPTER)).expect("readable");
    project.write(CHAPTER, format!("{text}\n![A secret](secret.svg)\n"));
    let preview = Preview::of(&project);
    assert!(preview.told()["diagnostics"].to_string().contains("outside-project"));
    link("secret.en.md", "content/secret.en.md");
    link("", "content/linked");
    preview.until_told(|told| told["diagnostics"].to_string().matches("outside-project").count() >= 3);
    for path in ["/en/secret/", "/en/linked/secret/", "/linked/secret.svg", "/en/guidelines/home/secret.svg"] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("Not for anybody"), "{path}");
    }
    assert!(!preview.get(PAGE).text().contains("secret.svg\""), "no page shows it");
}

/// Another branch, as git lays it out: files gone, come and changed in one go, a folder that only one of the two has.
#[test]
fn another_branch_is_checked_out() {
    let project = bilingual();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(project.root()).args(["-c", "user.name=T", "-c", "user.email=t@example.org"]).args(arguments);
        let output = command.output().expect("git runs");
        assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
    };
    let page = |number: usize, round: &str| format!("---\ntitle: Page {number}\n---\n\nOn the branch {round}.\n");
    let write = |folder: &str, round: &str| {
        for number in 0..250 {
            for tag in ["en", "es"] {
                project.write(&format!("content/{folder}/page-{number}.{tag}.md"), page(number, round));
            }
        }
    };
    git(&["init", "--quiet", "--initial-branch=first"]);
    write("many", "first");
    write("only-first", "first");
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "first"]);
    git(&["checkout", "--quiet", "-b", "second"]);
    git(&["rm", "--quiet", "-r", "content/only-first"]);
    write("many", "second");
    write("only-second", "second");
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "second"]);
    let preview = Preview::of(&project);
    for (branch, other) in [("first", "second"), ("second", "first"), ("first", "second")] {
        git(&["checkout", "--quiet", branch]);
        preview.says("/en/many/page-249/", &format!("On the branch {branch}."));
        preview.says("/es/many/page-0/", &format!("On the branch {branch}."));
        preview.says(&format!("/en/only-{branch}/page-7/"), &format!("On the branch {branch}."));
        preview.until(&format!("/en/only-{other}/page-7/"), |answer| answer.status == 404);
        preview.until_told(|told| told["errors"] == 0);
    }
    // A folder is deleted by hand, and comes back.
    fs::remove_dir_all(project.root().join("content/many")).expect("removed");
    preview.until("/en/many/page-0/", |answer| answer.status == 404);
    git(&["checkout", "--quiet", "--", "content/many"]);
    preview.says("/en/many/page-0/", "On the branch first.");
}

#[test]
fn changes_are_followed_however_they_are_written() {
    let project = bilingual();
    let preview = Preview::of(&project);
    let text = fs::read_to_string(project.root().join(CHAPTER)).expect("readable");
    let with = |what: &str| text.replace("Everyone has", what);

    project.write(CHAPTER, with("Plainly, everybody has"));
    preview.says(PAGE, "Plainly, everybody has");
    // A new file takes the old one's name.
    project.write("content/guidelines/home/.swap", with("By renaming, everybody has"));
    project.rename("content/guidelines/home/.swap", CHAPTER);
    preview.says(PAGE, "By renaming, everybody has");
    // The old one is moved away first.
    project.rename(CHAPTER, "content/guidelines/home/01-rights.en.md~");
    std::thread::sleep(Duration::from_millis(60));
    project.write(CHAPTER, with("After moving, everybody has"));
    preview.says(PAGE, "After moving, everybody has");
    // In two steps; between them nothing is reported.
    while preview.said.try_recv().is_ok() {}
    project.write(CHAPTER, "");
    std::thread::sleep(Duration::from_millis(60));
    project.write(CHAPTER, with("In two steps, everybody has"));
    preview.says(PAGE, "In two steps, everybody has");
    let reports = std::iter::from_fn(|| preview.said.try_recv().ok());
    assert!(reports.into_iter().all(|report| report["diagnostics"].as_array().is_some_and(Vec::is_empty)));

    // A folder goes and comes back.
    fs::rename(project.root().join("content"), project.root().join("away")).expect("renamed");
    preview.until_told(|told| told["errors"] != 0 || told["turn"].as_u64() > Some(5));
    fs::rename(project.root().join("away"), project.root().join("content")).expect("renamed back");
    preview.until_told(|told| told["errors"] == 0);
    project.write(CHAPTER, with("After all that, everybody has"));
    preview.says(PAGE, "After all that, everybody has");

    // What a theme, a message and a language's settings say.
    let css = "body { color: rebeccapurple }";
    project.write("themes/default/styles/text.css", css);
    preview.until("/assets/styles/text.css", |answer| answer.body == css.as_bytes());
    project.replace("book.toml", "name = \"English\"", "name = \"Anglish\"");
    preview.says(PAGE, "Anglish");
    // A new page, and it goes again.
    for tag in ["en", "es"] {
        project.write(&format!("content/new.{tag}.md"), "---\ntitle: New\n---\n\nA new page.\n");
    }
    preview.says("/en/new/", "A new page.");
    for tag in ["en", "es"] {
        fs::remove_file(project.root().join(format!("content/new.{tag}.md"))).expect("removed");
    }
    preview.until("/en/new/", |answer| answer.status == 404);
}

#[test]
fn mistakes_are_told_and_the_last_good_page_stays() {
    let project = bilingual();
    let preview = Preview::of(&project);
    assert_eq!(preview.told()["errors"], 0);
    let text = fs::read_to_string(project.root().join(CHAPTER)).expect("readable");
    project.write(CHAPTER, text.replacen("---\n", "", 1));
    let told = preview.until_told(|told| told["errors"] != 0);
    let first = &told["diagnostics"][0];
    assert_eq!((&first["code"], &first["place"]["file"]), (&"missing-front-matter".into(), &CHAPTER.into()));
    assert_eq!((&first["place"]["line"], &first["word"], &first["editable"]), (&1.into(), &"error".into(), &true.into()));
    assert!(first["hint"].as_str().is_some_and(|hint| !hint.is_empty()));
    assert!(preview.get(PAGE).text().contains("Everyone has"), "the last good page");
    let report = preview.report(|report| report["diagnostics"] != serde_json::json!([]));
    assert_eq!(report["diagnostics"][0]["code"], "missing-front-matter");
    project.write(CHAPTER, &text);
    preview.until_told(|told| told["errors"] == 0 && told["diagnostics"] == serde_json::json!([]));

    // A mistake beside which the page can be shown does not hold it back.
    project.write(CHAPTER, text.replace("Everyone has", "[Nowhere](nowhere.md): everyone has"));
    preview.until_told(|told| told["diagnostics"][0]["code"] == "broken-link");
    preview.says(PAGE, ": everyone has");
    project.write(CHAPTER, &text);
    preview.says(PAGE, "Everyone has");

    // A template's mistake is found when a page is made.
    let template = "{% extends \"base.html\" %}{% block main %}{{ no_such_thing }}{% endblock %}";
    project.write("themes/default/templates/chapter.html", template);
    preview.until_told(|told| told["turn"].as_u64() > Some(5));
    assert!(preview.get(PAGE).text().contains("Everyone has"), "the last good page");
    let told = preview.until_told(|told| told["errors"] != 0);
    assert_eq!(told["diagnostics"][0]["place"]["file"], "themes/default/templates/chapter.html");
    fs::remove_file(project.root().join("themes/default/templates/chapter.html")).expect("removed");
    preview.until_told(|told| told["errors"] == 0);

    let book = fs::read_to_string(project.root().join("book.toml")).expect("readable");
    project.write("book.toml", book.replacen("title = ", "title : ", 1));
    preview.until_told(|told| told["diagnostics"][0]["place"]["file"] == "book.toml");
    assert!(preview.get(PAGE).text().contains("Everyone has"), "the last good page");
    fs::remove_file(project.root().join("book.toml")).expect("removed");
    preview.until_told(|told| told["fault"].as_str().is_some_and(|fault| fault.contains("book.toml")));
    assert!(preview.get(PAGE).text().contains("Everyone has"), "the last good page");
    project.write("book.toml", book.replace("name = \"English\"", "name = \"Anglish\""));
    preview.says(PAGE, "Anglish");
    assert_eq!(preview.told()["errors"], 0);
}

#[test]
fn it_starts_with_a_broken_publication() {
    let project = bilingual();
    let book = fs::read_to_string(project.root().join("book.toml")).expect("readable");
    project.write("book.toml", "nonsense");
    let preview = Preview::of(&project);
    assert_eq!(preview.get("/").status, 503);
    assert!(preview.get("/").text().contains("_diptych/preview.js"), "it follows all the same");
    assert_ne!(preview.told()["errors"], 0);
    project.write("book.toml", book);
    preview.until(PAGE, |answer| answer.status == 200);
}

/// A checkout of another branch.
#[test]
fn a_thousand_files_at_once_are_one_change() {
    let project = bilingual();
    let text = |round: usize, page: usize| format!("---\ntitle: Page {page}\n---\n\nIn round {round}.\n");
    let all = |round: usize| {
        for page in 0..500 {
            for tag in ["en", "es"] {
                project.write(&format!("content/many/page-{page}.{tag}.md"), text(round, page));
            }
        }
    };
    all(1);
    let preview = Preview::of(&project);
    let before = preview.told()["turn"].as_u64().expect("a number");
    all(2);
    preview.says("/en/many/page-499/", "In round 2.");
    preview.says("/en/many/page-0/", "In round 2.");
    std::thread::sleep(Duration::from_millis(300));
    let turns = preview.told()["turn"].as_u64().expect("a number") - before;
    assert_eq!(turns, 1);
    let report = preview.report(|report| report["notes"].to_string().contains("999 other files"));
    assert_eq!(report["diagnostics"], serde_json::json!([]));
    // Written again as they are: nothing has changed.
    all(2);
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(preview.told()["turn"].as_u64(), Some(before + 1));
}

#[test]
fn sources_open_in_the_editor_and_nothing_else_does() {
    let project = bilingual();
    let folder = tempfile::tempdir().expect("a folder");
    let folder = Utf8Path::from_path(folder.path()).expect("UTF-8");
    let (editor, opened) = (folder.join("editor"), folder.join("opened"));
    fs::write(&editor, format!("#!/bin/sh\necho \"$PWD|$#|$1|$2\" >> {opened}\n")).expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&editor, mode).expect("set");
    // A name that a shell would run.
    let file = "content/$(touch run) ;`touch run`.en.md";
    project.write(file, "---\ntitle: Odd\n---\n\nOdd.\n");
    let preview = Preview::with(project.root(), &[("DIPTYCH_EDITOR", &format!("{editor} +{{line}} {{file}}"))]);
    assert_eq!(serde_json::from_slice::<Value>(&preview.open(file, 3).body).expect("JSON")["program"], editor.as_str());
    let start = Instant::now();
    let said = loop {
        let said = fs::read_to_string(&opened).unwrap_or_default();
        if said.ends_with('\n') {
            break said;
        }
        assert!(start.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(5));
    };
    let root = project.root().canonicalize_utf8().expect("it is there");
    assert_eq!(said, format!("/|2|+3|{root}/{file}\n"));
    let run: Vec<Utf8PathBuf> = files(project.root()).into_keys().filter(|path| path.ends_with("run")).collect();
    assert_eq!(run, Vec::<Utf8PathBuf>::new());
    for other in ["/etc/passwd", "../secret", "themes/default/templates/base.html", "content/none.en.md", "content"] {
        assert_eq!(preview.open(other, 1).status, 404, "{other}");
    }

    // An editor for terminals is not started: the browser is told what to ask for instead.
    let preview = Preview::with(project.root(), &[("EDITOR", "vim"), ("VISUAL", "nano")]);
    let told: Value = serde_json::from_slice(&preview.open(CHAPTER, 7).body).expect("JSON");
    assert_eq!(told["address"], format!("vscode://file{root}/{CHAPTER}:7:1"));
}

#[test]
fn a_port_that_is_taken() {
    let project = bilingual();
    let first = Preview::of(&project);
    let port = first.port.to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = command.args(["serve", "--port", &port, "--root", project.root().as_str()]).env("LC_ALL", "C").output();
    let output = output.expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(&format!("127.0.0.1:{port}")));
}

#[test]
#[cfg(feature = "pdf")]
fn pdfs_are_typeset_when_somebody_asks() {
    let project = bilingual();
    let preview = Preview::of(&project);
    let address = "/downloads/guidelines/home/1.0/en.pdf";
    assert!(
        preview.get("/en/guidelines/home/").text().contains(&format!("href=\"{address}\"")),
        "offered before it is made"
    );
    let first = preview.get(address);
    assert_eq!((first.status, first.headers["content-type"].as_str()), (200, "application/pdf"));
    assert!(first.body.starts_with(b"%PDF-"));
    project.replace("content/index.en.md", "Read", "Do read");
    preview.says("/en/", "Do read");
    let start = Instant::now();
    assert!(preview.get(address).body == first.body, "another text has changed");
    let kept = start.elapsed();
    assert!(kept < Duration::from_millis(1500), "{kept:?}");
    project.replace(CHAPTER, "Everyone has", "Everybody has");
    preview.says(PAGE, "Everybody has");
    assert!(preview.get(address).body != first.body);
}

#[test]
#[ignore = "it measures, for minutes: cargo test memory_over_edits -- --ignored --nocapture"]
fn memory_over_edits() {
    let project = Project::new();
    for (path, bytes) in files(&repository().join("content")) {
        project.write(&format!("content/{path}"), bytes);
    }
    project.write("book.toml", fs::read(repository().join("book.toml")).expect("readable"));
    let preview = Preview::of(&project);
    let file = "content/guidelines/home/03-principles.en.md";
    let text = fs::read_to_string(project.root().join(file)).expect("readable");
    for edit in 0..2000 {
        project.write(file, text.replacen("\n\n", &format!("\n\nEdit number {edit}. "), 1));
        if edit % 200 == 0 {
            println!("{edit} edits: {} MB", preview.resident() / 1000);
        }
        preview.until_told(|told| told["turn"].as_u64() > Some(edit as u64 + 1) || edit == 0);
    }
    println!("2000 edits: {} MB", preview.resident() / 1000);
}
