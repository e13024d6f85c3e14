//! RUN and IPE in the spellings of lists: dots, no dash, a digit in a column of its own, a word before, `.0` behind.
//! A wrong digit is kept, a missing one computed; both are said. A number that lost digits is never taken.

use super::{is_blank, is_dash, is_space, number, plain::Plain, trim};
use crate::{
    exchange::codes::Doubt,
    rules::identity::{Run, RunProblem},
};

#[cfg(test)]
mod tests;

/// What a cell says about who a student is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunTold {
    /// A RUN or IPE with its own digit.
    Value(Run),
    /// A RUN or IPE whose digit is wrong ([`Doubt::RunDigitWrong`], kept as written) or was missing
    /// ([`Doubt::RunWithoutDigit`], computed).
    Doubted(Run, Doubt),
    /// Nothing: blank, zero, `sin RUN`.
    Nothing,
    /// Something that is no RUN: a name, a passport, a number that lost digits (`3,99E+07`).
    Nonsense,
}

impl RunTold {
    /// The number, doubted or not.
    pub fn value(self) -> Option<Run> {
        match self {
            Self::Value(run) | Self::Doubted(run, _) => Some(run),
            Self::Nothing | Self::Nonsense => None,
        }
    }

    /// What was doubted.
    pub fn doubt(self) -> Option<Doubt> {
        match self {
            Self::Doubted(_, doubt) => Some(doubt),
            Self::Value(_) | Self::Nothing | Self::Nonsense => None,
        }
    }
}

/// Ways of saying that a student has no RUN, as [`Plain`] writes them.
const NO_RUN: &[&str] = &[
    "en tramite",
    "extranjera",
    "extranjero",
    "pendiente",
    "provisorio",
    "s run",
    "s rut",
    "sin ipe",
    "sin run",
    "sin rut",
    "tramite",
];
/// Words that may stand before a RUN.
const TITLES: &[&str] = &[
    "", "c i", "ci", "ipa", "ipe", "n", "no", "nro", "r u n", "r u t", "run", "run n", "run no", "rut", "rut n",
    "rut no",
];
/// No student and no parent has a smaller one; `1-9` is what is typed where a form asks for a RUN and there is none.
const FIRST_RUN: u32 = 100_000;
/// Most digits without the check digit.
const RUN_DIGITS: u32 = 99_999_999;

/// Reads a RUN or IPE, and its check digit where a column of its own has it.
///
/// A number of eight figures without a dash is taken for one without its digit, as lists with dots and dashes in other rows
/// have them; nine are eight and the digit, unless they are an IPE. See [`Run::parse`].
pub fn read(number: &str, digit: Option<&str>) -> RunTold {
    let number = trim(number);
    let digit = digit.and_then(check_digit);
    // Nearly every row of SIGE's lists: the number here, the digit there.
    if let (Some(digit), Some(whole)) = (digit, figures(number.strip_suffix(".0").unwrap_or(number), |_| false)) {
        return beside(whole, digit);
    }
    if is_blank(number) || Plain::<16>::of(number).is_some_and(|plain| NO_RUN.contains(&plain.as_str())) {
        return RunTold::Nothing;
    }
    match (untitled(number).map_or(RunTold::Nonsense, alone), digit) {
        (RunTold::Doubted(run, Doubt::RunWithoutDigit), Some(digit)) => with_digit(run.number().into(), digit),
        (told, _) => told,
    }
}

/// A number and a digit in two columns. Where they disagree, the digit may stand in both (`399028078` and `8`).
fn beside(whole: u64, digit: char) -> RunTold {
    match with_digit(whole, digit) {
        RunTold::Doubted(..) | RunTold::Nonsense
            if digit.to_digit(10).is_some_and(|last| whole % 10 == u64::from(last)) =>
        {
            match (with_digit(whole / 10, digit), with_digit(whole, digit)) {
                (RunTold::Value(run), _) => RunTold::Value(run),
                (_, told) => told,
            }
        }
        told => told,
    }
}

/// A RUN in one cell.
fn alone(text: &str) -> RunTold {
    if text.contains(['e', 'E']) {
        // Taken only where all figures are written out.
        return match number::whole(text).value().and_then(|whole| u64::try_from(whole).ok()) {
            Some(whole) => without_digit(whole),
            None => RunTold::Nonsense,
        };
    }
    let (number, digit) = parted(text);
    let told = match (figures(number, is_between), digit) {
        (Some(whole), Some(digit)) => with_digit(whole, digit),
        (Some(whole), None) => without_digit(whole),
        (None, _) => RunTold::Nonsense,
    };
    // `3.991.6807-4` is taken since its digit confirms it; `12-03-2012` and `12345678-55` are not.
    let mut groups = number.split(is_between).filter(|group| !group.is_empty()).skip(1);
    let confirmed = digit.is_some() && matches!(told, RunTold::Value(_));
    if confirmed || groups.all(|group| group.len() == 3) { told } else { RunTold::Nonsense }
}

