//! The course that a title, or the row above a list, speaks of.

use super::read;
use crate::{
    exchange::value::{is_dash, is_space, plain::Plain},
    rules::course::Course,
};

/// Words of which the name of a course is made, at most.
const MOST_WORDS: usize = 7;
/// What says a level; a number and a letter alone are a course only behind the word *curso*.
const LEVELS: &[&str] = &["bas", "eb", "egb", "em", "hc", "kinder", "med", "nt", "prekinder", "tp", "transicion"];

/// A word or a number, and where it stands.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    /// Whether only spaces and the signs of an ordinal or a quote stand before it.
    near: bool,
}

/// The course inside a longer text: `CURSO: SÉPTIMO BÁSICO "A"`, `Curso : 7° Básico A   Profesor jefe: …`,
/// `Asistencia diaria – ABRIL 2024 – 7° básico A`. None where several are named, or none with its level.
pub fn course_inside(text: &str) -> Option<Course> {
    let words = words(text);
    let mut found: Option<Course> = None;
    let mut at = 0;
    while at < words.len() {
        let Some((course, length)) = longest(text, &words, at) else {
            at += 1;
            continue;
        };
        if is_combined(text, &words, at) || found.as_ref().is_some_and(|earlier| *earlier != course) {
            return None;
        }
        found = Some(course);
        at += length;
    }
    found
}

/// The longest course that begins with a word, and how many words it has.
fn longest(text: &str, words: &[Word<'_>], at: usize) -> Option<(Course, usize)> {
    let labelled =
        at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| plain_is(word.text, &["curso"]));
    let first = words.get(at)?;
    let near = words.iter().skip(at + 1).take_while(|word| word.near).count();
    (1..=(near + 1).min(MOST_WORDS)).rev().find_map(|length| {
        let last = words.get(at + length - 1)?;
        let piece = text.get(first.start..last.end)?;
        let inside = words.get(at..at + length)?;
        let says_level = inside.iter().any(|word| is_level(word.text));
        let whole = !is_small_word(last, words.get(at + length)) || length == 1;
        let small_number = length == 1 || last.text.len() == 1 || last.text.starts_with(char::is_alphabetic);
        let enough = length > 1 || first.text.starts_with(char::is_alphabetic);
        let known = (says_level || (labelled && enough)) && whole && small_number && !plain_is(first.text, LABELS);
        read(piece).filter(|_| known).map(|course| (course, length))
    })
}

/// Whether a course is the last of several grades taught together: `7° y 8° básico`, `1°/2° básico`, `1° a 6° básico`.
fn is_combined(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| words.get(at));
    let Some((last, this)) = before(1).zip(words.get(at)) else { return false };
    let is_grade = |word: &Word<'_>| word.text.len() == 1 && word.text.starts_with(|c: char| matches!(c, '1'..='8'));
    let gap = text.get(last.end..this.start).unwrap_or_default().trim_start_matches(['º', '°']);
    let joined = is_grade(last) && matches!(gap.trim_start_matches(is_space), "/" | "-" | "–" | "/ ");
    joined || (matches!(last.text, "y" | "e" | "a" | "al" | "Y" | "E" | "A" | "AL") && before(2).is_some_and(is_grade))
}

/// Words that stand before a course and are no part of it.
const LABELS: &[&str] = &["curso", "cursos", "nivel", "de", "del", "ano", "grado"];

fn is_level(word: &str) -> bool {
    Plain::<16>::of(word).is_some_and(|plain| {
        let plain = plain.as_str();
        LEVELS.contains(&plain) || plain.starts_with("basic") || matches!(plain, "medio" | "media" | "medios" | "bco")
    })
}

/// Whether the sign at the end belongs to the sentence (`7° básico y otros`, `7° básico a cargo de`, `7° básico 9 ausentes`)
/// and is no section.
fn is_small_word(word: &Word<'_>, next: Option<&Word<'_>>) -> bool {
    let goes_on = next.is_some_and(|next| next.near && next.text.starts_with(char::is_alphabetic));
    let of_sentence =
        matches!(word.text, "a" | "e" | "o" | "y" | "Y") || word.text.starts_with(|c: char| c.is_ascii_digit());
    goes_on && of_sentence
}

fn plain_is(word: &str, words: &[&str]) -> bool {
    Plain::<16>::of(word).is_some_and(|plain| words.contains(&plain.as_str()))
}

/// The words and numbers of a text; a number and the letters behind it are two.
fn words(text: &str) -> Vec<Word<'_>> {
    let counts = |c: char| c.is_alphanumeric() && !matches!(c, 'º' | 'ª') || matches!(c, '\u{300}'..='\u{36f}');
    let sign =
        |c: char| is_space(c) || is_dash(c) || matches!(c, 'º' | '°' | 'ª' | '.' | '"' | '\'' | '“' | '”' | '«' | '»');
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut end = 0;
    while let Some(from) = text.get(end..)
        && let Some(gap) = from.find(counts)
    {
        let start = end + gap;
        let Some(from) = text.get(start..) else { break };
        let digit = from.starts_with(|c: char| c.is_ascii_digit());
        let length = from.find(|c: char| !counts(c) || c.is_ascii_digit() != digit).unwrap_or(from.len());
        let before = text.get(end..start).unwrap_or_default();
        // Columns of a title are parted by many spaces, parts of a sentence by a dash between spaces.
        let parted =
            before.chars().filter(|c| is_space(*c)).count() > 2 || (before.contains(is_dash) && before.contains("  "));
        end = start + length;
        let near = before.chars().all(sign) && !parted;
        words.push(Word { text: text.get(start..end).unwrap_or_default(), start, end, near });
    }
    words
}
