//! `kommit --plain SCREEN`: a screen of the terminal program, or a record by its key, as plain text for a screen reader or a
//! pipe, and the commands by which one goes on from there. It prints what the command of the same facts prints.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::answer::Answer;
use super::call::Call;
use super::closed_ways::{self, Closed};
use super::failure::Failure;
use super::help;
use super::meetings;
use super::next_commands::{Asked, CHARGE, MEETINGS, PARTICIPANT, ROUND, WayOn, from_meeting, from_stage};
use crate::domain::meeting::MeetingKey;
use crate::domain::participant::Number;
use crate::domain::policy::{Action, may};
use crate::domain::proposal::Ref;
use crate::domain::repayment::Invoice;
use crate::i18n::Words;
use crate::present::screens::ScreenName;
use crate::present::{Block, Document, Record, Section, Tone, scoring, text};
use crate::usecases::views::meetings::MeetingData;
use crate::usecases::views::{MeetingAhead, MeetingView, ScoringView};

/// A screen, and how it is printed.
pub(super) struct Screen {
    name: ScreenName,
    /// The command of the same facts.
    command: &'static str,
    /// What is printed instead of what the command prints, if anything is.
    own: Option<Own>,
    ways_on: &'static [WayOn],
}

/// A page that no command prints alone. Nothing where the command does after all.
type Own = fn(&Call) -> Result<Option<Answer>, Failure>;

const SCREENS: [Screen; 9] = [
    screen(ScreenName::Overview, "", &[]),
    screen(
        ScreenName::Proposals,
        "proposals",
        &[
            (Action::Read, "kommit proposals show"),
            (Action::RegisterProposal, "kommit proposal register"),
            (Action::ImportProposals, "kommit import proposals"),
            (Action::Qualify, "kommit proposal qualify"),
            (Action::OpenRound, "kommit round open"),
        ],
    ),
    Screen {
        own: Some(scoring),
        ..screen(
            ScreenName::Scoring,
            "rounds",
            &[
                (Action::Read, "kommit rounds show"),
                (Action::Score, "kommit score"),
                (Action::DeclareConflict, "kommit conflict"),
                (Action::Reveal, "kommit round reveal"),
                (Action::OpenRound, "kommit round open"),
            ],
        )
    },
    screen(
        ScreenName::Ranking,
        "ranking",
        &[
            (Action::Read, "kommit proposals show"),
            (Action::Move, "kommit move"),
            (Action::Recommend, "kommit recommend"),
            (Action::Decide, "kommit decide"),
            (Action::Read, "kommit portfolio"),
        ],
    ),
    screen(ScreenName::Meeting, "meetings", MEETINGS),
    screen(
        ScreenName::Capital,
        "capital",
        &[
            (Action::Read, "kommit forecast"),
            (Action::Read, "kommit commitments list"),
            (Action::Read, "kommit disbursements list"),
            (Action::RegisterDisbursement, "kommit disburse"),
            (Action::ApproveDisbursement, "kommit approve"),
            (Action::Release, "kommit release"),
            (Action::ReverseEntry, "kommit ledger reverse"),
            (Action::ClosePeriod, "kommit ledger close"),
            (Action::ReopenPeriod, "kommit ledger reopen"),
        ],
    ),
    screen(
        ScreenName::Participants,
        "participants",
        &[
            (Action::Read, "kommit participants show"),
            (Action::RegisterAnswer, "kommit participant decide"),
            (Action::RegisterPayment, "kommit participant pay"),
            (Action::ImportParticipants, "kommit import participants"),
        ],
    ),
    screen(
        ScreenName::Solutions,
        "solutions",
        &[
            (Action::Read, "kommit solutions show"),
            (Action::Read, "kommit charges list"),
            (Action::RegisterAdoption, "kommit adopt"),
            (Action::Settle, "kommit settle"),
            (Action::RegisterRepayment, "kommit charge pay"),
            (Action::Remind, "kommit charge remind"),
            (Action::PayRefund, "kommit refund pay"),
            (Action::WriteOff, "kommit write-off"),
        ],
    ),
    screen(
        ScreenName::Log,
        "audit",
        &[
            (Action::Read, "kommit audit"),
            (Action::Read, "kommit members show"),
            (Action::Read, "kommit policy"),
            (Action::Check, "kommit audit verify"),
        ],
    ),
];

const fn screen(name: ScreenName, command: &'static str, ways_on: &'static [WayOn]) -> Screen {
    Screen {
        name,
        command,
        own: None,
        ways_on,
    }
}

