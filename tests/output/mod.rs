//! What `output` promises: one site or the other, never a mixture; the user's files stay; nothing outside is touched.
//!
//! Where a run has to die, the test binary starts itself again: [`child`] is the test it then runs.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::{Code, Diagnostic, Place};
use diptych::output::{Destination, Drill, MANIFEST, Refusal, Written, write};
use diptych::renditions::{Made, Make, Rendition};
use tempfile::TempDir;

/// A folder to write to, in a folder of its own.
struct Trial {
    above: TempDir,
    to: Destination,
}

impl Trial {
    fn new() -> Self {
        Trial::within(tempfile::tempdir().unwrap())
    }

    fn within(above: TempDir) -> Self {
        let to = Destination::new(Utf8Path::from_path(above.path()).unwrap().join("public"));
        Trial { above, to }
    }

    fn path(&self, inside: &str) -> Utf8PathBuf {
        self.to.folder.join(inside)
    }

    fn put(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn inode(&self, path: &str) -> u64 {
        fs::symlink_metadata(self.path(path)).unwrap().ino()
    }

    fn write(&self, site: &[(&str, &str)]) -> Result<Written, Refusal> {
        write(&self.to, &renditions(site))
    }

    /// The message of the fault, with the folder above the destination as `…`.
    fn refused(&self, site: &[(&str, &str)]) -> String {
        let before = tree(&self.above);
        let fault = fault(self.write(site)).replace(self.above.path().to_str().unwrap(), "…");
        assert_eq!(tree(&self.above), before, "a refused run changed something");
        fault
    }

    /// All there is in the destination, without the manifest; and nothing of a run's may be left beside it.
    fn found(&self) -> BTreeMap<String, String> {
        let beside = fs::read_dir(self.to.folder.parent().unwrap()).unwrap();
        let beside: Vec<_> = beside.map(|entry| entry.unwrap().file_name()).collect();
        assert!(!beside.iter().any(|name| name.to_string_lossy().contains("diptych")), "{beside:?}");
        let mut found = tree(&self.to.folder);
        found.remove(MANIFEST);
        found
    }
}

fn renditions(site: &[(&str, &str)]) -> Vec<Rendition> {
    site.iter().map(|(path, text)| made(path, text.as_bytes().to_vec())).collect()
}

fn made(path: &str, bytes: Vec<u8>) -> Rendition {
    rendition(path, move || Ok(bytes.clone()))
}

fn rendition(path: &str, make: impl Fn() -> Made + Send + Sync + 'static) -> Rendition {
    let make = Make::Alone(Box::new(move |_| make()));
    Rendition { path: path.into(), costly: false, offered: false, key: Box::new(|| [0; 16]), make }
}

fn fault(outcome: Result<Written, Refusal>) -> String {
    match outcome {
        Err(Refusal::Fault(fault)) => fault.to_string(),
        other => panic!("not a fault: {other:?}"),
    }
}

/// Files with their text, links with `→ target`, folders with a slash at the end.
fn tree(folder: impl AsRef<Path>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.as_ref().to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            let name = path.strip_prefix(folder.as_ref()).unwrap().to_string_lossy().into_owned();
            if kind.is_dir() {
                found.insert(name + "/", String::new());
                folders.push(path);
            } else if kind.is_symlink() {
                found.insert(name, format!("→ {}", fs::read_link(path).unwrap().display()));
            } else {
                found.insert(name, String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned());
            }
        }
    }
    found
}

fn expected(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
    entries.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect()
}

const OLD: &[(&str, &str)] = &[("en/a.html", "old a"), ("en/b.html", "same b"), ("index.html", "old index")];
const NEW: &[(&str, &str)] = &[("en/b.html", "same b"), ("es/c.html", "new c"), ("index.html", "new index")];
const NEW_FOUND: &[(&str, &str)] =
    &[("en/", ""), ("en/b.html", "same b"), ("es/", ""), ("es/c.html", "new c"), ("index.html", "new index")];
const OLD_FOUND: &[(&str, &str)] =
    &[("en/", ""), ("en/a.html", "old a"), ("en/b.html", "same b"), ("index.html", "old index")];

