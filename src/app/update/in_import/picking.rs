//! Picking a file.

use std::path::PathBuf;

use super::begin_reading;
use crate::app::{
    App,
    command::Command,
    effect::Effect,
    form::TextOp,
    import::{
        Import, Unread,
        picker::{Listing, Look, Taken, Written},
    },
    notice::Notice,
};

impl App {
    pub(super) fn in_picker(&mut self, command: Command) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        if import.picker.list.travel(command) {
            return Vec::new();
        }
        match command {
            Command::Open => match import.picker.enter() {
                Taken::Folder(folder) => vec![look_into(import, folder, String::new())],
                Taken::File(path) => vec![begin_reading(import, path, None)],
                Taken::Nothing => Vec::new(),
            },
            Command::CompletePath => {
                let folder = import.picker.complete();
                folder.map(|folder| look_into(import, folder, String::new())).into_iter().collect()
            }
            Command::Back => {
                if !import.picker.clear() {
                    self.end_import();
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn write_in_picker(&mut self, op: TextOp<'_>) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        match import.picker.write(op) {
            Written::Here => Vec::new(),
            Written::Folder(typed) => {
                let from = import.picker.listing.folder.clone();
                vec![look_into(import, from, typed)]
            }
            Written::Revoked => {
                import.next_number();
                Vec::new()
            }
        }
    }

    pub(in crate::app::update) fn listed(
        &mut self,
        number: u64,
        result: Result<Listing, (String, Unread)>,
    ) -> Vec<Effect> {
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
}

fn look_into(import: &mut Import, from: PathBuf, typed: String) -> Effect {
    Effect::LookInto(Look { number: import.next_number(), from: Some(from), typed })
}
