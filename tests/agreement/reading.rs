//! Pages, Typst markup and PDFs read back as a reader does: what is said in which language, which number stands before which heading.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Attributes that are read out or shown.
const SPOKEN: [&str; 5] = ["title", "aria-label", "alt", "placeholder", "aria-description"];

/// A part of a page, with what is said of it further out.
#[derive(Clone, Default)]
struct Place {
    language: String,
    section: String,
    heading: bool,
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attributes = attrs.borrow();
    attributes.iter().find(|own| &*own.name.local == name).map(|own| own.value.to_string())
}

fn name(node: &Handle) -> &str {
    match &node.data {
        NodeData::Element { name, .. } => &name.local,
        _ => "",
    }
}

fn has_class(node: &Handle, wanted: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split(' ').any(|class| class == wanted))
}

/// Every node of a page in its order, with its place.
struct Page {
    nodes: Vec<(Handle, Place)>,
    /// Dropping it takes its nodes apart.
    _dom: RcDom,
}

fn read(page: &str) -> Page {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut found = Vec::new();
    let mut open = vec![(dom.document.clone(), Place::default())];
    while let Some((node, mut place)) = open.pop() {
        if let Some(language) = attribute(&node, "lang") {
            place.language = language;
        }
        match name(&node) {
            // Code speaks no language.
            "code" | "pre" | "textarea" | "script" | "style" => place.language = "zxx".to_owned(),
            "section" => place.section = attribute(&node, "id").unwrap_or_default(),
            "h1" => (place.heading, place.section) = (true, String::new()),
            "h2" | "h3" | "h4" | "h5" | "h6" => place.heading = true,
            _ => {}
        }
        open.extend(node.children.borrow().iter().rev().map(|child| (child.clone(), place.clone())));
        found.push((node, place));
    }
    Page { nodes: found, _dom: dom }
}

