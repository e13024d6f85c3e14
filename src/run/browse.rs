//! What is in a folder of other people's files. Only looks; a folder on a dead disk is waited for on a thread of its own.

use std::{
    cmp::Reverse,
    fs, io,
    path::{Component, MAIN_SEPARATOR, Path, PathBuf},
};

use crate::{
    app::import::{
        Unread,
        picker::{Item, Listing, UP},
    },
    notebook::safe_text::SafeText,
};

/// Things that are listed at most.
const MOST: usize = 5_000;
/// How the files of tables end, and those of students whom another school hands over.
const TABLES: &[&str] = &["csv", "tsv", "txt", "xls", "xlsx", "xlsm", "ods", "html", "htm", "json", "age"];
/// How a notebook ends, which is neither.
const NOTEBOOK: &str = ".tep.json";

/// Where a person keeps files.
#[derive(Debug, Clone, Default)]
pub struct Haunts {
    /// The home folder, which a person calls `~`.
    pub home: Option<PathBuf>,
    /// Where downloads go.
    pub downloads: Option<PathBuf>,
    /// The folder in which the program was started.
    pub here: PathBuf,
}

impl Haunts {
    /// The folder to begin with: of the last import, of downloads, the home folder, this one; the first that is there.
    pub fn begin(&self, last: Option<&Path>) -> PathBuf {
        let known = [last, self.downloads.as_deref(), self.home.as_deref()];
        known.into_iter().flatten().find(|folder| folder.is_dir()).unwrap_or(&self.here).to_owned()
    }

    /// The folder that is meant by what was typed, seen from another.
    pub fn resolve(&self, from: &Path, typed: &str) -> PathBuf {
        let typed = Path::new(typed);
        let whole = match (typed.strip_prefix("~"), &self.home) {
            (Ok(rest), Some(home)) => home.join(rest),
            _ => from.join(typed),
        };
        straight(&whole)
    }

    /// A folder as a person knows it.
    pub fn shown(&self, folder: &Path) -> String {
        let of_home = self.home.as_ref().and_then(|home| folder.strip_prefix(home).ok());
        let text = match of_home {
            Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
            Some(rest) => format!("~{MAIN_SEPARATOR}{}", rest.display()),
            None => folder.display().to_string(),
        };
        SafeText::line(&text).as_str().to_owned()
    }

    /// What is in a folder, or its name and why it cannot be seen.
    pub fn list(&self, folder: &Path) -> Result<Listing, (String, Unread)> {
        items(folder)
            .map(|(items, is_cut)| Listing { folder: folder.to_owned(), shown: self.shown(folder), items, is_cut })
            .map_err(|error| {
                let why = if error.kind() == io::ErrorKind::NotADirectory { Unread::Special } else { (&error).into() };
                (self.shown(folder), why)
            })
    }
}

/// A path without steps back.
fn straight(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    whole
}

fn items(folder: &Path) -> io::Result<(Vec<Item>, bool)> {
    let (mut items, mut is_cut) = (Vec::new(), false);
    for entry in fs::read_dir(folder)? {
        // What vanishes while one looks is not there.
        let Some(item) = entry.ok().and_then(|entry| item(entry.path())) else { continue };
        if items.len() == MOST {
            is_cut = true;
            break;
        }
        items.push(item);
    }
    items.sort_by(|one, other| {
        let key = |item: &Item| (item.is_folder, Reverse(item.changed));
        key(one).cmp(&key(other)).then_with(|| one.name.as_str().cmp(other.name.as_str()))
    });
    if let Some(around) = folder.parent() {
        let up = Item { path: around.to_owned(), name: SafeText::line(UP), is_folder: true, changed: None, size: 0 };
        items.insert(0, up);
    }
    Ok((items, is_cut))
}