/// What is to be shown.
pub(super) enum Place {
    Screen(&'static Screen),
    Proposal(Ref),
    Round(String),
    Participant(Number),
    Charge(Invoice),
    Meeting(MeetingKey),
}

/// The first of the screens.
pub(super) const OVERVIEW: Place = Place::Screen(&SCREENS[0]);

impl Place {
    fn parse(word: &str) -> Option<Place> {
        let mut letters = word.chars();
        if let (Some(key), None) = (letters.next(), letters.next()) {
            let mut screens = SCREENS.iter();
            let screen = screens.find(|screen| screen.name.key().eq_ignore_ascii_case(&key));
            return screen.map(Place::Screen);
        }
        if word.starts_with(['K', 'k']) {
            return word.parse().ok().map(Place::Charge);
        }
        if word.contains('/') {
            return word.parse().ok().map(Place::Meeting);
        }
        match word.parse::<Ref>() {
            // A proposal is written with two digits after the year, a round with one.
            Ok(reference) if reference.to_string() != word => Some(Place::Round(word.to_owned())),
            Ok(reference) => Some(Place::Proposal(reference)),
            Err(_) => Number::parse(word).ok().map(Place::Participant),
        }
    }

    fn is_the_overview(&self) -> bool {
        matches!(self, Place::Screen(screen) if screen.name == ScreenName::Overview)
    }

    /// The command of the same facts.
    fn command(&self) -> Vec<OsString> {
        let words = match self {
            Place::Screen(screen) => screen.command.to_owned(),
            Place::Proposal(reference) => format!("proposals show {reference}"),
            Place::Round(name) => format!("rounds show {name}"),
            Place::Participant(number) => format!("participants show {}", number.as_str()),
            Place::Charge(invoice) => format!("charges show {invoice}"),
            Place::Meeting(key) => format!("meetings show {key}"),
        };
        words.split_whitespace().map(OsString::from).collect()
    }

    /// What a command calls a record of this kind, and the record's key.
    fn key(&self) -> Option<(&'static str, String)> {
        match self {
            Place::Screen(_) => None,
            Place::Proposal(reference) => Some(("cli-value-ref", reference.to_string())),
            Place::Round(name) => Some(("cli-value-round", name.clone())),
            Place::Participant(number) => Some(("cli-value-number", number.as_str().to_owned())),
            Place::Charge(invoice) => Some(("cli-value-invoice", invoice.to_string())),
            Place::Meeting(key) => Some(("cli-value-meeting", key.to_string())),
        }
    }

    /// What one who may do nothing to a record reads beside it.
    fn beside(&self) -> &'static [WayOn] {
        match self {
            Place::Screen(_) => &[],
            Place::Proposal(_) => &[(Action::Read, "kommit proposals list")],
            Place::Round(_) => &[(Action::Read, "kommit rounds list")],
            Place::Participant(_) => &[(Action::Read, "kommit participants list")],
            Place::Charge(_) => &[(Action::Read, "kommit charges list")],
            Place::Meeting(_) => &[(Action::Read, "kommit meetings list")],
        }
    }

    /// The ways on that are open; from a meeting those that its state allows, before those of the screen.
    fn steps(&self, meeting: Option<&MeetingData>, call: &Call) -> Result<Vec<Asked>, Failure> {
        let (steps, closed) = match self {
            Place::Screen(screen) => (screen.ways_on.to_vec(), closed_ways::on(screen.name, call)?),
            Place::Round(name) => (ROUND.to_vec(), closed_ways::of_round(name, call)?),
            Place::Participant(number) => (PARTICIPANT.to_vec(), closed_ways::of_participant(number, call)?),
            Place::Charge(invoice) => (CHARGE.to_vec(), closed_ways::of_charge(*invoice, call)?),
            Place::Meeting(_) => (Vec::new(), Closed::default()),
            Place::Proposal(reference) => {
                let (stage, closed) = closed_ways::of_proposal(*reference, call)?;
                (from_stage(stage), closed)
            }
        };
        let own = meeting.map_or_else(Vec::new, from_meeting);
        let open = steps.iter().filter(|(_, command)| !closed.has(command));
        let steps = open.chain(self.beside()).map(|(action, command)| Asked {
            action: *action,
            subject: closed.subject,
            command,
        });
        Ok(own.into_iter().chain(steps).collect())
    }

    /// The meeting that is shown there, if one is: screen 5 is the list of the meetings when none is ahead.
    ///
    /// # Errors
    /// What the fund says.
    pub(super) fn meeting(&self, call: &Call) -> Result<Option<MeetingData>, Failure> {
        match self {
            Place::Meeting(key) => Ok(Some(call.view(&MeetingView { key: Some(*key) })?)),
            Place::Screen(screen) if screen.name == ScreenName::Meeting => call.view(&MeetingAhead),
            _ => Ok(None),
        }
    }
}

/// The command line that reads a record, if the word is the key of one.
pub(super) fn record_command(key: &str) -> Option<String> {
    let place = Place::parse(key).filter(|place| place.key().is_some())?;
    let words = place.command().into_iter().map(OsString::into_string);
    let words: Vec<String> = words.collect::<Result<_, _>>().ok()?;
    Some(format!("kommit {}", words.join(" ")))
}