fn text(node: &Handle) -> String {
    let mut all = String::new();
    let mut open = vec![node.clone()];
    while let Some(node) = open.pop() {
        if let NodeData::Text { contents } = &node.data {
            all.push_str(&contents.borrow());
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a piece of HTML says.
pub fn plain(html: &str) -> String {
    read(html).nodes.first().map(|(document, _)| text(document)).unwrap_or_default()
}

/// All that a page says, each piece with its language.
pub fn said(page: &str) -> Vec<(String, String)> {
    let mut said = Vec::new();
    for (node, Place { language, .. }) in &read(page).nodes {
        match &node.data {
            NodeData::Text { contents } => said.push((language.clone(), contents.borrow().trim().to_owned())),
            NodeData::Element { .. } => {
                let described = name(node) == "meta" && attribute(node, "name").as_deref() == Some("description");
                let spoken = SPOKEN.iter().chain(described.then_some(&"content"));
                said.extend(spoken.filter_map(|name| attribute(node, name)).map(|text| (language.clone(), text)));
            }
            _ => {}
        }
    }
    said.retain(|(_, text)| !text.is_empty());
    said
}

/// The numbers that stand in headings in a language, each with the id of its section.
pub fn numbers(page: &str, language: &str) -> Vec<(String, String)> {
    let page = read(page);
    let numbers = page.nodes.iter().filter(|(node, _)| has_class(node, "number") && !has_class(node, "sign"));
    let own = numbers.filter(|(_, place)| place.heading && place.language == language);
    own.map(|(node, place)| (text(node), place.section.clone())).collect()
}

/// What is said of the state of a text, place by place.
pub fn states(page: &str) -> Vec<String> {
    read(page).nodes.iter().filter(|(node, _)| has_class(node, "status")).map(|(node, _)| text(node)).collect()
}

/// The same of the markup that a PDF is made of.
#[cfg(feature = "pdf")]
pub fn numbers_of_markup(markup: &str, language: &str) -> Vec<(String, String)> {
    // What an author typed has a backslash before each sign.
    const CALLS: [&str; 2] = ["#chapter(number: \"", "#section(level: "];
    let mut starts: Vec<usize> = CALLS.iter().flat_map(|call| markup.match_indices(call)).map(|(at, _)| at).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([markup.len()]);
    let clause = |(start, end): (usize, usize)| {
        let heading = &markup[start..end];
        let number = heading.split("number: \"").nth(1)?.split('"').next()?;
        let id = heading.split_once(&format!(" id: \"{language}:"))?.1.split('"').next()?;
        let id = if heading.starts_with(CALLS[0]) { "" } else { id };
        (!number.is_empty()).then(|| (number.to_owned(), id.to_owned()))
    };
    starts.iter().copied().zip(ends).filter_map(clause).collect()
}

/// What stands between the bracket with which a piece of markup begins and that which closes it. What an author typed has a backslash
/// before each sign.
#[cfg(feature = "pdf")]
pub fn enclosed(markup: &str) -> &str {
    let (mut depth, mut escaped, mut quoted) = (0, false, false);
    for (at, character) in markup.char_indices() {
        match character {
            _ if std::mem::take(&mut escaped) => {}
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '[' | '(' if !quoted => depth += 1,
            ']' | ')' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return &markup[1..at];
                }
            }
            _ => {}
        }
    }
    markup
}

/// The markup of a PDF without what is marked as being in a language.
#[cfg(feature = "pdf")]
pub fn without_language(markup: &str, tag: &str) -> String {
    let mut rest = markup;
    let mut kept = String::new();
    let (passage, version) = (format!("in-{tag}["), format!("(language: in-{tag}, "));
    while let Some(at) = [rest.find(&passage), rest.find(&version)].into_iter().flatten().min() {
        let bracket = at + rest[at..].find(['[', '(']).expect("it begins with a bracket");
        kept.push_str(&rest[..bracket]);
        rest = &rest[bracket + enclosed(&rest[bracket..]).len() + 2..];
    }
    kept + rest
}

/// The titles of a PDF's bookmarks, and its own title, in the order of the file.
#[cfg(feature = "pdf")]
pub fn bookmarks(pdf: &[u8]) -> Vec<String> {
    positions(pdf, b"/Title").filter_map(|at| string(&pdf[at + 6..])).collect()
}

/// The XMP packet.
#[cfg(feature = "pdf")]
pub fn metadata(pdf: &[u8]) -> String {
    let start = positions(pdf, b"<?xpacket begin").next().expect("a PDF has metadata");
    let end = positions(&pdf[start..], b"<?xpacket end").next().expect("metadata end");
    String::from_utf8(pdf[start..start + end].to_vec()).expect("XMP is UTF-8")
}

#[cfg(feature = "pdf")]
fn positions<'b>(bytes: &'b [u8], wanted: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    bytes.windows(wanted.len()).enumerate().filter(move |(_, window)| *window == wanted).map(|(at, _)| at)
}

/// A string object of a PDF, plain or as UTF-16 in hexadecimal digits (ISO 32000-1, 7.3.4 and 7.9.2).
#[cfg(feature = "pdf")]
fn string(bytes: &[u8]) -> Option<String> {
    match bytes.first()? {
        b'(' => {
            let mut plain = Vec::new();
            let mut rest = bytes[1..].iter().copied();
            let mut depth = 0;
            while let Some(byte) = rest.next() {
                match byte {
                    b'\\' => plain.extend(rest.next()),
                    b')' if depth == 0 => return String::from_utf8(plain).ok(),
                    byte => {
                        depth += i32::from(byte == b'(') - i32::from(byte == b')');
                        plain.push(byte);
                    }
                }
            }
            None
        }
        b'<' => {
            let digits = std::str::from_utf8(bytes[1..].split(|byte| *byte == b'>').next()?).ok()?;
            let unit = |at: usize| digits.get(at..at + 4).and_then(|four| u16::from_str_radix(four, 16).ok());
            let units: Option<Vec<u16>> = (0..digits.len()).step_by(4).map(unit).collect();
            String::from_utf16(units?.strip_prefix(&[0xfeff])?).ok()
        }
        _ => None,
    }
}
