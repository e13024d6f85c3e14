//! The command line in words: help, wrong use, troubles, and what the commands print.

pub mod backups;
pub mod doctor;
pub mod help;
pub mod log;
pub mod misuse;
pub mod print;
pub mod restore;
pub mod runchart;
pub mod students;
pub mod trouble;
