//! The one who writes down: takes jobs one after another and answers when they are done.
//!
//! Owns when the file follows the journal. Runs on a thread of its own, so that no key waits for a disk; in tests it is
//! asked directly.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};

use super::clock::Clock;
use crate::{
    app::{
        effect::{Closing, Keep, Msg},
        notice::Failure,
    },
    store::{self, Keeper, SaveError},
};

/// What there is to say after a job.
pub type Answers = Vec<Msg>;

/// Rest after a change before the file follows.
const REST: TimeDelta = TimeDelta::seconds(2);
/// The longest time that the file may be behind, however busy the meeting.
const LONGEST: TimeDelta = TimeDelta::seconds(30);
/// Changes by which it may be behind.
const MOST: usize = 64;

/// Something to do.
#[derive(Debug)]
pub enum Job {
    /// Write this notebook from now on.
    Take(Box<Keeper>),
    /// Keep a change.
    Keep(Box<Keep>),
    /// Write down that names are shown.
    Reveal,
    /// Keep what is being typed, or forget it.
    Draft(Option<serde_json::Value>),
    /// Try again to keep all changes up to this number, and to write the file.
    Again(u64),
    /// See whether the file is still the one that was written.
    Look,
    /// Let the file follow now. Answered when it does, or could not.
    Settle(Sender<()>),
    /// Lay the pen down.
    Close(Closing),
    /// Put everything where it is safe, now: the program is about to end. Answered when it is.
    Finish(Sender<()>),
}

/// Who writes down, and what.
#[derive(Debug)]
pub struct Scribe {
    clock: Clock,
    keeper: Option<Keeper>,
    /// The first and the last change that are not in the file yet.
    behind: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// The number of the last change that was asked for.
    last: u64,
    /// Whether what is being typed could not be kept.
    is_draft_unkept: bool,
    /// Whether to see how much room the disk has.
    sees_room: bool,
    /// Whether it was said that it has little.
    said_low: bool,
}

impl Scribe {
    /// Nothing to write yet.
    pub fn new(clock: Clock) -> Self {
        Self { clock, keeper: None, behind: None, last: 0, is_draft_unkept: false, sees_room: false, said_low: false }
    }

    /// Does a job; gives what there is to say.
    pub fn work(&mut self, job: Job) -> Answers {
        let now = self.clock.now().at;
        let answers = match job {
            Job::Again(number) => self.again(number, now),
            Job::Settle(done) => {
                let answers = if self.behind.is_some() { self.file(now) } else { Answers::new() };
                // Nobody waits any more: it took too long.
                let _ = done.send(());
                answers
            }
            job => self.answer(job, now).into_iter().collect(),
        };
        self.with_room(answers)
    }

    /// Jobs with one answer at most.
    fn answer(&mut self, job: Job, now: DateTime<Utc>) -> Option<Msg> {
        match job {
            Job::Take(keeper) => self.take(*keeper, now),
            Job::Keep(keep) => self.keep(*keep, now),
            Job::Reveal => {
                let failure = self.keeper.as_mut()?.reveal(now).err()?;
                Some(Msg::Failed(Failure::Save(failure)))
            }
            Job::Draft(form) => {
                // What cannot be kept of a draft is still on the screen: said once.
                let kept = self.keeper.as_mut()?.draft(form, now);
                let was_unkept = std::mem::replace(&mut self.is_draft_unkept, kept.is_err());
                let failure = kept.err().filter(|_| !was_unkept)?;
                Some(Msg::Failed(Failure::Disk(failure)))
            }
            Job::Look => {
                let keeper = self.keeper.as_ref().filter(|keeper| !keeper.is_unchanged_outside())?;
                let path = keeper.path().to_owned();
                Some(Msg::Filed(Err(Failure::Save(SaveError::ChangedOutside { path }))))
            }
            Job::Again(_) | Job::Settle(_) => None,
            Job::Close(closing) => Some(Msg::Closed(self.close(closing, now))),
            Job::Finish(done) => {
                drop(self.close(Closing::WithFile, now));
                // Nobody waits any more: the program is gone.
                let _ = done.send(());
                None
            }
        }
    }

    /// How long until the file has to follow; none while it says everything.
    pub fn due(&self) -> Option<Duration> {
        let (first, last) = self.behind?;
        let at = (last + REST).min(first + LONGEST);
        Some((at - self.clock.now().at).min(LONGEST).to_std().unwrap_or(Duration::ZERO))
    }

