//! A notebook's file in every state that a stick, a cloud folder, an editor or a failing disk can leave it in: what a
//! person reads is what was kept, or the program says that it is not.
//!
//! Everything in it is invented. Each part prints one line of figures.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::string_slice, reason = "files are spoilt at places that were just found in them")]

#[path = "support/figures.rs"]
mod figures;
#[path = "support/keeping.rs"]
mod keeping;

#[path = "corpus/backups.rs"]
mod backups;
#[path = "corpus/drafts.rs"]
mod drafts;
#[path = "corpus/judge.rs"]
mod judge;
#[path = "corpus/places.rs"]
mod places;
#[path = "corpus/scene.rs"]
mod scene;
#[path = "corpus/spoil.rs"]
mod spoil;
#[path = "corpus/whole_file.rs"]
mod whole_file;
