//! Pages and PDFs read back: as the trees that a browser and the typesetter make of them.
//!
//! What an author typed must be text in both. So these trees leave texts out: two publications that differ in nothing but their
//! words have the same ones.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What a browser would have to mend.
pub fn html_mistakes(page: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), exact()).one(page);
    dom.errors.borrow().iter().map(ToString::to_string).collect()
}

/// The elements of a page in their order, each indented by its depth, with their attributes. Values are left out where they are words.
pub fn html_tree(page: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), exact()).one(page);
    let mut tree = Vec::new();
    let mut open: Vec<(usize, Handle)> = vec![(0, dom.document.clone())];
    while let Some((depth, node)) = open.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let attributes = attributes.iter().map(|attribute| {
                    let name = attribute.name.local.to_string();
                    match STRUCTURE.contains(&name.as_str()) && !attribute.value.starts_with("language-") {
                        true => format!(" {name}={}", attribute.value),
                        false => format!(" {name}"),
                    }
                });
                tree.push(format!("{}{}{}", " ".repeat(depth), name.local, attributes.collect::<String>()));
            }
            NodeData::Comment { .. } => tree.push(format!("{}comment", " ".repeat(depth))),
            _ => {}
        }
        open.extend(node.children.borrow().iter().rev().map(|child| (depth + 1, child.clone())));
    }
    tree
}

/// Attributes whose values no author's words get into.
const STRUCTURE: [&str; 12] =
    ["class", "id", "role", "type", "tabindex", "scope", "dir", "rel", "width", "height", "start", "hreflang"];

fn exact() -> ParseOpts {
    let mut options = ParseOpts::default();
    options.tokenizer.exact_errors = true;
    options.tree_builder.exact_errors = true;
    options
}

/// What Typst cannot read.
#[cfg(feature = "pdf")]
pub fn typst_mistakes(markup: &str) -> Vec<String> {
    let root = typst::syntax::parse(markup);
    let (errors, warnings) = root.errors_and_warnings();
    errors.into_iter().chain(warnings).map(|error| error.message.to_string()).collect()
}

/// The kinds of a markup's nodes in their order, each indented by its depth; names are kept, for a name is what is called.
#[cfg(feature = "pdf")]
pub fn typst_tree(markup: &str) -> Vec<String> {
    use typst::syntax::{SyntaxKind, SyntaxNode};
    let root = typst::syntax::parse(markup);
    let mut tree: Vec<String> = Vec::new();
    let mut open: Vec<(usize, &SyntaxNode)> = vec![(0, &root)];
    while let Some((depth, node)) = open.pop() {
        let margin = " ".repeat(depth);
        match node.kind() {
            // However many pieces a text is of, it is one text.
            SyntaxKind::Text | SyntaxKind::Escape | SyntaxKind::Space => {
                let text = format!("{margin}text");
                if tree.last() != Some(&text) {
                    tree.push(text);
                }
            }
            SyntaxKind::Ident | SyntaxKind::MathIdent | SyntaxKind::Error => {
                tree.push(format!("{margin}{:?} {}", node.kind(), node.leaf_text()));
            }
            kind => tree.push(format!("{margin}{kind:?}")),
        }
        open.extend(node.children().rev().map(|child| (depth + 1, child)));
    }
    tree
}
