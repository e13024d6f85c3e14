//! The shape of the command line: commands, options, and what each takes. Never a word of help: those come from `text`.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::{ArgAction, Args, Parser, Subcommand};
use clap_complete::Shell;

use crate::insight::contact_rate::CONTACT_RATE;

// Plain comments on purpose: doc comments would become help in one language only.

// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "tep", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Given {
    #[command(flatten)]
    pub common: Common,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, global = true)]
    pub dir: Option<PathBuf>,
    #[arg(long, global = true, value_parser = ["es", "en"])]
    lang: Option<String>,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(long, global = true)]
    pub private: bool,
    #[arg(long, global = true)]
    pub plain: bool,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Open(Open),
    New(New),
    List(List),
    Show(Show),
    Students(Students),
    Runchart(Runchart),
    Contacts(Contacts),
    Cycle(Cycle),
    Compare(Compare),
    Worksheet(Worksheet),
    Questions,
    Log(Log),
    Backups(Backups),
    Restore(Restore),
    Doctor(Doctor),
    Import(Import),
    #[command(name = "handover")]
    HandOver(HandOver),
    Inspect(Inspect),
    Validate(Validate),
    Tutor(Tutor),
    Demo(Demo),
    Keys(Keys),
    Schema,
    Completions(Completions),
    Help(Help),
}

#[derive(Debug, Args)]
pub(super) struct Open {
    pub school: String,
}

#[derive(Debug, Args)]
pub(super) struct New {
    pub rbd: String,
    #[arg(long)]
    pub name: String,
    #[arg(long)]
    pub commune: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Keys {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    pub school: String,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub names: bool,
}

#[derive(Debug, Args)]
pub(super) struct Students {
    pub school: String,
    #[arg(long)]
    pub flagged: bool,
    #[arg(long, value_parser = day)]
    pub as_of: Option<NaiveDate>,
    #[arg(long, value_parser = ["mineduc", "agencia"], default_value = "mineduc")]
    pub scale: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Runchart {
    pub series: String,
    #[arg(long)]
    pub weekly: bool,
    #[arg(long, value_parser = ["anhoej", "classic"])]
    pub rules: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    pub baseline: Option<u16>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Contacts {
    pub school: String,
    #[arg(long, default_value_t = CONTACT_RATE.threshold, value_parser = clap::value_parser!(u16).range(1..=366))]
    pub days: u16,
    #[arg(long, value_parser = day)]
    pub as_of: Option<NaiveDate>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Cycle {
    pub school: String,
    #[arg(long)]
    pub number: Option<u16>,
    #[arg(long, value_parser = day)]
    pub as_of: Option<NaiveDate>,
    #[arg(long, value_parser = ["text", "dot"], conflicts_with = "json")]
    pub drivers: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Compare {
    pub school: String,
    pub first: u16,
    pub second: u16,
    #[arg(long, value_parser = day)]
    pub as_of: Option<NaiveDate>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Worksheet {
    pub school: String,
    #[arg(long, value_parser = ["1", "2", "3", "4", "5"])]
    pub step: String,
    #[arg(long)]
    pub number: Option<u16>,
    #[arg(long, conflicts_with = "number")]
    pub blank: bool,
    #[arg(long, value_parser = day)]
    pub as_of: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct Log {
    pub school: String,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub values: bool,
    #[arg(long)]
    pub names: bool,
}

#[derive(Debug, Args)]
pub(super) struct Backups {
    pub school: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    pub school: String,
    pub which: String,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    pub school: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub into: Option<String>,
    #[arg(long)]
    pub create: bool,
    #[arg(long, value_parser = clap::value_parser!(i32).range(1990..=2100))]
    pub year: Option<i32>,
    #[arg(long, conflicts_with = "different")]
    pub same: bool,
    #[arg(long)]
    pub different: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct HandOver {
    pub school: String,
    #[arg(required_unless_present = "grade", conflicts_with = "grade")]
    pub student: Option<String>,
    #[arg(long)]
    pub grade: Option<String>,
    #[arg(short = 'o', long, required_unless_present = "confirm")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub to: Option<String>,
    #[arg(long)]
    pub say: Vec<String>,
    #[arg(long)]
    pub sealed: bool,
    #[arg(long, conflicts_with_all = ["output", "to", "say", "sealed"])]
    pub confirm: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Inspect {
    pub file: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Validate {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub capacity: u8,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Tutor {
    #[arg(long)]
    pub again: bool,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long)]
    pub no_open: bool,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_enum)]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct Help {
    pub topic: Option<String>,
}

// A day as files write it, or as people do.
fn day(text: &str) -> Result<NaiveDate, &'static str> {
    let day = text.parse().or_else(|_| NaiveDate::parse_from_str(text, "%d-%m-%Y"));
    day.ok().filter(|day: &NaiveDate| (1900..3000).contains(&day.year())).ok_or("no day")
}