#[test]
fn a_first_write_makes_the_folder() {
    let mut trial = Trial::new();
    trial.to.folder = trial.path("deep/er");
    let written = trial.write(OLD).unwrap();
    assert_eq!(written, Written { files: 3, changed: 3, unchanged: 0, removed: 0, kept: 0, exchanged: true });
    assert_eq!(trial.found(), expected(OLD_FOUND));
}

#[test]
fn the_manifest_lists_paths_in_order() {
    let trial = Trial::new();
    trial.write(&[("b.html", ""), ("a/c.html", "x")]).unwrap();
    let expected = r#"{
  "written_by_diptych": [
    "a/c.html",
    "b.html"
  ]
}"#;
    assert_eq!(fs::read_to_string(trial.path(MANIFEST)).unwrap(), expected);
}

#[test]
fn others_may_read_and_only_the_owner_write() {
    let trial = Trial::new();
    let run = child_process(&trial.to, "NEW", true, "");
    let mut shell = Command::new("sh");
    shell.args(["-c", "umask 0; exec \"$0\" \"$@\""]).arg(run.get_program()).args(run.get_args());
    shell.envs(run.get_envs().filter_map(|(name, value)| Some((name, value?))));
    assert!(shell.output().unwrap().status.success());
    let mode = |path: &str| fs::metadata(trial.path(path)).unwrap().mode() & 0o7777;
    assert_eq!(["", "en"].map(mode), [0o755; 2]);
    assert_eq!(["index.html", "en/b.html", MANIFEST].map(mode), [0o644; 3]);
}

#[test]
fn writing_the_same_touches_nothing() {
    let trial = Trial::new();
    trial.write(OLD).unwrap();
    let inodes = ["", MANIFEST, "en/a.html"].map(|path| trial.inode(path));
    let written = trial.write(OLD).unwrap();
    assert_eq!(written, Written { files: 3, changed: 0, unchanged: 3, removed: 0, kept: 0, exchanged: true });
    assert_eq!(["", MANIFEST, "en/a.html"].map(|path| trial.inode(path)), inodes);
}

#[test]
fn only_what_changed_is_new() {
    let trial = Trial::new();
    trial.write(OLD).unwrap();
    let (same, index) = (trial.inode("en/b.html"), trial.inode("index.html"));
    let mut open = File::open(trial.path("index.html")).unwrap();
    let written = trial.write(NEW).unwrap();
    assert_eq!(written, Written { files: 3, changed: 2, unchanged: 1, removed: 1, kept: 0, exchanged: true });
    assert_eq!(trial.found(), expected(NEW_FOUND));
    assert_eq!(trial.inode("en/b.html"), same);
    assert_ne!(trial.inode("index.html"), index);
    let mut text = String::new();
    open.read_to_string(&mut text).unwrap();
    assert_eq!(text, "old index", "whoever reads the old file goes on reading it");
}

#[test]
fn bytes_count_and_not_what_the_manifest_says() {
    let trial = Trial::new();
    trial.write(OLD).unwrap();
    trial.put("index.html", "OLD INDEX");
    fs::remove_file(trial.path("en/a.html")).unwrap();
    let written = trial.write(OLD).unwrap();
    assert_eq!((written.changed, written.unchanged, written.removed), (2, 1, 0));
    assert_eq!(trial.found(), expected(OLD_FOUND));
}

#[test]
fn folders_left_empty_go() {
    let trial = Trial::new();
    trial.write(&[("a/b/c/d.html", ""), ("a/e.html", ""), ("f", "")]).unwrap();
    let written = trial.write(&[("a", "a file now"), ("f/g.html", "a folder now")]).unwrap();
    assert_eq!(written.removed, 3);
    assert_eq!(trial.found(), expected(&[("a", "a file now"), ("f/", ""), ("f/g.html", "a folder now")]));
}

