//! What is told of the council: its meetings, minutes and decisions, its seats and parameters, and its members.

use super::{Demo, Route, facts, plain, shows_all};
use crate::present::document::Document;
use crate::present::meetings::{self, decisions, minutes};
use crate::present::{members, scheme, seats};
use crate::usecases::views::{
    DecisionRegister, MeetingView, Meetings, Members, MinutesView, Parameters, Seats,
};

#[test]
fn a_meeting_with_its_minutes_and_what_was_decided() {
    let mut demo = Demo::new();
    let meetings = demo.view(&Meetings);
    let listed = demo.rows(meetings::COLUMNS, &meetings);
    shows_all("meetings list", &demo.command(&["meetings", "list"]), &listed);
    for meeting in &meetings {
        let key = meeting.key.to_string();
        let data = demo.view(&MeetingView {
            key: Some(meeting.key),
        });
        let page = facts(meetings::page(&data, &demo.words));
        shows_all(&key, &demo.command(&["meetings", "show", &key]), &page);
        let kept = demo.view(&MinutesView { key: meeting.key });
        let minutes = facts(minutes::document(&kept.minutes, None, &demo.words));
        shows_all(&key, &demo.command(&["minutes", "show", &key]), &minutes);
    }
    let ahead = demo.view(&MeetingView { key: None });
    for (at, item) in ahead.meeting.items.iter().enumerate() {
        let of_item = meetings::page::of_item(&ahead, item, &demo.words);
        let mut told = facts(Document::titled("", vec![of_item]));
        told.push(plain(&meetings::heading(&ahead.meeting, item, &demo.words)));
        let keys = vec!["j"; at];
        shows_all("screen 5", &demo.screen(&Route::Meeting, &keys), &told);
    }
    let register = demo.view(&DecisionRegister);
    let listed = demo.rows(decisions::COLUMNS, &register);
    shows_all("decisions list", &demo.command(&["decisions", "list"]), &listed);
}

#[test]
fn the_seats_and_the_parameters() {
    let demo = Demo::new();
    let seats = demo.view(&Seats);
    let listed = demo.rows(seats::COLUMNS, &seats);
    shows_all("seat list", &demo.command(&["seat", "list"]), &listed);
    let parameters = demo.view(&Parameters { on: None });
    let page = facts(scheme::page(&parameters, &demo.words));
    shows_all("scheme show", &demo.command(&["scheme", "show"]), &page);
}

#[test]
fn the_members() {
    let demo = Demo::new();
    let members = demo.view(&Members);
    let listed = demo.rows(members::COLUMNS, &members);
    shows_all("members list", &demo.command(&["members", "list"]), &listed);
    for member in &members {
        let facts = facts(members::page(member, &demo.words));
        let shown = demo.command(&["members", "show", &member.handle]);
        shows_all(&member.handle, &shown, &facts);
    }
}
