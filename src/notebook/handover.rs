//! Handing a student over to the school that receives them: the file that goes there, and the edits on both sides.
//!
//! What travels is an allow-list (`travel`). Remarks, engagement, attendance by week, notes of contacts and how a student
//! stood on a list stay where they are. Whether a student has arrived is said by a person of the receiving school, never
//! assumed.

mod travel;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Notebook,
    action::Action,
    contact::Contact,
    edit::{Change, Deed, Edit},
    extra::Extra,
    id::Id,
    personal::Reveal,
    safe_text::SafeText,
    steps::Making,
    student::Student,
    trajectory::began,
    transfer::{Contacts, Prompt, Support, Told, Transfer},
};
use crate::rules::{identity::Rbd, status::Status};
use travel::{at_home, joined, travelling};

/// The name that stands in every file.
pub const FORMAT: &str = "tep-handover";
/// The version that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The file that goes to the receiving school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOver {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the format.
    pub version: u32,
    /// Whether the student is invented.
    #[serde(default)]
    pub invented: bool,
    /// What the sending school is called.
    pub school: SafeText,
    /// Schools, dates, prompts, supports.
    pub transfer: Transfer,
    /// The student, with attendance, grades and years.
    pub student: Student,
}

/// Why nothing is handed over or taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The student left in another way.
    NotHere(Status),
    /// The student was not handed over, or it has been confirmed.
    NothingToConfirm,
    /// The file was sent by this very school, or is to go to it.
    OwnSchool,
    /// The file was sent to another school.
    OtherSchool(Rbd),
    /// One of the two is invented and the other is not.
    Practice,
}

/// What those who hand over say.
#[derive(Debug, Clone, Default)]
pub struct Message {
    /// The receiving school, where known.
    pub to: Option<Rbd>,
    /// The day on which it is sent; today, where nobody says another.
    pub sent: Option<NaiveDate>,
    /// What is said to the prompts.
    pub prompts: Vec<(Prompt, SafeText)>,
}

impl Notebook {
    /// The file of one student, and the student as they are after it was sent. Sent once more, it is the same hand-over.
    pub fn hand_over(
        &self,
        student: &Student,
        message: &Message,
        making: &mut Making<'_>,
    ) -> Result<(HandOver, Change), Refusal> {
        if message.to == Some(self.school.rbd) {
            return Err(Refusal::OwnSchool);
        }
        let mut after = student.clone();
        // Of one that came to nothing the record stays: the last one counts.
        let open = after.transfers.iter().rposition(|transfer| transfer.is_open() && transfer.from == self.school.rbd);
        let mut transfer = match (student.status(), open) {
            (Status::TransferredUnconfirmed, Some(at)) => after.transfers.remove(at),
            (Status::TransferredUnconfirmed, None) => self.transfer_of(student, making),
            (Status::Enrolled | Status::Withdrawn, _) => {
                after.history.push(began(Status::TransferredUnconfirmed, message.sent.unwrap_or(making.today)));
                self.transfer_of(student, making)
            }
            (status, _) => return Err(Refusal::NotHere(status)),
        };
        transfer.to = message.to.or(transfer.to);
        transfer.sent = message.sent.unwrap_or(transfer.sent);
        for told in &mut transfer.prompts {
            if let Some((_, said)) = message.prompts.iter().find(|(prompt, _)| *prompt == told.prompt) {
                told.answer = said.clone();
            }
        }
        after.transfers.push(transfer.clone());
        let file = HandOver {
            format: FORMAT.into(),
            version: VERSION,
            invented: self.school.invented,
            school: self.school.name.clone(),
            transfer,
            student: travelling(student, self.school.rbd),
        };
        Ok((file, Change::replace(student.clone(), after)))
    }

