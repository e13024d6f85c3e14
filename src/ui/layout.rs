//! Where things stand: by the size of the window and the step of the cycle.

use ratatui::layout::Rect;

use super::pen::below;
use crate::app::open_notebook::{OpenNotebook, Pane};

/// Columns from which panes stand side by side.
pub const WIDE: u16 = 110;

/// Columns that the main pane keeps beside the others, and those that are left to them.
const MAIN: u16 = 80;
const SIDE: u16 = 29;

/// The window without its last rows, and those: the bar.
pub fn foot(area: Rect, rows: u16) -> (Rect, Rect) {
    let body = Rect { height: area.height.saturating_sub(rows), ..area };
    (body, below(area, body.height))
}

/// Rows of the notebook's head: title, stepper, questions, what is missing.
pub fn head_rows(height: u16) -> u16 {
    match height {
        0..=11 => 2,
        12..=17 => 3,
        _ => 4,
    }
}

/// The rectangle of each pane under the head.
pub fn panes(area: Rect, open: &OpenNotebook) -> Vec<(Pane, Rect)> {
    if open.zoomed {
        return vec![(open.focus, area)];
    }
    let panes = open.panes();
    if area.width >= WIDE { beside(area, &panes) } else { stacked(area, &panes) }
}

/// The main pane on the left, the others one above the other on the right.
fn beside(area: Rect, panes: &[Pane]) -> Vec<(Pane, Rect)> {
    let left = (area.width * 3 / 5).max(MAIN).min(area.width - SIDE);
    let right = Rect { x: area.x + left + 1, width: area.width - left - 1, ..area };
    let others = panes.len().saturating_sub(1).max(1);
    let share = area.height / u16::try_from(others).unwrap_or(1);
    panes
        .iter()
        .enumerate()
        .map(|(at, pane)| match u16::try_from(at).unwrap_or(0) {
            0 => (*pane, Rect { width: left, ..area }),
            at => {
                let rest = below(right, share * (at - 1));
                let last = usize::from(at) == others;
                (*pane, Rect { height: if last { rest.height } else { share }, ..rest })
            }
        })
        .collect()
}

/// The main pane over the whole width, so that the terminal can scroll it; the others as strips under it.
fn stacked(area: Rect, panes: &[Pane]) -> Vec<(Pane, Rect)> {
    let strip = match area.height {
        0..=8 => 0,
        9..=12 => 3,
        13..=17 => 4,
        _ => 5,
    };
    let main = Rect { height: area.height - strip, ..area };
    let strips = below(area, main.height);
    let others = u16::try_from(panes.len().saturating_sub(1)).unwrap_or(1).max(1);
    let share = area.width / others;
    panes
        .iter()
        .enumerate()
        .filter(|(at, _)| *at == 0 || strip > 0)
        .map(|(at, pane)| match u16::try_from(at).unwrap_or(0) {
            0 => (*pane, main),
            at => {
                let x = strips.x + share * (at - 1);
                let width = if at == others { strips.right() - x } else { share - 1 };
                (*pane, Rect { x, width, ..strips })
            }
        })
        .collect()
}
