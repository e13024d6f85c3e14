//! One of a few options. Knows numbers only: the labels belong to the view.

use super::{Outcome, TextOp};

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

    /// The option that a typed digit means, the first being 1.
    #[must_use]
    pub fn meant(&self, op: TextOp<'_>) -> Option<usize> {
        let TextOp::Insert(digit) = op else { return None };
        let at = digit.to_digit(10)?.checked_sub(1)?;
        usize::try_from(at).ok().filter(|at| *at < self.count)
    }

    /// Does one operation: arrows go through the options and stop at the ends, a blank goes on and round, a digit chooses
    /// the option of its number, and taking away chooses none where allowed.
    pub fn apply(&mut self, op: TextOp<'_>) -> Outcome {
        let last = self.count.checked_sub(1);
        let first = if self.optional { None } else { last.map(|_| 0) };
        let target = match op {
            TextOp::Left | TextOp::Up => self.chosen.and_then(|at| at.checked_sub(1)).or(first),
            TextOp::Right | TextOp::Down => self.next().or(last),
            TextOp::Insert(' ') => self.next().or(first),
            TextOp::Insert(_) => self.meant(op).or(self.chosen),
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
}
