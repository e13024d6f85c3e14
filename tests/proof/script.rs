//! A team's work as it is done at a table: edits of every kind, taken back and done again, with the notebook after each.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use tep_notebook::{
    notebook::{
        Notebook,
        action::{Action, ActionKind, ActionState},
        contact::{Contact, ContactKind, ContactResult, ContactWith},
        cycle::Criterion,
        edit::{Change, Deed, Edit},
        extra::Extra,
        id::Ids,
        learning::{Learning, Theme, Voice},
        safe_text::SafeText,
        school::School,
        steps::Making,
        student::Student,
    },
    rules::identity::Rbd,
    store::{journal::Act, write_notebook},
};

/// What undo takes back and what redo makes again, oldest first.
pub type Stacks = (Vec<Edit>, Vec<Edit>);

/// The notebook from state to state.
pub struct Script {
    /// The notebook before and after each act.
    pub states: Vec<Arc<Notebook>>,
    /// The files of these states.
    pub files: Vec<Vec<u8>>,
    /// What leads from each state to the next.
    pub acts: Vec<(Act, Edit)>,
    /// What can be undone and redone at each state.
    pub stacks: Vec<Stacks>,
}

/// The moment at which the work begins.
pub fn begin() -> DateTime<Utc> {
    DateTime::from_timestamp(1_624_899_600, 0).unwrap()
}

fn today() -> NaiveDate {
    begin().date_naive()
}

struct Team {
    script: Script,
    ids: Ids,
}

impl Script {
    /// Some three hours of a small school.
    pub fn new() -> Self {
        let mut team = Team::begin();
        team.opens_a_cycle();
        team.writes("Que nadie falte");
        team.calls(0, "No contesta");
        team.undoes();
        team.calls(0, "Viene el lunes");
        team.plans("Llamar a las familias");
        team.completes();
        team.undoes();
        team.undoes();
        team.redoes();
        team.writes("Que nadie falte el lunes");
        team.undoes();
        team.calls(1, "Volvió");
        team.learns("Llamar el lunes");
        team.calls(2, "Número equivocado");
        team.undoes();
        team.writes("Nadie falta el lunes");
        team.script
    }

    /// The same work on a notebook that begins otherwise.
    pub fn from(notebook: Notebook, stacks: Stacks) -> Self {
        let mut team = Team::at(notebook, stacks);
        team.writes("Después del cambio");
        team.calls(1, "Se cambió de casa");
        team.undoes();
        team.undoes();
        team.undoes();
        team.writes("Otra vez");
        team.script
    }
}

impl Team {
    fn begin() -> Self {
        let mut ids = Ids::Seeded(3);
        let school = School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"));
        let mut notebook = Notebook::new(ids.next(begin()), school);
        for course in ["7B-A", "7B-A", "8B"] {
            let id: String = serde_json::to_value(ids.next::<Student>(begin())).unwrap().as_str().unwrap().to_owned();
            let student: Student = serde_json::from_value(serde_json::json!({
                "id": id, "course": course, "given_names": "Ana", "paternal_surname": "Inventada"
            }))
            .unwrap();
            notebook.apply(&Edit::one(Deed::Import, Change::add(student))).unwrap();
        }
        Self::at(notebook, (Vec::new(), Vec::new()))
    }

    fn at(notebook: Notebook, stacks: Stacks) -> Self {
        let ids = Ids::Seeded(u64::try_from(notebook.contacts.len()).unwrap() + 5);
        let files = vec![write_notebook(&notebook).unwrap()];
        let script = Script { states: vec![Arc::new(notebook)], files, acts: Vec::new(), stacks: vec![stacks] };
        Self { script, ids }
    }

    fn notebook(&self) -> &Notebook {
        self.script.states.last().unwrap()
    }

    fn does(&mut self, edit: Edit) {
        let (mut done, _) = self.script.stacks.last().unwrap().clone();
        done.push(edit.clone());
        self.acts(Act::Do, edit, (done, Vec::new()));
    }

    fn undoes(&mut self) {
        let (mut done, mut undone) = self.script.stacks.last().unwrap().clone();
        let last = done.pop().unwrap();
        undone.push(last.clone());
        self.acts(Act::Undo, last.inverse(), (done, undone));
    }

    fn redoes(&mut self) {
        let (mut done, mut undone) = self.script.stacks.last().unwrap().clone();
        let last = undone.pop().unwrap();
        done.push(last.clone());
        self.acts(Act::Redo, last, (done, undone));
    }

    fn acts(&mut self, act: Act, edit: Edit, stacks: Stacks) {
        let mut notebook = self.notebook().clone();
        notebook.apply(&edit).unwrap();
        self.script.files.push(write_notebook(&notebook).unwrap());
        self.script.states.push(Arc::new(notebook));
        self.script.acts.push((act, edit));
        self.script.stacks.push(stacks);
    }

    fn opens_a_cycle(&mut self) {
        let mut ids = self.ids.clone();
        let mut making = Making { today: today(), now: begin(), ids: &mut ids };
        let edit = self.notebook().open_next_cycle(SafeText::line("Primer ciclo"), &mut making).unwrap();
        self.ids = ids;
        self.does(edit);
    }

    fn writes(&mut self, challenge: &str) {
        let change = self.notebook().change_cycle(Deed::WriteChallenge, |cycle| {
            cycle.challenge.text = SafeText::line(challenge);
            cycle.challenge.urgent = Criterion::Yes;
        });
        self.does(change.unwrap());
    }

    fn calls(&mut self, student: usize, note: &str) {
        let contact = Contact {
            id: self.ids.next(begin()),
            student: self.notebook().students.iter().nth(student).unwrap().id,
            on: today(),
            kind: ContactKind::Call,
            with: ContactWith::Guardian,
            result: ContactResult::Reached,
            by: SafeText::line("Inspectoría"),
            note: SafeText::line(note),
            restricted: false,
            next: today().checked_add_signed(TimeDelta::days(7)),
            extra: Extra::new(),
        };
        self.does(Edit::one(Deed::AddContact, Change::add(contact)));
    }

    fn plans(&mut self, what: &str) {
        let cycle = self.notebook().open_cycle().unwrap().id;
        let action = Action {
            what: SafeText::line(what),
            who: SafeText::line("Orientación"),
            kind: ActionKind::ContactBonding,
            ..Action::new(self.ids.next(begin()), cycle, today())
        };
        self.does(Edit::one(Deed::PlanAction, Change::add(action)));
    }

    fn completes(&mut self) {
        let before = self.notebook().actions.iter().last().unwrap().clone();
        let mut after = before.clone();
        after.come_to(ActionState::Done { on: today() }, today(), SafeText::default());
        self.does(Edit::one(Deed::CompleteAction, Change::replace(before, after)));
    }

    fn learns(&mut self, statement: &str) {
        let learning = Learning {
            id: self.ids.next(begin()),
            cycle: self.notebook().open_cycle().unwrap().id,
            on: today(),
            statement: SafeText::line(statement),
            quote: SafeText::default(),
            voice: Voice::SchoolTeam,
            theme: Theme::ClearMethodology,
            other_themes: Vec::new(),
            evidence: SafeText::default(),
            seen_in: None,
            effect: None,
            extra: Extra::new(),
        };
        self.does(Edit::one(Deed::RecordLearning, Change::add(learning)));
    }
}
