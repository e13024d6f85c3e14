//! Commands in questions, help, palette and messages.

use super::in_form::forget_draft;
use crate::app::{
    App, WayOut,
    command::Command,
    effect::{Closing, Effect},
    overlay::{About, Message, Overlay, Palette, Question},
};
use crate::store::Leave;

/// Lines that a page of help or message moves.
const PAGE: usize = 10;

impl App {
    pub(super) fn in_overlay(&mut self, command: Command) -> Vec<Effect> {
        let travelled = match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => palette.list.travel(command),
            Some(Overlay::Help(help)) => scroll(&mut help.top, command),
            Some(Overlay::Message(message)) => scroll(&mut message.top, command),
            _ => false,
        };
        match (self.overlays.last(), command) {
            _ if travelled => Vec::new(),
            (Some(Overlay::Palette(_)), Command::Open) => self.choose(),
            (Some(Overlay::Confirm(_)), Command::Yes) => self.confirmed(),
            (Some(Overlay::Message(_)), Command::TakeOver | Command::OpenBeside | Command::Rebuild) => {
                self.decided(command)
            }
            (Some(Overlay::Message(_)), Command::Reveal | Command::Help) => {
                self.everywhere(command).unwrap_or_default()
            }
            (_, Command::Back) => {
                self.overlays.pop();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Runs the chosen command of the palette in the place it was opened from.
    fn choose(&mut self) -> Vec<Effect> {
        let Some(Overlay::Palette(Palette { list, .. })) = self.overlays.last() else { return Vec::new() };
        let Some(command) = list.selected() else { return Vec::new() };
        self.overlays.pop();
        self.ask(command)
    }

    /// What a person decided about a file that is not as it was left.
    fn decided(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Message(Message { about, .. })) = self.overlays.pop() else { return Vec::new() };
        let effect = match (about, command) {
            (About::Outside(outside), Command::TakeOver) => Effect::Open(outside.path, Leave::Adopt(outside.sha)),
            (About::Outside(outside), Command::OpenBeside) => Effect::OpenBeside(outside.path, outside.last_known),
            (About::Failure(failure), Command::Rebuild) => match failure.damaged() {
                Some((path, sha)) => Effect::Open(path.to_owned(), Leave::Rebuild(sha)),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        self.go_over(effect)
    }

    fn confirmed(&mut self) -> Vec<Effect> {
        match self.overlays.pop() {
            Some(Overlay::Confirm(Question::DiscardForm)) => {
                self.overlays.pop();
                forget_draft()
            }
            Some(Overlay::Confirm(Question::MoveCauses)) => self.move_causes(),
            Some(Overlay::Confirm(Question::Remove(edit))) => self.commit_or_tell(Ok(*edit)),
            Some(Overlay::Confirm(Question::QuitUnsaved)) => self.set_out(WayOut::WhenSaved, Closing::JournalOnly),
            Some(Overlay::Confirm(Question::LeaveUnsaved)) => self.set_out(WayOut::ToShelf, Closing::JournalOnly),
            Some(Overlay::Confirm(Question::LeaveNow)) => {
                self.way_out = WayOut::Out;
                Vec::new()
            }
            other => {
                self.overlays.extend(other);
                Vec::new()
            }
        }
    }
}

fn scroll(top: &mut usize, command: Command) -> bool {
    *top = match command {
        Command::Up => top.saturating_sub(1),
        Command::Down => *top + 1,
        Command::PageUp => top.saturating_sub(PAGE),
        Command::PageDown => *top + PAGE,
        _ => return false,
    };
    true
}
