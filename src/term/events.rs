//! What the terminal tells: keys, pastes, sizes. Waiting for it costs nothing: the program sleeps in the kernel.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crossterm::event;
pub use crossterm::event::Event;

/// Where events come from: the terminal, or a script in tests and examples.
pub trait Events {
    /// Waits for the next event, for ever without a timeout. `None` means that the time is over.
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Option<Event>>;

    /// Takes an event that is there already, such as keys typed ahead over a slow line.
    fn pending(&mut self) -> io::Result<Option<Event>>;
}

/// The events of the real terminal. Releases of keys, which only some terminals report, are left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct TerminalEvents;

impl Events for TerminalEvents {
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Option<Event>> {
        let deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        loop {
            if let Some(deadline) = deadline {
                let left = deadline.saturating_duration_since(Instant::now());
                if !event::poll(left)? {
                    return Ok(None);
                }
            }
            let event = event::read()?;
            if matters(&event) {
                return Ok(Some(event));
            }
        }
    }

    fn pending(&mut self) -> io::Result<Option<Event>> {
        self.wait(Some(Duration::ZERO))
    }
}

/// Events from a list, for tests and examples. A timeout is over at once when the list is at its end.
#[derive(Clone, Debug, Default)]
pub struct ScriptedEvents {
    events: VecDeque<Event>,
    typed_ahead: bool,
}

impl ScriptedEvents {
    /// Events that come one at a time: none is pending while the program is busy.
    pub fn new(events: Vec<Event>) -> Self {
        Self { events: events.into(), typed_ahead: false }
    }

    /// Events that are all there from the beginning, as keys typed ahead are.
    pub fn typed_ahead(events: Vec<Event>) -> Self {
        Self { events: events.into(), typed_ahead: true }
    }

    fn next(&mut self) -> Option<Event> {
        loop {
            let event = self.events.pop_front()?;
            if matters(&event) {
                return Some(event);
            }
        }
    }
}

impl Events for ScriptedEvents {
    /// Fails with [`io::ErrorKind::UnexpectedEof`] where the program would wait for ever.
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Option<Event>> {
        match (self.next(), timeout) {
            (None, None) => Err(io::ErrorKind::UnexpectedEof.into()),
            (event, _) => Ok(event),
        }
    }

    fn pending(&mut self) -> io::Result<Option<Event>> {
        Ok(if self.typed_ahead { self.next() } else { None })
    }
}

fn matters(event: &Event) -> bool {
    event.as_key_release_event().is_none()
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

    #[test]
    fn one_key_is_one_event() {
        let mut events = ScriptedEvents::new(typed());
        assert_eq!(events.pending().unwrap(), None);
        let first = events.wait(None).unwrap();
        assert_eq!(first, Some(key('a', KeyEventKind::Press)));
        let second = events.wait(Some(Duration::ZERO)).unwrap();
        assert_eq!(second, Some(key('b', KeyEventKind::Repeat)));
        assert_eq!(events.wait(Some(Duration::MAX)).unwrap(), None);
    }

    #[test]
    fn a_script_that_forgets_to_quit_ends_with_an_error() {
        let end = ScriptedEvents::new(Vec::new()).wait(None).unwrap_err();
        assert_eq!(end.kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn keys_typed_ahead_are_pending() {
        let mut events = ScriptedEvents::typed_ahead(typed());
        assert_eq!(events.wait(None).unwrap(), Some(key('a', KeyEventKind::Press)));
        assert_eq!(events.pending().unwrap(), Some(key('b', KeyEventKind::Repeat)));
        assert_eq!(events.pending().unwrap(), None);
    }
}
