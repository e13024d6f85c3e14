//! A student whom another school hands over: its passphrase, if it has one, and the look before the notebook takes them in.

use std::path::PathBuf;

use super::begin_opening;
use crate::{
    app::{
        App,
        command::Command,
        effect::Effect,
        form::TextField,
        import::{
            Sealed, Stage,
            received::{NotReceived, Received},
        },
        notice::Notice,
    },
    exchange::seal::Passphrase,
    notebook::handover::HandOver,
    rules::identity::Rbd,
};

impl App {
    pub(super) fn ask_passphrase(&mut self, path: PathBuf) -> Vec<Effect> {
        if let Some(import) = self.import() {
            import.stage = Stage::Sealed(Box::new(Sealed { path, passphrase: TextField::secret() }));
        }
        Vec::new()
    }

    pub(super) fn in_sealed(&mut self, command: Command) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        match (command, &import.stage) {
            (Command::Save, Stage::Sealed(sealed)) if !sealed.passphrase.text().is_empty() => {
                let (path, typed) = (sealed.path.clone(), Passphrase::new(sealed.passphrase.text()));
                vec![begin_opening(import, path, None, Some(typed))]
            }
            (Command::Back, _) => {
                import.stage = Stage::Picking;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn in_arriving(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Accept => self.receive(),
            Command::Back => {
                if let Some(import) = self.import() {
                    import.stage = Stage::Picking;
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Takes the student into the open notebook, as one change; or into the one of the shelf that the file is for.
    fn receive(&mut self) -> Vec<Effect> {
        let Some(open) = &self.open else { return self.receive_on_shelf() };
        let Some(Stage::Arriving(arriving)) = super::stage_in(&self.overlays) else { return Vec::new() };
        let received = open.notebook().receive(&arriving.file, self.now.today);
        match received {
            Ok(Some(edit)) => {
                self.end_import();
                self.commit_or_tell(Ok(edit))
            }
            Ok(None) => {
                self.end_import();
                self.notice = Some(Notice::NothingNew);
                Vec::new()
            }
            Err(refusal) => {
                let why = NotReceived::Refused(refusal, arriving.file.student.code());
                self.notice = Some(Notice::NotReceived(why));
                Vec::new()
            }
        }
    }

    fn receive_on_shelf(&mut self) -> Vec<Effect> {
        let Some(import) = self.import() else { return Vec::new() };
        match std::mem::replace(&mut import.stage, Stage::Writing) {
            Stage::Arriving(arriving) => vec![Effect::Receive(Box::new(arriving.file))],
            other => {
                import.stage = other;
                Vec::new()
            }
        }
    }

    /// The student is in the notebook of the shelf, or not.
    pub(in crate::app::update) fn received(&mut self, result: Result<Received, NotReceived>) -> Vec<Effect> {
        self.end_import();
        let mut effects = vec![Effect::ReadShelf];
        match result {
            Ok(received) if !received.is_new => self.say(Notice::NothingNew),
            Ok(received) => self.say(Notice::Received(received)),
            Err(NotReceived::Failed(failure)) => effects.extend(self.failed(failure)),
            Err(why) => self.say(Notice::NotReceived(why)),
        }
        effects
    }

    /// The notebook of the shelf that would take a student in: that of the school which the file names, or the only one.
    pub fn receiver(&self, file: &HandOver) -> Option<Rbd> {
        let mut here = self.shelf.lines.iter().filter_map(|line| line.row.as_ref().ok()).map(|row| row.rbd);
        match file.transfer.to {
            Some(to) => here.find(|rbd| *rbd == to),
            None if self.shelf.lines.len() == 1 => here.next(),
            None => None,
        }
    }
}
