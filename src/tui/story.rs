//! Stories of the program around the screens, told with two small screens: a list of people, and one of them
//! with a form.

mod news;
mod questions;
mod rehearsal;
mod rulebook;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::member::Member;
use crate::domain::policy::{Action as Rule, Role};
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Event, Question, Request, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode};
use crate::tui::route::Route;
use crate::tui::screen::{AnyScreen, Screen, Screens, Tab, mount};
use crate::tui::testing::{Ready, Story, person};
use crate::tui::theme::Theme;
use crate::tui::widgets::form::{Field, Form, Reply};
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::usecases::ClosePeriod;
use crate::usecases::OpError;
use crate::usecases::views::Members;

#[derive(Clone, Copy, PartialEq)]
enum Act {
    Open,
    Close,
    Blocked,
}

#[derive(Default)]
struct People {
    list: Listing<Member>,
}

impl Row for Member {
    type Key = String;

    fn key(&self) -> String {
        self.handle.clone()
    }
}

impl Screen for People {
    type View = Members;
    type Action = Act;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Act>] = &[
        Binding::open(Act::Open),
        Binding::new(&[Key::Char('x')], Act::Close, "tui-save", "tui-save").needs(Rule::ClosePeriod),
        Binding::new(&[Key::Char('b')], Act::Blocked, "tui-undo", "tui-undo-help"),
    ];

    fn title(&self) -> Phrase {
        Phrase::Name("Personer".into())
    }
    fn view(&self) -> Members {
        Members
    }
    fn receive(&mut self, people: Vec<Member>) {
        self.list.receive(people);
    }
    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }
    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }
    fn blocked(&self, action: Act) -> Option<Refusal> {
        matches!(action, Act::Blocked).then(|| refuse("text-empty"))
    }
    fn act(&mut self, action: Act) -> Vec<Effect> {
        match action {
            Act::Open => {
                let route = self.list.selected().map(|one| Route::Proposal(one.key()));
                route.map(Effect::Open).into_iter().collect()
            }
            Act::Close => vec![Effect::Confirm(Question {
                title: phrase("tui-save"),
                lines: vec![phrase("tui-unsaved")],
                yes: "tui-save",
                no: "not-saved",
                undo: Undo::Never,
                then: vec![Effect::Perform(
                    Box::new(ClosePeriod {
                        through: jiff::civil::date(2018, 3, 31),
                    }),
                    "close",
                )],
            })],
            Act::Blocked => Vec::new(),
        }
    }
    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let columns = [
            Column::new("Kort", Width::Fixed(6)),
            Column::new("Navn", Width::Flex(8)),
        ];
        let cells = |person: &Member| {
            vec![
                (person.handle.clone(), ctx.theme.dim()),
                (person.name.clone(), ctx.theme.plain()),
            ]
        };
        self.list
            .look("tui-palette-none", &columns, &cells)
            .render(area, buf, ctx);
    }
}

struct Person {
    handle: String,
    form: Option<Form>,
}

impl Screen for Person {
    type View = Members;
    type Action = Act;
    const KEYS: &'static [Binding<Act>] = &[Binding::open(Act::Open)];

    fn title(&self) -> Phrase {
        Phrase::Name(self.handle.clone())
    }
    fn view(&self) -> Members {
        Members
    }
    fn receive(&mut self, _people: Vec<Member>) {}
    fn act(&mut self, _action: Act) -> Vec<Effect> {
        self.form = Some(Form::new(
            vec![Field::line("name", phrase("tui-open"), "")],
            "tui-save",
        ));
        Vec::new()
    }
    fn mode(&self) -> Option<Mode> {
        self.form.as_ref().map(Form::mode)
    }
    fn unsaved(&self) -> bool {
        self.form.as_ref().is_some_and(Form::changed)
    }
    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.form.as_mut().map(|form| form.key(key, |_| ())) {
            Some(Reply::Leave { changed }) => vec![Effect::close_form(changed)],
            _ => Vec::new(),
        }
    }
    fn close_form(&mut self) {
        self.form = None;
    }
    fn pasted(&mut self, text: &str) {
        if let Some(form) = &mut self.form {
            form.paste(text);
        }
    }
    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(form) = &self.form {
            form.render(area, buf, ctx);
        }
    }
}

