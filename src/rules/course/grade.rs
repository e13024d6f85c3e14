//! Grades, in their order, and the Ministry's codes for them.

use std::fmt;

/// Teaching code of early childhood (educación parvularia).
const EARLY: u16 = 10;
/// Teaching code of básica for children.
const BASIC: u16 = 110;
/// Teaching code of media humanístico-científica for young people.
const SECONDARY: u16 = 310;
/// Teaching codes of media for young people: HC, then commercial, industrial, technical, agricultural, maritime, arts.
const SECONDARY_CODES: [u16; 7] = [SECONDARY, 410, 510, 610, 710, 810, 910];

/// The grade of a course. The order is the one of a life at school; the others follow, the unknown last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Early childhood before prekínder, and its mixed levels, by the Ministry's code.
    Early {
        /// `COD_GRADO`.
        grade: u16,
    },
    /// Prekínder: first transition level (NT1).
    PreKinder,
    /// Kínder: second transition level (NT2).
    Kinder,
    /// Básica, 1 to 8.
    Basic(u8),
    /// Media for young people, 1 to 4, of every branch.
    Secondary(u8),
    /// Education of adults, by the Ministry's codes (363-1 is 1° and 2° medio together).
    Adults {
        /// `COD_ENSE`.
        teaching: u16,
        /// `COD_GRADO`.
        grade: u16,
    },
    /// Special education, by the Ministry's codes.
    Special {
        /// `COD_ENSE`.
        teaching: u16,
        /// `COD_GRADO`.
        grade: u16,
    },
    /// Codes that this program does not know, kept.
    Unknown {
        /// `COD_ENSE`.
        teaching: u16,
        /// `COD_GRADO`.
        grade: u16,
    },
    /// No grade is known.
    Unstated,
}

impl Grade {
    /// The grade of the Ministry's codes `COD_ENSE` and `COD_GRADO`, which only together mean something.
    pub fn from_codes(teaching: u16, grade: u16) -> Self {
        let small = u8::try_from(grade).unwrap_or(0);
        match teaching {
            EARLY if grade == 4 => Self::PreKinder,
            EARLY if grade == 5 => Self::Kinder,
            EARLY => Self::Early { grade },
            BASIC if (1..=8).contains(&small) => Self::Basic(small),
            _ if SECONDARY_CODES.contains(&teaching) && (1..=4).contains(&small) => Self::Secondary(small),
            160..=169 | 360..=369 => Self::Adults { teaching, grade },
            400..=999 if (60..70).contains(&(teaching % 100)) => Self::Adults { teaching, grade },
            211..=219 | 299 => Self::Special { teaching, grade },
            _ => Self::Unknown { teaching, grade },
        }
    }

    /// The Ministry's codes of the grade; those of media HC stand for every branch of media. None where unstated.
    pub const fn codes(self) -> Option<(u16, u16)> {
        match self {
            Self::Early { grade } => Some((EARLY, grade)),
            Self::PreKinder => Some((EARLY, 4)),
            Self::Kinder => Some((EARLY, 5)),
            Self::Basic(grade) => Some((BASIC, grade as u16)),
            Self::Secondary(grade) => Some((SECONDARY, grade as u16)),
            Self::Adults { teaching, grade }
            | Self::Special { teaching, grade }
            | Self::Unknown { teaching, grade } => Some((teaching, grade)),
            Self::Unstated => None,
        }
    }

    /// The same grade, where it exists; else its codes, kept as unknown.
    pub(super) fn normal(self) -> Self {
        self.codes().map_or(Self::Unstated, |(teaching, grade)| Self::from_codes(teaching, grade))
    }

    /// Reads the short form, letter by letter as it is written, of a grade that exists.
    pub(super) fn from_short(text: &str) -> Option<Self> {
        match text {
            "?" => return Some(Self::Unstated),
            "PK" => return Some(Self::PreKinder),
            "K" => return Some(Self::Kinder),
            _ => {}
        }
        if let Some((codes, grade)) = text.split_once('.') {
            let teaching = codes.get(1..)?.parse().ok()?;
            let grade = Self::from_codes(teaching, grade.parse().ok()?);
            return (grade.to_string() == text).then_some(grade);
        }
        let (number, level) = (text.get(..1)?.parse().ok()?, text.get(1..)?);
        let grade = match level {
            "B" => Self::Basic(number),
            "M" => Self::Secondary(number),
            _ => return None,
        };
        (grade.normal() == grade).then_some(grade)
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Early { grade } => write!(f, "P{EARLY}.{grade}"),
            Self::PreKinder => f.write_str("PK"),
            Self::Kinder => f.write_str("K"),
            Self::Basic(grade) => write!(f, "{grade}B"),
            Self::Secondary(grade) => write!(f, "{grade}M"),
            Self::Adults { teaching, grade } => write!(f, "A{teaching}.{grade}"),
            Self::Special { teaching, grade } => write!(f, "E{teaching}.{grade}"),
            Self::Unknown { teaching, grade } => write!(f, "X{teaching}.{grade}"),
            Self::Unstated => f.write_str("?"),
        }
    }
}