/// A folder or a table; nothing else is listed.
fn item(path: PathBuf) -> Option<Item> {
    // Follows links: what is meant is what they point at.
    let about = fs::metadata(&path).ok()?;
    let is_table = || {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| TABLES.contains(&ending.as_str()))
    };
    let is_notebook = path.to_string_lossy().to_lowercase().ends_with(NOTEBOOK);
    let is_one = about.is_dir() || about.is_file() && is_table() && !is_notebook;
    if !is_one {
        return None;
    }
    let name = SafeText::line(&path.file_name()?.to_string_lossy());
    let changed = about.modified().ok().map(Into::into);
    Some(Item { path, name, is_folder: about.is_dir(), changed, size: about.len() })
}

#[cfg(test)]
mod tests {
    use std::{
        fs::File,
        time::{Duration, SystemTime},
    };

    use super::*;

    fn put(folder: &Path, name: &str, age: u64) {
        let file = File::create(folder.join(name)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000 - age)).unwrap();
    }

    fn names(listing: &Listing) -> Vec<&str> {
        listing.items.iter().map(|item| item.name.as_str()).collect()
    }

    #[test]
    fn the_file_that_was_just_downloaded_stands_first_and_what_is_no_table_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path(), "old.csv", 900);
        put(dir.path(), "NEW.XLSX", 10);
        put(dir.path(), "photo.jpg", 1);
        fs::create_dir(dir.path().join("folder")).unwrap();
        let listing = Haunts::default().list(dir.path()).unwrap();
        assert_eq!(names(&listing), ["..", "NEW.XLSX", "old.csv", "folder"]);
        assert!(!listing.is_cut);
    }

    #[test]
    fn a_name_that_would_harm_the_screen_is_shown_without_what_harms() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path(), "a\u{1b}[2Jb.csv", 0);
        let listing = Haunts::default().list(dir.path()).unwrap();
        let item = listing.items.last().unwrap();
        assert!(!item.name.as_str().contains('\u{1b}') && item.path.is_file(), "{:?}", item.name);
    }

    #[test]
    fn a_folder_is_found_as_people_write_it() {
        let haunts = Haunts { home: Some("/home/ana".into()), ..Haunts::default() };
        let from = Path::new("/home/ana/Descargas");
        for (typed, meant) in [
            ("~/", "/home/ana"),
            ("~/Docs/", "/home/ana/Docs"),
            ("../", "/home/ana"),
            ("sub/../otra/", "/home/ana/Descargas/otra"),
            ("/tmp/", "/tmp"),
            ("/", "/"),
            ("../../../../", "/"),
        ] {
            assert_eq!(haunts.resolve(from, typed), Path::new(meant), "{typed}");
        }
        assert_eq!(haunts.shown(Path::new("/home/ana/Docs")), "~/Docs");
        assert_eq!(haunts.shown(Path::new("/home/ana")), "~");
        assert_eq!(haunts.shown(Path::new("/home/anabel")), "/home/anabel");
    }

    #[test]
    fn one_begins_where_the_last_file_was_or_else_where_downloads_go() {
        let dir = tempfile::tempdir().unwrap();
        let folder = |name: &str| {
            let path = dir.path().join(name);
            fs::create_dir(&path).unwrap();
            path
        };
        let (home, downloads, last) = (folder("home"), folder("downloads"), folder("last"));
        let haunts = Haunts { home: Some(home.clone()), downloads: Some(downloads.clone()), here: "/".into() };
        assert_eq!(haunts.begin(Some(&last)), last);
        fs::remove_dir(&last).unwrap();
        assert_eq!(haunts.begin(Some(&last)), downloads);
        fs::remove_dir(&downloads).unwrap();
        assert_eq!(haunts.begin(None), home);
        fs::remove_dir(&home).unwrap();
        assert_eq!(haunts.begin(None), Path::new("/"));
    }

    #[test]
    fn a_folder_that_cannot_be_seen_says_why() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path(), "file.csv", 0);
        let haunts = Haunts { home: Some(dir.path().to_owned()), ..Haunts::default() };
        let why = |name| haunts.list(&dir.path().join(name)).unwrap_err();
        assert_eq!(why("nowhere"), (format!("~{MAIN_SEPARATOR}nowhere"), Unread::Gone));
        assert_eq!(why("file.csv").1, Unread::Special);
    }
}
