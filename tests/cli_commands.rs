//! The real program `tep` in a home of its own: what it prints, how it ends, and what it leaves on the disk.
#![expect(clippy::unwrap_used, reason = "the helpers of these tests have no other way to say what is wrong")]

#[path = "support/figures.rs"]
mod figures;

#[path = "cli_commands/backups.rs"]
mod backups;
#[path = "cli_commands/bench.rs"]
mod bench;
#[path = "cli_commands/contacts.rs"]
mod contacts;
#[path = "cli_commands/cycle.rs"]
mod cycle;
#[path = "cli_commands/demo.rs"]
mod demo;
#[path = "cli_commands/doctor.rs"]
mod doctor;
#[path = "cli_commands/handover.rs"]
mod handover;
#[path = "cli_commands/help.rs"]
mod help;
#[path = "cli_commands/import.rs"]
mod import;
#[path = "support/keeping.rs"]
mod keeping;
#[path = "cli_commands/log.rs"]
mod log;
#[path = "cli_commands/restore.rs"]
mod restore;
#[path = "cli_commands/runchart.rs"]
mod runchart;
#[path = "cli_commands/shelf.rs"]
mod shelf;
#[path = "cli_commands/show.rs"]
mod show;
#[path = "cli_commands/students.rs"]
mod students;
#[path = "cli_commands/validate.rs"]
mod validate;
#[path = "cli_commands/worksheet.rs"]
mod worksheet;
