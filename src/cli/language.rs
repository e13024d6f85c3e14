//! Which language to speak, found before the arguments are read, since the help itself is in it.

use std::ffi::OsString;

use crate::app::lang::Lang;

/// What the system calls its language, the strongest first.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language: as asked (`--lang`), else as remembered, else Spanish for an `es*` locale, else English.
pub(super) fn find(given: &[OsString], remembered: Option<&str>, lookup: impl Fn(&str) -> Option<OsString>) -> Lang {
    let of_system = || locale(lookup).map_or(Lang::En, |locale| Lang::from_locale(&locale));
    asked(given).or_else(|| Lang::from_code(remembered?)).unwrap_or_else(of_system)
}

/// The locale of the system: the first of its variables that says something.
///
/// For letters (`LC_CTYPE`) the same order holds, since nobody sets that one alone.
pub(super) fn locale(lookup: impl Fn(&str) -> Option<OsString>) -> Option<String> {
    let said = LOCALE.into_iter().filter_map(lookup).find(|locale| !locale.is_empty());
    said.map(|locale| locale.to_string_lossy().into_owned())
}

/// What stands after `--lang`; nothing where it is no language, which the reading of the arguments will say.
fn asked(given: &[OsString]) -> Option<Lang> {
    let mut words = given.iter().skip(1).map(|word| word.to_str().unwrap_or_default()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().and_then(Lang::from_code);
        }
        if let Some(code) = word.strip_prefix("--lang=") {
            return Lang::from_code(code);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(given: &str, remembered: Option<&str>, env: &[(&str, &str)]) -> Lang {
        let given: Vec<OsString> = given.split(' ').map(OsString::from).collect();
        let env = |name: &str| env.iter().find(|(other, _)| *other == name).map(|(_, value)| value.into());
        find(&given, remembered, env)
    }

    #[test]
    fn who_asks_for_a_language_is_answered_in_it() {
        let spanish = [("LANG", "es_CL.UTF-8")];
        assert_eq!(spoken("tep list --lang en", Some("es"), &spanish), Lang::En);
        assert_eq!(spoken("tep --lang=es list", Some("en"), &[]), Lang::Es);
        assert_eq!(spoken("tep --lang xx", Some("es"), &[]), Lang::Es);
        assert_eq!(spoken("tep show -- --lang en", None, &spanish), Lang::Es);
        assert_eq!(spoken("tep", Some("en"), &spanish), Lang::En);
    }

    #[test]
    fn the_first_locale_that_says_something_counts() {
        assert_eq!(spoken("tep", None, &[("LC_ALL", ""), ("LC_MESSAGES", "es"), ("LANG", "en_US")]), Lang::Es);
        assert_eq!(spoken("tep", None, &[("LC_ALL", "C"), ("LANG", "es_CL.UTF-8")]), Lang::En);
        assert_eq!(spoken("tep", None, &[]), Lang::En);
        assert_eq!(spoken("tep", Some("klingon"), &[("LANG", "es_CL")]), Lang::Es);
    }
}
