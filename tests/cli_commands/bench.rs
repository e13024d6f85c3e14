//! A home that vanishes, and the program run in it without a terminal.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::SystemTime,
};

use serde_json::Value;
use tempfile::TempDir;
use tep_notebook::store::{Keeper, Shelf, journal::Act};

use crate::keeping;

/// The file of the invented notebook in its home.
pub const INVENTED: &str = "data/99001-escuela.tep.json";

/// A home of its own: nothing of the real one is seen.
pub struct Home {
    dir: TempDir,
}

/// What a call left behind.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// A home with the practice alliance.
    pub fn with_practice() -> Self {
        let home = Self::new();
        assert_eq!(home.tep(&["demo", "--no-open"]).code, 0);
        home
    }

    /// A home with one notebook that no program has opened yet; everybody in it is invented.
    pub fn with_invented() -> Self {
        let home = Self::new();
        let path = home.write(INVENTED, include_str!("../fixtures/invented.tep.json"));
        #[cfg(unix)]
        for (path, mode) in [(home.path("data"), 0o700), (path, 0o600)] {
            fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
        }
        home
    }

    /// The shelf of the home, as another program has it.
    pub fn shelf(&self) -> Shelf {
        Shelf::on_disk(self.path("data"))
    }

    /// A program that has the invented notebook open, until it is dropped.
    pub fn keeper(&self) -> Keeper {
        keeping::keeper(&self.shelf(), self.path(INVENTED).to_str().unwrap())
    }

    /// The invented notebook, with a backup from before each of these changes of how many students the team can follow.
    pub fn with_backups(followed: &[u32]) -> Self {
        let home = Self::with_invented();
        let mut keeper = home.keeper();
        for (minutes, students) in (0..).step_by(20).zip(followed) {
            let edit = keeping::capacity(keeper.notebook(), *students);
            keeper.commit(Act::Do, edit, keeping::after(minutes)).unwrap();
            keeper.checkpoint(keeping::after(minutes)).unwrap();
        }
        keeper.close(keeping::after(60)).unwrap();
        home
    }

    /// How many students the team of the invented notebook can follow, as a program that opens it is told.
    pub fn followed(&self) -> Option<u16> {
        self.shelf().view(&self.path(INVENTED)).unwrap().notebook.school.capacity
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.dir.path().join(inside)
    }

    pub fn write(&self, inside: &str, text: &str) -> PathBuf {
        let path = self.path(inside);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// The program in an environment where only its home is set.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tep"));
        command.args(args).env_clear().env("TEP_HOME", self.dir.path()).current_dir(self.dir.path());
        command.stdin(Stdio::null());
        command
    }

    pub fn tep(&self, args: &[&str]) -> Said {
        said(&self.command(args).output().unwrap())
    }

    /// In Spanish.
    pub fn es(&self, args: &[&str]) -> Said {
        self.tep(&[args, &["--lang", "es"]].concat())
    }

    /// The JSON that a call prints, which must be all that it says.
    pub fn json(&self, args: &[&str]) -> Value {
        let said = self.tep(args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        serde_json::from_str(&said.out).unwrap()
    }
}

pub fn said(output: &Output) -> Said {
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// Every file under a folder with its bytes and when it was written.
pub fn files(dir: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    let Ok(entries) = fs::read_dir(dir) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let written = fs::metadata(&path).unwrap().modified().unwrap();
            found.insert(path.clone(), (fs::read(&path).unwrap(), written));
        }
    }
    found
}

/// The names in an object, sorted.
pub fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The notebooks of a folder, without what lies beside them.
pub fn notebooks(dir: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut all = files(dir);
    all.retain(|path, _| path.to_string_lossy().ends_with(".tep.json"));
    all
}