fn open(route: &Route) -> Box<dyn AnyScreen> {
    match route {
        Route::Proposal(handle) => mount(Person {
            handle: handle.clone(),
            form: None,
        }),
        _ => mount(People::default()),
    }
}

const SCREENS: Screens = Screens {
    tabs: &[
        Tab {
            digit: '1',
            name: "tui-open",
            route: Route::Overview,
        },
        Tab {
            digit: '2',
            name: "tui-filter",
            route: Route::Proposals,
        },
    ],
    open,
};

fn people(count: usize) -> Vec<Member> {
    let one = |i: usize| Member {
        handle: format!("p{i}"),
        name: format!("Person nummer {i}"),
        roles: [Role::Member].into(),
        participant: None,
        active: true,
    };
    (0..count).map(one).collect()
}

fn story(role: Role) -> Story {
    Story::new(SCREENS, &Route::Overview, fund(role))
}

fn fund(role: Role) -> Ready {
    Ready::new(person(&[role])).with(|_: &Members| Ok(people(60)))
}

#[test]
fn the_frame_shows_where_one_is_who_acts_and_what_the_keys_do() {
    insta::assert_snapshot!("frame_20x5", story(Role::Chair).screen(20, 5));
}

#[test]
fn every_size_draws_something_and_none_breaks() {
    for keys in ["", "?", ":", "x", "<Enter><Enter>", "b", "@"] {
        let mut story = story(Role::Secretariat);
        story.press(keys);
        for wide in [0, 1, 2, 3, 7, 8, 20, 33, 80] {
            for tall in [0, 1, 2, 3, 4, 5, 24] {
                story.buffer(wide, tall);
            }
        }
    }
}

#[test]
fn enter_opens_and_esc_comes_back_to_where_one_was() {
    let mut story = story(Role::Member);
    story.press("jj<Enter>");
    assert!(story.screen(80, 24).contains(" p2"), "{}", story.screen(80, 24));
    story.press("<Esc>");
    assert!(story.screen(80, 24).contains("▌ p2"));
    story.press("2<Down>1");
    assert!(
        story.screen(80, 24).contains("▌ p2"),
        "each tab is as it was left"
    );
    story.press("8");
    assert!(story.screen(80, 24).contains("ikke noe skjermbilde"));
}

#[test]
fn a_key_that_cannot_act_says_why() {
    let mut story = story(Role::Member);
    story.press("x");
    assert!(
        story.screen(80, 24).contains("avslutte en regnskapsperiode"),
        "{}",
        story.screen(80, 24)
    );
    story.press("b");
    assert!(story.screen(80, 24).contains("✗"));
    story.press("@");
    assert!(story.screen(80, 24).contains("Bare i demofondet"));
    story.press("j");
    assert!(
        !story.screen(80, 24).contains("✗"),
        "a message stays until the next key"
    );
}

#[test]
fn the_help_and_the_palette_come_from_the_same_table_as_the_keys() {
    let mut story = story(Role::Member);
    insta::assert_snapshot!("help_80x24", story.press("?").body(80, 24));
    story.press("G<Esc>:");
    insta::assert_snapshot!("palette_80x24", story.body(80, 24));
    // Nothing is found, and nothing happens.
    story.press("xyzæ<Enter>");
    assert!(story.screen(80, 24).contains("Ingen kommando passer"));
    story.press("<C-u>avsl");
    assert!(story.screen(80, 24).contains("avslutt"));
    story.press("<Enter>");
    assert!(story.quit);
}

