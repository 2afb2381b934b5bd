//! Git revisions read as the disk is, from real repositories that `git` makes in temporary folders.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostics::{Code, Diagnostic, Fault, Wording};
use diptych::sources::{Revision, Sources};
use tempfile::TempDir;

use crate::publications::files;

/// A repository that is gone with its value.
pub struct Repository {
    folder: TempDir,
}

impl Repository {
    pub fn new() -> Repository {
        let repository = Repository { folder: tempfile::tempdir().expect("a temporary folder") };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository
    }

    pub fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).expect("paths of tests are UTF-8")
    }

    /// What git answers; settings of the machine's user play no part.
    pub fn git(&self, arguments: &[&str]) -> String {
        self.git_given(arguments, b"")
    }

    fn git_given(&self, arguments: &[&str], input: &[u8]) -> String {
        let mut command = Command::new("git");
        command.args(["-c", "protocol.file.allow=always"]).args(arguments).current_dir(self.path());
        for (name, value) in [
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_SYSTEM", "/dev/null"),
            ("GIT_AUTHOR_NAME", "Test"),
            ("GIT_AUTHOR_EMAIL", "test@example.org"),
            ("GIT_COMMITTER_NAME", "Test"),
            ("GIT_COMMITTER_EMAIL", "test@example.org"),
            ("GIT_AUTHOR_DATE", "2026-01-01T12:00:00Z"),
            ("GIT_COMMITTER_DATE", "2026-01-01T12:00:00Z"),
        ] {
            command.env(name, value);
        }
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("git is installed");
        std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), input).expect("git reads");
        let output = child.wait_with_output().expect("git ends");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let full = self.path().join(path);
        fs::create_dir_all(full.parent().expect("a folder")).expect("made");
        fs::write(full, content).expect("written");
    }

    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
    }
}

const BOOK: &str = "title = { en = \"Test\" }\nlanguages = [\"en\"]\n";

fn small() -> Repository {
    let repository = Repository::new();
    repository.write("book.toml", BOOK);
    repository.write("content/index.en.md", "---\ntitle: First\n---\n");
    repository.commit("first");
    repository
}

fn text(sources: &Sources, path: &str) -> String {
    sources.texts.get(Utf8Path::new(path)).map_or_else(|| "none".to_owned(), |source| source.text.to_string())
}

fn at(root: &Utf8Path, revision: &str) -> Sources {
    Sources::at_revision(root, revision).expect("the revision can be read").0
}

fn fault(root: &Utf8Path, revision: &str) -> String {
    let fault: Fault = Sources::at_revision(root, revision).map(|_| ()).expect_err("a fault");
    Wording::for_locale("en").fault(&fault)
}

/// What there is to compare of sources: everything but the value itself.
type Everything = (Vec<(Utf8PathBuf, Vec<u8>)>, Vec<Utf8PathBuf>, Vec<Diagnostic>);

fn everything((sources, diagnostics): (Sources, Vec<Diagnostic>)) -> Everything {
    let texts = sources.texts.iter().map(|(path, source)| (path.clone(), source.text.as_bytes().to_vec()));
    let files = sources.files.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec()));
    let own = texts.chain(files).filter(|(path, _)| !sources.is_built_in(path));
    (own.collect(), sources.damaged.iter().cloned().collect(), diagnostics)
}

