//! The only source of variety in the practice alliance: numbers that follow from a fixed seed.
//!
//! Owns drawing. Never asks the system for randomness or time, and uses integers only, so that every machine gets the
//! same alliance.

/// A sequence of numbers from a seed (splitmix64).
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// The sequence of one school and one purpose. Each purpose draws from its own, so that a change in one part of
    /// the practice alliance leaves the other parts as they were.
    pub(super) fn new(rbd: u32, purpose: Purpose) -> Self {
        let mut dice = Self((u64::from(rbd) << 8) | purpose as u64);
        dice.next();
        dice
    }

    /// The next number.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `end` - 1; 0 where `end` is 0.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        // The upper half times `end`, shifted: always under `end`.
        u32::try_from(((self.next() >> 32) * u64::from(end)) >> 32).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A number around the middle of `low` to `high`: the mean of two draws.
    pub(super) fn around(&mut self, low: u32, high: u32) -> u32 {
        u32::midpoint(self.between(low, high), self.between(low, high))
    }

    /// True `percent` times in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// A place in a list of `length`; 0 for an empty one.
    pub(super) fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u32::try_from(length).unwrap_or(u32::MAX))).unwrap_or(0)
    }

    /// One of a list of sentences; the empty one of an empty list.
    pub(super) fn word<'a>(&mut self, list: &[&'a str]) -> &'a str {
        self.choose(list, "")
    }

    /// One of a list of small values.
    pub(super) fn choose<T: Copy>(&mut self, list: &[T], otherwise: T) -> T {
        list.get(self.place(list.len())).copied().unwrap_or(otherwise)
    }
}

/// What a sequence is drawn for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    /// The notebook itself.
    Notebook,
    /// Members of the team.
    Team,
    /// How many students sit in each course.
    Seats,
    /// Who the students are.
    Identity,
    /// In which months a school kept a register, and how many days each course had.
    Register,
    /// How often each student came.
    Attendance,
    /// Grades.
    Grades,
    /// Status history.
    History,
    /// Contacts.
    Contacts,
    /// Cycles.
    Cycles,
    /// Actions.
    Actions,
    /// Meetings.
    Meetings,
    /// Learnings.
    Learnings,
    /// What teams expected, decided and judged.
    Judging,
    /// Figures of whole years.
    Published,
    /// Reviews of work.
    Works,
    /// On which days of the week a student came.
    Weeks,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_another_draws_another() {
        let draw = |rbd| {
            let mut dice = Dice::new(rbd, Purpose::Team);
            [dice.next(), dice.next(), dice.next()]
        };
        assert_eq!(draw(99_001), draw(99_001));
        assert_ne!(draw(99_001), draw(99_002));
    }

    #[test]
    fn draws_stay_within_their_bounds_and_reach_them() {
        let mut dice = Dice::new(1, Purpose::Grades);
        let seen: std::collections::BTreeSet<u32> = (0..500).map(|_| dice.between(3, 7)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [3, 4, 5, 6, 7]);
        assert_eq!(dice.below(0), 0);
    }
}
