//! Commands in an import, and what comes back of what it asked for.

mod arriving;
mod picking;
mod previewing;

use std::path::PathBuf;

use crate::app::{
    App,
    command::Command,
    effect::Effect,
    form::TextOp,
    import::{Arriving, End, Found, Import, Order, Progress, Stage, Trouble, planned::Choices, preview::Preview},
    notice::Notice,
    overlay::{Help, Overlay},
};
use crate::exchange::{
    handover::NotOpened,
    reading::Wishes,
    seal::{Passphrase, SealError},
};

impl App {
    /// Begins at the folder in which one picks.
    pub(super) fn begin_import(&mut self) -> Vec<Effect> {
        let mut import = Import::new();
        let number = import.next_number();
        self.overlays.push(Overlay::Import(Box::new(import)));
        vec![Effect::BeginImport(number)]
    }

    /// The import, wherever it lies: something to read may have come on top of it.
    fn import(&mut self) -> Option<&mut Import> {
        import_in(&mut self.overlays)
    }

    /// The import that waits for this answer; none where nobody does any more.
    fn import_of(&mut self, number: u64) -> Option<&mut Import> {
        self.import().filter(|import| import.awaits(number))
    }

    /// The preview on the screen.
    fn preview(&mut self) -> Option<&mut Preview> {
        preview_in(&mut self.overlays)
    }

    /// The import is over.
    fn end_import(&mut self) {
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Import(_)));
    }

    pub(super) fn in_import(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Help => {
                let place = self.place();
                self.overlays.push(Overlay::Help(Help { place, top: 0 }));
                return Vec::new();
            }
            Command::Reveal | Command::Language => return self.everywhere(command).unwrap_or_default(),
            _ => {}
        }
        let Some(import) = self.import() else { return Vec::new() };
        match import.stage {
            Stage::Picking => self.in_picker(command),
            Stage::Reading(_) if command == Command::Back => self.stop_reading(),
            Stage::Previewing(_) => self.in_preview(command),
            Stage::Sealed(_) => self.in_sealed(command),
            Stage::Arriving(_) => self.in_arriving(command),
            Stage::Reading(_) | Stage::Writing => Vec::new(),
        }
    }

    pub(super) fn write_in_import(&mut self, op: TextOp<'_>) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        match &mut import.stage {
            Stage::Picking => self.write_in_picker(op),
            Stage::Previewing(_) => self.write_in_preview(op),
            Stage::Sealed(sealed) => {
                sealed.passphrase.apply(op);
                Vec::new()
            }
            Stage::Reading(_) | Stage::Arriving(_) | Stage::Writing => Vec::new(),
        }
    }

    pub(super) fn remembered(&mut self, wishes: Wishes) -> Vec<Effect> {
        if let Some(import) = self.import() {
            import.wishes = wishes;
        }
        Vec::new()
    }

    /// Back to where one came from; whatever the process says from now on is not heard.
    fn stop_reading(&mut self) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        let number = import.next_number();
        let Stage::Reading(progress) = std::mem::replace(&mut import.stage, Stage::Picking) else { return Vec::new() };
        let mut effects = vec![Effect::StopReading];
        if let Some((preview, _)) = progress.again {
            effects.extend(self.show_again(preview, number));
        }
        effects
    }

    /// A preview that one comes back to: what it would do may still have to be computed.
    fn show_again(&mut self, preview: Box<Preview>, number: u64) -> Option<Effect> {
        let is_planned = preview.planned.is_some();
        let import = self.import()?;
        import.stage = Stage::Previewing(preview);
        if is_planned { None } else { self.plan(number) }
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
        let Progress { path, again, .. } = progress;
        let number = import.next_number();
        match end {
            Ok(Found::Student(file)) => {
                import.stage = Stage::Arriving(Box::new(Arriving { path, file: *file }));
                Vec::new()
            }
            Ok(Found::Table(reading)) => {
                let choices = again.as_ref().map(|(before, _)| Choices {
                    // Records may stand elsewhere now: what was answered about them is asked anew.
                    into: before.choices.into,
                    create: before.choices.create,
                    ..Choices::default()
                });
                let mut preview = Preview::new(path, *reading, choices.unwrap_or_default());
                if let Some((_, header)) = &again {
                    preview.select_column(header);
                }
                import.stage = Stage::Previewing(Box::new(preview));
                self.plan(number).into_iter().collect()
            }
            Err(Trouble::NotOpened(why)) if is_about_passphrase(why) => {
                // Nobody has said it yet, or it was another one.
                if why != NotOpened::Sealed {
                    self.notice = Some(Notice::NotRead(path.clone(), Trouble::NotOpened(why)));
                }
                self.ask_passphrase(path)
            }
            Err(trouble) => {
                self.notice = Some(Notice::NotRead(path, trouble));
                again.and_then(|(preview, _)| self.show_again(preview, number)).into_iter().collect()
            }
        }
    }
}

fn import_in(overlays: &mut [Overlay]) -> Option<&mut Import> {
    overlays.iter_mut().rev().find_map(|overlay| match overlay {
        Overlay::Import(import) => Some(&mut **import),
        _ => None,
    })
}

fn stage_in(overlays: &[Overlay]) -> Option<&Stage> {
    overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Import(import) => Some(&import.stage),
        _ => None,
    })
}

fn preview_in(overlays: &mut [Overlay]) -> Option<&mut Preview> {
    match &mut import_in(overlays)?.stage {
        Stage::Previewing(preview) => Some(preview),
        _ => None,
    }
}

/// Begins to read a file; `again` is the preview that it is read for once more.
fn begin_reading(import: &mut Import, path: PathBuf, again: Option<(Box<Preview>, String)>) -> Effect {
    begin_opening(import, path, again, None)
}

/// The same with what opens it.
fn begin_opening(
    import: &mut Import,
    path: PathBuf,
    again: Option<(Box<Preview>, String)>,
    passphrase: Option<Passphrase>,
) -> Effect {
    let number = import.next_number();
    import.stage = Stage::Reading(Progress { path: path.clone(), done: 0, total: 0, again });
    Effect::Read(Order { number, path, wishes: import.wishes.clone(), passphrase })
}

const fn is_about_passphrase(why: NotOpened) -> bool {
    matches!(why, NotOpened::Sealed | NotOpened::Seal(SealError::WrongPassphrase))
}
