//! The gender that a list states, for showing what the file says only.
//! `M` is *masculino* beside `F` and *mujer* beside `H`: a column decides, not a cell.

use super::{Told, is_blank, plain::Plain, trim};
use crate::exchange::codes::Gender;

/// What a cell says, before it is known what `M` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Known(Gender),
    /// `M`: masculino or mujer.
    M,
    /// `H`: hombre, in columns where `M` is mujer.
    H,
    /// Stated as neither, or as unknown (the Ministry's 0).
    Unstated,
}

/// Decides for one column what `M` means: `see` each cell first, then `read` each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Letters {
    h: bool,
    f: bool,
}

impl Letters {
    /// Takes note of a cell of the column.
    pub fn see(&mut self, text: &str) {
        match sign(trim(text)) {
            Some(Sign::H) => self.h = true,
            Some(Sign::Known(Gender::Female)) => self.f |= trim(text).len() == 1,
            Some(Sign::Known(Gender::Male) | Sign::M | Sign::Unstated) | None => {}
        }
    }

    /// Reads a cell of the column. Where both `H` and `F` stand, an `M` may be either and is nothing.
    pub fn read(self, text: &str) -> Told<Gender> {
        match (sign(trim(text)), self.h, self.f) {
            (Some(Sign::M), true, false) => Told::Value(Gender::Female),
            (Some(Sign::M), true, true) => Told::Nonsense,
            _ => read(text),
        }
    }
}

/// Reads a gender: the Ministry's codes (1, 2, 0), letters, words. `M` is *masculino*; see [`Letters`] for a column.
pub fn read(text: &str) -> Told<Gender> {
    let text = trim(text);
    match sign(text) {
        Some(Sign::Known(gender)) => Told::Value(gender),
        Some(Sign::M | Sign::H) => Told::Value(Gender::Male),
        Some(Sign::Unstated) => Told::Nothing,
        None if is_blank(text) => Told::Nothing,
        None => Told::Nonsense,
    }
}

fn sign(text: &str) -> Option<Sign> {
    let plain = Plain::<24>::of(text)?;
    let sign = match plain.as_str() {
        "1" | "1 0" | "masc" | "masculina" | "masculino" | "hombre" | "varon" | "v" | "nino" | "male" | "man"
        | "boy" => Sign::Known(Gender::Male),
        "2" | "2 0" | "f" | "fem" | "femenina" | "femenino" | "mujer" | "dama" | "nina" | "female" | "woman"
        | "girl" => Sign::Known(Gender::Female),
        "m" => Sign::M,
        "h" => Sign::H,
        "0" | "0 0" | "x" | "nb" | "n b" | "no binaria" | "no binario" | "otra" | "otro" | "no especifica" | "otre" => {
            Sign::Unstated
        }
        _ => return None,
    };
    Some(sign)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(cells: &[&str]) -> String {
        let mut letters = Letters::default();
        for cell in cells {
            letters.see(cell);
        }
        let shown = |cell: &&str| match letters.read(cell) {
            Told::Value(gender) => gender.code(),
            Told::Nothing => "-",
            Told::Nonsense => "?",
        };
        cells.iter().map(shown).collect()
    }

    #[test]
    fn a_girl_is_a_girl_in_every_code() {
        assert_eq!(column(&["2", "1", "0", "2.0", ""]), "FM-F-");
        assert_eq!(column(&["F", "M", "f", "m", " M "]), "FMFMM");
        assert_eq!(column(&["Femenino", "MASCULINO", "fem.", "Masc."]), "FMFM");
        assert_eq!(column(&["Mujer", "HOMBRE", "Niña", "niño", "Varón", "dama"]), "FMFMMF");
        assert_eq!(column(&["No binario", "Otro", "s/i", "3", "Z"]), "---??");
    }

    #[test]
    fn mujeres_beside_hombres_are_not_turned_into_boys() {
        assert_eq!(column(&["M", "H", "M", "m"]), "FMFF");
        assert_eq!(column(&["H", "M", "Mujer"]), "MFF");
        assert_eq!(column(&["H", "M", "F"]), "M?F");
        assert_eq!(column(&["M", "M"]), "MM");
    }

    proptest! {
        #[test]
        fn no_text_brings_the_reader_down(text in "\\PC{0,16}") {
            let mut letters = Letters::default();
            letters.see(&text);
            letters.read(&text);
        }
    }
}
