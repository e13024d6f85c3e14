//! A student whom another school hands over: its passphrase, if it has one, and the look before the notebook takes them in.

use std::path::PathBuf;

use super::begin_opening;
use crate::{
    app::{
        App,
        command::Command,
        effect::Effect,
        form::TextField,
        import::{Sealed, Stage},
        notice::Notice,
    },
    exchange::seal::Passphrase,
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

    /// Takes the student into the open notebook, as one change. On the shelf nothing says that its file may be written:
    /// the notebook has to be open.
    fn receive(&mut self) -> Vec<Effect> {
        let Some(open) = &self.open else {
            self.notice = Some(Notice::OpenFirst);
            return Vec::new();
        };
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
                self.notice = Some(Notice::NotReceived(refusal, arriving.file.student.code()));
                Vec::new()
            }
        }
    }
}