    /// Lets the file follow.
    pub fn wake(&mut self) -> Answers {
        let answers = self.file(self.clock.now().at);
        self.with_room(answers)
    }

    /// Lets the file follow; changes that were not safe and are now are said first.
    fn file(&mut self, now: DateTime<Utc>) -> Answers {
        (self.behind, self.sees_room) = (None, true);
        let Some(keeper) = &mut self.keeper else { return Answers::new() };
        let waited = keeper.is_waiting();
        let filed = keeper.checkpoint(now).map(drop);
        if matches!(filed, Err(SaveError::Failed(_))) {
            // The disk may take it by and by: somebody frees room, a line comes back.
            self.behind = Some((now, now + LONGEST - REST));
        }
        let filed = Msg::Filed(filed.map_err(Failure::Save));
        let is_safe_now = waited && !keeper.is_waiting();
        let kept = is_safe_now.then_some(Msg::Kept { number: self.last, result: Ok(()) });
        kept.into_iter().chain([filed]).collect()
    }

    /// Adds that the disk has little room: once after a notebook was opened, and whenever something did not fit.
    fn with_room(&mut self, answers: Answers) -> Answers {
        if answers.iter().any(Msg::lacks_room) {
            (self.sees_room, self.said_low) = (true, false);
        }
        let sees = std::mem::take(&mut self.sees_room) && !self.said_low;
        let low = self.keeper.as_ref().filter(|_| sees).and_then(Keeper::low_room);
        self.said_low |= low.is_some();
        answers.into_iter().chain(low.map(Msg::LowRoom)).collect()
    }

    fn take(&mut self, keeper: Keeper, now: DateTime<Utc>) -> Option<Msg> {
        (self.sees_room, self.said_low) = (true, false);
        self.behind = (keeper.ahead() > 0).then_some((now, now));
        let keeper = self.keeper.insert(keeper);
        let failure = keeper.prepare(now).err()?;
        // A person knows the notebook, not its journal. That a disk is full is said by what is left of it.
        let failure = Failure::Disk(store::Failure { path: keeper.path().to_owned(), ..failure });
        if failure.lacks_room() { None } else { Some(Msg::Failed(failure)) }
    }

    fn keep(&mut self, keep: Keep, now: DateTime<Utc>) -> Option<Msg> {
        let keeper = self.keeper.as_mut()?;
        let Keep { number, act, edit } = keep;
        self.last = number;
        let before = keeper.ahead();
        let kept = keeper.commit(act, edit, now);
        if keeper.ahead() > before {
            let first = self.behind.map_or(now, |(first, _)| first);
            // Where there are many the file follows at once, after the answer.
            self.behind = Some(if keeper.ahead() >= MOST { (now - LONGEST, now - REST) } else { (first, now) });
        }
        Some(Msg::Kept { number, result: kept.map_err(Failure::Save) })
    }

    /// Two answers: whether all changes are safe now, and whether the file follows.
    fn again(&mut self, number: u64, now: DateTime<Utc>) -> Answers {
        let Some(keeper) = &mut self.keeper else { return Answers::new() };
        let result = keeper.flush(now).map_err(Failure::Save);
        let filed = if result.is_ok() { self.file(now) } else { Answers::new() };
        std::iter::once(Msg::Kept { number, result }).chain(filed).collect()
    }

    fn close(&mut self, closing: Closing, now: DateTime<Utc>) -> Result<(), Failure> {
        let Some(keeper) = &mut self.keeper else { return Ok(()) };
        match closing {
            Closing::WithFile => keeper.close(now).map_err(Failure::Save)?,
            Closing::JournalOnly => keeper.lay_down(now),
        }
        (self.keeper, self.behind) = (None, None);
        Ok(())
    }
}

/// Works until nobody asks any more, and lays the pen down then.
pub fn work_off(mut scribe: Scribe, jobs: &Receiver<Job>, say: impl Fn(Msg)) {
    loop {
        let job = match scribe.due() {
            Some(left) => jobs.recv_timeout(left),
            None => jobs.recv().map_err(|_nobody_asks| RecvTimeoutError::Disconnected),
        };
        let answer = match job {
            Ok(job) => scribe.work(job),
            Err(RecvTimeoutError::Timeout) => scribe.wake(),
            Err(RecvTimeoutError::Disconnected) => break,
        };
        answer.into_iter().for_each(&say);
    }
    scribe.work(Job::Close(Closing::WithFile));
}

#[cfg(test)]
mod tests;
