//! The month that a title speaks of.

use super::{YEARS, is_whole_name, month_name, with_year};
use crate::exchange::value::{is_dash, is_space, plain::Plain};

/// A word or a number of a title, and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    text: &'a str,
    gap: &'a str,
}

/// A month that a title names.
#[derive(Debug, Clone, Copy)]
struct Named {
    month: u32,
    year: Option<u32>,
    /// Whether a number stands right before it (`7° Abril 2024`): it may be a day.
    after_number: bool,
}

/// The month of a title, and its year: `Asistencia diaria – ABRIL 2024 – 7° básico A`. None where several are named.
pub fn inside(text: &str) -> Option<(u8, Option<u16>)> {
    let tokens = tokens(text);
    let named: Vec<Named> = (0..tokens.len()).filter_map(|at| named(&tokens, at)).collect();
    let sure: Vec<Named> = named.iter().copied().filter(|named| !named.after_number).collect();
    let chosen = if sure.is_empty() { named } else { sure };
    let first = chosen.first()?;
    if chosen.iter().any(|other| other.month != first.month) {
        return None;
    }
    let year = chosen.iter().find_map(|named| named.year).or_else(|| only_year(&tokens));
    with_year(first.month, year)
}

/// The words and numbers of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    // The ordinal signs count as letters in Unicode.
    let counts = |c: char| c.is_alphanumeric() && !matches!(c, 'º' | 'ª') || is_mark(c);
    while let Some(start) = rest.find(counts) {
        let (gap, from) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let digit = from.starts_with(|c: char| c.is_ascii_digit());
        let end = from.find(|c: char| !counts(c) || c.is_ascii_digit() != digit).unwrap_or(from.len());
        let (word, after) = from.split_at_checked(end).unwrap_or((from, ""));
        tokens.push(Token { text: word, gap });
        rest = after;
    }
    tokens
}

/// A mark of a letter that is written apart.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

impl Token<'_> {
    /// The month of this name.
    pub(super) fn month(&self) -> Option<u32> {
        month_name(self.text)
    }

    /// A number from 1 to a limit, of one or two digits.
    pub(super) fn number_up_to(&self, limit: u32) -> Option<u32> {
        let number = self.text.parse().ok().filter(|_| self.text.len() <= 2 && self.is_number())?;
        (1..=limit).contains(&number).then_some(number)
    }

    /// A year of four digits.
    pub(super) fn year(&self) -> Option<u32> {
        let year = self.text.parse().ok().filter(|_| self.text.len() == 4 && self.is_number())?;
        YEARS.contains(&year).then_some(year)
    }

    /// A year behind a month, also of two digits where a sign joins them: `mar-24`, `mar/24`, `mar'24`.
    pub(super) fn year_behind(&self) -> Option<u32> {
        let short = self.is_joined() && self.text.len() == 2 && self.is_number();
        self.year().or_else(|| self.text.parse().ok().filter(|_| short).map(|year: u32| 2000 + year))
    }

    /// Whether a sign joins it to the token before.
    pub(super) fn is_joined(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(|c| is_dash(c) || matches!(c, '/' | '.' | '\'' | '’' | '_'))
    }

    /// Whether it is `de`, `del`.
    pub(super) fn is_of(&self) -> bool {
        self.plain_is(&["de", "del"])
    }

    /// Whether it announces a month.
    pub(super) fn is_label(&self) -> bool {
        self.plain_is(&["mes"])
    }

    fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn is_space_before(&self) -> bool {
        self.gap.chars().all(|c| is_space(c) || is_dash(c) || matches!(c, '°' | 'º' | '.'))
    }

    fn plain_is(&self, words: &[&str]) -> bool {
        Plain::<8>::of(self.text).is_some_and(|plain| words.contains(&plain.as_str()))
    }
}

/// What the token at a place names.
fn named(tokens: &[Token<'_>], at: usize) -> Option<Named> {
    let token = tokens.get(at)?;
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| tokens.get(at));
    let after = |steps: usize| tokens.get(at + steps);
    let labelled = before(1).is_some_and(Token::is_label)
        || (before(1).is_some_and(Token::is_of) && before(2).is_some_and(Token::is_label));
    let Some(month) = token.month() else { return in_figures(tokens, at, labelled) };
    let is_day = |token: &Token<'_>| token.number_up_to(31).is_some() || token.plain_is(&["primero"]);
    if before(1).is_some_and(Token::is_of) && before(2).is_some_and(is_day) {
        return None;
    }
    let year = match after(1) {
        Some(of) if of.is_of() || of.plain_is(&["ano"]) => after(2).and_then(Token::year),
        Some(year) => year.year_behind(),
        None => None,
    };
    let after_number = before(1).is_some_and(is_day) && token.is_space_before() && !labelled;
    let said = labelled || year.is_some() || (is_whole_name(token.text) && !after_number);
    said.then_some(Named { month, year, after_number })
}

/// `04/2024`, `2024-04`, `Mes: 4`; never a part of a whole date.
fn in_figures(tokens: &[Token<'_>], at: usize, labelled: bool) -> Option<Named> {
    let token = tokens.get(at)?;
    let month = token.number_up_to(12)?;
    let joined = |at: Option<usize>| at.and_then(|at| tokens.get(at)).filter(|token| token.is_joined());
    let before = at.checked_sub(1).and_then(|at| tokens.get(at)).filter(|_| token.is_joined());
    let after = joined(at.checked_add(1));
    let chained = joined(at.checked_add(2)).is_some();
    let chained_before = before.is_some_and(Token::is_joined);
    let year = match (before, after) {
        (None, Some(year)) if !chained => year.year(),
        (Some(year), None) if !chained_before => year.year(),
        _ => None,
    };
    let said = year.is_some() || (labelled && after.is_none());
    said.then_some(Named { month, year, after_number: false })
}

/// The year that a title says apart from its month, where it says one only.
fn only_year(tokens: &[Token<'_>]) -> Option<u32> {
    let mut years = tokens.iter().filter(|token| !token.is_joined()).filter_map(Token::year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}
