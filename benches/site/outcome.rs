//! What a tool has built: how much it is, and whether its links lead somewhere.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// About how many pages of a site have their links followed.
const SAMPLE: usize = 200;

pub struct Outcome {
    pub pages: usize,
    /// Of the pages.
    pub bytes: u64,
    /// How many links were followed.
    pub links: usize,
}

impl Outcome {
    /// Looks at a site that must have at least `expected` pages. The first link that leads nowhere is an error.
    pub fn of(site: &Path, expected: usize) -> io::Result<Outcome> {
        let mut pages: Vec<PathBuf> = Vec::new();
        let mut bytes = 0;
        for entry in WalkDir::new(site).sort_by_file_name() {
            let entry = entry?;
            if entry.path().extension().is_some_and(|extension| extension == "html") {
                bytes += entry.metadata()?.len();
                pages.push(entry.into_path());
            }
        }
        if pages.len() < expected {
            return Err(io::Error::other(format!("{}: {} pages, not {expected}", site.display(), pages.len())));
        }
        let (mut texts, mut links) = (HashMap::new(), 0);
        for page in pages.iter().step_by((pages.len() / SAMPLE).max(1)) {
            for link in links_of(&read(page, &mut texts)?) {
                follow(site, page, &link, &mut texts)?;
                links += 1;
            }
        }
        Ok(Outcome { pages: pages.len(), bytes, links })
    }
}

/// The addresses of a page that lie on its own site.
fn links_of(text: &str) -> Vec<String> {
    let attributes = ["href=\"", "src=\""].into_iter().flat_map(|name| text.split(name).skip(1));
    let addresses = attributes.filter_map(|rest| rest.split('"').next());
    let own = |address: &str| address.strip_prefix("https://guidelines.example").unwrap_or(address).to_owned();
    addresses.map(own).filter(|address| address.starts_with(['/', '#'])).collect()
}

fn follow(site: &Path, page: &Path, link: &str, texts: &mut HashMap<PathBuf, String>) -> io::Result<()> {
    let nowhere = || io::Error::other(format!("{}: {link} leads nowhere", page.display()));
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let target = match path.strip_prefix('/') {
        None => page.to_owned(),
        Some(below) if below.is_empty() || below.ends_with('/') => site.join(below).join("index.html"),
        Some(below) => site.join(below),
    };
    if !target.is_file() {
        return Err(nowhere());
    }
    let there = fragment.is_empty() || read(&target, texts)?.contains(&format!("id=\"{fragment}\""));
    if there { Ok(()) } else { Err(nowhere()) }
}

fn read(page: &Path, texts: &mut HashMap<PathBuf, String>) -> io::Result<String> {
    if let Some(text) = texts.get(page) {
        return Ok(text.clone());
    }
    let text = fs::read_to_string(page)?;
    texts.insert(page.to_owned(), text.clone());
    Ok(text)
}
