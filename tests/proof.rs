//! Nothing that was called kept is ever lost: every fault of a disk at every moment, and every disk that can be found.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers of these tests have no other way to say what is wrong"
)]

#[path = "proof/faults.rs"]
mod faults;
#[path = "support/figures.rs"]
mod figures;
#[path = "proof/journals.rs"]
mod journals;
#[path = "proof/judge.rs"]
mod judge;
#[path = "proof/sabotage.rs"]
mod sabotage;
#[path = "proof/script.rs"]
mod script;
#[path = "proof/session.rs"]
mod session;

use std::{fmt::Write as _, sync::Arc, time::Instant};

use tep_notebook::store::{
    Fs,
    fs::memory::{Ability, Medium, MemoryFs},
};

use faults::{Faults, enumerate, plain};
use figures::say;
use judge::{Depth, Judge, later};
use sabotage::{Sabotage, Saboteur};
use script::{Script, begin};
use session::{Doing, FILE, Session, Span, open};

/// A meeting.
const MEETING: &[Doing] = &[
    Doing::Prepare,
    Doing::Keep(4),
    Doing::Checkpoint,
    Doing::Keep(3),
    Doing::Checkpoint,
    Doing::Keep(2),
    Doing::Close,
];
/// A short one.
const VISIT: &[Doing] = &[Doing::Keep(2), Doing::Checkpoint, Doing::Keep(2), Doing::Close];

fn report(what: &str, judge: &Judge<'_>, start: Instant) {
    let (states, violations) = (judge.states(), judge.violations());
    let (alarms, shortened, seconds) = (judge.alarms(), judge.shortened(), start.elapsed().as_secs_f32());
    say(&format!(
        "proof: T1 {what}: {states} states, {violations} violations; {alarms} false alarms, {shortened} with less to undo, \
         {seconds:.1} s"
    ));
}

/// A disk with a notebook that was written elsewhere and lies there alone.
fn alone(script: &Script) -> Medium {
    let disk = MemoryFs::default();
    disk.put(FILE, &script.files[0]);
    disk.medium()
}

fn from_the_start<'a>(script: &'a Script, plan: &'a [Doing]) -> Session<'a> {
    Session { script, plan, start: Span::only(0), adopts: false, now: begin() }
}

#[test]
fn whatever_fails_in_a_meeting_what_was_kept_is_there_afterwards() {
    let start = Instant::now();
    let script = Script::new();
    let judge = Judge::new(&script);
    enumerate(&judge, &from_the_start(&script, MEETING), &alone(&script), &plain, Depth::Work, Faults::All);
    report("a meeting", &judge, start);
    assert_eq!(judge.shortened(), 0);
    assert_eq!(judge.violations(), 0, "{:#?}", judge.examples());
    assert!(judge.states() > 100_000, "only {} disks were found", judge.states());
}

#[test]
fn on_a_disk_that_cannot_do_everything_nothing_is_lost_either() {
    let start = Instant::now();
    let script = Script::new();
    let files: [&[Ability]; 2] = [&[Ability::Exchange], &[Ability::Exchange, Ability::Link]];
    // Where no lock tells that a process is gone, its journal cannot be written anew: a lie about a sync lives on.
    for (lacking, faults) in
        files.map(|lacking| (lacking, Faults::All)).into_iter().chain([(&[Ability::Lock][..], Faults::Honest)])
    {
        let mut judge = Judge::new(&script);
        judge.lacking = lacking;
        enumerate(&judge, &from_the_start(&script, VISIT), &alone(&script), &plain, Depth::Recovery, faults);
        report(&format!("without {lacking:?}"), &judge, start);
        assert_eq!(judge.violations(), 0, "{:#?}", judge.examples());
    }
}

/// A disk on which a team has worked, and then somebody changed the file by other means; with the work that goes on.
fn changed_outside() -> (Medium, Script, Vec<u8>) {
    let before = Script::new();
    let disk = Arc::new(MemoryFs::holding(alone(&before)));
    let fs: Arc<dyn Fs> = Arc::<MemoryFs>::clone(&disk);
    from_the_start(&before, MEETING).run(&disk, &fs, None);
    let text = String::from_utf8(disk.get(FILE).unwrap()).unwrap();
    let theirs = text.replace("\"given_names\":\"Ana\"", "\"given_names\":\"Eva\"");
    assert_ne!(text, theirs);
    disk.put(FILE, theirs.as_bytes());
    let medium = disk.medium().written();
    let fs: Arc<dyn Fs> = Arc::new(MemoryFs::holding(medium.clone()));
    let ready = open(&fs, true, later(1)).unwrap();
    assert!(ready.story.adopted > 0, "{:?}", ready.story);
    let stacks = ready.story.stacks;
    assert_eq!(stacks.done.split_last().unwrap().1, before.stacks[9].0, "what was done before can still be undone");
    let script = Script::from((*ready.notebook).clone(), (stacks.done, stacks.undone));
    (medium, script, theirs.into_bytes())
}

#[test]
fn what_somebody_wrote_into_the_file_meanwhile_is_kept_with_the_rest() {
    let start = Instant::now();
    let (medium, script, theirs) = changed_outside();
    let mut judge = Judge::new(&script);
    (judge.adopts, judge.others) = (true, vec![theirs]);
    let session = Session { adopts: true, now: later(1), ..from_the_start(&script, VISIT) };
    enumerate(&judge, &session, &medium, &plain, Depth::Recovery, Faults::None);
    assert_eq!(judge.shortened(), 0);
    enumerate(&judge, &session, &medium, &plain, Depth::Recovery, Faults::All);
    report("changed outside", &judge, start);
    assert_eq!(judge.violations(), 0, "{:#?}", judge.examples());
}

#[test]
fn a_protocol_with_one_promise_broken_is_found_out() {
    let start = Instant::now();
    let script = Script::new();
    let (mut seen, mut unseen) = (String::new(), Vec::new());
    for breaks in Sabotage::ALL {
        let judge = Judge::new(&script);
        let glasses = |disk: Arc<MemoryFs>| -> Arc<dyn Fs> { Arc::new(Saboteur { disk, breaks }) };
        enumerate(&judge, &from_the_start(&script, VISIT), &alone(&script), &glasses, Depth::Open, Faults::All);
        let _ = write!(seen, ", {breaks:?} {}", judge.violations());
        if judge.violations() == 0 {
            unseen.push(breaks);
        }
    }
    let (all, seconds) = (Sabotage::ALL.len(), start.elapsed().as_secs_f32());
    say(&format!("proof: T2 violations found in {all} sabotaged protocols{seen}; {seconds:.1} s"));
    assert!(unseen.is_empty(), "not found out: {unseen:?}");
}

#[test]
fn a_damaged_journal_never_leads_to_a_notebook_that_never_was() {
    let start = Instant::now();
    let found = journals::try_all(&Script::new());
    say(&format!("proof: T3 {found}, {:.1} s", start.elapsed().as_secs_f32()));
    assert!(found.wrong.is_empty(), "{:#?}", found.wrong.iter().take(10).collect::<Vec<_>>());
    assert!(found.journals > 5_000 && found.earlier > 0 && found.told > 0);
}