#[test]
fn what_is_the_users_stays() {
    let trial = Trial::new();
    trial.write(OLD).unwrap();
    let outside = trial.above.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("file"), "untouched").unwrap();
    trial.put("CNAME", "example.org");
    trial.put("en/own/note.txt", "mine");
    trial.put(".well-known/security.txt", "mine too");
    fs::create_dir_all(trial.path("empty/deeper")).unwrap();
    symlink("../outside", trial.path("link")).unwrap();
    symlink("nowhere", trial.path("en/dangling")).unwrap();
    fs::write(trial.to.folder.as_std_path().join(std::ffi::OsStr::from_bytes(b"latin-\xf1")), "ñ").unwrap();
    fs::set_permissions(trial.path("en/own"), fs::Permissions::from_mode(0o2750)).unwrap();
    fs::set_permissions(trial.path("CNAME"), fs::Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(&trial.to.folder, fs::Permissions::from_mode(0o711)).unwrap();
    let inode = trial.inode("CNAME");
    for (site, found, exchange) in [(NEW, NEW_FOUND, true), (OLD, OLD_FOUND, false)] {
        let mut to = trial.to.clone();
        to.drill.no_exchange = !exchange;
        let written = write(&to, &renditions(site)).unwrap();
        assert_eq!((written.kept, written.exchanged), (6, exchange));
        let own = [
            (".well-known/", ""),
            (".well-known/security.txt", "mine too"),
            ("CNAME", "example.org"),
            ("empty/", ""),
            ("empty/deeper/", ""),
            ("en/dangling", "→ nowhere"),
            ("en/own/", ""),
            ("en/own/note.txt", "mine"),
            ("latin-\u{fffd}", "ñ"),
            ("link", "→ ../outside"),
        ];
        assert_eq!(trial.found(), expected(&[found, own.as_slice()].concat()));
    }
    assert_eq!(trial.inode("CNAME"), inode);
    let mode = |path: &str| fs::metadata(trial.path(path)).unwrap().mode() & 0o7777;
    assert_eq!([mode("en/own"), mode("CNAME"), mode("")], [0o2750, 0o600, 0o711]);
    assert_eq!(tree(&outside), expected(&[("file", "untouched")]));
}

#[test]
fn unsuitable_destinations_are_refused() {
    let mut trial = Trial::new();
    let above = Utf8Path::from_path(trial.above.path()).unwrap().to_owned();
    fs::create_dir_all(above.join("content/deep")).unwrap();
    fs::write(above.join("file"), "").unwrap();
    symlink("content", above.join("link")).unwrap();
    trial.to.protected = vec![above.join("content"), above.join("not-there")];
    let mut refused = |folder: Utf8PathBuf| {
        trial.to.folder = folder;
        trial.refused(OLD)
    };
    assert_eq!(refused("/".into()), "cannot write the site into /: name a folder of its own, such as `public`");
    assert_eq!(refused(".".into()), "cannot write the site into .: name a folder of its own, such as `public`");
    assert_eq!(refused(above.join("..")), "cannot write the site into …/..: name a folder of its own, such as `public`");
    assert_eq!(refused(above.join("file")), "cannot write the site into …/file: it is a file; name a folder");
    for link in ["link", "link/", "./link/."] {
        let message = "it is a symbolic link; name the folder it leads to";
        assert_eq!(refused(above.join(link)), format!("cannot write the site into …/{link}: {message}"));
    }
    let message = "the publication is read from …/content; name a folder apart from it";
    for folder in
        ["content", "content/deep", "content/new", "link/new", "content/deep/../../content", "not-there/../content"]
    {
        let message = if folder.starts_with("not") { "it leads through a folder that does not exist" } else { message };
        assert_eq!(refused(above.join(folder)), format!("cannot write the site into …/{folder}: {message}"));
    }
    assert_eq!(refused(above), format!("cannot write the site into …: {message}"));
    let mounted = "a file system is mounted there and cannot be exchanged; name a folder inside it";
    if fs::metadata("/proc").is_ok_and(|proc| proc.dev() != fs::metadata("/").unwrap().dev()) {
        assert_eq!(refused("/proc".into()), format!("cannot write the site into /proc: {mounted}"));
    }
}

