//! `diptych schema`: what editors need to complete and check settings while they are typed.

use camino::Utf8PathBuf;
use clap::ValueEnum;
use serde_json::Value;

use super::{Answer, Report};
use crate::config::BookToml;
use crate::diagnostics::Fault;
use crate::documents::amendment::AmendmentYaml;
use crate::documents::concordance::RecordYaml;
use crate::documents::edition::{CorrigendumYaml, EditionRecordYaml, RetiredSectionsYaml};
use crate::documents::front::FrontMatter;
use crate::documents::glossary::GlossaryYaml;
use crate::documents::proceedings::{ContributionYaml, PanelYaml};
use crate::documents::signatory::{RetiredYaml, SignatoryYaml};
use crate::documents::work::WorkYaml;
use crate::record::schema;

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(value_enum, value_name = "FILE")]
    file: SchemaOf,
}

/// Files with a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    Amendment,
    Book,
    Contribution,
    Corrigendum,
    Edition,
    FrontMatter,
    Glossary,
    Panel,
    Record,
    RetiredSections,
    RetiredSignatories,
    Signatory,
    Work,
}

impl SchemaOf {
    pub fn schema(self) -> Value {
        match self {
            SchemaOf::Amendment => schema::of::<AmendmentYaml>("amendments/<id>.yaml"),
            SchemaOf::Book => schema::of::<BookToml>("book.toml"),
            SchemaOf::Contribution => schema::of::<ContributionYaml>("contribution.yaml"),
            SchemaOf::Corrigendum => schema::of::<CorrigendumYaml>("corrigenda/<number>.yaml"),
            SchemaOf::Edition => schema::of::<EditionRecordYaml>("edition.yaml"),
            SchemaOf::FrontMatter => schema::of::<FrontMatter>("front matter"),
            SchemaOf::Glossary => schema::of::<GlossaryYaml>("glossary.yaml"),
            SchemaOf::Panel => schema::of::<PanelYaml>("panel.yaml"),
            SchemaOf::Record => schema::of::<RecordYaml>("concordance/<section>.yaml"),
            SchemaOf::RetiredSections => schema::of::<RetiredSectionsYaml>("retired.yaml"),
            SchemaOf::RetiredSignatories => schema::of::<RetiredYaml>("signatories/retired.yaml"),
            SchemaOf::Signatory => schema::of::<SignatoryYaml>("signatories/<id>.yaml"),
            SchemaOf::Work => schema::of::<WorkYaml>("work.yaml"),
        }
    }

    /// The file it is stored in, in a publication's `.vscode/diptych`.
    fn path(self) -> Utf8PathBuf {
        let name = self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        format!(".vscode/diptych/{name}.schema.json").into()
    }
}

/// All schemas, as files beside the settings of Visual Studio Code that name them.
pub fn files() -> Vec<(Utf8PathBuf, Vec<u8>)> {
    let all = SchemaOf::value_variants().iter();
    all.map(|file| (file.path(), format!("{:#}\n", file.schema()).into_bytes())).collect()
}

impl Arguments {
    pub fn run(&self, report: &mut Report) -> Result<(), Fault> {
        report.answer = Some(Answer::File(format!("{:#}\n", self.file.schema())));
        Ok(())
    }
}
