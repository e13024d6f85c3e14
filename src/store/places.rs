//! Where settings, state and notebooks live on this machine.
//!
//! Owns the answer and makes no folder. Reads the environment only through the closure it is given.

use std::{ffi::OsString, path::PathBuf};

use directories::ProjectDirs;

/// The variable that moves everything: `$TEP_HOME/config`, `/data` and `/state`.
pub const HOME: &str = "TEP_HOME";

/// The folders of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// What a person may edit by hand.
    pub config: PathBuf,
    /// The shelf: the notebooks.
    pub shelf: PathBuf,
    /// What the program remembers by itself.
    pub state: PathBuf,
}

impl Places {
    /// The folders, given how a variable is looked up and the shelf's folder where one was named (`--dir`, `TEP_DIR`).
    ///
    /// None where nothing is said and the system knows no home folder.
    pub fn find(lookup: impl Fn(&str) -> Option<OsString>, shelf: Option<PathBuf>) -> Option<Self> {
        let said = |path: &OsString| !path.is_empty();
        let places = match lookup(HOME).filter(said) {
            Some(home) => Self::under(&PathBuf::from(home)),
            None => Self::of_system()?,
        };
        let shelf = shelf.filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(places.shelf);
        Some(Self { shelf, ..places })
    }

    fn under(home: &std::path::Path) -> Self {
        Self { config: home.join("config"), shelf: home.join("data"), state: home.join("state") }
    }

    fn of_system() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "tep-notebook")?;
        Some(Self {
            config: dirs.config_dir().to_owned(),
            shelf: dirs.data_dir().to_owned(),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn only_home(home: &'static str) -> impl Fn(&str) -> Option<OsString> {
        move |name| (name == HOME).then(|| home.into())
    }

    #[test]
    fn one_variable_moves_everything_away_from_the_real_home() {
        let places = Places::find(only_home("/t"), None).unwrap();
        assert_eq!(places.config, Path::new("/t/config"));
        assert_eq!(places.shelf, Path::new("/t/data"));
        assert_eq!(places.state, Path::new("/t/state"));
    }

    #[test]
    fn a_shelf_on_a_stick_leaves_settings_at_home() {
        let places = Places::find(only_home("/t"), Some("/stick/slep".into())).unwrap();
        assert_eq!(places.shelf, Path::new("/stick/slep"));
        assert_eq!(places.state, Path::new("/t/state"));
        assert_eq!(Places::find(only_home("/t"), Some("".into())).unwrap().shelf, Path::new("/t/data"));
    }
}
