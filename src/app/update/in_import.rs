//! Commands in an import, and what comes back of what it asked for.

use std::path::PathBuf;

use crate::app::{
    App,
    command::Command,
    effect::Effect,
    form::TextOp,
    import::{
        End, Import, Order, Progress, Stage, Unread,
        picker::{Listing, Look, Taken, Written},
    },
    notice::Notice,
    overlay::{Help, Overlay},
};
use crate::exchange::reading::Wishes;

impl App {
    /// Begins at the folder in which one picks.
    pub(super) fn begin_import(&mut self) -> Vec<Effect> {
        let mut import = Import::new();
        let look = Look { number: import.next_number(), from: None, typed: String::new() };
        self.overlays.push(Overlay::Import(Box::new(import)));
        vec![Effect::LookInto(look)]
    }

    /// The import, wherever it lies: something to read may have come on top of it.
    fn import(&mut self) -> Option<&mut Import> {
        self.overlays.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Import(import) => Some(&mut **import),
            _ => None,
        })
    }

    /// The import that waits for this answer; none where nobody does any more.
    fn import_of(&mut self, number: u64) -> Option<&mut Import> {
        self.import().filter(|import| import.awaits(number))
    }

    pub(super) fn in_import(&mut self, command: Command) -> Vec<Effect> {
        if command == Command::Help {
            let place = self.place();
            self.overlays.push(Overlay::Help(Help { place, top: 0 }));
            return Vec::new();
        }
        let Some(import) = self.import() else { return Vec::new() };
        match import.stage {
            Stage::Picking => self.in_picker(command),
            Stage::Reading(_) if command == Command::Back => {
                // Whatever it says from now on is not heard.
                import.next_number();
                import.stage = Stage::Picking;
                vec![Effect::StopReading]
            }
            Stage::Reading(_) => Vec::new(),
        }
    }

    fn in_picker(&mut self, command: Command) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        if import.picker.list.travel(command) {
            return Vec::new();
        }
        match command {
            Command::Open => match import.picker.enter() {
                Taken::Folder(folder) => vec![look_into(import, folder, String::new())],
                Taken::File(path) => vec![begin_reading(import, path)],
                Taken::Nothing => Vec::new(),
            },
            Command::CompletePath => {
                let folder = import.picker.complete();
                folder.map(|folder| look_into(import, folder, String::new())).into_iter().collect()
            }
            Command::Back => {
                if !import.picker.clear() {
                    self.overlays.pop();
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn write_in_import(&mut self, op: TextOp<'_>) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        match import.stage {
            Stage::Picking => match import.picker.write(op) {
                Written::Here => Vec::new(),
                Written::Folder(typed) => {
                    let from = import.picker.listing.folder.clone();
                    vec![look_into(import, from, typed)]
                }
                Written::Revoked => {
                    import.next_number();
                    Vec::new()
                }
            },
            Stage::Reading(_) => Vec::new(),
        }
    }

    pub(super) fn listed(&mut self, number: u64, result: Result<Listing, (String, Unread)>) -> Vec<Effect> {
        let Some(import) = self.import_of(number) else { return Vec::new() };
        match result {
            Ok(listing) => {
                if import.picker.take(listing) {
                    self.in_picker(Command::Open)
                } else {
                    Vec::new()
                }
            }
            Err((folder, why)) => {
                import.picker.keep();
                self.notice = Some(Notice::NoFolder(folder, why));
                Vec::new()
            }
        }
    }

    pub(super) fn read_so_far(&mut self, number: u64, (done, total): (u64, u64)) -> Vec<Effect> {
        let stage = self.import_of(number).map(|import| &mut import.stage);
        if let Some(Stage::Reading(progress)) = stage {
            (progress.done, progress.total) = (done, total);
        }
        Vec::new()
    }

    pub(super) fn read(&mut self, number: u64, end: End) -> Vec<Effect> {
        let Some(import) = self.import_of(number) else { return Vec::new() };
        let Stage::Reading(progress) = std::mem::replace(&mut import.stage, Stage::Picking) else { return Vec::new() };
        match end {
            Ok(_reading) => {}
            Err(trouble) => self.notice = Some(Notice::NotRead(progress.path, trouble)),
        }
        Vec::new()
    }
}

fn look_into(import: &mut Import, from: PathBuf, typed: String) -> Effect {
    Effect::LookInto(Look { number: import.next_number(), from: Some(from), typed })
}

fn begin_reading(import: &mut Import, path: PathBuf) -> Effect {
    import.stage = Stage::Reading(Progress { path: path.clone(), done: 0, total: 0 });
    Effect::Read(Order { number: import.next_number(), path, wishes: Wishes::default() })
}
