//! One of a few options. Knows numbers only: the labels belong to the view.

use super::{Outcome, TextOp};
use crate::rules::spelling::fold;

/// A field that holds one of `count` options, or none where that is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceField {
    count: usize,
    chosen: Option<usize>,
    optional: bool,
}

impl ChoiceField {
    /// Makes a field that always holds one option (if there are any); a number too high becomes the last.
    #[must_use]
    pub fn new(count: usize, chosen: usize) -> Self {
        let chosen = count.checked_sub(1).map(|last| chosen.min(last));
        Self { count, chosen, optional: false }
    }

    /// Makes a field that may hold none.
    #[must_use]
    pub fn optional(count: usize, chosen: Option<usize>) -> Self {
        Self { count, chosen: chosen.filter(|index| *index < count), optional: true }
    }

    /// The number of options, "none" not counted.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The chosen option, from 0.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// Says whether "none" can be chosen.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.optional
    }

    /// Chooses what was chosen once; what is no option, or nothing where that is not allowed, changes nothing.
    pub fn put(&mut self, chosen: Option<usize>) {
        if chosen.map_or(self.optional, |at| at < self.count) {
            self.chosen = chosen;
        }
    }

    /// Does one operation: arrows go through the options and stop at the ends, a blank goes on and round, any other
    /// character jumps to the next of the `labels` that starts with it, and taking away chooses none where allowed.
    pub fn apply(&mut self, op: TextOp<'_>, labels: &[String]) -> Outcome {
        let last = self.count.checked_sub(1);
        let first = if self.optional { None } else { last.map(|_| 0) };
        let target = match op {
            TextOp::Left | TextOp::Up => self.chosen.and_then(|at| at.checked_sub(1)).or(first),
            TextOp::Right | TextOp::Down => self.next().or(last),
            TextOp::Insert(' ') => self.next().or(first),
            TextOp::Insert(letter) => self.starting_with(letter, labels).or(self.chosen),
            TextOp::Home | TextOp::PageUp => first,
            TextOp::End | TextOp::PageDown => last,
            TextOp::Backspace | TextOp::Delete if self.optional => None,
            _ => self.chosen,
        };
        let changed = target != self.chosen;
        self.chosen = target;
        Outcome::changed_if(changed)
    }

    fn next(&self) -> Option<usize> {
        let next = self.chosen.map_or(0, |at| at + 1);
        (next < self.count).then_some(next)
    }

    fn starting_with(&self, letter: char, labels: &[String]) -> Option<usize> {
        let wanted = fold(letter.encode_utf8(&mut [0; 4]));
        let from = self.chosen.map_or(0, |at| at + 1);
        let matches = |index: &usize| {
            !wanted.is_empty() && labels.get(*index).is_some_and(|label| fold(label).starts_with(&wanted))
        };
        (from..self.count).chain(0..from.min(self.count)).find(matches)
    }
}
