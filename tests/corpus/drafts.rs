//! What was being typed: a damaged draft is not offered as something that somebody wrote.

use serde_json::{Value, json};

use crate::{
    figures,
    keeping::{after, keeper, ready},
    scene::{FILE, scenes},
    spoil::{cut, flipped},
};

#[test]
fn no_damage_of_a_draft_puts_words_into_a_form() {
    let scene = &scenes()[1];
    let typed: Vec<Value> =
        ["Llam", "Llamar a la tía", "Llamar a la tía: «el jueves»"].map(|text| json!({ "note": text })).into();
    let (fs, shelf) = scene.whole();
    let mut killed = keeper(&shelf, FILE);
    for form in &typed {
        killed.draft(Some(form.clone()), after(61)).unwrap();
    }
    drop(killed);
    let path = fs.files().into_iter().find(|path| path.to_string_lossy().contains("/d-")).unwrap();
    let whole = fs.get(&path).unwrap();
    let cuts = (0..whole.len()).map(|at| cut(&whole, at));
    let flips = (0..whole.len() * 8).map(|bit| flipped(&whole, bit));
    let (mut offered, mut tried) = (0, 0);
    for spoilt in cuts.chain(flips) {
        fs.put(&path, &spoilt.bytes);
        let draft = ready(&shelf, FILE).story.draft;
        tried += 1;
        offered += usize::from(draft.is_some());
        assert!(draft.is_none_or(|draft| typed.contains(&draft.form)), "{}", spoilt.name);
    }
    figures::say(&format!("corpus: drafts: {tried} tried, {offered} older ones offered"));
}