/// A number and its digit, right or wrong.
fn with_digit(whole: u64, digit: char) -> RunTold {
    match u32::try_from(whole).ok().and_then(|number| Run::with_digit(number, digit)) {
        Some(run) if run.number() == 1 && run.is_valid() => RunTold::Nothing,
        Some(run) if run.number() < FIRST_RUN => RunTold::Nonsense,
        Some(run) if run.is_valid() => RunTold::Value(run),
        Some(run) => RunTold::Doubted(run, Doubt::RunDigitWrong),
        None if whole == 0 => RunTold::Nothing,
        None => RunTold::Nonsense,
    }
}

/// Figures alone: the last one may be the check digit.
fn without_digit(whole: u64) -> RunTold {
    let told = match u32::try_from(whole) {
        Ok(number) if number <= RUN_DIGITS => Run::from_number(number).ok_or(RunProblem::OutOfRange).map(Err),
        _ => match Run::parse(&whole.to_string()) {
            Ok(run) => Ok(Ok(run)),
            Err(RunProblem::WrongDigit { found, .. }) => return RunTold::Doubted(found, Doubt::RunDigitWrong),
            Err(RunProblem::NoDigit { completed, .. }) => Ok(Err(completed)),
            Err(problem) => Err(problem),
        },
    };
    match told {
        Ok(Ok(run)) => RunTold::Value(run),
        Ok(Err(run)) if run.number() >= FIRST_RUN => RunTold::Doubted(run, Doubt::RunWithoutDigit),
        Err(_) if whole == 0 => RunTold::Nothing,
        Ok(Err(_)) | Err(_) => RunTold::Nonsense,
    }
}

/// The figures before the check digit, and the digit where something shows which one it is: a dash or another sign before
/// it, a K, or a last group of four (`12.345.6785`). The `.0` of a spreadsheet is none.
fn parted(text: &str) -> (&str, Option<char>) {
    let grouped = text.contains(|c| is_between(c) && !is_space(c));
    let text = if text.matches(['.', ',']).count() == 1 || text.contains(is_dash) { without_zeros(text) } else { text };
    let text = text.trim_end_matches(is_between);
    let mut before = text.chars();
    let Some(last) = before.next_back().filter(|c| c.is_ascii_digit() || matches!(c, 'k' | 'K')) else {
        return (text, None);
    };
    let before = before.as_str();
    let four = text.rsplit([',', '.']).next().is_some_and(|group| group.len() == 4 && group.len() < text.len());
    let shown = before.ends_with(is_between) || matches!(last, 'k' | 'K') || (grouped && four);
    if shown { (before, Some(last)) } else { (text, None) }
}

/// A number without the zeros that a spreadsheet puts behind it.
fn without_zeros(text: &str) -> &str {
    match text.rsplit_once(['.', ',']) {
        Some((whole, "0" | "00")) => whole,
        _ => text,
    }
}

/// What stands between the figures of a RUN.
fn is_between(c: char) -> bool {
    is_dash(c) || is_space(c) || matches!(c, '.' | ',' | '/' | '_' | '\'')
}

/// The number that figures spell, without what stands between them; None for anything else, and for what is too long to be
/// a RUN, an IPE or either with its digit.
fn figures(text: &str, between: impl Fn(char) -> bool) -> Option<u64> {
    let mut spelled = text.chars().filter(|c| !between(*c)).peekable();
    spelled.peek()?;
    let whole =
        spelled.try_fold(0_u64, |whole, c| Some(whole.saturating_mul(10).saturating_add(c.to_digit(10)?.into())))?;
    (whole < 10_000_000_000).then_some(whole)
}

/// A RUN without the word before it (`RUN 12.345.678-5`, `R.U.N.: …`); None where another word stands there.
fn untitled(text: &str) -> Option<&str> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (title, number) = text.split_at_checked(start)?;
    let number = number.trim_end_matches(|c| is_space(c) || matches!(c, '*' | ';' | ':'));
    Plain::<8>::of(title).filter(|plain| TITLES.contains(&plain.as_str())).map(|_| number)
}

/// A check digit in a cell of its own: `8`, `k`, `8.0`, `-8`.
fn check_digit(text: &str) -> Option<char> {
    let text = without_zeros(trim(text)).trim_start_matches(|c| is_dash(c) || is_space(c));
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (Some(digit), None) if digit.is_ascii_digit() || matches!(digit, 'k' | 'K') => Some(digit),
        _ => None,
    }
}
