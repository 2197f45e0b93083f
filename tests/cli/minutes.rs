//! The minutes by commands: final once, printed as they were kept, compared byte for byte, and refused with what is missing.

use serde_json::Value as Json;

use crate::place::Place;

#[test]
fn m17_final_minutes_are_printed_as_they_were_kept_and_a_file_is_compared_with_them() {
    let place = Place::demo();
    let early = place.says("sekretariat", &["minutes", "verify", "3/2018", "none.md"]);
    assert!(early.code == 4 && early.err.contains("3/2018"), "{early:?}");
    let shown = place.does("sekretariat", &["minutes", "show", "2/2018"]);
    assert!(
        shown["sha256"].as_str().is_some_and(|hash| hash.len() == 64),
        "{shown}"
    );
    assert_eq!(shown["items"][0]["kind"], "minutes");
    let item = &shown["items"][1];
    for field in ["for", "against", "entitled", "seats"] {
        assert!(item["votes"][0][field].is_i64(), "{field}: {item}");
    }
    assert_eq!(
        (&item["kind"], &item["result"]),
        (&Json::from("proposal"), &Json::from("approve"))
    );
    let again = place.says("sekretariat", &["minutes", "finalise", "2/2018"]);
    assert_eq!(again.code, 4, "{again:?}");
    for format in ["md", "html"] {
        let show = || {
            place
                .says("sekretariat", &["minutes", "show", "2/2018", "--format", format])
                .out
        };
        let before = show();
        let file = place.file(&format!("minutes.{format}"), &before);
        let equal = place.does("sekretariat", &["minutes", "verify", "2/2018", &file]);
        assert_eq!(equal["form"], format!("nb.{format}"));
        let note = [
            "--as",
            "sekretariat",
            "minutes",
            "correct",
            "2/2018",
            "--concerns",
            "sak 5/18",
            "--text",
            "Rettet",
        ];
        place.tells(&note);
        assert_eq!(show(), before, "a correction is a later note (M18)");
        let other = place.file(&format!("other.{format}"), before.replace("Leder", "Ledar"));
        let differs = place.says("sekretariat", &["minutes", "verify", "2/2018", &other]);
        assert_eq!(differs.code, 4, "{differs:?}");
        assert!(differs.err.contains(&format!("nb.{format}")), "{differs:?}");
    }
    let noted = place.says("sekretariat", &["minutes", "show", "2/2018"]);
    assert!(
        noted.out.contains("sak 5/18") && noted.out.contains("Rettet"),
        "{noted:?}"
    );
}

#[test]
fn m17_the_public_notice_tells_of_an_internal_item_its_number_alone() {
    let place = Place::demo();
    let notice = |more: &[&str]| {
        let words = [&["notice", "3/2018"], more].concat();
        place.says("sekretariat", &words).out
    };
    let (whole, public) = (notice(&[]), notice(&["--public"]));
    assert!(
        whole.contains("Honorar og reiser") && whole.contains("(intern)"),
        "{whole}"
    );
    assert!(
        !public.contains("Honorar og reiser") && public.contains("Intern sak."),
        "{public}"
    );
    let json = place.does("sekretariat", &["notice", "3/2018", "--public"]);
    assert!(!json.to_string().contains("Honorar"), "{json}");
    assert!(
        json["items"].as_array().is_some_and(|items| items.len() == 11),
        "{json}"
    );
}

#[test]
fn the_ways_on_from_the_next_meeting_are_those_of_its_state_and_of_the_reader() {
    let place = Place::demo();
    let ways = |who: &str| place.says(who, &["--plain", "5"]).out;
    let chair = ways("leder");
    assert!(
        chair.contains("kommit meeting open") && !chair.contains("kommit vote cast"),
        "{chair}"
    );
    // M3: where nobody is there to chair, the secretariat opens to have somebody elected.
    let secretariat = ways("sekretariat");
    assert!(
        secretariat.contains("kommit meeting open") && secretariat.contains("kommit item add"),
        "{secretariat}"
    );
    let member = ways("bergen");
    assert!(
        member.contains("kommit attend in") && !member.contains("kommit meeting open"),
        "{member}"
    );
    assert!(member.contains("kommit meetings list"), "{member}");
}
