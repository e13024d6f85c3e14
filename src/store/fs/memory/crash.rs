//! The disks that can be found after the power went at one moment.
//!
//! Owns the choice of changes that survive: none, all, each beginning, each alone, each one missing, each one torn, and
//! some at random. Never decides what is certain: that is the medium's.

use std::collections::BTreeSet;

use super::{
    content::Survival,
    medium::{Fate, Medium, Pending, What},
};

/// How many random choices are tried where there are enough changes to choose from.
const RANDOM: u64 = 6;

/// The ways in which a write is torn.
const TORN: [Survival; 4] = [Survival::FirstHalf, Survival::AllButOne, Survival::SecondHalf, Survival::Zeros];

impl Medium {
    /// Every disk that is tried after a power cut at this moment, each once.
    pub fn after_power_cuts(&self, seed: u64) -> Vec<Self> {
        let mut found = Found { medium: self, seen: BTreeSet::new(), disks: Vec::new() };
        let open: Vec<usize> = self.open().collect();
        found.add(|_| Survival::Lost);
        for &one in &open {
            let whole = |yes: bool| if yes { Survival::Whole } else { Survival::Lost };
            found.add(|at| whole(at <= one));
            found.add(|at| whole(at == one));
            found.add(|at| whole(at != one));
            if !self.is_write(one) {
                continue;
            }
            for torn in TORN {
                let torn_at = |at, others| if at == one { torn } else { others };
                found.add(|at| torn_at(at, whole(at < one)));
                found.add(|at| torn_at(at, Survival::Whole));
            }
        }
        if open.len() > 3 {
            for number in 0..RANDOM {
                let bits = mix(seed ^ number);
                found.add(|at| if bits >> (at % 64) & 1 == 1 { Survival::Whole } else { Survival::Lost });
            }
        }
        found.disks
    }

    /// The disk that is found when the power goes and the system had written nothing by itself.
    #[must_use]
    pub fn held(&self) -> Self {
        self.after(|_, _| Survival::Lost)
    }

    /// The disk that is found when the system had written everything by itself.
    #[must_use]
    pub fn written(&self) -> Self {
        self.after(|_, _| Survival::Whole)
    }

    /// The disk that is found when the system had written all names by itself, and no content.
    #[must_use]
    pub(super) fn held_with_names(&self) -> Self {
        let is_name = |pending: &Pending| matches!(pending.what, What::Names(_));
        self.after(|_, pending| if is_name(pending) { Survival::Whole } else { Survival::Lost })
    }

    fn open(&self) -> impl Iterator<Item = usize> {
        self.pending.iter().enumerate().filter(|(_, pending)| pending.fate != Fate::Kept).map(|(at, _)| at)
    }

    fn is_write(&self, at: usize) -> bool {
        self.pending.get(at).is_some_and(|pending| matches!(pending.what, What::Write(..)))
    }
}

struct Found<'a> {
    medium: &'a Medium,
    seen: BTreeSet<u64>,
    disks: Vec<Medium>,
}

impl Found<'_> {
    fn add(&mut self, survival: impl Fn(usize) -> Survival) {
        let disk = self.medium.after(|at, _| survival(at));
        if self.seen.insert(disk.image()) {
            self.disks.push(disk);
        }
    }
}

/// One step of splitmix64.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
