//! The one place where the program waits. A thread reads the terminal; it and all other threads put what they have into
//! one channel, so that the loop sleeps in the kernel until anything at all happens.

use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use crossterm::event;
use ratatui::layout::Size;

use super::events::{Arrival, Events, matters};
use super::session;

/// Events of the terminal that wait at most. What a person sends beyond them waits in the terminal: a torrent of keys
/// must not become a torrent of memory.
const ROOM: usize = 1_024;

/// All that arrives: events of the terminal once it listens, and what others send.
#[derive(Debug)]
pub struct Inbox<R> {
    sender: Sender<Arrival<R>>,
    arrivals: Receiver<Arrival<R>>,
    /// One for each event that waits.
    waiting: Option<Receiver<()>>,
}

impl<R: Send + 'static> Inbox<R> {
    /// An inbox that others can send to; the terminal is not listened to yet.
    pub fn new() -> Self {
        let (sender, arrivals) = channel();
        Self { sender, arrivals, waiting: None }
    }

    /// A way in for another thread. Sending never waits.
    pub fn sender(&self) -> Sender<Arrival<R>> {
        self.sender.clone()
    }

    /// Begins to read the terminal, which must have been taken and asked for its [`size`](super::size) before.
    pub fn listen(&mut self) -> io::Result<()> {
        let (room, waiting) = sync_channel(ROOM);
        let sender = self.sender();
        thread::Builder::new().name("keys".to_owned()).spawn(move || read(&room, &sender))?;
        self.waiting = Some(waiting);
        Ok(())
    }

    fn take(&mut self, arrival: Option<Arrival<R>>) -> Option<Arrival<R>> {
        if let (Some(Arrival::Event(_)), Some(waiting)) = (&arrival, &self.waiting) {
            let _ = waiting.try_recv();
        }
        arrival
    }
}

impl<R: Send + 'static> Default for Inbox<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R: Send + 'static> Events<R> for Inbox<R> {
    fn wait(&mut self, timeout: Option<Duration>) -> Option<Arrival<R>> {
        let arrival = match timeout {
            None => self.arrivals.recv().ok(),
            Some(timeout) => self.arrivals.recv_timeout(timeout).ok(),
        };
        self.take(arrival)
    }

    fn pending(&mut self) -> Option<Arrival<R>> {
        let arrival = self.arrivals.try_recv().ok();
        self.take(arrival)
    }

    fn suspend(&mut self) -> io::Result<Option<Size>> {
        session::suspend().map(Some)
    }
}

/// Reads the terminal until it has no more to say, or nobody listens.
fn read<R>(room: &SyncSender<()>, sender: &Sender<Arrival<R>>) {
    loop {
        let arrival = event::read().map_or_else(Arrival::Ended, Arrival::Event);
        if !matters(&arrival) {
            continue;
        }
        let is_last = matches!(arrival, Arrival::Ended(_));
        let is_heard = (is_last || room.send(()).is_ok()) && sender.send(arrival).is_ok();
        if is_last || !is_heard {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_thread_says_wakes_the_program() {
        let mut inbox = Inbox::new();
        let sender = inbox.sender();
        let other = thread::spawn(move || sender.send(Arrival::Reply("guardado")));
        assert!(matches!(inbox.wait(None), Some(Arrival::Reply("guardado"))));
        assert!(other.join().unwrap().is_ok());
        assert!(inbox.pending().is_none());
        assert!(inbox.wait(Some(Duration::ZERO)).is_none());
    }
}
