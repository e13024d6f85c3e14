//! Grades from 1,0 to 7,0, the marks that stand where there is none yet, and concepts (`MB`).
//! `56` is read as 5,6 and said; `8,1` is never bent into the scale; zero is the Ministry's "unknown".

use super::{is_blank, number, plain::Plain, trim};
use crate::{
    exchange::{codes::Doubt, record::Hundredths},
    notebook::safe_text::SafeText,
};

/// What a cell says about a grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GradeTold {
    /// A grade or an average.
    Value(Hundredths),
    /// A grade that had lost its comma ([`Doubt::GradeWithoutComma`]).
    Doubted(Hundredths, Doubt),
    /// A concept, as written.
    Concept(SafeText),
    /// None yet, or none ever: blank, zero, `S/N`, pending, excused.
    Nothing,
    /// A number that is no grade ([`Doubt::GradeOutOfRange`]).
    OutOfRange,
    /// Neither a grade nor a concept ([`Doubt::NotANumber`]).
    Nonsense,
}

impl GradeTold {
    /// The grade, doubted or not.
    pub fn value(&self) -> Option<Hundredths> {
        match self {
            Self::Value(grade) | Self::Doubted(grade, _) => Some(*grade),
            Self::Concept(_) | Self::Nothing | Self::OutOfRange | Self::Nonsense => None,
        }
    }

    /// What a column of grades has to doubt about the cell; a concept there is no number.
    pub fn doubt(&self) -> Option<Doubt> {
        match self {
            Self::Doubted(_, doubt) => Some(*doubt),
            Self::OutOfRange => Some(Doubt::GradeOutOfRange),
            Self::Nonsense | Self::Concept(_) => Some(Doubt::NotANumber),
            Self::Value(_) | Self::Nothing => None,
        }
    }
}

/// Which of the two a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Numbers.
    Grades,
    /// Concepts.
    Concepts,
}

/// Decides for one column whether it holds grades or concepts: what most of its cells are, grades where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ColumnKind {
    grades: u32,
    concepts: u32,
}

impl ColumnKind {
    /// Takes note of a cell of the column.
    pub fn see(&mut self, told: &GradeTold) {
        match told {
            GradeTold::Value(_) | GradeTold::Doubted(..) | GradeTold::OutOfRange => self.grades += 1,
            GradeTold::Concept(_) => self.concepts += 1,
            GradeTold::Nothing | GradeTold::Nonsense => {}
        }
    }

    /// What the column holds.
    pub fn kind(&self) -> Kind {
        if self.concepts > self.grades { Kind::Concepts } else { Kind::Grades }
    }
}

/// Ten-thousandths of one.
const ONE: i64 = 10_000;
/// Where a grade is not there, as [`Plain`] writes it: not graded, pending, absent, excused.
const NO_GRADE: &[&str] = &[
    "aus",
    "ausente",
    "ex",
    "exim",
    "eximida",
    "eximido",
    "eximido a",
    "inasistente",
    "lic",
    "licencia",
    "licencia medica",
    "n c",
    "n e",
    "n p",
    "n r",
    "nc",
    "ne",
    "no evaluada",
    "no evaluado",
    "no presenta",
    "no rinde",
    "no rindio",
    "np",
    "nr",
    "p",
    "pend",
    "pendiente",
    "retirada",
    "retirado",
    "s e",
    "s n",
    "s nota",
    "se",
    "sin calificacion",
    "sin evaluar",
    "sin nota",
    "sn",
];
/// Concepts of religion and orientation, of early childhood and of reports on conduct, as [`Plain`] writes them.
const CONCEPTS: &[&str] = &[
    "a",
    "adecuado",
    "b",
    "bien",
    "buena",
    "bueno",
    "c",
    "d",
    "deficiente",
    "destacado",
    "e",
    "ed",
    "elemental",
    "en desarrollo",
    "en proceso",
    "excelente",
    "g",
    "i",
    "in",
    "insatisfactorio",
    "insuf",
    "insuficiente",
    "l",
    "logrado",
    "mb",
    "md",
    "medianamente logrado",
    "ml",
    "muy bien",
    "muy buena",
    "muy bueno",
    "nl",
    "no logrado",
    "no observado",
    "o",
    "od",
    "pl",
    "por lograr",
    "r",
    "reg",
    "regular",
    "s",
    "satisfactorio",
    "sf",
    "siempre",
    "sobresaliente",
    "suf",
    "suficiente",
    "tl",
    "totalmente logrado",
];

