//! Names of files: `<rbd>-<name of the school>.tep.json`, in plain letters.
//!
//! Owns how a school's name becomes part of a file name, and how names are compared. Never touches a disk.

use std::path::{Path, PathBuf};

use crate::rules::{identity::Rbd, spelling};

/// How the name of every notebook's file ends.
pub const SUFFIX: &str = ".tep.json";
/// The longest part of a file name that is made from a school's name, in characters.
const SLUG_LIMIT: usize = 48;
/// How many copies of one notebook may stand beside it.
const COPIES: usize = 99;

/// The name of a school's file. It begins with the RBD, so that no system has reserved it.
pub fn file_name(rbd: Rbd, name: &str) -> String {
    let words: String = fold(name).chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
    let mut slug = String::new();
    for word in words.split_whitespace() {
        if slug.len() + 1 + word.len() > SLUG_LIMIT && !slug.is_empty() {
            break;
        }
        slug.push('-');
        slug.extend(word.chars().take(SLUG_LIMIT));
    }
    format!("{}{slug}{SUFFIX}", rbd.number())
}

/// Whether a path has the name of a notebook's file. Names that begin with a dot are hidden or temporary.
pub fn is_notebook(path: &Path) -> bool {
    file_part(path).is_some_and(|name| name.ends_with(SUFFIX) && !name.starts_with('.'))
}

/// Whether a file is named after this school.
pub fn is_of(path: &Path, rbd: Rbd) -> bool {
    let rest = file_part(path).and_then(|name| name.strip_prefix(rbd.number().to_string().as_str()));
    rest.is_some_and(|rest| rest.starts_with(['-', '.']))
}

/// Names for a copy beside a file: `….2.tep.json`, `….3.tep.json` and so on.
pub fn beside(path: &Path) -> impl Iterator<Item = PathBuf> {
    let name = file_part(path).unwrap_or_default();
    let stem = name.strip_suffix(SUFFIX).unwrap_or(name);
    (2..2 + COPIES).map(move |number| path.with_file_name(format!("{stem}.{number}{SUFFIX}")))
}

/// Whether a file has the name of such a copy.
pub fn is_beside(path: &Path) -> bool {
    let stem = file_part(path).and_then(|name| name.strip_suffix(SUFFIX));
    let number = stem.and_then(|stem| stem.rsplit_once('.')).map(|(_, number)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// A text as it is compared: small letters without accents, everything but letters and digits a single space.
pub fn fold(text: &str) -> String {
    let plain: String = spelling::fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn file_part(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rbd() -> Rbd {
        Rbd::new(99001).unwrap()
    }

    #[test]
    fn a_file_travels_to_every_system() {
        assert_eq!(
            file_name(rbd(), "Escuela Ñandú de Peñalolén Nº 5"),
            "99001-escuela-nandu-de-penalolen-n-5.tep.json"
        );
        assert_eq!(file_name(rbd(), "../../etc/passwd\0"), "99001-etc-passwd.tep.json");
        assert_eq!(file_name(rbd(), "学校 🙂"), "99001.tep.json");
        assert!(file_name(rbd(), &"palabra ".repeat(50)).len() < 80);
        assert!(file_name(rbd(), &"x".repeat(500)).len() < 80);
    }

    #[test]
    fn a_school_is_not_taken_for_another_whose_number_begins_alike() {
        assert!(is_of(Path::new("/s/99001-a.tep.json"), rbd()));
        assert!(is_of(Path::new("/s/99001.tep.json"), rbd()));
        assert!(!is_of(Path::new("/s/990012-a.tep.json"), rbd()));
    }

    #[test]
    fn a_copy_beside_a_notebook_is_not_taken_for_it() {
        let path = Path::new("/s/99001-escuela.tep.json");
        assert!(!is_beside(path) && beside(path).all(|copy| is_beside(&copy)));
        assert!(!is_beside(Path::new("/s/99001.tep.json")));
    }

    #[test]
    fn what_is_half_written_is_not_on_the_shelf() {
        assert!(is_notebook(Path::new("99001-a.tep.json")));
        assert!(!is_notebook(Path::new(".99001-a.tep.json.0.tmp")));
        assert!(!is_notebook(Path::new(".99001-a.tep.json")));
        assert!(!is_notebook(Path::new("notes.json")));
    }

    #[test]
    fn accents_and_signs_do_not_hide_a_school() {
        assert_eq!(fold("  Liceo «José Núñez»  B-12 "), "liceo jose nunez b 12");
    }
}
