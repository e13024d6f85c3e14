//! The real program `tep` in a terminal of its own: what a person sees, what the line carries, and what is left behind.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "the helpers of these tests have no other way to say what is wrong, or skipped"
)]

#[path = "terminal/endings.rs"]
mod endings;
#[path = "support/figures.rs"]
mod figures;
#[path = "terminal/garbage.rs"]
mod garbage;
#[path = "terminal/idle.rs"]
mod idle;
#[path = "terminal/importing.rs"]
mod importing;
#[path = "terminal/leaving.rs"]
mod leaving;
#[path = "terminal/looks.rs"]
mod looks;
#[path = "terminal/memory.rs"]
mod memory;
#[path = "terminal/pipes.rs"]
mod pipes;
#[path = "terminal/support.rs"]
mod support;
#[path = "terminal/together.rs"]
mod together;
#[path = "terminal/tutoring.rs"]
mod tutoring;
#[path = "terminal/windows.rs"]
mod windows;