#[test]
fn a_folder_of_the_users_is_refused_until_adopted() {
    let mut trial = Trial::new();
    trial.put("index.html", "mine");
    trial.put("own.txt", "mine");
    assert_eq!(
        trial.refused(OLD),
        "cannot write the site into …/public: it is not empty, nor written by diptych; \
         name another, or add `--adopt` to write among its files"
    );
    trial.to.adopt = true;
    let future = std::time::SystemTime::now() + Duration::from_secs(1_000_000);
    File::options().write(true).open(trial.path("index.html")).unwrap().set_modified(future).unwrap();
    let written = trial.write(OLD).unwrap();
    assert_eq!(written, Written { files: 3, changed: 3, unchanged: 0, removed: 0, kept: 1, exchanged: true });
    trial.to.adopt = false;
    assert_eq!(trial.write(NEW).unwrap().kept, 1);
    assert_eq!(trial.found(), expected(&[NEW_FOUND, &[("own.txt", "mine")]].concat()));
}

#[test]
fn an_empty_folder_needs_no_adoption() {
    let trial = Trial::new();
    fs::create_dir(&trial.to.folder).unwrap();
    trial.write(OLD).unwrap();
    assert_eq!(trial.found(), expected(OLD_FOUND));
}

#[test]
fn a_damaged_manifest_is_refused_until_adopted() {
    let mut trial = Trial::new();
    trial.write(OLD).unwrap();
    trial.put(MANIFEST, "{");
    assert_eq!(
        trial.refused(NEW),
        "cannot read …/public/.diptych-manifest.json: it is damaged; \
         empty the folder, or add `--adopt` to treat all other files in it as yours"
    );
    trial.to.adopt = true;
    assert_eq!(trial.write(NEW).unwrap().kept, 1);
    assert_eq!(trial.found(), expected(&[NEW_FOUND, &[("en/a.html", "old a")]].concat()));
}

#[test]
fn a_manifest_claims_nothing_outside() {
    let trial = Trial::new();
    trial.put("kept.txt", "not in the manifest");
    trial.put("en/listed.html", "in the manifest");
    let outside = trial.above.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("file"), "untouched").unwrap();
    symlink(&outside, trial.path("link")).unwrap();
    let claims = ["../outside/file", "en/../kept.txt", "./kept.txt", "link/file", "link", "/kept.txt", "", "en/listed.html"];
    let absolute = outside.join("file");
    let claims = claims.into_iter().chain([absolute.to_str().unwrap()]).map(|path| format!("\"{path}\""));
    trial.put(MANIFEST, &format!("{{\"written_by_diptych\": [{}]}}", claims.collect::<Vec<_>>().join(",")));
    let written = trial.write(&[("a.html", "a")]).unwrap();
    assert_eq!((written.removed, written.kept), (1, 2));
    let link = format!("→ {}", outside.display());
    assert_eq!(trial.found(), expected(&[("a.html", "a"), ("kept.txt", "not in the manifest"), ("link", &link)]));
    assert_eq!(tree(&outside), expected(&[("file", "untouched")]));
}

#[test]
fn paths_in_the_way_are_refused_until_adopted() {
    let mut trial = Trial::new();
    trial.write(&[("a.html", "a")]).unwrap();
    let remedy = "diptych did not write what is there; move it away, or add `--adopt` to have files replaced";
    let in_the_way = [("own.html", "own.html"), ("file", "file/x.html"), ("folder/note.txt", "folder")];
    for (own, ours) in in_the_way {
        trial.put(own, "mine");
        let at = if own.starts_with(ours) { ours } else { own };
        assert_eq!(trial.refused(&[(ours, "ours")]), format!("cannot write …/public/{at}: {remedy}"));
    }
    fs::create_dir(trial.path("empty")).unwrap();
    assert_eq!(trial.refused(&[("empty", "")]), format!("cannot write …/public/empty: {remedy}"));
    symlink("/", trial.path("link")).unwrap();
    assert_eq!(trial.refused(&[("link/etc/new", "")]), format!("cannot write …/public/link: {remedy}"));

    trial.to.adopt = true;
    let message = "diptych did not write what is there; move the folder away";
    assert_eq!(trial.refused(&[("folder", "")]), format!("cannot write …/public/folder: {message}"));
    assert_eq!(trial.refused(&[("empty", "")]), format!("cannot write …/public/empty: {message}"));
    trial.write(&[("own.html", "ours"), ("file/x.html", "ours"), ("link/etc/new", "ours")]).unwrap();
    let ours = [("own.html", "ours"), ("file/", ""), ("file/x.html", "ours"), ("link/", ""), ("link/etc/", "")];
    let rest = [("link/etc/new", "ours"), ("folder/", ""), ("folder/note.txt", "mine"), ("empty/", "")];
    assert_eq!(trial.found(), expected(&[ours.as_slice(), &rest].concat()));
}

