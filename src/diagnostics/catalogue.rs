//! Every diagnostic there is: its name, how grave it is. The words stand in `locales/<lang>/tool/diagnostics.ftl` under the same
//! name; `docs/diagnostics.md` is made from both, and a test holds the three together.

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The publication cannot be built.
    Error,
    /// It can be built, and somebody should look.
    Warning,
    /// A matter of style: it could be better, and nothing is wrong.
    Hint,
}

impl Severity {
    /// One degree less.
    pub fn milder(self) -> Severity {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Hint => Severity::Hint,
        }
    }

    /// The name in JSON and the id of the word in the wording.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
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

            /// The code of a name.
            pub fn named(name: &str) -> Option<Code> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }

            /// Where nobody has said anything else.
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
    ControlCharacter "control-character" Error,
    DirectionMark "direction-mark" Warning,
    // Structured text
    MalformedToml "malformed-toml" Error,
    MalformedYaml "malformed-yaml" Error,
    ConflictMarkers "conflict-markers" Error,
    MissingFrontMatter "missing-front-matter" Error,
    UnclosedFrontMatter "unclosed-front-matter" Error,
    UnknownKey "unknown-key" Error,
    MissingKey "missing-key" Error,
    WrongType "wrong-type" Error,
    UnknownValue "unknown-value" Error,
    MisplacedWork "misplaced-work" Error,
    UnquotedNumber "unquoted-number" Error,
    MalformedValue "malformed-value" Error,
    FixedSeverity "fixed-severity" Error,
    // The publication's own pages
    MisplacedKey "misplaced-key" Error,
    ContradictoryKey "contradictory-key" Error,
    RepeatedRole "repeated-role" Error,
    MalformedNewsName "malformed-news-name" Error,
    MissingFact "missing-fact" Error,
    ContradictoryFact "contradictory-fact" Error,
    // Languages
    MissingVersion "missing-version" Error,
    MissingText "missing-text" Error,
    // Ids and structure
    MissingId "missing-id" Error,
    MalformedId "malformed-id" Error,
    DuplicateId "duplicate-id" Error,
    MissingSection "missing-section" Error,
    CaptionInOneLanguage "caption-in-one-language" Error,
    SkippedHeadingLevel "skipped-heading-level" Error,
    TitleInText "title-in-text" Error,
    NestedHeading "nested-heading" Error,
    EmptyHeading "empty-heading" Error,
    HeadingInCapitals "heading-in-capitals" Hint,
    // Parity
    DifferentIds "different-ids" Error,
    DifferentOrder "different-order" Error,
    DifferentLevel "different-level" Error,
    BlockInOneLanguage "block-in-one-language" Error,
    DifferentBlocks "different-blocks" Error,
    DifferentLists "different-lists" Error,
    DifferentTables "different-tables" Error,
    DifferentFigures "different-figures" Error,
    DifferentNotes "different-notes" Error,
    DifferentLinks "different-links" Error,
    DifferentCitations "different-citations" Error,
    DifferentNumbers "different-numbers" Error,
    DifferentEmphasis "different-emphasis" Warning,
    OtherLanguage "other-language" Warning,
    DifferentObligation "different-obligation" Warning,
    DifferentNegation "different-negation" Warning,
    UnknownParityMark "unknown-parity-mark" Error,
    NeedlessParityMark "needless-parity-mark" Warning,
    // Facets and procedures
    UnknownFacet "unknown-facet" Error,
    UnknownFacetValue "unknown-facet-value" Error,
    EmptyFacet "empty-facet" Error,
    UnusedFacetValue "unused-facet-value" Warning,
    DifferentFacets "different-facets" Error,
    IncompleteProcedure "incomplete-procedure" Error,
    MissingProcedurePart "missing-procedure-part" Warning,
    UnknownProcedurePart "unknown-procedure-part" Error,
    RepeatedProcedurePart "repeated-procedure-part" Error,
    ProcedureInOneLanguage "procedure-in-one-language" Error,
    DifferentProcedures "different-procedures" Error,
    // Links and figures
    BrokenLink "broken-link" Error,
    BrokenAnchor "broken-anchor" Error,
    AnchorInOneLanguage "anchor-in-one-language" Error,
    EmptyLink "empty-link" Error,
    UnsafeLink "unsafe-link" Error,
    LinkLeavesProject "link-leaves-project" Error,
    VagueLinkText "vague-link-text" Hint,
    MissingAltText "missing-alt-text" Error,
    VagueAltText "vague-alt-text" Warning,
    MissingImage "missing-image" Error,
    UnusableImage "unusable-image" Error,
    InlineImage "inline-image" Error,
    // Markdown
    UndefinedFootnote "undefined-footnote" Error,
    UnusedFootnote "unused-footnote" Warning,
    DuplicateFootnote "duplicate-footnote" Error,
    RawHtml "raw-html" Warning,
    MisplacedCaption "misplaced-caption" Error,
    MisplacedLanguage "misplaced-language" Error,
    MalformedLanguage "malformed-language" Error,
    TooDeep "too-deep" Error,
    TooMany "too-many" Error,
    LostCells "lost-cells" Error,
    MissingCells "missing-cells" Warning,
    NotATable "not-a-table" Error,
    RestartedList "restarted-list" Warning,
    RenumberedItem "renumbered-item" Warning,
    MalformedAlert "malformed-alert" Error,
    UnclosedFence "unclosed-fence" Error,
    UnclosedHtml "unclosed-html" Error,
    UnknownContainer "unknown-container" Error,
    LostLink "lost-link" Error,
    MergedTerms "merged-terms" Warning,
    MisreadCitation "misread-citation" Error,
    NoBibliography "no-bibliography" Error,
    SpacesAtLineEnd "spaces-at-line-end" Hint,
    // Typography
    StraightQuotationMarks "straight-quotation-marks" Hint,
    ForeignQuotationMarks "foreign-quotation-marks" Hint,
    // Terms
    AmbiguousTerm "ambiguous-term" Error,
    AvoidedTerm "avoided-term" Warning,
    TermWithoutCounterpart "term-without-counterpart" Warning,
    // Concordance
    EditedRecord "edited-record" Error,
    StrayRecord "stray-record" Warning,
    VersionBehind "version-behind" Warning,
    VersionChanged "version-changed" Warning,
    OpenQuery "open-query" Hint,
    CollatedByTranslator "collated-by-translator" Warning,
    Uncollated "uncollated" Hint,
    // Amendments
    MisnamedAmendment "misnamed-amendment" Error,
    StrayAmendment "stray-amendment" Error,
    IncompleteChange "incomplete-change" Error,
    UnusableProposal "unusable-proposal" Error,
    AbsentTarget "absent-target" Error,
    ImpossibleChange "impossible-change" Error,
    TakenSectionId "taken-section-id" Error,
    RebaseNeeded "rebase-needed" Warning,
    ConflictingAmendments "conflicting-amendments" Warning,
    ImpossibleStep "impossible-step" Error,
    // Proceedings
    MisplacedPart "misplaced-part" Error,
    MissingAbstract "missing-abstract" Error,
    MissingArticle "missing-article" Error,
    TooManyWords "too-many-words" Error,
    MissingExpectedSection "missing-expected-section" Warning,
    KeywordCount "keyword-count" Error,
    // Bibliographies
    MissingBibliography "missing-bibliography" Error,
    MalformedBibliography "malformed-bibliography" Error,
    UndefinedString "undefined-string" Error,
    DuplicateReference "duplicate-reference" Error,
    ImpossibleField "impossible-field" Error,
    UnknownCommand "unknown-command" Error,
    IncompleteReference "incomplete-reference" Warning,
    UnknownReference "unknown-reference" Error,
    UncitedReference "uncited-reference" Warning,
    UnknownCitationStyle "unknown-citation-style" Error,
    // The register
    MisnamedSignatory "misnamed-signatory" Error,
    UnknownRegion "unknown-region" Error,
    WrongCheckDigits "wrong-check-digits" Error,
    PersonalData "personal-data" Error,
    UnauthorisedName "unauthorised-name" Warning,
    UnknownWork "unknown-work" Error,
    UnknownEdition "unknown-edition" Error,
    UnknownSection "unknown-section" Error,
    NotEndorsable "not-endorsable" Error,
    RepeatedEndorsement "repeated-endorsement" Error,
    UnverifiedEndorsement "unverified-endorsement" Error,
    ContradictoryStatus "contradictory-status" Error,
    ImpossibleDate "impossible-date" Error,
    EndedTerm "ended-term" Warning,
    DuplicateSignatory "duplicate-signatory" Error,
    LikelyDuplicate "likely-duplicate" Warning,
    MixedScripts "mixed-scripts" Error,
    ImitatedName "imitated-name" Error,
    ReusedId "reused-id" Error,
    UnknownSignatory "unknown-signatory" Error,
    CircularSuccession "circular-succession" Error,
    UnconfirmedSuccessor "unconfirmed-successor" Error,
    // Lists of institutions
    UnreadableList "unreadable-list" Error,
    UnmappedColumn "unmapped-column" Error,
    MissingColumn "missing-column" Error,
    NoId "no-id" Error,
    ContradictoryRow "contradictory-row" Error,
    UneditableFile "uneditable-file" Error,
    // Editions
    UnrecordedEdition "unrecorded-edition" Error,
    ChangedEdition "changed-edition" Error,
    EditionText "edition-text" Error,
    EditionState "edition-state" Error,
    LostSection "lost-section" Error,
    ReusedSection "reused-section" Error,
    MisplacedCorrigendum "misplaced-corrigendum" Error,
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
    MissingFont "missing-font" Error,
    LowContrast "low-contrast" Error,
    // Typesetting
    Typesetting "typesetting" Error,
}

impl Code {
    /// Whether it says that two versions differ; its second place is in the other one.
    pub fn compares_versions(self) -> bool {
        (Code::DifferentIds..=Code::DifferentNegation).contains(&self)
            || matches!(self, Code::DifferentFacets | Code::DifferentProcedures | Code::ProcedureInOneLanguage)
    }

    /// Whether a publication may say how grave it is: that of an error that keeps pages from being made, or would make wrong ones, it may
    /// not. What versions differ in keeps nothing from being made, but for ids, by which they are told apart.
    pub fn is_adjustable(self) -> bool {
        let is_parity = (Code::DifferentOrder..=Code::DifferentNegation).contains(&self);
        is_parity || self.severity() != Severity::Error
    }
}