    fn transfer_of(&self, student: &Student, making: &mut Making<'_>) -> Transfer {
        let blank = |prompt| Told { prompt, answer: SafeText::default(), extra: Extra::new() };
        // An action for many may say something about the others; one that went on into the next cycle stands there.
        let is_alone = |action: &&Action| action.students.as_slice() == [student.id] && action.courses.is_empty();
        let goes_on = |action: &&Action| self.actions.iter().any(|later| later.carried_from == Some(action.id));
        let alone = self.actions.iter().filter(|action| is_alone(action) && !goes_on(action));
        Transfer {
            id: making.id(),
            from: self.school.rbd,
            to: None,
            sent: making.today,
            received: None,
            confirmed: None,
            prompts: Prompt::ALL.map(blank).to_vec(),
            supports: alone.map(Support::of).collect(),
            contacts: self.contacts_with(student.id),
            extra: Extra::new(),
        }
    }

    fn contacts_with(&self, student: Id<Student>) -> Option<Contacts> {
        let (mut all, mut reached, mut last) = (0, 0, None);
        let is_of = |contact: &&Contact| contact.student == student && contact.kind.is_contact();
        for contact in self.contacts.iter().filter(is_of) {
            all += 1;
            reached += u32::from(contact.is_reached());
            last = last.max(Some(contact.on));
        }
        (all > 0).then(|| Contacts { all, reached, last, extra: Extra::new() })
    }

    /// The receiving school has said that the student is there; also of one whose leaving a list tells, without a file.
    pub fn confirm_hand_over(&self, student: &Student, on: NaiveDate) -> Result<Edit, Refusal> {
        if student.status() != Status::TransferredUnconfirmed {
            return Err(Refusal::NothingToConfirm);
        }
        let mut after = student.clone();
        if let Some(transfer) = after.transfers.iter_mut().rev().find(|transfer| transfer.is_open()) {
            transfer.confirmed = Some(on);
        }
        after.history.push(began(Status::TransferredConfirmed, on));
        Ok(Edit::one(Deed::ConfirmHandOver, Change::replace(student.clone(), after)))
    }

    /// Takes a student in, with their history; none where the file was taken in before. Of one who is known here already
    /// only what is missing is added.
    pub fn receive(&self, file: &HandOver, today: NaiveDate) -> Result<Option<Edit>, Refusal> {
        let rbd = self.school.rbd;
        match file.transfer.to {
            _ if file.transfer.from == rbd => return Err(Refusal::OwnSchool),
            Some(to) if to != rbd => return Err(Refusal::OtherSchool(to)),
            _ if file.invented != self.school.invented => return Err(Refusal::Practice),
            _ => {}
        }
        let known = self.known(&file.student);
        let is_known = |transfer: &Transfer| transfer.id == file.transfer.id && transfer.received.is_some();
        if known.is_some_and(|student| student.transfers.iter().any(is_known)) {
            return Ok(None);
        }
        let mut arriving = travelling(&file.student, file.transfer.from);
        at_home(&mut arriving, rbd);
        let mut after = match known {
            Some(student) => joined(student.clone(), arriving),
            None => arriving,
        };
        after.transfers.retain(|transfer| transfer.id != file.transfer.id);
        let (received, confirmed) = (Some(today), None);
        after.transfers.push(Transfer { received, confirmed, to: Some(rbd), ..file.transfer.clone() });
        if known.is_none() || !after.status().is_here() {
            after.history.push(began(Status::Enrolled, today));
        }
        let change = match known {
            Some(student) => Change::replace(student.clone(), after),
            None => Change::add(after),
        };
        Ok(Some(Edit::one(Deed::Receive, change)))
    }

    /// The student of this notebook who is meant: the same item, or the same number.
    fn known(&self, student: &Student) -> Option<&Student> {
        let numbers = |student: &Student| {
            let runs = student.run.iter().chain(&student.aliases);
            runs.map(|run| *run.reveal(Reveal::ToMatch)).collect::<Vec<_>>()
        };
        let wanted = numbers(student);
        let is_same = |other: &&Student| {
            numbers(other).iter().any(|run| wanted.contains(run))
                || (student.mrun.is_some() && student.mrun == other.mrun)
        };
        self.students.get(student.id).or_else(|| self.students.iter().find(is_same))
    }
}

#[cfg(test)]
mod tests;
