//! The minutes of one meeting in which everything happens, in words: whole, without what is internal, one item alone, and the
//! notice and the page of the same meeting.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, date, datetime, time};
use kommit::domain::meeting::conflict::{ConflictKind, Ground};
use kommit::domain::meeting::election::{Count, Office};
use kommit::domain::meeting::{
    Choice, Entry, Event, Form, ItemId, ItemKind, Meeting, Motion, MotionId, Paper, Question, Roster, Seat,
    VoteResult,
};
use kommit::domain::money::Ore;
use kommit::domain::proposal::Ref;
use kommit::domain::scheme::Name;
use kommit::i18n::{Lang, Words};
use kommit::present::meetings::{minutes, notice, page};
use kommit::present::{print, text};
use kommit::usecases::views::meetings::MeetingData;

const DAY: Date = date(2018, 5, 15);

const COUNCIL: [(&str, &str); 11] = [
    ("leder", "Leder"),
    ("nestleder", "Nestleder"),
    ("bergen", "Medlem Bergen"),
    ("oslo", "Medlem Oslo"),
    ("tromso", "Medlem Tromsø"),
    ("skien", "Medlem Skien"),
    ("hamar", "Medlem Hamar"),
    ("molde", "Medlem Molde"),
    ("bodo", "Medlem Bodø"),
    ("arendal", "Medlem Arendal"),
    ("ks-a", "Medlem KS"),
];

fn roster() -> Roster {
    let seats = (1..).zip(COUNCIL).map(|(number, (handle, _))| Seat {
        number,
        holder: Some(handle.to_owned()),
        substitutes: if handle == "oslo" {
            vec!["vara".to_owned()]
        } else {
            Vec::new()
        },
    });
    let others = [
        ("vara", "Vararepresentant Oslo"),
        ("sekretariat", "Sekretariatet"),
    ];
    Roster {
        seats: seats.collect(),
        leader: Some("leder".to_owned()),
        deputy: Some("nestleder".to_owned()),
        names: COUNCIL
            .into_iter()
            .chain(others)
            .map(|(handle, name)| (handle.to_owned(), name.to_owned()))
            .collect(),
    }
}

fn scheme() -> Name {
    Name {
        nb: "Finansieringsordningen".to_owned(),
        en: "The financing scheme".to_owned(),
    }
}

/// The meeting as it is played, each step at its time.
struct Room {
    meeting: Meeting,
    at: DateTime,
}

impl Room {
    fn say(&mut self, event: Event) {
        let told = format!("{event:?}");
        let entry = Entry {
            at: self.at,
            by: "sekretariat".to_owned(),
            event,
        };
        self.meeting
            .step(&entry)
            .unwrap_or_else(|refusal| panic!("{told}: {refusal}"));
    }

    fn at(&mut self, hour: i8, minute: i8) -> &mut Room {
        self.at = DAY.at(hour, minute, 0, 0);
        self
    }

    fn add(&mut self, kind: ItemKind, title: &str, internal: bool, number: Option<u32>) {
        self.say(Event::ItemAdded {
            item: self.meeting.next_item(),
            kind,
            title: title.to_owned(),
            internal,
            proposed: None,
            number,
            objections: Vec::new(),
        });
    }

    fn comes(&mut self, who: &str) {
        self.say(Event::CameIn {
            handle: who.to_owned(),
        });
    }

    fn goes(&mut self, who: &str) {
        self.say(Event::WentOut {
            handle: who.to_owned(),
        });
    }

    fn goes_to(&mut self, item: ItemId) {
        self.say(Event::ItemOpened { item });
    }

    fn conflict(&mut self, item: ItemId, who: &str, by: &str, kind: ConflictKind, text: &str) {
        self.say(Event::ConflictRaised {
            item,
            handle: who.to_owned(),
            raised_by: by.to_owned(),
            ground: Ground {
                text: text.to_owned(),
                paragraph: kind.paragraph().to_owned(),
                kind,
            },
        });
    }