/// Every kind of file that the disk is read with: the same files, the same mistakes.
#[test]
fn a_revision_gives_what_its_checkout_gives() {
    let repository = small();
    repository.write("content/figures/plan.png", [0x89, b'P', b'N', b'G', 0, 255]);
    repository.write("content/figures/copy.png", [0x89, b'P', b'N', b'G', 0, 255]);
    repository.write("content/.hidden.en.md", "hidden");
    repository.write("content/.folder/x.en.md", "hidden");
    repository.write("content/backup.en.md~", "backup");
    repository.write("content/mark.en.md", "\u{feff}---\ntitle: Mark\n---\n");
    repository.write("content/latin.en.md", b"---\ntitle: Ca\xf1on\n---\n");
    repository.write("content/control.en.md", "---\ntitle: Bell\n---\nA \u{7}\n");
    repository.write("content/huge.en.md", "x".repeat((4 << 20) + 1));
    repository.write("locales/en/site.ftl", "home = Home\n");
    repository.write("locales/en/tool/diagnostics.ftl", "nothing = of ours\n");
    repository.write("themes/default/style.css", "a {}\n");
    repository.write("elsewhere/note.en.md", "---\ntitle: Elsewhere\n---\n");
    let name = std::ffi::OsStr::from_bytes(b"content/\xff.en.md");
    fs::write(repository.path().as_std_path().join(name), "x").expect("written");
    for (target, link) in [
        ("index.en.md", "content/same.en.md"),
        ("../elsewhere/note.en.md", "content/note.en.md"),
        ("same.en.md", "content/twice.en.md"),
        ("../../outside.en.md", "content/out.en.md"),
        ("/etc/hostname", "content/absolute.en.md"),
        ("figures", "content/folder"),
        ("nowhere.en.md", "content/dangling.en.md"),
        ("loop-b.en.md", "content/loop-a.en.md"),
        ("loop-a.en.md", "content/loop-b.en.md"),
    ] {
        symlink(target, repository.path().join(link)).expect("a link");
    }
    repository.commit("all");
    let disk = everything(Sources::read(repository.path()).expect("the disk can be read"));
    let codes: Vec<Code> = disk.2.iter().map(|found| found.code).collect();
    for code in [
        Code::OutsideProject,
        Code::UnusableFileName,
        Code::ByteOrderMark,
        Code::NotUtf8,
        Code::FileTooLarge,
        Code::ControlCharacter,
    ] {
        assert!(codes.contains(&code), "{code:?} is not shown by this test: {codes:?}");
    }
    let compare = |revision: &str| {
        let read = everything(Sources::at_revision(repository.path(), revision).expect("the revision can be read"));
        assert_eq!(
            read.0.iter().map(|(path, _)| path).collect::<Vec<_>>(),
            disk.0.iter().map(|(p, _)| p).collect::<Vec<_>>()
        );
        assert_eq!(read.1, disk.1);
        assert!(read == disk, "{:#?}\n{:#?}", read.2, disk.2);
    };
    compare("HEAD");
    // The same from a pack.
    repository.git(&["gc", "--quiet"]);
    compare("main");
}

#[test]
fn revisions_go_by_many_names() {
    let repository = small();
    let first = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["tag", "--annotate", "--message", "The first", "v1"]);
    repository.write("content/index.en.md", "---\ntitle: Second\n---\n");
    repository.commit("second");
    repository.git(&["branch", "draft/next"]);
    repository.write("content/index.en.md", "---\ntitle: On the disk\n---\n");
    for (name, title) in [
        ("HEAD", "Second"),
        ("main", "Second"),
        ("draft/next", "Second"),
        ("HEAD~1", "First"),
        ("HEAD^", "First"),
        ("v1", "First"),
        (first.as_str(), "First"),
        (&first[..8], "First"),
    ] {
        let read = text(&at(repository.path(), name), "content/index.en.md");
        assert!(read.contains(title), "{name}: {read}");
    }
    assert_eq!(Revision::find(repository.path(), "v1").expect("found").commit(), first);
    let disk = Sources::read(repository.path()).expect("read").0;
    assert!(text(&disk, "content/index.en.md").contains("On the disk"));
}

/// The publication may be a folder of a repository that holds much else.
#[test]
fn a_publication_may_lie_within_its_repository() {
    let repository = Repository::new();
    repository.write("content/index.en.md", "not of the publication");
    repository.write("book/of/ours/book.toml", BOOK);
    repository.write("book/of/ours/content/index.en.md", "---\ntitle: Ours\n---\n");
    symlink("../../../../content/index.en.md", repository.path().join("book/of/ours/content/out.en.md")).expect("a link");
    repository.commit("first");
    let root = repository.path().join("book/of/ours");
    let read = Sources::at_revision(&root, "HEAD").expect("read");
    assert_eq!(everything(read), everything(Sources::read(&root).expect("read")));
    assert!(text(&at(&root, "HEAD"), "content/index.en.md").contains("Ours"));
    assert_eq!(
        fault(repository.path(), "HEAD"),
        "cannot find the publication at the revision HEAD: book.toml was not there"
    );
}

/// A linked working tree has its folder here and its repository there.
#[test]
fn a_linked_working_tree_is_read_too() {
    let repository = small();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let linked = Utf8Path::from_path(elsewhere.path()).expect("UTF-8").join("linked");
    repository.git(&["worktree", "add", "--quiet", "--detach", linked.as_str()]);
    assert!(text(&at(&linked, "HEAD"), "content/index.en.md").contains("First"));
}

#[test]
fn what_cannot_be_read_is_said_clearly() {
    let alone = tempfile::tempdir().expect("a temporary folder");
    let alone = Utf8Path::from_path(alone.path()).expect("UTF-8");
    fs::write(alone.join("book.toml"), BOOK).expect("written");
    let said = fault(alone, "HEAD");
    assert!(said.starts_with(&format!("cannot find a git repository that holds {alone}")), "{said}");
    let repository = small();
    for name in ["v9", "HEAD~7", "", "--help", "HEAD:content", "main..v1", "0000000000000000000000000000000000000000"] {
        let said = fault(repository.path(), name);
        assert!(said.starts_with(&format!("cannot find the revision “{name}”; “git log --oneline”")), "{said}");
    }
    let spanish = Wording::for_locale("es_ES.UTF-8");
    let fault = Sources::at_revision(repository.path(), "v9").map(|_| ()).expect_err("a fault");
    assert!(spanish.fault(&fault).starts_with("no se encuentra la revisión «v9»; «git log --oneline»"));
}

