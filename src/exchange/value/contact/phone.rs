//! Phone numbers out of a cell: `+56` and nine digits, as many as there are.

use super::{Doubt, is_blank, is_space, number, trim};

/// Digits of a Chilean number without the country.
const NATIONAL: usize = 9;
/// Digits of a number of another country, at least and at most (E.164).
const ABROAD: std::ops::RangeInclusive<usize> = 10..=15;
/// Most runs of digits of which one number is made.
const MOST_RUNS: usize = 8;
/// Digits that are no phone: a flat, a note.
const FEW: usize = 3;
/// Digits from which on a `.0` is what a spreadsheet added.
const FLOAT: usize = 7;

/// A run of digits.
#[derive(Clone, Copy)]
struct Run<'a> {
    digits: &'a str,
    /// Whether a `+` stands before it.
    plus: bool,
    /// Whether something stands before it that parts numbers: a word, a slash, a comma, a line break.
    apart: bool,
}

/// The phones of a cell in their order, each once, as `+56` and nine digits; a number with `+` and another country stays
/// that number. The doubt says that digits are left which make no whole number: nothing is guessed from them.
///
/// A number of eight digits lacks the 9 of a mobile or the area of a house, and nobody can say which: it is lost. The same
/// digit over and over (`999999999`) is what is typed for none.
pub fn phones(text: &str) -> (Vec<String>, Option<Doubt>) {
    let text = trim(text);
    let mut found = Vec::new();
    if is_blank(text) {
        return (found, None);
    }
    if is_scientific(text) {
        let digits = number::whole(text).value().map(|whole| whole.to_string());
        found.extend(digits.and_then(|digits| form(&digits, false)));
        let doubt = found.is_empty().then_some(Doubt::PhoneDigitsLost);
        return (found, doubt);
    }
    let runs = runs(text);
    let mut few = false;
    let mut lost = false;
    let mut rest = runs.as_slice();
    while !rest.is_empty() {
        let together = 1 + rest.iter().skip(1).take_while(|run| !run.apart).count();
        let (group, after) = rest.split_at_checked(together).unwrap_or((rest, &[]));
        rest = after;
        match digits_of(group) {
            digits if is_repeated(&digits) => {}
            digits if digits.len() <= FEW => few = true,
            _ => lost |= !take(group, &mut found),
        }
    }
    lost |= few && found.is_empty();
    (found, lost.then_some(Doubt::PhoneDigitsLost))
}

/// Takes the numbers of some runs; false where digits are left over.
fn take(group: &[Run<'_>], found: &mut Vec<String>) -> bool {
    let mut rest = group;
    let mut whole = true;
    while !rest.is_empty() {
        let number = (1..=rest.len().min(MOST_RUNS)).find_map(|length| {
            let (runs, after) = rest.split_at_checked(length)?;
            form(&digits_of(runs), runs.first()?.plus).map(|number| (number, after))
        });
        if let Some((number, after)) = number {
            if !found.contains(&number) {
                found.push(number);
            }
            rest = after;
        } else {
            whole = false;
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    whole
}

/// A number in its form, where all of its digits are there.
fn form(digits: &str, plus: bool) -> Option<String> {
    let mut rest = digits.trim_start_matches('0');
    if plus && !rest.starts_with("56") && ABROAD.contains(&rest.len()) {
        return Some(format!("+{rest}"));
    }
    while rest.len() > NATIONAL {
        rest = rest.strip_prefix("56")?.trim_start_matches('0');
    }
    // No area begins with 1, and none is 56: that is the country, and two digits are gone.
    let known = !rest.starts_with('1') && !rest.starts_with("56");
    (rest.len() == NATIONAL && known).then(|| format!("+56{rest}"))
}

/// The runs of digits of a text, without the `.0` of a spreadsheet.
fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at_checked(end).unwrap_or((from, ""));
        rest = after;
        let is_rest =
            matches!(before, "." | ",") && digits == "0" && runs.last().is_some_and(|run| run.digits.len() >= FLOAT);
        if !is_rest {
            let plus = before.ends_with('+');
            runs.push(Run { digits, plus, apart: plus || before.chars().any(parts) });
        }
    }
    runs
}

/// Whether a sign parts numbers; spaces, dashes, dots and parentheses stand inside of one, too.
fn parts(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '/' | ';' | ',' | '|' | '&' | ':' | '\n' | '\r' | '\t')
}

fn digits_of(runs: &[Run<'_>]) -> String {
    runs.iter().map(|run| run.digits).collect()
}

fn is_repeated(digits: &str) -> bool {
    digits.bytes().all(|byte| digits.as_bytes().first() == Some(&byte))
}

/// Whether a cell is a number as Excel shows it where the column is too narrow: `5,69E+10`.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let figures = |text: &str, signs: &str| {
        text.contains(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || is_space(c) || signs.contains(c))
    };
    figures(mantissa, ".,") && figures(exponent, "+-")
}
