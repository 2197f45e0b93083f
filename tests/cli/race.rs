//! K3: two decisions made at the same moment by two programs never together exceed what is free.

use std::process::Stdio;

use crate::place::{Place, Printed};

#[test]
fn k3_of_two_programs_that_commit_the_last_free_kroner_one_succeeds_and_the_other_is_told_what_is_left() {
    let fund = Place::with_halden_paid();
    let refs = fund.recommended("2018-1", &[("Den ene", "600000"), ("Den andre", "600000")]);
    for _ in 0..5 {
        let place = fund.copy();
        let children: Vec<_> = refs
            .iter()
            .map(|reference| {
                place
                    .command("karl", &["decide", reference, "--amount", "600000", "--json"])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        let mut said: Vec<Printed> = children
            .into_iter()
            .map(|child| child.wait_with_output().unwrap().into())
            .collect();
        said.sort_by_key(|said| said.code);
        assert_eq!(said[0].code, 0, "{said:?}");
        assert_eq!(said[1].refusal(), (4, "not-enough-free".to_owned()), "{said:?}");
        assert!(said[1].out.contains("15\u{a0}800\u{a0}kr"), "{said:?}");
        assert_eq!(place.does("karl", &["capital"])["free_on_hand_ore"], 1_580_000);
    }
}
