//! Every diagnostic there is: its name, how grave it is. The words stand in `locales/<lang>/tool/diagnostics.ftl` under the same
//! name; `docs/diagnostics.md` is made from both, and a test holds the three together.

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The publication cannot be built.
    Error,
    /// It can be built, and somebody should look.
    Warning,
}

impl Severity {
    /// The name in JSON and the id of the word in the wording.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! catalogue {
    ($($code:ident $name:literal $severity:ident),+ $(,)?) => {
        /// The name of a kind of mistake; it stays the same from release to release.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($code),+ }

        impl Code {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$code),+];

            pub fn name(self) -> &'static str {
                match self { $(Code::$code => $name),+ }
            }

            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity),+ }
            }
        }
    };
}

catalogue! {
    // Files
    NotUtf8 "not-utf-8" Error,
    ByteOrderMark "byte-order-mark" Error,
    FileTooLarge "file-too-large" Error,
    OutsideProject "outside-project" Error,
    UnusableFileName "unusable-file-name" Error,
    UnknownLanguage "unknown-language" Error,
    NoLanguage "no-language" Error,
    // Structured text
    MalformedToml "malformed-toml" Error,
    MalformedYaml "malformed-yaml" Error,
    MissingFrontMatter "missing-front-matter" Error,
    UnclosedFrontMatter "unclosed-front-matter" Error,
    UnknownKey "unknown-key" Error,
    MissingKey "missing-key" Error,
    WrongType "wrong-type" Error,
    UnknownValue "unknown-value" Error,
    MisplacedWork "misplaced-work" Error,
    UnquotedNumber "unquoted-number" Error,
    MalformedValue "malformed-value" Error,
    // Languages
    MissingVersion "missing-version" Error,
    MissingText "missing-text" Error,
    // Ids and structure
    MissingId "missing-id" Error,
    MalformedId "malformed-id" Error,
    DuplicateId "duplicate-id" Error,
    MissingSection "missing-section" Error,
    SkippedHeadingLevel "skipped-heading-level" Error,
    TitleInText "title-in-text" Error,
    NestedHeading "nested-heading" Error,
    // Links and figures
    BrokenLink "broken-link" Error,
    BrokenAnchor "broken-anchor" Error,
    AnchorInOneLanguage "anchor-in-one-language" Error,
    EmptyLink "empty-link" Error,
    UnsafeLink "unsafe-link" Error,
    LinkLeavesProject "link-leaves-project" Error,
    MissingAltText "missing-alt-text" Error,
    MissingImage "missing-image" Error,
    UnusableImage "unusable-image" Error,
    InlineImage "inline-image" Error,
    // Markdown
    UndefinedFootnote "undefined-footnote" Error,
    UnusedFootnote "unused-footnote" Warning,
    DuplicateFootnote "duplicate-footnote" Error,
    RawHtml "raw-html" Warning,
    TooDeep "too-deep" Error,
    // Addresses
    DuplicateAddress "duplicate-address" Error,
    ReservedAddress "reserved-address" Error,
    // Interface texts, templates, fonts
    MalformedMessage "malformed-message" Error,
    MissingMessage "missing-message" Error,
    UnknownVariable "unknown-variable" Error,
    UnusedMessage "unused-message" Warning,
    MissingTemplate "missing-template" Error,
    MalformedTemplate "malformed-template" Error,
    MissingGlyph "missing-glyph" Error,
    UnusableFont "unusable-font" Error,
    // Typesetting
    Typesetting "typesetting" Error,
}
