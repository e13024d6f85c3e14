//! What the program remembers between two evenings: the language, the last notebook, and how files were read.
//!
//! Owns one small file. Never fatal: settings that cannot be read are left where they are, said aloud, and done without.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    error::{Failure, Step},
    fs::Fs,
    layout,
    replace::{self, ensure_folder},
};
use crate::notebook::extra::Extra;

/// The largest file of settings that is read, in bytes.
const LIMIT: u64 = 64 * 1024;

/// What is remembered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The chosen language as its code (`es`, `en`); none until somebody chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The file of the notebook that was open last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_notebook: Option<PathBuf>,
    /// The folder of the file that was imported last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_import: Option<PathBuf>,
    /// What columns of other people's tables mean, by their folded header, where a person said so.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Why settings were done without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The disk refused.
    Failed(Failure),
    /// The file is damaged, or larger than any settings.
    Damaged {
        /// The file.
        path: PathBuf,
        /// Line, from one; zero where it is not known.
        line: usize,
    },
}

/// The file of settings in the folder of the program's state.
pub fn file(state: &Path) -> PathBuf {
    state.join("settings.json")
}

/// Reads what is remembered; a first start remembers nothing.
pub fn load(fs: &dyn Fs, state: &Path) -> (Settings, Option<Note>) {
    let path = file(state);
    let damaged = |line| (Settings::default(), Some(Note::Damaged { path: path.clone(), line }));
    match fs.read(&path, LIMIT) {
        Ok(bytes) if bytes.len() as u64 == LIMIT => damaged(0),
        Ok(bytes) => match serde_json::from_slice(&bytes) {
            Ok(settings) => (settings, None),
            Err(error) => damaged(error.line()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => (Settings::default(), None),
        Err(error) => (Settings::default(), Some(Note::Failed(Failure::new(&path, Step::Read, &error)))),
    }
}

/// Remembers; whole or not at all, for its owner only. Writes nothing where the file says the same already.
pub fn save(fs: &dyn Fs, state: &Path, settings: &Settings) -> Result<(), Failure> {
    let path = file(state);
    // A path that is not text has no place in JSON: it is not remembered.
    let bytes = match layout::to_lines(settings, 1024) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Failure::new(path, Step::WriteNew, &error.into())),
    };
    if fs.read(&path, LIMIT).is_ok_and(|on_disk| on_disk == bytes) {
        return Ok(());
    }
    ensure_folder(fs, state)?;
    replace::replace(fs, &path, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fs::memory::{Fault, MemoryFs};

    fn chosen() -> Settings {
        Settings { language: Some("en".into()), last_notebook: Some("/s/99001.tep.json".into()), ..Settings::default() }
    }

    #[test]
    fn the_language_is_remembered_from_the_first_start_on() {
        let fs = MemoryFs::default();
        let state = Path::new("/home/state");
        assert_eq!(load(&fs, state), (Settings::default(), None));
        save(&fs, state, &chosen()).unwrap();
        assert_eq!(load(&fs, state), (chosen(), None));
        fs.set_fault(None);
        save(&fs, state, &chosen()).unwrap();
        assert!(fs.ops().iter().all(|op| !op.writes()));
    }

    #[test]
    fn damaged_settings_do_not_stop_a_meeting_and_are_said() {
        let fs = MemoryFs::default();
        fs.put("/state/settings.json", b"{\n\"language\": }");
        let (settings, note) = load(&fs, Path::new("/state"));
        assert_eq!(settings, Settings::default());
        assert_eq!(note, Some(Note::Damaged { path: "/state/settings.json".into(), line: 2 }));
        fs.set_fault(Some(Fault::At(0, io::ErrorKind::PermissionDenied)));
        assert!(matches!(load(&fs, Path::new("/state")).1, Some(Note::Failed(_))));
    }

    #[test]
    fn what_a_newer_program_remembers_is_kept() {
        let fs = MemoryFs::default();
        fs.put("/state/settings.json", br#"{"theme": {"dark": 1.10}}"#);
        let (mut settings, _) = load(&fs, Path::new("/state"));
        settings.language = Some("es".into());
        save(&fs, Path::new("/state"), &settings).unwrap();
        let text = String::from_utf8(fs.get("/state/settings.json").unwrap()).unwrap();
        assert_eq!(text, "{\n  \"language\": \"es\",\n  \"theme\": {\"dark\":1.10}\n}\n");
    }
}