#[test]
fn impossible_sites_are_refused() {
    let trial = Trial::new();
    for path in ["", "/etc/x", "../x", "a/../b", "./a", "a//b", "a/"] {
        let message = format!("cannot write {path}: it is not a plain path inside the destination");
        assert_eq!(trial.refused(&[(path, "")]), message);
    }
    assert_eq!(trial.refused(&[("a", ""), ("a", "")]), "cannot write a: two files of the site have this path");
    let both = "cannot write a/b: the site has both a file and a folder of this path";
    assert_eq!(trial.refused(&[("a/b/c", ""), ("a/b", "")]), both);
    let long = "x".repeat(300);
    let too_long = format!("cannot write …/.public.diptych-staging/{long}: File name too long (os error 36)");
    assert_eq!(trial.refused(&[(&long, "")]), too_long);
    let taken = format!("cannot write {MANIFEST}: two files of the site have this path");
    assert_eq!(trial.refused(&[(MANIFEST, "")]), taken);
}

#[test]
fn mistakes_are_all_collected_and_nothing_is_written() {
    let trial = Trial::new();
    let mistaken =
        |path: &'static str| rendition(path, move || Err(vec![Diagnostic::new(Code::Typesetting, Place::file(path))]));
    let count = Arc::new(AtomicUsize::new(0));
    let counted = |path: &str| {
        let count = Arc::clone(&count);
        rendition(path, move || {
            count.fetch_add(1, Ordering::Relaxed);
            Ok(Vec::new())
        })
    };
    for found in [&[][..], OLD_FOUND] {
        let site = [counted("1"), mistaken("z"), counted("2"), mistaken("a"), counted("3"), mistaken("m"), counted("4")];
        let Err(Refusal::Mistakes(mistakes)) = write(&trial.to, &site) else { panic!("no mistakes") };
        let places: Vec<&str> = mistakes.iter().map(|mistake| mistake.place.source.path.as_str()).collect();
        assert_eq!(places, ["a", "m", "z"]);
        assert_eq!(trial.to.folder.exists(), !found.is_empty());
        trial.write(OLD).unwrap();
        assert_eq!(trial.found(), expected(OLD_FOUND));
    }
    assert_eq!(count.load(Ordering::Relaxed), 8);
}

#[test]
fn a_second_run_at_once_is_refused() {
    let trial = Trial::new();
    let (to, outcome) = (trial.to.clone(), Arc::new(std::sync::Mutex::new(None)));
    let inner = Arc::clone(&outcome);
    let make = move || {
        *inner.lock().unwrap() = Some(write(&to, &renditions(NEW)));
        Ok(b"outer".to_vec())
    };
    write(&trial.to, &[rendition("a", make)]).unwrap();
    let message = fault(outcome.lock().unwrap().take().unwrap());
    assert_eq!(
        message,
        format!("cannot write the site into {}: another diptych is doing that; wait for it", trial.to.folder)
    );
    assert_eq!(trial.found(), expected(&[("a", "outer")]));
    trial.write(NEW).unwrap();
    assert_eq!(trial.found(), expected(NEW_FOUND));
}

