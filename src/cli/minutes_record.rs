//! Minutes and notices as machines read them.

use serde_json::{Value as Json, json};

use super::call::Call;
use crate::domain::meeting::minutes::{ElectionMinutes, ItemMinutes, Missing, VoteMinutes};
use crate::domain::meeting::{Item, Meeting, Motion};
use crate::domain::money::Ore;
use crate::present::Record;
use crate::present::meetings::{self, list};
use crate::usecases::views::minutes::MinutesData;

/// The minutes with these of their items.
pub(super) fn of(data: &MinutesData, items: &[ItemMinutes], call: &Call) -> Json {
    let (meeting, minutes) = (&data.meeting, &data.minutes);
    let forms = data.kept.iter();
    let forms: Vec<Json> = forms
        .map(|kept| json!({ "form": kept.form, "sha256": kept.sha256 }))
        .collect();
    let approved = data
        .approved
        .map(|(key, item)| json!({ "meeting": key, "item": item }));
    json!({
        "meeting": meeting.key,
        "state": meeting.state,
        "held_on": minutes.held_on,
        "place": minutes.place,
        "form": minutes.form,
        "notice_on": minutes.notice,
        "opened": minutes.opened,
        "closed": minutes.closed,
        "pauses": minutes.pauses,
        "chair": minutes.chair,
        "seats": minutes.seats,
        "quorum": minutes.quorum(),
        "met": minutes.met,
        "absent": minutes.absent,
        "elections": minutes.elections.iter().map(election).collect::<Vec<_>>(),
        "items": items.iter().map(item).collect::<Vec<_>>(),
        "written": minutes.written,
        "missing": data.missing.iter().map(|one| missing(data, one, call)).collect::<Vec<_>>(),
        "corrections": meeting.corrections,
        "approved_in": approved,
        "sha256": meeting.sha256,
        "head": meeting.head,
        "forms": forms,
        "masked": data.masked,
    })
}

/// What is missing, and where.
pub(super) fn missing(data: &MinutesData, one: &Missing, call: &Call) -> Json {
    let item = one.item.and_then(|id| data.meeting.item(id).ok());
    json!({
        "item": item.map(Item::number_or_place),
        "what": one.what.word(),
        "who": one.who,
        "message": meetings::missing(&data.meeting, one, &call.words),
    })
}

/// An item as the minutes tell it.
pub(super) fn item(item: &ItemMinutes) -> Json {
    if item.internal && item.title.is_empty() {
        return json!({ "number": item.number, "internal": true });
    }
    let motions = item.motions.iter().map(|put| {
        let mut record = motion(&put.content);
        record["id"] = put.id.into();
        record["mover"] = put.mover.clone().into();
        record["withdrawn"] = put.withdrawn.into();
        record
    });
    let statements = item
        .statements
        .iter()
        .map(|(name, text)| json!({ "name": name, "text": text }));
    json!({
        "number": item.number,
        "kind": item.kind.word(),
        "ref": item.kind.reference().map(|reference| reference.to_string()),
        "title": item.title,
        "state": item.state,
        "internal": item.internal,
        "added_later": item.added_later,
        "withdrawn": item.withdrawn,
        "present": item.present,
        "chair": item.chair,
        "conflicts": item.conflicts,
        "motions": motions.collect::<Vec<_>>(),
        "votes": item.votes.iter().map(vote).collect::<Vec<_>>(),
        "elections": item.elections.iter().map(election).collect::<Vec<_>>(),
        "statements": statements.collect::<Vec<_>>(),
        "scorecards_changed": item.scorecards_changed,
        "result": item.result.as_ref().map(Motion::word),
        "decided": item.result.as_ref().map(motion),
        "free_ore": item.free.map(Ore::ore),
    })
}

fn motion(motion: &Motion) -> Json {
    let mut record = json!({ "motion": motion.word() });
    match motion {
        Motion::Approve { amount, conditions } => {
            record["amount_ore"] = amount.ore().into();
            record["conditions"] = conditions.clone().into();
        }
        Motion::Text { text } => record["text"] = text.clone().into(),
        _ => {}
    }
    record
}

fn vote(vote: &VoteMinutes) -> Json {
    json!({
        "motions": vote.motions,
        "conflict_of": vote.conflict_of,
        "take_up": vote.take_up,
        "en_bloc": vote.en_bloc,
        "seats": vote.seats,
        "entitled": vote.entitled,
        "cast": vote.cast(),
        "for": vote.votes_for.len(),
        "against": vote.votes_against.len(),
        "voted_for": vote.votes_for,
        "voted_against": vote.votes_against,
        "not_voted": vote.not_voted,
        "valid": vote.valid,
        "carried": vote.carried,
        "by_the_chair": vote.by_the_chair,
        "called_off": vote.called_off,
    })
}

fn election(held: &ElectionMinutes) -> Json {
    let count = held.count.as_ref();
    json!({
        "office": held.office,
        "second": held.second,
        "secret": held.secret,
        "void": held.void,
        "seats": count.map(|count| count.seats),
        "entitled": count.map(|count| count.entitled),
        "votes": count.map(|count| &count.votes),
        "blank": count.map(|count| count.blank),
        "voted": count.map(|count| &count.voted),
        "not_voted": count.map(|count| &count.not_voted),
        "lot": count.and_then(|count| count.lot).map(|seed| seed.to_string()),
        "elected": held.elected,
    })
}

/// The notice with its agenda and papers.
pub(super) fn notice(meeting: &Meeting) -> Json {
    let lines = list::ItemLine::all(meeting);
    let items = lines.iter().zip(&meeting.items).map(|(line, item)| {
        let mut record = json!(Record::of(list::ITEMS, line));
        let papers = item.paper.as_ref().map(|paper| {
            json!({
                "applicant": paper.applicant,
                "summary": paper.summary,
                "cost_ore": paper.cost.ore(),
                "applied_ore": paper.applied.ore(),
                "place": paper.place,
                "score": paper.score,
            })
        });
        record["internal"] = item.internal.into();
        record["added_later"] = item.added_later.into();
        record["withdrawn"] = item.withdrawn.clone().into();
        record["proposed"] = item.proposed.as_ref().map_or(Json::Null, motion);
        record["paper"] = papers.unwrap_or_default();
        record
    });
    json!({
        "meeting": meeting.key,
        "state": meeting.state,
        "held_on": meeting.held_on,
        "starts": meeting.starts,
        "place": meeting.place,
        "form": meeting.form,
        "sent_on": meeting.notice.as_ref().map(|notice| notice.on),
        "short_notice": meeting.notice.as_ref().map(|notice| notice.reason.clone()),
        "items": items.collect::<Vec<_>>(),
    })
}
