//! What would be lost, or read by somebody else, if a seal were wrong.

use super::*;

/// Little work, so that a test does not wait.
const QUICK: u8 = 4;

/// «Ana sabe dibujar», sealed by the `age` library itself with the passphrase «una frase de paso».
const BY_AGE: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCA2TXBxcU9lMzZrZEx3eXhBWWV3a2RBIDEwCkdHbmlNM295QVR0MTlsdmxsOVp1\
    MlJRcURuaDFveVlUQVA2anVFT1Y4a28KLS0tIE5vaWJMZkZUV2NraHp5NmoweDhXWk4zVFRoSGlqclgvSlFxRklMQVM1eEkKMacAe2m9eL3yBquSht2NuHV1\
    Ng4flo72H6+sYeTvVkS2bBLZvf4vaKRH8ksF4wvc";

#[test]
fn a_file_that_another_program_sealed_opens() {
    let sealed = Base64::decode_vec(BY_AGE).unwrap();
    assert!(is_sealed(&sealed));
    assert_eq!(open(&sealed, "una frase de paso").unwrap(), b"Ana sabe dibujar");
}

#[test]
fn what_was_sealed_comes_back_whatever_its_length() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17] {
        let content: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let sealed = seal_with(&content, "una frase de paso", QUICK).unwrap();
        assert_eq!(open(&sealed, "una frase de paso").unwrap(), content, "{length}");
    }
}

#[test]
fn nobody_reads_it_with_another_passphrase_nor_without_one() {
    let sealed = seal_with(b"Ana sabe dibujar", "una frase de paso", QUICK).unwrap();
    for other in ["", "una frase de pasO", "una frase de paso "] {
        assert_eq!(open(&sealed, other), Err(SealError::WrongPassphrase), "{other}");
    }
    assert!(!sealed.windows(4).any(|at| at == b"Ana "));
    // Two seals of the same content have nothing in common but the form.
    assert_ne!(seal_with(b"Ana sabe dibujar", "una frase de paso", QUICK).unwrap(), sealed);
}

#[test]
fn a_passphrase_with_accents_opens_however_a_keyboard_composes_them() {
    let sealed = seal_with(b"x", "mañana será", QUICK).unwrap();
    assert_eq!(open(&sealed, "man\u{303}ana sera\u{301}"), Ok(b"x".to_vec()));
}

#[test]
fn a_file_that_was_changed_or_cut_anywhere_gives_nothing() {
    let content = vec![7; CHUNK + 100];
    let sealed = seal_with(&content, "una frase de paso", QUICK).unwrap();
    let head = sealed.len() - content.len() - 2 * TAG - 16;
    for at in (0..head + 40).chain([head + CHUNK, head + CHUNK + 40, sealed.len() - 1]) {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(open(&changed, "una frase de paso").is_err(), "{at}");
    }
    for length in [0, 10, head - 1, head, head + 15, head + 16, head + 16 + CHUNK + TAG, sealed.len() - 1] {
        assert!(open(&sealed[..length], "una frase de paso").is_err(), "{length}");
    }
}

#[test]
fn a_file_cannot_make_the_program_take_all_memory() {
    let mut sealed = seal_with(b"x", "una frase de paso", QUICK).unwrap();
    let at = sealed.windows(3).position(|at| at == b" 4\n").unwrap();
    for (work, why) in [
        ("19", SealError::TooCostly),
        ("63", SealError::TooCostly),
        ("255", SealError::TooCostly),
        ("256", SealError::NotSealed),
        ("04", SealError::NotSealed),
        ("+4", SealError::NotSealed),
    ] {
        let mut asked = sealed.clone();
        asked.splice(at + 1..at + 2, work.bytes());
        assert_eq!(open(&asked, "una frase de paso"), Err(why), "{work}");
    }
    sealed.truncate(0);
    assert_eq!(open(&sealed, ""), Err(SealError::NotSealed));
}