/// Renditions are made after the survey, so what a thunk does to the destination comes too late for it.
#[test]
fn what_comes_during_a_run_is_not_lost() {
    for no_exchange in [false, true] {
        let mut trial = Trial::new();
        trial.to.drill.no_exchange = no_exchange;
        trial.write(OLD).unwrap();
        trial.put("own.txt", "first");
        trial.put("edited.txt", "first");
        trial.put("deleted.txt", "first");
        let folder = trial.to.folder.clone();
        let make = move || {
            std::thread::sleep(Duration::from_millis(20));
            fs::create_dir_all(folder.join("late/folder")).unwrap();
            fs::write(folder.join("late/folder/file.txt"), "late").unwrap();
            fs::write(folder.join("edited.txt"), "second, in place").unwrap();
            fs::remove_file(folder.join("deleted.txt")).unwrap();
            fs::write(folder.join("own.tmp"), "second, as editors save").unwrap();
            fs::rename(folder.join("own.tmp"), folder.join("own.txt")).unwrap();
            Ok(Vec::new())
        };
        write(&trial.to, &[rendition("a", make)]).unwrap();
        let own = [("edited.txt", "second, in place"), ("late/", ""), ("late/folder/", "")];
        let late = [("a", ""), ("late/folder/file.txt", "late"), ("own.txt", "second, as editors save")];
        assert_eq!(trial.found(), expected(&[own, late].concat()));
        trial.write(OLD).unwrap();
        assert_eq!(trial.write(OLD).unwrap().kept, 3);
    }
}

#[test]
fn what_others_left_beside_the_destination_is_not_touched() {
    let trial = Trial::new();
    trial.write(OLD).unwrap();
    let outside = trial.above.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join(MANIFEST), "{}").unwrap();
    for name in ["staging", "aside"] {
        let beside = trial.above.path().join(format!(".public.diptych-{name}"));
        let message = "diptych needs this name and did not write what is there; move it away";
        let message = format!("cannot use …/.public.diptych-{name}: {message}");
        fs::create_dir(&beside).unwrap();
        fs::write(beside.join("file"), "somebody's").unwrap();
        assert_eq!(trial.refused(NEW), message);
        fs::remove_dir_all(&beside).unwrap();
        symlink("outside", &beside).unwrap();
        assert_eq!(trial.refused(NEW), message);
        fs::remove_file(&beside).unwrap();
    }
    let journal = trial.above.path().join(".public.diptych-journal");
    symlink("outside/file", &journal).unwrap();
    assert!(trial.refused(NEW).starts_with("cannot write …/.public.diptych-journal: "));
    fs::remove_file(&journal).unwrap();
    fs::write(&journal, "not a hash").unwrap();
    trial.write(NEW).unwrap();
    assert_eq!(trial.found(), expected(NEW_FOUND));
}

/// Runs in a process of its own, with its orders in the environment: the destination, the version to write, and the drill.
#[test]
#[ignore = "other tests run it"]
fn child() {
    let Ok(orders) = std::env::var("DIPTYCH_OUTPUT_CHILD") else { return };
    let [folder, version, exchange, die] = orders.split('\n').collect::<Vec<_>>()[..] else { panic!("{orders}") };
    let die = ["", "staged", "noted", "aside", "landed", "retired"].into_iter().find(|step| *step == die).unwrap();
    let to = Destination { drill: Drill { no_exchange: exchange == "no", die }, ..Destination::new(folder) };
    let site = match version {
        "NEW" => renditions(NEW),
        version => large(version.parse().unwrap()).into_iter().map(|(path, text)| made(&path, text.into_bytes())).collect(),
    };
    say("ready");
    write(&to, &site).unwrap();
    say("done");
}

fn say(word: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{word}").and_then(|()| out.flush()).unwrap();
}

fn child_process(to: &Destination, version: &str, exchange: bool, die: &str) -> Command {
    let test = module_path!().split_once("::").unwrap().1.to_owned() + "::child";
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", &test, "--ignored", "--nocapture", "--test-threads=1"]);
    let orders = [to.folder.as_str(), version, if exchange { "yes" } else { "no" }, die].join("\n");
    child.env("DIPTYCH_OUTPUT_CHILD", orders).stdout(Stdio::piped()).stderr(Stdio::null());
    child
}