#[test]
fn what_was_refused_is_said_and_nothing_is_lost() {
    let mut story = story(Role::Secretariat);
    story.fund = fund(Role::Secretariat).outcome(|_| Err(OpError::Refused(refuse("text-empty"))));
    story.press("jx<Right><Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("✗") && screen.contains("▌ p1"), "{screen}");
}

#[test]
fn in_a_form_the_keys_belong_to_the_form_and_leaving_with_changes_is_asked_about() {
    let mut story = story(Role::Member);
    story.press("<Enter><Enter>q1?:");
    assert!(!story.quit && story.screen(80, 24).contains("q1?:"));
    story.event(Event::Pasted("2\nq".into()));
    assert!(story.screen(80, 24).contains("q1?:2 q"));
    story.press("<C-c>");
    assert!(!story.quit && story.screen(80, 24).contains("Avslutte?"));
    story.press("<Right><Enter>");
    assert!(story.quit);
}

#[test]
fn pasted_text_is_no_command() {
    let mut story = story(Role::Member);
    story.event(Event::Pasted("q".into()));
    assert!(!story.quit);
    story.press("q");
    assert!(story.quit);
}

#[test]
fn an_answer_to_an_old_question_falls_away() {
    let mut story = story(Role::Member);
    let Some(Request::Load {
        screen, generation, ..
    }) = story.app.update(Event::Outdated).pop()
    else {
        panic!("a change is read")
    };
    let answer = |count| Ok(Box::new(people(count)) as crate::tui::fund_access::Data);
    story.app.update(Event::Loaded {
        screen,
        generation: generation - 1,
        answer: answer(1),
    });
    assert!(story.screen(80, 24).contains("p5"));
    story.app.update(Event::Loaded {
        screen,
        generation,
        answer: answer(1),
    });
    assert!(!story.screen(80, 24).contains("p5"));
}

#[test]
fn what_may_no_longer_be_seen_is_no_longer_shown() {
    let mut story = story(Role::Member);
    let denied = |_: &Members| Err(OpError::Denied(refuse("denied-blind").rule("S4")));
    story.fund = Ready::new(person(&[Role::Member])).with(denied);
    story.event(Event::Outdated);
    let screen = story.screen(80, 24);
    assert!(!screen.contains("Person nummer"), "{screen}");
}

#[test]
fn in_a_demo_one_may_change_seats_and_starts_over_there() {
    let seats: Vec<_> = people(3).iter().map(Member::actor).collect();
    let sits = Ready::new(seats[0].clone()).seats(seats);
    let fund = sits.with(|_: &Members| Ok(people(9)));
    let mut story = Story::new(SCREENS, &Route::Overview, fund);
    assert!(story.screen(80, 24).contains("demo"));
    story.press("j<Enter>@j<Enter>");
    let screen = story.screen(120, 40);
    assert!(screen.contains("▌ p0"), "{screen}");
    assert_eq!(story.app.ctx().actor.handle, "p1");
}

#[test]
fn moving_the_cursor_changes_two_rows() {
    let mut story = story(Role::Member);
    let before = story.buffer(80, 24);
    story.press("j");
    let after = story.buffer(80, 24);
    let rows: std::collections::BTreeSet<u16> = before.diff(&after).iter().map(|(_, y, _)| *y).collect();
    assert_eq!(rows.len(), 2);
}

#[test]
fn ascii_draws_no_sign_beyond_ascii_but_the_letters_of_words() {
    let ascii = Theme::new(false, true);
    let mut story = Story::with_theme(SCREENS, &Route::Overview, fund(Role::Chair), ascii);
    for keys in ["", "?", "<Esc>:", "<Esc>x"] {
        let screen = story.press(keys).screen(80, 24);
        let strange: String = screen
            .chars()
            .filter(|c| !c.is_ascii() && !c.is_alphabetic())
            .collect();
        assert_eq!(strange, "", "{screen}");
    }
}