    fn put(&mut self, item: ItemId, mover: &str, content: Motion) -> MotionId {
        let motion = self.meeting.next_motion();
        self.say(Event::MotionPut {
            item,
            motion,
            mover: mover.to_owned(),
            content,
        });
        motion
    }

    /// All who can vote are for, but for those who are against or silent.
    fn decides(&mut self, question: Question, against: &[&str], silent: &[&str]) -> VoteResult {
        let vote = self.meeting.next_vote();
        self.say(Event::VoteOpened { vote, question });
        for handle in self.meeting.not_voted(self.meeting.open_vote().unwrap()) {
            if silent.contains(&handle.as_str()) {
                continue;
            }
            let choice = if against.contains(&handle.as_str()) {
                Choice::Against
            } else {
                Choice::For
            };
            self.say(Event::Cast { vote, handle, choice });
        }
        let tallies = self.meeting.tallies(self.meeting.open_vote().unwrap());
        let result = tallies[0].result();
        self.say(Event::VoteClosed { vote, tallies });
        result
    }

    fn carries(&mut self, motion: MotionId, against: &[&str], silent: &[&str]) {
        let result = self.decides(Question::Motion { motion }, against, silent);
        assert_eq!(result, VoteResult::Carried);
    }

    fn judges(&mut self, item: ItemId, who: &str, against: &[&str]) {
        let handle = who.to_owned();
        self.decides(Question::Conflict { item, handle }, against, &[]);
    }

    fn elects(&mut self, office: Office, votes: &[(&str, usize)], elected: Option<&str>, lot: Option<u64>) {
        let election = self.meeting.next_vote();
        let second = lot.is_some();
        self.say(Event::ElectionOpened {
            election,
            office,
            candidates: votes.iter().map(|(who, _)| (*who).to_owned()).collect(),
            second,
            secret: None,
        });
        let open = self.meeting.open_election().unwrap();
        let voted: Vec<String> = open.seating.iter().map(|seated| seated.handle.clone()).collect();
        let cast: usize = votes.iter().map(|(_, votes)| votes).sum();
        let count = Count {
            seats: 11,
            entitled: voted.len(),
            votes: votes
                .iter()
                .map(|&(who, votes)| (who.to_owned(), votes))
                .collect(),
            blank: voted.len() - cast,
            blank_counts: true,
            voted,
            not_voted: Vec::new(),
            elected: elected.map(str::to_owned),
            lot,
        };
        self.say(Event::ElectionClosed {
            election,
            count,
            ballots: Vec::new(),
        });
    }
}

fn approve(kroner: i64, conditions: &str) -> Motion {
    Motion::Approve {
        amount: Ore::kroner(kroner),
        conditions: conditions.to_owned(),
    }
}

fn proposal(number: u32) -> ItemKind {
    ItemKind::Proposal {
        reference: Ref::new(2018, number),
    }
}

/// Planned and called with ten items, of which one is internal; the seventh has been withdrawn since.
fn called() -> Room {
    let at = datetime(2018, 4, 30, 9, 0, 0, 0);
    let planned = Entry {
        at,
        by: "sekretariat".to_owned(),
        event: Event::Planned {
            key: "2/2018".parse().unwrap(),
            held_on: DAY,
            starts: Some(time(10, 0, 0, 0)),
            place: "Haakon VIIs gate 9, Oslo".to_owned(),
            form: Form::Both,
        },
    };
    let mut room = Room {
        meeting: Meeting::replay([&planned]).unwrap(),
        at,
    };
    room.meeting.roster = roster();
    let earlier = "1/2018".parse().unwrap();
    room.add(ItemKind::Minutes { meeting: earlier }, "1/2018", false, None);
    room.add(ItemKind::Information, "Status for innbetalingene", false, None);
    let titles = [
        (1, "Felles innsyn i byggesaker"),
        (2, "Meldingsflyt i barnevernet"),
        (3, "Digital søknad om barnehageplass"),
        (4, "Felles kartløsning"),
        (5, "Varsling ved vannbrudd"),
        (6, "Skjema for skjenkebevilling"),
    ];
    for (number, title) in titles {
        room.add(proposal(number), title, false, None);
    }
    room.add(ItemKind::Free, "Forhandlinger med leverandøren", true, None);
    room.add(ItemKind::Election, "Valg av kontaktperson", false, None);
    let paper = Paper {
        applicant: "Moss".to_owned(),
        summary: "Innbyggerne ser byggesaker på ett sted.".to_owned(),
        cost: Ore::kroner(24_000_000),
        applied: Ore::kroner(12_000_000),
        place: Some(1),
        score: Some("4.42".to_owned()),
    };
    room.at = datetime(2018, 5, 2, 9, 0, 0, 0);
    room.say(Event::Called {
        on: date(2018, 5, 2),
        reason: String::new(),
        numbers: (1..=10).map(|item| (item, item + 4)).collect(),
        papers: BTreeMap::from([(3, paper)]),
    });
    room.say(Event::ItemWithdrawn {
        item: 7,
        reason: "Søkeren har bedt om mer tid".to_owned(),
    });
    room
}

