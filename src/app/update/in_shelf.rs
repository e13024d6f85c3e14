//! Commands on the shelf.

use crate::app::{App, command::Command, effect::Effect, forms::Task, notice::Notice, orders::Order};
use crate::store::Leave;

impl App {
    pub(super) fn in_shelf(&mut self, command: Command) -> Vec<Effect> {
        if self.shelf.list.travel(command) {
            return Vec::new();
        }
        match command {
            Command::KeepSearch => self.shelf.list.keep_search(),
            Command::Open => return self.open_selected_school(),
            Command::NewSchool => return self.open_form(Task::NewSchool),
            Command::Practice => return vec![Effect::MakePractice],
            Command::Filter => self.shelf.list.search(),
            Command::Back | Command::ShowAll => {
                self.shelf.list.show_all();
                self.shelf.arrange(self.now.today);
            }
            Command::Sort => {
                self.shelf.order = self.shelf.order.next(Order::SCHOOLS);
                self.shelf.arrange(self.now.today);
                self.notice = Some(Notice::Sorted(self.shelf.order));
            }
            command => return self.everywhere(command).unwrap_or_default(),
        }
        Vec::new()
    }

    fn open_selected_school(&self) -> Vec<Effect> {
        // Also one that could not be read: somebody may have mended it meanwhile, and else it is said what can be done.
        let selected = self.shelf.selected();
        selected.map(|line| Effect::Open(line.path.clone(), Leave::Ask)).into_iter().collect()
    }
}
