//! The real terminal: entering and leaving it, all that arrives while the program waits, the guards that end the program
//! when its line has dropped, and frames written as few bytes as possible. It knows nothing of notebooks, screens or
//! sentences.
//!
//! Frames are encoded here and not by a back end of ratatui's: what a person feels over a slow line is the number of
//! bytes of a key, and knowing the whole frame before and after it allows a fraction of them.

mod ascii;
mod colour;
mod encode;
mod events;
mod gate;
mod grid;
mod guard;
mod inbox;
mod panic;
mod pen;
mod screen;
mod scroll;
mod session;
mod tile;
mod way;

pub use events::{Arrival, Event, Events, ScriptedEvents};
pub use gate::Output;
pub use guard::{Guard, OnEnd, is_hang_up};
pub use inbox::Inbox;
pub use screen::{Frame, Screen};
pub use session::{EnterError, Session, is_possible, output, size, window};

/// The characters that the terminal at the other end can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// Everything, as UTF-8.
    #[default]
    Unicode,
    /// The 95 printable ASCII characters; others are replaced by a likeness of the same number of columns.
    Ascii,
}

#[cfg(test)]
mod tests;