/// Held. The deputy and the member from Oslo are away; a substitute sits in the latter's seat.
fn held() -> Meeting {
    let mut room = called();
    room.at(10, 0);
    for (handle, _) in COUNCIL {
        if !["nestleder", "oslo", "ks-a"].contains(&handle) {
            room.comes(handle);
        }
    }
    room.comes("sekretariat");
    room.say(Event::Opened { roster: roster() });
    opening(&mut room);
    rivals(&mut room);
    elected_chair(&mut room);
    together(&mut room);
    rest(&mut room);
    room.at(12, 5).say(Event::Closed);
    room.meeting
}

/// Approval and information; somebody is late.
fn opening(room: &mut Room) {
    room.at(10, 2).goes_to(1);
    let motion = room.put(1, "leder", Motion::ApproveMinutes);
    room.carries(motion, &[], &[]);
    room.at(10, 5).goes_to(2);
    room.at(10, 9).comes("ks-a");
    room.say(Event::Statement {
        item: 2,
        handle: "bergen".to_owned(),
        text: "Purringene bør gå ut tidligere.".to_owned(),
    });
}

/// Two are in question; the counter-motion wins; a scorecard is changed.
fn rivals(room: &mut Room) {
    room.at(10, 15).goes_to(3);
    room.conflict(
        3,
        "tromso",
        "tromso",
        ConflictKind::Automatic,
        "Styremedlem hos søkeren",
    );
    room.conflict(
        3,
        "skien",
        "bergen",
        ConflictKind::Judged,
        "Tidligere ansatt hos søkeren.",
    );
    room.at(10, 17).comes("vara");
    room.judges(3, "tromso", &[]);
    room.judges(3, "skien", &["bodo", "molde", "hamar", "leder", "vara"]);
    let first = room.put(3, "leder", approve(12_000_000, ""));
    let second = room.put(
        3,
        "hamar",
        approve(10_000_000, "Løsningen skal kunne brukes av fylkeskommunene."),
    );
    room.say(Event::ScorecardChanged {
        item: 3,
        handle: "molde".to_owned(),
        reference: Ref::new(2018, 1),
        before: BTreeMap::new(),
        after: BTreeMap::new(),
    });
    let result = room.at(10, 28).meeting.next_vote();
    assert_eq!(result, 4);
    let result = room.decides(
        Question::Between { first, second },
        &["hamar", "molde", "bodo", "arendal", "ks-a"],
        &[],
    );
    assert_eq!(result, VoteResult::Lost, "the second wins");
}

/// The leader is in conflict and the deputy away: a chair is elected, whose vote decides a tie.
fn elected_chair(room: &mut Room) {
    room.at(10, 30).goes_to(4);
    room.conflict(4, "leder", "leder", ConflictKind::Judged, "Egen kommune er søker");
    let office = Office::Chair { item: Some(4) };
    room.elects(office, &[("hamar", 8)], Some("hamar"), None);
    room.judges(4, "leder", &[]);
    let withdrawn = room.put(4, "molde", Motion::Decline);
    room.say(Event::MotionWithdrawn { motion: withdrawn });
    let motion = room.put(4, "bergen", approve(8_000_000, ""));
    room.at(10, 40);
    room.carries(motion, &["tromso", "skien", "bodo", "arendal"], &["ks-a"]);
}

