//! What is built into the tool: the default theme and the interface texts, as they lie in the repository.

use camino::Utf8Path;
use include_dir::{Dir, include_dir};

pub static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
pub static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The built-in interface texts of a language: file names and what they hold.
pub fn messages(tag: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = TEXTS.get_dir(tag).into_iter().flat_map(Dir::files);
    files.filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
}

/// The files of the built-in theme by their paths within it.
pub fn theme() -> Vec<(&'static Utf8Path, &'static [u8])> {
    let mut files = Vec::new();
    let mut folders = vec![&THEME];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().filter_map(|file| Some((Utf8Path::from_path(file.path())?, file.contents()))));
    }
    files.sort();
    files
}
