//! What a message does. Routes; the deciding is in the file of the place.

mod acts;
mod in_cycle;
mod in_form;
mod in_handover;
mod in_import;
mod in_list;
mod in_notebook;
mod in_overlay;
mod in_shelf;
mod keeping;
mod leaving;
mod tutoring;

use super::{
    App, Now,
    command::Command,
    effect::{Effect, Msg, ShelfRead},
    form::TextOp,
    key::Chord,
    keymap,
    list::Window,
    notice::{Failure, Notice},
    open_notebook::Pane,
    overlay::{About, Message, Overlay, Question},
};

/// What the last drawing showed of each list: the app learns from it how long a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// The shelf, or the palette on top of it.
    pub shelf: Window,
    /// Students, actions, learnings.
    pub panes: [Window; 3],
    /// The card.
    pub card: Window,
    /// The palette.
    pub palette: Window,
    /// The list of an import.
    pub import: Window,
    /// Lines of the workspace, and how many fit.
    pub workspace: (usize, usize),
    /// Lines of the help or of a message, and how many fit.
    pub text: (usize, usize),
}

impl App {
    /// Takes a message; says what the world has to do.
    pub fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        self.pass_time(now);
        let effects = self.hear(msg);
        self.show_tutor();
        effects
    }

    fn hear(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(chord) => self.press(chord),
            Msg::Paste(text) => self.paste(&text),
            Msg::Resized(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Msg::Woke => Vec::new(),
            // Hours may have passed, and somebody may have written the file.
            Msg::Resumed => vec![Effect::Look],
            Msg::ShelfRead(result) => self.shelf_read(result),
            Msg::Opened(result) => self.opened(result),
            Msg::Outside(outside) => self.changed_outside(*outside),
            Msg::NotOutside => self.go_over(Effect::OpenAgain),
            Msg::LowRoom(left) => self.low_room(left),
            Msg::Kept { number, result } => self.kept(number, result),
            Msg::Filed(result) => self.filed(result),
            Msg::Closed(result) => self.closed(result),
            Msg::Listed { number, result } => self.listed(number, result),
            Msg::Remembered(wishes) => self.remembered(wishes),
            Msg::Planned { number, planned } => self.planned(number, planned),
            Msg::TakenIn(written) => self.taken_in(written),
            Msg::Received(result) => self.received(result),
            Msg::ReadSoFar { number, done, total } => self.read_so_far(number, (done, total)),
            Msg::Read { number, end } => self.read(number, end),
            Msg::HandedOver(handed) => self.handed_over(*handed),
            Msg::PracticeMade(Ok(schools)) => {
                self.notice = Some(Notice::PracticeMade(schools));
                vec![Effect::ReadShelf]
            }
            Msg::PracticeMade(Err(failure)) | Msg::Failed(failure) => self.failed(failure),
        }
    }

    /// Learns what the last drawing showed.
    pub fn seen(&mut self, seen: &Seen) {
        self.shelf.list.seen(seen.shelf);
        if let Some(open) = &mut self.open {
            open.students.seen(seen.panes[0]);
            open.actions.seen(seen.panes[1]);
            open.learnings.seen(seen.panes[2]);
            open.scroll.seen(seen.workspace);
            if let Some(card) = &mut open.card {
                card.list.seen(seen.card);
            }
        }
        let (lines, height) = seen.text;
        let last = lines.saturating_sub(height);
        match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => palette.list.seen(seen.palette),
            Some(Overlay::Import(import)) => import.seen(seen.import),
            Some(Overlay::Help(help)) => help.top = help.top.min(last),
            Some(Overlay::Message(message)) => message.top = message.top.min(last),
            _ => {}
        }
    }

    /// Names are hidden when their time is over; a new day changes what is overdue.
    fn pass_time(&mut self, now: Now) {
        let new_day = now.today != self.now.today;
        self.now = now;
        if self.look.expire(now.at) {
            self.notice = self.notice.take().filter(|notice| *notice != Notice::NamesShown);
        }
        if new_day {
            self.shelf.arrange(now.today);
            if let Some(open) = &mut self.open {
                open.refresh(now.today);
            }
        }
    }

    fn press(&mut self, chord: Chord) -> Vec<Effect> {
        self.notice = None;
        if self.is_leaving() && self.overlays.is_empty() {
            return self.press_on_the_way(chord);
        }
        let place = self.place();
        match keymap::resolve(&place, chord) {
            found if self.is_too_small() && found != Some(Command::Quit) => Vec::new(),
            Some(command) => self.ask(command),
            None => match chord.typed() {
                Some(c) if place.iter().any(|context| context.takes_text()) => self.write(TextOp::Insert(c)),
                Some(c) if matches!(self.overlays.last(), Some(Overlay::Confirm(Question::DiscardForm))) => {
                    // Whoever types on did not mean to leave: the form takes it.
                    self.overlays.pop();
                    self.write(TextOp::Insert(c))
                }
                _ => Vec::new(),
            },
        }
    }

    /// Does what a command says, or says why it cannot be done here.
    pub fn ask(&mut self, command: Command) -> Vec<Effect> {
        if let Command::Text(key) = command {
            return self.write(key.op());
        }
        if self.tutor.is_some() && matches!(command, Command::SkipLesson | Command::HideTutor) {
            return self.tell_tutor(command);
        }
        if !self.can(command) {
            self.notice = Some(self.why_not(command));
            return Vec::new();
        }
        match self.overlays.last() {
            Some(Overlay::Form(_)) => self.in_form(command),
            Some(Overlay::Import(_)) => self.in_import(command),
            Some(_) => self.in_overlay(command),
            None if self.open.is_some() => self.in_notebook(command),
            None => self.in_shelf(command),
        }
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.takes_text() && !self.is_leaving() && !self.is_too_small() {
            self.write(TextOp::Paste(text))
        } else {
            Vec::new()
        }
    }

    /// Whether what is typed now is text.
    fn takes_text(&self) -> bool {
        self.place().iter().any(|context| context.takes_text())
    }

    /// Text goes to the innermost thing that takes it.
    fn write(&mut self, op: TextOp<'_>) -> Vec<Effect> {
        match self.overlays.last_mut() {
            Some(Overlay::Form(_)) => return self.write_in_form(op),
            Some(Overlay::Import(_)) => return self.write_in_import(op),
            Some(Overlay::Palette(palette)) => {
                palette.list.filter.apply(op);
                palette.arrange(&self.vocabulary.commands);
            }
            Some(_) => {}
            None => self.write_filter(op),
        }
        Vec::new()
    }

    fn write_filter(&mut self, op: TextOp<'_>) {
        let Some(open) = &mut self.open else {
            self.shelf.list.write(op);
            self.shelf.arrange(self.now.today);
            return;
        };
        match open.focus {
            Pane::Students => open.students.write(op),
            Pane::Actions => open.actions.write(op),
            Pane::Learnings => open.learnings.write(op),
            Pane::Workspace => return,
        }
        open.arrange();
    }

    fn shelf_read(&mut self, result: Result<ShelfRead, Failure>) -> Vec<Effect> {
        match result {
            Ok(read) => {
                self.shelf.take(read.dir, read.lines, self.now.today);
                Vec::new()
            }
            Err(failure) => self.failed(failure),
        }
    }

    /// A failure is a line at the foot; one that needs reading lies on top.
    fn failed(&mut self, failure: Failure) -> Vec<Effect> {
        if matches!(failure, Failure::Disk(_)) {
            self.say(Notice::Failed(failure));
        } else {
            self.tell(About::Failure(failure));
        }
        Vec::new()
    }

    /// As [`Self::failed`], for what comes at a time of its own: it takes no key from somebody who is typing.
    fn failed_beside(&mut self, failure: Failure) -> Vec<Effect> {
        if self.takes_text() {
            self.say(Notice::Failed(failure));
            return Vec::new();
        }
        self.failed(failure)
    }

    /// Says something in the foot, under what is said there already.
    fn say(&mut self, notice: Notice) {
        self.notice = Some(match self.notice.take() {
            Some(said) => said.and(notice),
            None => notice,
        });
    }

    fn tell(&mut self, about: About) {
        self.overlays.push(Overlay::Message(Message { about, top: 0 }));
    }
}
