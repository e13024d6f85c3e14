//! The notebook's file itself.

use crate::{
    judge::{Count, judge},
    scene::{Situation, scenes},
    spoil::{Dice, by_hand, cut, flipped, zeroed},
};

const FLIPS: usize = 5_000;
const BLOCKS: usize = 216;

/// Where nobody knows the notebook every byte is tried. Where the journal does, one of how many: what is read of the file
/// is the same, and the rest takes a minute (`TEP_CORPUS=whole` tries all).
const EVERY: usize = 4;

#[test]
fn a_file_cut_off_anywhere_is_never_taken_for_the_notebook() {
    let is_whole = std::env::var_os("TEP_CORPUS").is_some_and(|what| what == "whole");
    for scene in scenes() {
        let every = if is_whole || !scene.is_known() { 1 } else { EVERY };
        let length = scene.file.len();
        let cut = |number: usize| Some(number * every).filter(|at| *at < length).map(|at| cut(&scene.file, at));
        let count = judge("cut", &scene, cut, |number| number % 97 == 0);
        assert_eq!((count.tried, count.unknowable), (length.div_ceil(every), 0));
    }
}

#[test]
fn no_flipped_bit_goes_unnoticed_where_the_journal_knows_the_notebook() {
    for scene in scenes() {
        let bits = scene.file.len() * 8;
        let flip = |number: usize| (number < FLIPS).then(|| flipped(&scene.file, Dice(number as u64).below(bits)));
        let Count { tried, unknowable, .. } = judge("flip", &scene, flip, |number| number % 7 == 0);
        assert_eq!(tried, FLIPS);
        assert_eq!(unknowable > 0, scene.situation == Situation::Unknown);
    }
}

#[test]
fn no_flipped_bit_of_the_header_hides_what_was_kept() {
    for scene in scenes() {
        let end = scene.file.windows(3).position(|window| window == b"[\n ").unwrap();
        let flip = |bit: usize| (bit < end * 8).then(|| flipped(&scene.file, bit));
        judge("flip in the header", &scene, flip, |number| number % 5 == 0);
    }
}

#[test]
fn a_zeroed_block_costs_nothing_that_was_kept() {
    for scene in scenes() {
        let length = scene.file.len();
        let zero = |number: usize| {
            (number < BLOCKS).then(|| {
                let size = [512, 4096][number % 2];
                zeroed(&scene.file, Dice(number as u64).below(length.div_ceil(size)) * size, size)
            })
        };
        let count = judge("zeroed block", &scene, zero, |number| number % 2 == 0);
        assert_eq!((count.tried, count.unknowable), (BLOCKS, 0));
    }
}

#[test]
fn what_editors_and_tools_do_to_a_file_is_never_silent() {
    for scene in scenes() {
        let all = by_hand(&scene.file);
        let spoilt = |number: usize| {
            let spoilt = all.get(number)?;
            Some(crate::judge::Spoilt { name: spoilt.name.clone(), bytes: spoilt.bytes.clone() })
        };
        let count = judge("by hand", &scene, spoilt, |_| true);
        assert_eq!(count.tried, all.len());
    }
}