#[test]
fn a_shallow_clone_is_told_from_a_wrong_name() {
    let repository = small();
    repository.write("content/index.en.md", "---\ntitle: Second\n---\n");
    repository.commit("second");
    let origin = format!("file://{}", repository.path());
    let clones = Repository::new();
    clones.git(&["clone", "--quiet", "--depth=1", &origin, "clone"]);
    let clone = clones.path().join("clone");
    assert!(text(&at(&clone, "HEAD"), "content/index.en.md").contains("Second"));
    let said = fault(&clone, "HEAD~1");
    assert!(said.contains("shallow clone") && said.contains("git fetch --unshallow"), "{said}");
}

#[test]
fn a_submodule_is_another_repository() {
    let (repository, other) = (small(), small());
    repository.git(&["submodule", "--quiet", "add", other.path().as_str(), "content/other"]);
    repository.commit("with a submodule");
    let said = fault(repository.path(), "HEAD");
    assert_eq!(said, "cannot read content/other of a revision: it is a submodule, whose files are in another repository");
    repository.git(&["mv", "content/other", "other"]);
    repository.commit("beside the content");
    assert!(text(&at(repository.path(), "HEAD"), "content/index.en.md").contains("First"));
}

/// A few hundred bytes whose tree has ten thousand million files.
#[test]
fn a_tree_that_repeats_itself_has_an_end() {
    let repository = small();
    let mut below = ("100644 blob", repository.git(&["rev-parse", "HEAD:content/index.en.md"]));
    for _ in 0..5 {
        let entries: String = (0..100).map(|n| format!("{} {}\tx{n}\n", below.0, below.1)).collect();
        below = ("040000 tree", repository.git_given(&["mktree"], entries.as_bytes()));
    }
    let book = repository.git(&["rev-parse", "HEAD:book.toml"]);
    let whole = format!("100644 blob {book}\tbook.toml\n040000 tree {}\tcontent\n", below.1);
    let tree = repository.git_given(&["mktree"], whole.as_bytes());
    let commit = repository.git(&["commit-tree", "-m", "bomb", &tree]);
    let said = fault(repository.path(), &commit);
    assert!(said.contains("more than 200000 files"), "{said}");
}

/// Names that no file can have, in trees that no git would make.
#[test]
fn names_in_a_doctored_tree_lead_nowhere() {
    let repository = small();
    let blob = repository.git(&["rev-parse", "HEAD:content/index.en.md"]);
    let bytes: Vec<u8> = (0..20).map(|n| u8::from_str_radix(&blob[2 * n..2 * n + 2], 16).expect("a hash")).collect();
    let commit_with = |name: &str| {
        let entry = [b"100644 ", name.as_bytes(), b"\0", &bytes].concat();
        let content = repository.git_given(&["hash-object", "--literally", "-w", "-t", "tree", "--stdin"], &entry);
        let book = repository.git(&["rev-parse", "HEAD:book.toml"]);
        let whole = format!("100644 blob {book}\tbook.toml\n040000 tree {content}\tcontent\n");
        let tree = repository.git_given(&["mktree", "--missing"], whole.as_bytes());
        repository.git(&["commit-tree", "-m", "doctored", &tree])
    };
    let said = fault(repository.path(), &commit_with("a/../../../x.en.md"));
    assert!(said.contains("a name with a slash"), "{said}");
    let read = at(repository.path(), &commit_with(".."));
    assert!(read.texts.keys().all(|path| !path.as_str().contains("..")));
}

/// Git refuses such a repository too, until its user says otherwise. Only root can give a folder away.
#[test]
fn a_repository_of_somebody_else_is_refused() {
    let repository = small();
    let theirs = |path: &Utf8Path| std::os::unix::fs::chown(path, Some(65534), Some(65534));
    if theirs(&repository.path().join(".git")).is_err() {
        return;
    }
    theirs(repository.path()).expect("as before");
    let said = fault(repository.path(), "HEAD");
    assert!(said.starts_with("cannot use the git repository of") && said.contains("safe.directory"), "{said}");
}

#[test]
fn reading_a_revision_writes_nothing() {
    let repository = small();
    let before = files(repository.path());
    at(repository.path(), "HEAD");
    assert!(files(repository.path()) == before);
}
