//! Draws the main screen anew for the README: `cargo run --example picture` writes `examples/main-screen.svg`.
//!
//! The picture comes from the real program with invented people and is never drawn by hand; `tests/readme.rs` fails
//! while it shows another screen than the program does.

#[path = "support/main_screen.rs"]
mod main_screen;

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(main_screen::FILE);
    fs::write(path, main_screen::picture())
}
