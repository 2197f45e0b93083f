//! A former member's name is shown nowhere any more, while everything that was sealed with it can still be verified.

use crate::place::Place;

/// A member of the demo's council, who has sat in its meetings, scored and been in conflict.
const HANDLE: &str = "baerum";

/// Everything that is read by commands and as screens.
const LOOKS: [&[&str]; 21] = [
    &["members"],
    &["members", "show", HANDLE],
    &["seat", "list"],
    &["meetings"],
    &["meetings", "show", "1/2018"],
    &["meetings", "show", "2/2018"],
    &["minutes", "show", "1/2018"],
    &["minutes", "show", "2/2018", "--format", "md"],
    &["minutes", "show", "2/2018", "--format", "html", "--public"],
    &["minutes", "extract", "2/2018", "5"],
    &["notice", "3/2018"],
    &["decisions", "list"],
    &["proposals"],
    &["proposals", "show", "2018-05"],
    &["ranking"],
    &["report", "2018"],
    &["report", "2018", "--format", "html"],
    &["audit", "--limit", "10000"],
    &["--plain", "3"],
    &["--plain", "4"],
    &["--plain", "5"],
];

#[test]
fn a_former_members_name_is_masked_everywhere_and_minutes_log_and_seals_can_still_be_verified() {
    let place = Place::demo();
    let name = place.does("", &["members", "show", HANDLE])["name"].clone();
    let name = name.as_str().unwrap().to_owned();
    let said = |args: &[&str]| {
        let said = place.says("leder", args);
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        said.out
    };
    let mask = |place: &Place| place.says("", &["member", "mask", HANDLE, "--reason", "Ba om det", "--json"]);
    assert_eq!(mask(&place).refusal(), (4, "mask-of-a-member".into()));
    place.does("", &["member", "revoke", HANDLE]);
    let before: Vec<String> = LOOKS.map(said).into();
    let named = before.iter().filter(|text| text.contains(&name)).count();
    assert!(named > 5, "{name} is named in {named} of them");
    let kept = place.file("kept.md", said(&["minutes", "show", "2/2018", "--format", "md"]));

    assert_eq!(mask(&place).code, 0);
    assert_eq!(mask(&place).refusal(), (4, "mask-already".into()));
    for (args, before) in LOOKS.iter().zip(&before) {
        for json in [false, true] {
            let screen = args.contains(&"--plain") || args.contains(&"--format");
            if json && screen {
                continue;
            }
            let args = [*args, if json { &["--json"] } else { &[] }].concat();
            let after = said(&args);
            assert!(!after.contains(&name), "{args:?}: {after}");
            let called = before.contains(&name) && !json;
            assert!(!called || after.contains(HANDLE), "{args:?}: {after}");
        }
    }
    // What was sealed stands: the file that was printed before is the final minutes still, and a print of today isn't.
    let shown = said(&["minutes", "show", "2/2018", "--format", "md"]);
    assert!(shown.contains("skjult"), "{shown}");
    let today = place.file("today.md", &shown);
    place.does("leder", &["minutes", "verify", "2/2018", &kept]);
    let differs = place.refuses("leder", &["minutes", "verify", "2/2018", &today]);
    assert_eq!(differs, (4, "minutes-file-differs".into()));
    assert_eq!(place.does("", &["check"])["ok"], true);
    assert_eq!(place.does("", &["audit", "verify"])["ok"], true);
    // Nobody but the administrator masks.
    let other = place.refuses("leder", &["member", "mask", HANDLE, "--reason", "x"]);
    assert_eq!(other, (3, "denied-role".into()));
}