/// Two items in one vote and one taken out of it, which first lacks quorum; somebody has gone meanwhile.
fn together(room: &mut Room) {
    for item in [5, 6, 8] {
        room.at(10, 42).goes_to(item);
        let kroner = 1_000_000 * i64::from(item);
        room.put(item, "leder", approve(kroner, ""));
    }
    room.at(10, 45).goes_to(5);
    room.say(Event::TakenOut { item: 8 });
    let motions = room.meeting.en_bloc();
    assert_eq!(
        room.decides(Question::EnBloc { motions }, &["bodo"], &[]),
        VoteResult::Carried
    );
    room.at(10, 50).goes_to(8);
    room.at(10, 52).goes("tromso");
    let motion = room.meeting.motions_of(8).next().unwrap().id;
    let silent = ["skien", "hamar", "molde", "bodo"];
    let result = room.decides(Question::Motion { motion }, &[], &silent);
    assert_eq!(result, VoteResult::NoQuorum);
    assert_eq!(
        room.decides(Question::Motion { motion }, &silent, &["vara", "ks-a"]),
        VoteResult::Lost
    );
    room.at(10, 58).say(Event::Adjourned {
        reason: "Lunsj".to_owned(),
    });
    room.at(11, 30).say(Event::Resumed);
    room.at(11, 31).comes("tromso");
}

/// An item is taken up again, one is internal, one was not on the list, and a lot is drawn.
fn rest(room: &mut Room) {
    room.at(11, 35).goes_to(9);
    let text = "Sekretariatet forhandler videre innenfor rammen.".to_owned();
    let motion = room.put(9, "leder", Motion::Text { text });
    room.carries(motion, &[], &[]);
    room.decides(Question::TakeUp { item: 5 }, &["bodo"], &[]);
    room.at(11, 45).goes_to(5);
    let motion = room.put(5, "arendal", Motion::Postpone);
    room.carries(motion, &["leder"], &[]);
    room.at(11, 50).goes_to(10);
    let office = |item| Office::Other {
        item,
        title: "kontaktperson mot KS".to_owned(),
    };
    room.elects(office(10), &[("bodo", 5), ("molde", 4)], None, None);
    room.elects(office(10), &[("bodo", 5), ("molde", 5)], Some("molde"), Some(17));
    room.add(ItemKind::Free, "Neste møtedato", false, Some(15));
    room.at(12, 0).goes_to(11);
    let text = "Neste møte holdes 28. august 2018.".to_owned();
    let motion = room.put(11, "leder", Motion::Text { text });
    room.carries(motion, &[], &[]);
}

fn prints() -> BTreeMap<String, String> {
    let mut facts = held().minutes();
    facts.scheme = Some(scheme());
    let (sha256, head) = ("0a".repeat(32), format!("412:{}", "1b".repeat(32)));
    minutes::renderer()(&facts, &sha256, &head)
        .unwrap()
        .into_iter()
        .collect()
}

#[test]
fn m4_m17_the_minutes_of_the_story_are_as_they_were_in_both_languages_and_forms() {
    let prints = prints();
    let forms: Vec<&str> = prints.keys().map(String::as_str).collect();
    assert_eq!(
        forms,
        [
            "en.html",
            "en.md",
            "en.public.html",
            "en.public.md",
            "nb.html",
            "nb.md",
            "nb.public.html",
            "nb.public.md"
        ]
    );
    for (form, print) in &prints {
        if !form.contains("public") {
            insta::assert_snapshot!(format!("minutes_{form}"), print);
        }
        assert!(!print.contains("http"), "{form} needs nothing beside itself");
    }
}