#[test]
fn a_run_that_dies_at_any_step_is_settled_by_the_next() {
    for (exchange, step, left) in [
        (true, "staged", Some(OLD_FOUND)),
        (true, "noted", Some(OLD_FOUND)),
        (true, "landed", Some(NEW_FOUND)),
        (true, "retired", Some(NEW_FOUND)),
        (false, "staged", Some(OLD_FOUND)),
        (false, "noted", Some(OLD_FOUND)),
        (false, "aside", None),
        (false, "landed", Some(NEW_FOUND)),
        (false, "retired", Some(NEW_FOUND)),
    ] {
        // The next run writes something, or is itself refused; either way the site must be whole.
        for next in [NEW, OLD, &[("own.txt", "in the way")]] {
            let trial = Trial::new();
            trial.write(OLD).unwrap();
            trial.put("own.txt", "mine");
            let died = child_process(&trial.to, "NEW", exchange, step).output().unwrap();
            assert_eq!(died.status.code(), Some(9), "{step}");
            let own: &[(&str, &str)] = &[("own.txt", "mine")];
            match left {
                Some(left) => {
                    let mut found = tree(&trial.to.folder);
                    found.remove(MANIFEST);
                    assert_eq!(found, expected(&[left, own].concat()), "{exchange} {step}");
                }
                None => assert!(!trial.to.folder.exists()),
            }
            // Somebody may well come in between.
            if step == "landed" {
                trial.put("late.txt", "mine");
            }
            let late: &[(&str, &str)] = if step == "landed" { &[("late.txt", "mine")] } else { &[] };
            let whole = match trial.write(next) {
                Ok(_) if next == NEW => NEW_FOUND,
                Ok(_) => OLD_FOUND,
                Err(_) => left.unwrap_or(OLD_FOUND),
            };
            assert_eq!(trial.found(), expected(&[whole, own, late].concat()), "{exchange} {step}");
        }
    }
}

#[test]
fn a_run_that_dies_while_retiring_is_settled_by_the_next() {
    for (exchange, name) in [(true, "staging"), (false, "aside")] {
        let trial = Trial::new();
        trial.write(OLD).unwrap();
        for own in ["own.txt", "edited-before.txt", "edited-after.txt"] {
            trial.put(own, "mine");
        }
        child_process(&trial.to, "NEW", exchange, "landed").output().unwrap();
        let retired = trial.above.path().join(format!(".public.diptych-{name}"));
        fs::remove_file(retired.join("en/a.html")).unwrap();
        fs::remove_file(retired.join("own.txt")).unwrap();
        fs::write(retired.join("en/late.txt"), "mine").unwrap();
        let save = |folder: &Path, path: &str| {
            fs::write(folder.join("saving"), "mine, later").unwrap();
            fs::rename(folder.join("saving"), folder.join(path)).unwrap();
            // The kernel's clock ticks a few hundred times a second.
            std::thread::sleep(Duration::from_millis(20));
        };
        save(&retired, "edited-before.txt");
        save(trial.to.folder.as_std_path(), "edited-after.txt");
        trial.write(NEW).unwrap();
        let own = [("own.txt", "mine"), ("edited-before.txt", "mine, later"), ("edited-after.txt", "mine, later")];
        assert_eq!(trial.found(), expected(&[NEW_FOUND, &own, &[("en/late.txt", "mine")]].concat()));
    }
}

#[test]
fn a_late_file_that_has_no_place_is_not_lost() {
    let trial = Trial::new();
    trial.write(OLD).unwrap();
    child_process(&trial.to, "NEW", true, "landed").output().unwrap();
    let retired = trial.above.path().join(".public.diptych-staging");
    fs::create_dir_all(retired.join("es/c.html")).unwrap();
    fs::write(retired.join("es/c.html/late.txt"), "mine").unwrap();
    symlink("..", trial.path("link")).unwrap();
    let message = "the new site has no such folder; move the file to where it should be";
    for late in ["es/c.html/late.txt", "link/late.txt"] {
        fs::create_dir_all(retired.join(late).parent().unwrap()).unwrap();
        fs::write(retired.join(late), "mine").unwrap();
        for _ in 0..2 {
            assert_eq!(
                fault(trial.write(OLD)).replace(trial.above.path().to_str().unwrap(), "…"),
                format!("cannot keep …/.public.diptych-staging/{late}: {message}")
            );
        }
        assert_eq!(fs::read_to_string(retired.join(late)).unwrap(), "mine");
        fs::remove_file(retired.join(late)).unwrap();
    }
    trial.write(OLD).unwrap();
    assert_eq!(trial.found(), expected(&[OLD_FOUND, &[("link", "→ ..")]].concat()));
}

