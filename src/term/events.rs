//! What reaches the program while it waits: keys, pastes and sizes from the terminal, and words of its other threads.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

pub use crossterm::event::Event;
use ratatui::layout::Size;

/// Something that has arrived. `R` is what other threads of the program have to say.
#[derive(Debug)]
pub enum Arrival<R> {
    /// The terminal tells.
    Event(Event),
    /// The program is asked to stop until it is continued (`SIGTSTP`).
    Suspend,
    /// Nothing will come from the terminal any more.
    Ended(io::Error),
    /// Another thread has an answer.
    Reply(R),
}

/// Where arrivals come from: the real terminal and threads, or a script in tests and examples.
pub trait Events<R> {
    /// Waits for the next arrival, for ever without a timeout. `None` means that the time is over.
    fn wait(&mut self, timeout: Option<Duration>) -> Option<Arrival<R>>;

    /// Takes what has arrived already, such as keys typed ahead over a slow line.
    fn pending(&mut self) -> Option<Arrival<R>>;

    /// Gives the terminal away and stops until the program is continued; gives the terminal's size then, where it may
    /// be another. Afterwards nothing is known of what the terminal shows.
    fn suspend(&mut self) -> io::Result<Option<Size>>;
}

/// Arrivals from a list, for tests and examples. A timeout is over at once when the list is at its end.
#[derive(Debug)]
pub struct ScriptedEvents<R> {
    arrivals: VecDeque<Arrival<R>>,
    typed_ahead: bool,
}

impl<R> ScriptedEvents<R> {
    /// Events that come one at a time: none is pending while the program is busy.
    pub fn new(events: Vec<Event>) -> Self {
        Self::of(events.into_iter().map(Arrival::Event))
    }

    /// Events that are all there from the beginning, as keys typed ahead are.
    pub fn typed_ahead(events: Vec<Event>) -> Self {
        Self { typed_ahead: true, ..Self::new(events) }
    }

    /// Arrivals of any kind that come one at a time.
    pub fn of(arrivals: impl IntoIterator<Item = Arrival<R>>) -> Self {
        Self { arrivals: arrivals.into_iter().filter(matters).collect(), typed_ahead: false }
    }
}

impl<R> Events<R> for ScriptedEvents<R> {
    /// Ends with [`io::ErrorKind::UnexpectedEof`] where the program would wait for ever.
    fn wait(&mut self, timeout: Option<Duration>) -> Option<Arrival<R>> {
        match (self.arrivals.pop_front(), timeout) {
            (None, None) => Some(Arrival::Ended(io::ErrorKind::UnexpectedEof.into())),
            (arrival, _) => arrival,
        }
    }

    fn pending(&mut self) -> Option<Arrival<R>> {
        if self.typed_ahead { self.arrivals.pop_front() } else { None }
    }

    fn suspend(&mut self) -> io::Result<Option<Size>> {
        Ok(None)
    }
}

/// Releases of keys, which only some terminals report, are left out.
pub(super) fn matters<R>(arrival: &Arrival<R>) -> bool {
    !matches!(arrival, Arrival::Event(event) if event.as_key_release_event().is_some())
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::*;

    fn key(c: char, kind: KeyEventKind) -> Event {
        let code = KeyCode::Char(c);
        Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind))
    }

    fn typed() -> Vec<Event> {
        vec![key('a', KeyEventKind::Press), key('a', KeyEventKind::Release), key('b', KeyEventKind::Repeat)]
    }

    fn event(arrival: Option<Arrival<()>>) -> Option<Event> {
        arrival.map(|arrival| match arrival {
            Arrival::Event(event) => event,
            other => panic!("{other:?} is no event"),
        })
    }

    #[test]
    fn one_key_is_one_event() {
        let mut events = ScriptedEvents::new(typed());
        assert_eq!(event(events.pending()), None);
        assert_eq!(event(events.wait(None)), Some(key('a', KeyEventKind::Press)));
        assert_eq!(event(events.wait(Some(Duration::ZERO))), Some(key('b', KeyEventKind::Repeat)));
        assert_eq!(event(events.wait(Some(Duration::MAX))), None);
    }

    #[test]
    fn a_script_that_forgets_to_quit_ends_with_an_error() {
        let end = ScriptedEvents::<()>::new(Vec::new()).wait(None);
        assert!(matches!(end, Some(Arrival::Ended(error)) if error.kind() == io::ErrorKind::UnexpectedEof));
    }

    #[test]
    fn keys_typed_ahead_are_pending() {
        let mut events = ScriptedEvents::typed_ahead(typed());
        assert_eq!(event(events.wait(None)), Some(key('a', KeyEventKind::Press)));
        assert_eq!(event(events.pending()), Some(key('b', KeyEventKind::Repeat)));
        assert_eq!(event(events.pending()), None);
    }
}