#[test]
fn m17_the_public_form_leaves_out_internal_items_but_for_their_number() {
    let prints = prints();
    for form in ["nb", "en"] {
        for kind in ["md", "html"] {
            let whole = &prints[&format!("{form}.{kind}")];
            let public = prints[&format!("{form}.public.{kind}")].replace("&#x2f;", "/");
            assert!(whole.contains("leverandøren") && whole.contains("innenfor rammen"));
            assert!(
                !public.contains("leverandøren") && !public.contains("innenfor rammen"),
                "{public}"
            );
            assert!(public.contains("13/18"), "{public}");
        }
    }
}

#[test]
fn m10_who_was_there_is_told_for_each_item_and_when_they_came_and_went() {
    let minutes = held().minutes();
    let all = [
        "Leder",
        "Medlem Bergen",
        "Medlem Tromsø",
        "Medlem Skien",
        "Medlem Hamar",
        "Medlem Molde",
    ];
    let rest = ["Medlem Bodø", "Medlem Arendal"];
    let there = |without: &[&str], with: &[&str]| -> std::collections::BTreeSet<String> {
        let names = all.iter().chain(&rest).chain(with);
        names
            .filter(|name| !without.contains(name))
            .map(|&name| name.to_owned())
            .collect()
    };
    let (late, vara) = ("Medlem KS", "Vararepresentant Oslo");
    let expected = [
        there(&[], &[]),
        there(&[], &[late]),
        there(&["Medlem Tromsø"], &[late, vara]),
        there(&["Leder"], &[late, vara]),
        there(&[], &[late, vara]),
        there(&[], &[late, vara]),
        std::collections::BTreeSet::new(),
        there(&["Medlem Tromsø"], &[late, vara]),
        there(&[], &[late, vara]),
        there(&[], &[late, vara]),
        there(&[], &[late, vara]),
    ];
    for (item, expected) in minutes.items.iter().zip(expected) {
        let present = item.present.iter().cloned().collect();
        assert_eq!(expected, present, "{}", item.title);
    }
    assert_eq!(minutes.absent, ["Nestleder", "Medlem Oslo"]);
    let chairs: Vec<Option<&str>> = minutes.items.iter().map(|item| item.chair.as_deref()).collect();
    assert_eq!(chairs[2..4], [Some("Leder"), Some("Medlem Hamar")]);
}

#[test]
fn one_item_alone_is_for_the_applicant() {
    let words = Words::new(Lang::Nb);
    let mut facts = held().minutes();
    facts.scheme = Some(scheme());
    let document = minutes::extract(&facts, &facts.items[2], None, &words);
    insta::assert_snapshot!(print::markdown(&document).unwrap());
}

#[test]
fn m9_the_notice_tells_the_agenda_the_papers_and_what_was_changed_later() {
    let room = called();
    for lang in Lang::ALL {
        let document = notice::document(&room.meeting, &scheme(), &Words::new(lang));
        insta::assert_snapshot!(
            format!("notice_{}", lang.code()),
            print::markdown(&document).unwrap()
        );
    }
}

#[test]
fn the_page_of_a_meeting_tells_who_can_vote_and_who_is_awaited() {
    let mut room = called();
    room.at(10, 0);
    for handle in ["leder", "bergen", "tromso", "skien", "hamar", "molde", "bodo"] {
        room.comes(handle);
    }
    room.say(Event::Opened { roster: roster() });
    room.at(10, 15).goes_to(3);
    let motion = room.put(3, "leder", approve(12_000_000, ""));
    let vote = room.meeting.next_vote();
    room.say(Event::VoteOpened {
        vote,
        question: Question::Motion { motion },
    });
    for handle in ["leder", "bergen"] {
        room.say(Event::Cast {
            vote,
            handle: handle.to_owned(),
            choice: Choice::Against,
        });
    }
    let data = MeetingData {
        meeting: room.meeting,
        viewer: "leder".to_owned(),
        scheme: scheme(),
        awaiting: None,
        free: Some(Ore::kroner(10_000_000)),
    };
    let page = text::text(&page(&data, &Words::new(Lang::Nb)), text::Style::default());
    assert!(page.contains("7 av 11 kan stemme; 6 må ha stemt"), "{page}");
    insta::assert_snapshot!(page);
}