#[test]
fn a_first_run_that_dies_leaves_nothing_in_the_way() {
    for step in ["staged", "noted", "landed"] {
        let trial = Trial::new();
        child_process(&trial.to, "NEW", true, step).output().unwrap();
        assert_eq!(trial.to.folder.exists(), step == "landed");
        trial.write(OLD).unwrap();
        assert_eq!(trial.found(), expected(OLD_FOUND));
    }
}

/// A site of 900 files: a third the same in each version, a third with other bytes, a third at other paths.
fn large(version: usize) -> BTreeMap<String, String> {
    let page = |n: usize| match n % 3 {
        0 => (format!("en/{}/{n}/index.html", n % 7), format!("page {n}\n").repeat(100)),
        1 => (format!("en/{}/{n}/index.html", n % 7), format!("page {n} of version {version}\n").repeat(100)),
        _ => (format!("es/{version}/{n}.html"), format!("page {n} of version {version}\n").repeat(100)),
    };
    (0..900).map(page).collect()
}

#[test]
fn a_run_killed_at_any_moment_leaves_one_site_or_the_other() {
    const KILLS: u32 = 50;
    let shared_memory = tempfile::tempdir_in("/dev/shm");
    let trial = Trial::within(shared_memory.or_else(|_| tempfile::tempdir()).unwrap());
    let sites: Vec<_> = [large(0), large(1)].into_iter().collect();
    let write_here = |version: usize| {
        let site: Vec<_> = sites[version].iter().map(|(path, text)| made(path, text.clone().into_bytes())).collect();
        write(&trial.to, &site).unwrap()
    };
    let check = |version: usize, found: &BTreeMap<String, String>| {
        let files = found.iter().filter(|(path, _)| !path.ends_with('/'));
        let own = [("own.txt", "mine"), ("en/own.txt", "mine")].map(|(path, text)| (path.to_owned(), text.to_owned()));
        let expected: BTreeMap<String, String> = sites[version].clone().into_iter().chain(own).collect();
        files.eq(expected.iter())
    };
    write_here(0);
    trial.put("own.txt", "mine");
    trial.put("en/own.txt", "mine");
    let (mut old, mut new, mut interrupted) = (0, 0, 0);
    let mut duration = Duration::ZERO;
    for round in 0..=KILLS {
        let (from, to) = (round as usize % 2, (round as usize + 1) % 2);
        let mut child = child_process(&trial.to, &to.to_string(), true, "").spawn().unwrap();
        let mut words = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(words.any(|word| word.ends_with("ready")));
        if round == 0 {
            // The first is left alone, to see how long it takes.
            let start = Instant::now();
            assert!(words.any(|word| word.ends_with("done")));
            duration = start.elapsed();
            assert!(child.wait().unwrap().success());
            continue;
        }
        std::thread::sleep(duration * (round - 1) / (KILLS * 4 / 5));
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += usize::from(fs::read_dir(&trial.above).unwrap().count() > 1);
        let mut found = tree(&trial.to.folder);
        found.remove(MANIFEST);
        match (check(from, &found), check(to, &found)) {
            (true, false) => old += 1,
            (false, true) => new += 1,
            _ => panic!("a mixture after kill {round}"),
        }
        write_here(to);
        assert!(check(to, &trial.found()), "after kill {round}, the next run");
    }
    println!("{duration:?} a run; after {KILLS} kills {old} old, {new} new, {interrupted} with something to settle");
    assert!(interrupted > 0, "no kill came at a time that mattered");
}
