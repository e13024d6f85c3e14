//! How far a page of lines is scrolled. Knows how long the page is only after a drawing.

use super::command::Command;

/// The place in a page that is longer than the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    top: usize,
    lines: usize,
    height: usize,
}

impl Scroll {
    /// The first line to show of a page of so many lines, where so many fit.
    pub fn top(self, lines: usize, height: usize) -> usize {
        self.top.min(lines.saturating_sub(height))
    }

    /// Learns what the last drawing showed: lines of the page, and how many fit.
    pub fn seen(&mut self, (lines, height): (usize, usize)) {
        (self.lines, self.height) = (lines, height);
        self.top = self.top.min(self.last());
    }

    /// Whether there is more than the window shows.
    pub const fn is_longer(self) -> bool {
        self.lines > self.height
    }

    const fn last(self) -> usize {
        self.lines.saturating_sub(self.height)
    }

    /// Moves; says whether the command was one of movement and there was something to move.
    pub fn travel(&mut self, command: Command) -> bool {
        let page = self.height.saturating_sub(1).max(1);
        let top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => self.top + 1,
            Command::PageUp => self.top.saturating_sub(page),
            Command::PageDown => self.top + page,
            Command::First => 0,
            Command::Last => self.last(),
            _ => return false,
        };
        self.top = top.min(self.last());
        self.is_longer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_long_page_can_be_reached_and_not_passed() {
        let mut scroll = Scroll::default();
        assert!(!scroll.travel(Command::Down));
        scroll.seen((30, 12));
        for command in [Command::PageDown, Command::PageDown, Command::Down] {
            assert!(scroll.travel(command));
        }
        assert_eq!(scroll.top(30, 12), 18);
        // A window that grows shows the end, not an emptiness.
        scroll.seen((30, 25));
        assert_eq!(scroll.top(30, 25), 5);
        scroll.travel(Command::First);
        assert_eq!(scroll.top(30, 25), 0);
    }
}
