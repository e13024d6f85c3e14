//! Looking at what a file would do, correcting how it is read, and accepting it.

use super::{begin_reading, preview_in};
use crate::{
    app::{
        App,
        command::Command,
        effect::{Effect, Taking},
        form::{TextField, TextOp},
        import::{
            Stage,
            meaning::{self, Choice, Meanings},
            planned::{Ground, Plan, Planned, School, Written},
            preview::{Next, Top},
        },
        list::{Entry, ListState},
        notice::{Failure, Notice},
        overlay::About,
        shelf::Shelf,
    },
    exchange::Answer,
    rules::spelling,
};

impl App {
    pub(super) fn in_preview(&mut self, command: Command) -> Vec<Effect> {
        let Some(preview) = self.preview() else { return Vec::new() };
        if preview.travel(command) {
            return Vec::new();
        }
        match &preview.top {
            Top::Nothing => self.on_preview(command),
            Top::Question => self.on_question(command),
            Top::Meanings(_) | Top::Schools(_) => match command {
                Command::Open => self.choose_on_top(),
                Command::Back => {
                    preview.top = Top::Nothing;
                    Vec::new()
                }
                _ => Vec::new(),
            },
        }
    }

    fn on_preview(&mut self, command: Command) -> Vec<Effect> {
        let Some(preview) = preview_in(&mut self.overlays) else { return Vec::new() };
        match command {
            Command::Accept => return self.accept(),
            Command::NextChapter => preview.next_chapter(),
            Command::ChangeColumn => {
                if let Some((header, meaning)) = preview.column() {
                    preview.top = Top::Meanings(Meanings::new(header, meaning, &self.vocabulary.meanings));
                }
            }
            Command::CreateMissing if self.shelf.has_invented() => self.notice = Some(Notice::PracticeShelf),
            Command::CreateMissing => {
                preview.choices.create = !preview.choices.create;
                return self.plan_again();
            }
            Command::Back => {
                if let Some(import) = self.import() {
                    import.next_number();
                    import.stage = Stage::Picking;
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Goes on with accepting until a person has to say something, or it is done.
    fn accept(&mut self) -> Vec<Effect> {
        let names = self.school_choices();
        let Some(preview) = self.preview() else { return Vec::new() };
        match preview.next() {
            Next::Wait => {}
            Next::ChooseSchool => preview.top = Top::Schools(names),
            Next::Ask => preview.top = Top::Question,
            Next::PlanAgain => return self.plan_again(),
            Next::NoChange => {
                self.end_import();
                self.notice = Some(Notice::NothingNew);
            }
            // The way on is on the screen: it stays.
            Next::NoneTaken => self.notice = Some(Notice::NoneTaken),
            Next::Take => return self.take(),
        }
        Vec::new()
    }

    /// One change of the open notebook; or one for each notebook of the shelf.
    fn take(&mut self) -> Vec<Effect> {
        let is_open = self.open.is_some();
        let Some(preview) = self.preview() else { return Vec::new() };
        let schools = preview.planned.take().map(|planned| planned.schools).unwrap_or_default();
        let schools = schools.into_iter().filter(School::changes);
        if is_open {
            let mut schools = schools;
            let edit = schools.find_map(|school| school.edit);
            self.end_import();
            return edit.map_or_else(Vec::new, |edit| self.commit_or_tell(Ok(edit)));
        }
        let takings = schools.map(|School { notebook, path, edit, .. }| Taking { path, edit, notebook: *notebook });
        let takings = takings.collect();
        if let Some(import) = self.import() {
            import.stage = Stage::Writing;
        }
        vec![Effect::TakeIn(takings)]
    }

    fn on_question(&mut self, command: Command) -> Vec<Effect> {
        let Some(preview) = self.preview() else { return Vec::new() };
        let answer = match command {
            Command::Same => Some(Answer::Same),
            Command::Different => Some(Answer::Different),
            Command::LeaveOut => None,
            Command::Back => {
                preview.top = Top::Nothing;
                preview.arrange();
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        if !preview.answer(answer) {
            return Vec::new();
        }
        preview.top = Top::Nothing;
        // What the answers change is seen before it is accepted.
        self.plan_again()
    }

    /// What was chosen on top of the preview: what a column means, or the school of the rows.
    fn choose_on_top(&mut self) -> Vec<Effect> {
        let Some(preview) = self.preview() else { return Vec::new() };
        match std::mem::replace(&mut preview.top, Top::Nothing) {
            Top::Meanings(meanings) => {
                let chosen = meanings.chosen();
                chosen.map_or_else(Vec::new, |choice| self.correct(meanings.header, choice))
            }
            Top::Schools(list) => {
                let row = list.selected().and_then(|at| self.shelf.lines.get(at)?.row.as_ref().ok().map(|row| row.rbd));
                if let (Some(rbd), Some(preview)) = (row, self.preview()) {
                    preview.choices.into = Some(rbd);
                    return self.plan_again();
                }
                Vec::new()
            }
            Top::Nothing | Top::Question => Vec::new(),
        }
    }

    /// A column means something else: it is remembered, and the file is read once more.
    fn correct(&mut self, header: String, choice: Choice) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        let before = import.wishes.clone();
        meaning::wish(&mut import.wishes, &header, choice);
        if import.wishes == before {
            return Vec::new();
        }
        let remember = Effect::RememberColumns(meaning::to_remember(&import.wishes));
        match std::mem::replace(&mut import.stage, Stage::Picking) {
            Stage::Previewing(preview) => {
                let path = preview.path.clone();
                vec![remember, begin_reading(import, path, Some((preview, header)))]
            }
            other => {
                import.stage = other;
                vec![remember]
            }
        }
    }

    pub(super) fn write_in_preview(&mut self, op: TextOp<'_>) -> Vec<Effect> {
        match preview_in(&mut self.overlays).map(|preview| &mut preview.top) {
            Some(Top::Meanings(meanings)) => {
                meanings.list.filter.apply(op);
                meanings.arrange(&self.vocabulary.meanings);
            }
            Some(Top::Schools(list)) => {
                list.filter.apply(op);
                arrange_schools(list, &self.shelf);
            }
            _ => {}
        }
        Vec::new()
    }

    /// The notebooks of the shelf to choose from.
    fn school_choices(&self) -> ListState<usize> {
        let mut list = ListState::default();
        list.filter = TextField::new("");
        list.typing = true;
        arrange_schools(&mut list, &self.shelf);
        list
    }

    fn plan_again(&mut self) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        let number = import.next_number();
        self.plan(number).into_iter().collect()
    }

    /// Asks what the file on the screen would do.
    pub(super) fn plan(&mut self, number: u64) -> Option<Effect> {
        let ground = match &self.open {
            Some(open) => Ground::Open(open.desk.shared()),
            None => Ground::Shelf,
        };
        let preview = self.preview()?;
        preview.planned = None;
        preview.arrange();
        let (reading, choices) = (preview.reading.clone(), preview.choices.clone());
        Some(Effect::Plan(Box::new(Plan { number, reading, ground, choices })))
    }

    pub(in crate::app::update) fn planned(&mut self, number: u64, planned: Planned) -> Vec<Effect> {
        if self.import_of(number).is_none() {
            return Vec::new();
        }
        if let Some(preview) = self.preview() {
            preview.plan(planned);
        }
        Vec::new()
    }

    /// The notebooks of the shelf are written, or some of them.
    pub(in crate::app::update) fn taken_in(&mut self, written: Written) -> Vec<Effect> {
        self.end_import();
        let Written { written, behind, stopped } = written;
        match stopped {
            None => self.say(Notice::TakenIn { notebooks: written.len(), behind: behind.len() }),
            Some((error, left)) => {
                self.tell(About::Failure(Failure::Save(error)));
                self.say(Notice::TakenInPart(written, left));
            }
        }
        vec![Effect::ReadShelf]
    }
}

/// Shows the schools of the shelf in whose name or number the typed letters are.
fn arrange_schools(list: &mut ListState<usize>, shelf: &Shelf) {
    let query = spelling::fold(list.filter.text());
    let rows = shelf.lines.iter().enumerate().filter_map(|(index, line)| Some((index, line.row.as_ref().ok()?)));
    let mut found: Vec<_> = rows
        .filter(|(_, row)| {
            spelling::contains_folded(&spelling::fold(&format!("{} {}", row.name.as_str(), row.rbd)), &query)
        })
        .collect();
    found.sort_by_cached_key(|(_, row)| spelling::order_key(row.name.as_str()));
    list.settle(found.into_iter().map(|(index, _)| Entry { key: index, index }).collect());
}