/// What a command line that no command was found in asks for, and the command line of the same facts.
pub(super) fn asked_for(refused: &clap::Error, arguments: &[OsString]) -> Option<(Place, Vec<OsString>)> {
    let plain = arguments.iter().any(|argument| argument == "--plain");
    let Some(ContextValue::String(word)) = refused.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    if refused.kind() != ErrorKind::InvalidSubcommand || !plain {
        return None;
    }
    let place = Place::parse(word)?;
    let at = arguments
        .iter()
        .rposition(|argument| argument.to_str() == Some(word))?;
    let mut meant = arguments.to_vec();
    meant.splice(at..=at, place.command());
    Some((place, meant))
}

/// What a screen prints that the command of the same facts doesn't.
pub(super) fn own(
    place: &Place,
    meeting: Option<&MeetingData>,
    call: &Call,
) -> Result<Option<Answer>, Failure> {
    match (place, meeting) {
        (_, Some(meeting)) => Ok(Some(meetings::one(meeting, call))),
        (Place::Screen(Screen { own: Some(own), .. }), None) => own(call),
        _ => Ok(None),
    }
}

/// Screen 3, which no command prints: the round as the viewer has scored it.
fn scoring(call: &Call) -> Result<Option<Answer>, Failure> {
    let data = call.view(&ScoringView)?;
    let record = |proposal| Record::of(scoring::COLUMNS, proposal);
    let answer = call.items(&data.proposals, record, |words| scoring::page(&data, words));
    Ok(Some(answer))
}

/// Adds to an answer how one goes on from there.
///
/// # Errors
/// What the fund says.
pub(super) fn with_ways_on(
    answer: Answer,
    place: &Place,
    meeting: Option<&MeetingData>,
    call: &Call,
) -> Result<Answer, Failure> {
    if call.globals.json || answer.code != 0 {
        return Ok(answer);
    }
    let words = &call.words;
    let lines = match place {
        place if place.is_the_overview() => screens(words),
        place => commands(place, meeting, call)?,
    };
    let block = Block::text(lines.join("\n"), Tone::Plain);
    let section = Section::new(words.t("cli-plain-next"), vec![block]);
    let more = text::text(&Document::titled("", vec![section]), call.style());
    Ok(Answer {
        text: format!("{}\n{more}", answer.text),
        ..answer
    })
}

fn screens(words: &Words) -> Vec<String> {
    let others = SCREENS
        .iter()
        .map(|screen| screen.name)
        .filter(|name| *name != ScreenName::Overview);
    let screens = others.map(|name| format!("kommit --plain {}: {}", name.key(), words.t(name.name())));
    screens.chain([words.t("cli-plain-records")]).collect()
}

/// The commands that the actor may use, as they are written, each with what it does.
fn commands(place: &Place, meeting: Option<&MeetingData>, call: &Call) -> Result<Vec<String>, Failure> {
    let words = &call.words;
    let session = call.session()?;
    let root = help::localized(words);
    let options = format!(" {}", words.t("cli-value-options"));
    let key = place
        .key()
        .map(|(name, key)| (format!("<{}>", words.t(name)), key));
    let describe = |asked: &Asked| {
        may(session.actor(), asked.action, asked.subject).ok()?;
        let found = found(&root, asked.command)?;
        let about = found.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = help::usage_line(&found.clone().render_usage().to_string(), words).replace(&options, "");
        let usage = match &key {
            Some((name, key)) => usage.replace(name, key),
            None => usage,
        };
        Some(format!("{usage}: {about}"))
    };
    Ok(place.steps(meeting, call)?.iter().filter_map(describe).collect())
}

/// What is declared of a command.
fn found<'c>(root: &'c Command, command: &str) -> Option<&'c Command> {
    let mut names = command.split(' ').skip(1);
    names.try_fold(root, |at, name| at.find_subcommand(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::next_commands::{MEETING, PROPOSAL};
    use crate::i18n::Lang;

    #[test]
    fn every_screen_but_the_first_names_what_one_who_may_only_read_goes_on_by() {
        for screen in SCREENS
            .iter()
            .filter(|screen| screen.name != ScreenName::Overview)
        {
            let mut ways = screen.ways_on.iter();
            assert!(
                ways.any(|(action, _)| *action == Action::Read),
                "{}",
                screen.command
            );
        }
    }

    #[test]
    fn every_way_on_is_a_command() {
        let root = help::localized(&Words::new(Lang::Nb));
        let screens = SCREENS.iter().flat_map(|screen| screen.ways_on.iter());
        let proposal = PROPOSAL.iter().map(|(_, way)| way);
        let records = proposal.chain(PARTICIPANT).chain(ROUND).chain(CHARGE);
        let commands = screens.chain(records).map(|(_, command)| *command);
        for command in commands.chain(MEETING.iter().map(|(.., command)| *command)) {
            let found = found(&root, command);
            assert!(
                found.is_some_and(|found| found.get_about().is_some()),
                "{command}"
            );
        }
    }
}
