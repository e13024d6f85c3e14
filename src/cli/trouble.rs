//! Why a command ends early, with its exit code. The sentences are in `text`.

use std::path::{Path, PathBuf};

use super::answer::Exit;
use crate::{
    app::{lang::Lang, notice},
    rules::identity::{DigitDisagrees, Rbd, RbdProblem},
    store::{Entry, Failure, FindError, OpenError, SaveError, backup::Unfit},
    text::cli::{misuse, restore, trouble as text},
};

/// Why a command ends early.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Nothing says where notebooks live.
    NoHome,
    /// The screen was asked for without a terminal.
    NoTerminal,
    /// The terminal refused, or was lost.
    Terminal,
    /// No school answers to the name.
    NotFound { school: String, folder: PathBuf },
    /// Several schools answer to the name.
    Ambiguous { school: String, entries: Vec<Entry> },
    /// A notebook cannot be opened.
    Open(OpenError),
    /// A notebook cannot be saved.
    Save(SaveError),
    /// The disk refused.
    Disk(Failure),
    /// What was given is no RBD.
    NoRbd { given: String, problem: RbdProblem },
    /// The check digit is another.
    WrongDigit { rbd: Rbd, digit: DigitDisagrees },
    /// The school has no name.
    NoName,
    /// No backup has that name or number.
    NoBackup { school: String, which: String },
    /// Several backups have names that begin so.
    BackupAmbiguous { which: String, names: Vec<String> },
    /// The backup cannot take the place of the notebook.
    BackupUnfit { name: String, why: Unfit },
    /// The practice alliance was asked for among real schools.
    RealSchoolsHere(PathBuf),
    /// A real school was asked for in the practice alliance.
    PracticeHere(PathBuf),
}

impl Trouble {
    /// A school that was not found under what it was called.
    pub(super) fn finding(school: &str, folder: &Path, error: FindError) -> Self {
        match error {
            FindError::NotFound => Self::NotFound { school: school.to_owned(), folder: folder.to_owned() },
            FindError::Ambiguous(entries) => Self::Ambiguous { school: school.to_owned(), entries },
            FindError::Failed(failure) => Self::Disk(failure),
        }
    }

    /// How the program ends.
    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::NoTerminal | Self::NoRbd { .. } | Self::WrongDigit { .. } | Self::NoName => Exit::Misuse,
            Self::NotFound { .. }
            | Self::Ambiguous { .. }
            | Self::Open(
                OpenError::TooBig { .. }
                | OpenError::NotNotebook { .. }
                | OpenError::NoVersion { .. }
                | OpenError::TooOld { .. }
                | OpenError::Newer { .. }
                | OpenError::Damaged { .. }
                | OpenError::BeyondRepair { .. },
            )
            | Self::Save(SaveError::Exists { .. })
            | Self::NoBackup { .. }
            | Self::BackupAmbiguous { .. }
            | Self::BackupUnfit { .. }
            | Self::RealSchoolsHere(_)
            | Self::PracticeHere(_) => Exit::No,
            Self::NoHome | Self::Terminal | Self::Disk(_) | Self::Open(OpenError::Failed(_)) | Self::Save(_) => {
                Exit::Disk
            }
        }
    }

    /// What, where, and what to do now.
    pub(super) fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::NoHome => text::no_home(lang),
            Self::NoTerminal => misuse::no_terminal(lang),
            Self::Terminal => text::terminal(lang),
            Self::NotFound { school, folder } => text::not_found(lang, school, folder),
            Self::Ambiguous { school, entries } => {
                text::ambiguous(lang, school, &entries.iter().map(named).collect::<Vec<_>>())
            }
            Self::Open(error) => text::open(lang, error),
            Self::Save(error) => text::save(lang, error),
            Self::Disk(failure) => text::disk(lang, failure),
            Self::NoRbd { given, problem } => misuse::no_rbd(lang, given, *problem),
            Self::WrongDigit { rbd, digit } => misuse::wrong_digit(lang, *rbd, *digit),
            Self::NoName => misuse::no_name(lang),
            Self::NoBackup { school, which } => restore::no_backup(lang, school, which),
            Self::BackupAmbiguous { which, names } => restore::ambiguous(lang, which, names),
            Self::BackupUnfit { name, why } => restore::unfit(lang, name, why),
            Self::RealSchoolsHere(folder) => text::real_schools_here(lang, folder),
            Self::PracticeHere(folder) => text::practice_here(lang, folder),
        }
    }
}

fn named(entry: &Entry) -> String {
    match &entry.head {
        Ok(head) => format!("{} {}", head.school.rbd, head.school.name.as_str()),
        Err(_) => entry.path.display().to_string(),
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Disk(failure)
    }
}
impl From<notice::Failure> for Trouble {
    fn from(failure: notice::Failure) -> Self {
        match failure {
            notice::Failure::Open(error) => error.into(),
            notice::Failure::Save(error) => error.into(),
            notice::Failure::Disk(failure) => failure.into(),
        }
    }
}
impl From<OpenError> for Trouble {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}
impl From<SaveError> for Trouble {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Failed(failure) => Self::Disk(failure),
            error => Self::Save(error),
        }
    }
}
