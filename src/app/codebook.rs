//! The themes that the alliance added to its codebook, beside those that are always there.
//!
//! Owns how its file is read. Never a disk, never the words for the first themes.

use super::{guide::Question, lang::Lang};
use crate::{
    notebook::{learning::Theme, safe_text::SafeText},
    rules::spelling,
};

/// Own themes in the order of the file, each code with its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codebook {
    own: Vec<(SafeText, Question)>,
    /// By what each of the first themes is found, folded; `text` makes it.
    first: Vec<String>,
}

impl Codebook {
    /// Reads a file of lines `code: Spanish name | English name`; gives back the numbers of the lines that are none, or whose
    /// code is taken.
    pub fn read(text: &str) -> (Self, Vec<usize>) {
        let (mut codebook, mut bad) = (Self::default(), Vec::new());
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (code, names) = line.split_once(':').unwrap_or((line, ""));
            let (es, en) = names.split_once('|').unwrap_or((names, ""));
            let (code, es, en) = (SafeText::line(code.trim()), SafeText::line(es.trim()), SafeText::line(en.trim()));
            if code.is_empty() || es.is_empty() || is_first(&code) || codebook.find(&code).is_some() {
                bad.push(number);
            } else {
                codebook.own.push((code, Question { es, en }));
            }
        }
        (codebook, bad)
    }

    /// A codebook without own themes, in which the first are found by these words, in the order of [`Theme::FIRST`].
    pub const fn first(first: Vec<String>) -> Self {
        Self { own: Vec::new(), first }
    }

    /// The same with the own themes of a file.
    #[must_use]
    pub fn with(self, file: Self) -> Self {
        Self { own: file.own, ..self }
    }

    /// How many own themes there are.
    pub fn own(&self) -> usize {
        self.own.len()
    }

    /// What a form offers: the first themes, own ones, and those that stand there already.
    pub fn offered<'a>(&self, old: impl IntoIterator<Item = &'a Theme>) -> Vec<Theme> {
        let own = self.own.iter().map(|(code, _)| Theme::Own(code.clone()));
        let mut all: Vec<Theme> = Theme::FIRST.into_iter().chain(own).collect();
        for old in old {
            if !all.contains(old) {
                all.push(old.clone());
            }
        }
        all
    }

    /// By what a theme is found, folded.
    pub fn search_text(&self, theme: &Theme) -> String {
        let Theme::Own(code) = theme else {
            let at = Theme::FIRST.iter().position(|first| first == theme);
            return at.and_then(|at| self.first.get(at)).cloned().unwrap_or_default();
        };
        let names = self.find(code).map_or(["", ""], |name| [name.es.as_str(), name.en.as_str()]);
        spelling::fold([code.as_str(), names[0], names[1]].join(" ").trim())
    }

    /// The name of an own theme; its code where the file has none.
    pub fn name<'a>(&'a self, lang: Lang, code: &'a SafeText) -> &'a str {
        self.find(code).map_or(code.as_str(), |name| name.of(lang))
    }

    fn find(&self, code: &SafeText) -> Option<&Question> {
        self.own.iter().find(|(known, _)| known == code).map(|(_, name)| name)
    }
}

/// Whether a notebook would read this code as one of the first themes.
fn is_first(code: &SafeText) -> bool {
    ["clear_methodology", "adjusting_theories", "collaborative_data", "other"].contains(&code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_of_the_alliance_are_offered_after_the_first_and_a_bad_line_is_told() {
        let (codebook, bad) =
            Codebook::read("# temas\nfamilias: Familias | Families\nother: Otro\nsin nombre\nfamilias: Otra vez\n");
        assert_eq!(bad, [3, 4, 5]);
        let code = SafeText::line("familias");
        assert_eq!(codebook.offered(None).last(), Some(&Theme::Own(code.clone())));
        assert_eq!((codebook.name(Lang::Es, &code), codebook.name(Lang::En, &code)), ("Familias", "Families"));
    }

    #[test]
    fn a_theme_is_found_by_its_name_in_both_languages() {
        let file = Codebook::read("familias: Vínculo | Families").0;
        let codebook = Codebook::first(vec!["metodologia".to_owned()]).with(file);
        assert_eq!(codebook.search_text(&Theme::ClearMethodology), "metodologia");
        assert_eq!(codebook.search_text(&Theme::Own(SafeText::line("familias"))), "familias vinculo families");
        assert_eq!(codebook.search_text(&Theme::Own(SafeText::line("Otra"))), "otra");
    }

    #[test]
    fn a_theme_that_left_the_codebook_stays_on_its_learning() {
        let old = Theme::Own(SafeText::line("transporte"));
        assert!(Codebook::default().offered(Some(&old)).contains(&old));
    }

    #[test]
    fn no_own_code_is_read_as_a_first_theme() {
        for theme in Theme::FIRST {
            let code = serde_json::to_value(&theme).unwrap();
            assert!(is_first(&SafeText::line(code.as_str().unwrap())), "{code}");
        }
    }
}