/// Reads a grade: `5,6`, `5.6`, `5`, `56`, an average with hundredths, `S/N`, `P`, `MB`.
pub fn read(text: &str) -> GradeTold {
    let text = trim(text).trim_end_matches('*').trim_end();
    if is_blank(text) {
        return GradeTold::Nothing;
    }
    if let Some(decimal) = number::decimal(text).value() {
        return if decimal.percent_sign { GradeTold::OutOfRange } else { by_size(decimal.tenthousandths) };
    }
    let Some(plain) = Plain::<24>::of(text) else { return GradeTold::Nonsense };
    if NO_GRADE.contains(&plain.as_str()) {
        GradeTold::Nothing
    } else if CONCEPTS.contains(&plain.as_str()) {
        GradeTold::Concept(SafeText::line(text))
    } else {
        GradeTold::Nonsense
    }
}

/// The grade of a size in ten-thousandths. Whole numbers from 10 to 70 have lost their comma; 8 and 9 are no grade.
fn by_size(size: i64) -> GradeTold {
    let hundredths = |size: i64| Hundredths::try_from(size.saturating_add(50) / 100).ok();
    let on_scale = |grade: &Hundredths| (100..=700).contains(grade);
    if size == 0 {
        return GradeTold::Nothing;
    }
    if size % ONE == 0 && (10 * ONE..=70 * ONE).contains(&size) {
        return hundredths(size / 10)
            .map_or(GradeTold::OutOfRange, |grade| GradeTold::Doubted(grade, Doubt::GradeWithoutComma));
    }
    hundredths(size).filter(on_scale).map_or(GradeTold::OutOfRange, GradeTold::Value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_grade_is_the_same_with_comma_with_dot_and_as_text() {
        for text in ["5,6", "5.6", " 5,60 ", "'5,6", "5.6000000000000005", "5.5999999999999996", "5,6*", "05,6"] {
            assert_eq!(read(text), GradeTold::Value(560), "{text}");
        }
        assert_eq!(read("5,65"), GradeTold::Value(565));
        for (text, wanted) in [("5", 500), ("7", 700), ("1", 100), ("7,0", 700), ("1.0", 100)] {
            assert_eq!(read(text), GradeTold::Value(wanted), "{text}");
        }
    }

    #[test]
    fn a_grade_without_its_comma_is_read_and_said() {
        for (text, wanted) in [("56", 560), ("10", 100), ("70", 700), ("56.0", 560), ("39", 390)] {
            assert_eq!(read(text), GradeTold::Doubted(wanted, Doubt::GradeWithoutComma), "{text}");
        }
    }

    #[test]
    fn what_no_scale_has_is_never_bent_into_it() {
        for text in
            ["8,1", "0,5", "0,99", "7,01", "71", "9", "8", "85", "565", "56,5", "-5", "-5,6", "85%", "1000", "9e9"]
        {
            assert_eq!(read(text), GradeTold::OutOfRange, "{text}");
            assert_eq!(read(text).doubt(), Some(Doubt::GradeOutOfRange));
        }
    }

    #[test]
    fn a_grade_that_is_not_there_yet_is_unknown_and_never_zero() {
        for text in [
            "",
            "-",
            "0",
            "0,0",
            "0.0",
            "S/N",
            "s/n",
            "P",
            "Pend.",
            "PENDIENTE",
            "NP",
            "N/P",
            "EX",
            "Eximido",
            "Eximida",
            "s/i",
            "NA",
        ] {
            assert_eq!(read(text), GradeTold::Nothing, "{text}");
        }
    }

    #[test]
    fn a_concept_is_kept_as_the_teacher_wrote_it() {
        for text in
            ["MB", "B", "S", "I", "L", "ML", "NL", "mb", "Muy Bueno", "Medianamente logrado", "B+", "Suficiente"]
        {
            assert_eq!(read(text), GradeTold::Concept(SafeText::line(text)), "{text}");
        }
        for text in ["5-6", "5;6", "05-jun", "2024-06-05", "5,6/6,0", "hola", "x", "5,6 5,7"] {
            assert_eq!(read(text), GradeTold::Nonsense, "{text}");
        }
    }

    #[test]
    fn a_column_is_what_most_of_its_cells_are() {
        let kind = |cells: &[&str]| {
            let mut column = ColumnKind::default();
            for cell in cells {
                column.see(&read(cell));
            }
            column.kind()
        };
        assert_eq!(kind(&["B", "S", "", "MB", "6,0"]), Kind::Concepts);
        assert_eq!(kind(&["5,6", "S/N", "P", "B", "48"]), Kind::Grades);
        assert_eq!(kind(&["S/N", "P"]), Kind::Grades);
    }

    proptest! {
        #[test]
        fn no_text_brings_the_reader_down(text in "\\PC{0,16}|[0-9,.]{0,6}") {
            if let Some(grade) = read(&text).value() {
                prop_assert!((100..=700).contains(&grade));
            }
        }

        #[test]
        fn every_grade_that_was_written_is_read(grade in 100_u16..=700) {
            for mark in [',', '.'] {
                prop_assert_eq!(read(&format!("{}{mark}{:02}", grade / 100, grade % 100)), GradeTold::Value(grade));
            }
        }
    }
}
