//! Every role × every command over SSH: each command that may come in answers each role as the policy says, every other is refused
//! with its reason, and nothing is written but by what was allowed. Run as sshd runs it: the forced command of a line of sshd's.

use std::collections::BTreeMap;
use std::process::Command;
use std::thread;

use kommit::domain::policy::{Action, Role};
use serde_json::Value as Json;
use ssh_key::PublicKey;
use ssh_key::public::Ed25519PublicKey;

use crate::place::{Place, Printed};

/// One of the demo's members for each role.
const EACH: [(&str, Role); 6] = [
    ("oslo", Role::Member),
    ("leder", Role::Chair),
    ("nestleder", Role::Deputy),
    ("sekretariat", Role::Secretariat),
    ("ks", Role::Ks),
    ("observator", Role::Observer),
];

/// Every command with arguments that it understands, and the action that it stands for; `read`: everybody, done; `never`: nobody
/// over SSH. What each does to the fund may refuse the next, but never whom the role allows it.
const COMMANDS: &str = "
capital | read
kapital | read
forecast --paths 10 | read
forecast --paths 10 --save Prøve | save-forecast
forecasts list | read
forecasts show 'Budsjett 2018' | read
ranking --round 2018-1 | read
portfolio --round 2018-1 | read
proposals list | read
proposals show 2018-01 | read
participants list | read
participants show 0301 | read
rounds list | read
rounds show 2018-1 | read
commitments list | read
disbursements list | read
disbursements show 1 | read
disbursements withdraw 1 | register-disbursement
solutions list | read
solutions show 2017-01 | read
charges list | read
charges show K-0001 | read
members list | read
members show oslo | read
meetings list | read
meetings show 1/2018 | read
minutes show 1/2018 | read
minutes extract 1/2018 1 | read
minutes verify 1/2018 - | file
minutes finalise 2/2018 | write-minutes
minutes approve 2/2018 | chair-meeting
minutes correct 2/2018 --concerns sak --text tekst | write-minutes
notice 3/2018 | read
decisions list | read
import participants - | import-participants
import proposals - | import-proposals
import scores - | import-scores
import adoptions - | import-adoptions
import ledger - | import-ledger
export ledger --format json | print
export proposals --format json | print
export ranking --format json | print
export participants --format json | print
participant decide 0101 yes --reason x | register-answer
participant pay 0101 --amount 1 | register-payment
participant waive 0101 --amount 1 --reason x | waive
participant refund 0101 | pay-refund
participant keep 0101 --amount 1 --reason x | keep-overpayment
ks pay --amount 1 | register-payment
state pay --amount 1 | register-payment
proposal register --title T --applicant KS --benefit both --cost 1 --applied 1 | register-proposal
proposal edit 2018-01 --title T | register-proposal
proposal submit 2018-01 | register-proposal
proposal qualify 2018-01 --gates y,y,y,y | qualify
proposal withdraw 2018-01 --reason x | register-proposal
proposal live 2018-01 --on 2018-11-01 | record-go-live
proposal stop 2018-01 --reason x | stop
round open 2018-9 2018-01 | open-round
round reveal 2018-2 | reveal
conflict 2018-21 --ground x | declare-conflict
conflict raise --item 1 --for bergen --ground x | raise-conflict
score 2018-14 --set benefit=3 | score
score 2018-14 --set benefit=3 --for oslo | score-on-behalf
move 2018-21 --to 1 --reason x | move
recommend 2018-21 --amount 1 | recommend
meeting show | read
meeting plan --on 2018-12-20 | prepare-meeting
meeting call | prepare-meeting
item add --information Orientering | prepare-meeting
item add --ranked | prepare-meeting
item withdraw 1 --reason x | prepare-meeting
meeting open | conduct-election
meeting next | chair-meeting
meeting adjourn | chair-meeting
meeting resume | conduct-election
item out 1 | take-out-of-en-bloc
item again 1 | chair-meeting
attend in | attend
attend in --for oslo | register-for-the-room
attend out | attend
motion add --text Forslag | put-motion
motion add --text Forslag --for oslo | register-for-the-room
motion withdraw 1 | withdraw-motion
vote open 1 | chair-meeting
vote cast for | vote
vote cast for --for oslo | register-for-the-room
vote room | register-for-the-room
vote trial 1 --votes-for 1 --votes-against 1 | register-for-the-room
vote trial-answer for | vote
vote trial-close | register-for-the-room
vote cancel | chair-meeting
vote close | chair-meeting
election open --candidate oslo --chair | conduct-election
election cast oslo | vote
election close | conduct-election
election secret | ask-for-secrecy
election cancel | conduct-election
statement Merknad | make-statement
written start 9/2018 --deadline 2018-12-20T12:00 --text Forslag | chair-meeting
written answer 9/2018 yes | answer-in-writing
decide 2018-21 --amount 1 | decide
release 2018-01 --amount 1 --reason x | release
disburse 2018-01 --amount 1 | register-disbursement
approve 1 | approve-disbursement
adopt 2017-01 0301 | register-adoption
settle 2017-01 | settle
charge pay K-0001 --amount 1 | register-repayment
charge remind K-0001 | remind
refund pay 2017-01 0104 | pay-refund
write-off 2017-01 --amount 1 --reason x | write-off
ledger reverse 1 --reason x | reverse-entry
ledger close 2018-01-31 | close-period
ledger reopen 2018-01-01 --reason x | reopen-period
meeting close | chair-meeting
meeting cancel --reason x | cancel-meeting
report 2018 | print
seat list | read
scheme show | read
policy | read
rule M1 | read
audit | read
demo | never
init | never
member add ny --name Ny --role member | never
member role oslo ks --from 2018-01-01 | never
member key --list | never
member revoke oslo | never
member mask oslo --reason x | never
seat set 1 oslo --from 2018-01-01 | never
scheme set council.notice_days=1 --from 2019-01-01 --reason x | never
ssh authorized-keys | never
ssh config | never
ssh session ks --key x | never
check | never
backup /tmp/copy.db | never
restore /tmp/copy.db | never
audit verify | never
audit acknowledge 1 --reason x | never
completions bash | never
man | never
";

/// Everything that the program knows, by what its help lists.
fn leaves(place: &Place, family: &[String], found: &mut Vec<String>) {
    let mut words: Vec<&str> = family.iter().map(String::as_str).collect();
    words.extend(["--lang", "en", "--help"]);
    let help: Printed = place.told(&words).output().unwrap().into();
    let listed = help.out.split_once("\nCommands:\n").map(|(_, rest)| rest);
    let listed = listed
        .unwrap_or_default()
        .lines()
        .take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    if names.is_empty() {
        found.push(family.join(" "));
    }
    for name in names {
        leaves(place, &[family, &[name.to_owned()]].concat(), found);
    }
}

fn commands() -> Vec<(&'static str, &'static str)> {
    let lines = COMMANDS.lines();
    lines.filter_map(|line| line.split_once(" | ")).collect()
}

#[test]
fn no_command_is_left_out_of_the_story_below() {
    let mut found = Vec::new();
    leaves(&Place::empty(), &[], &mut found);
    assert!(found.len() > 100, "{found:?}");
    let missing = found.iter().filter(|leaf| {
        let begins = format!("{leaf} ");
        let told = |(asked, _): &(&str, &str)| asked == leaf || asked.starts_with(&begins);
        !commands().iter().any(told)
    });
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The forced command of a member, and how it is asked.
pub struct Line(String);

impl Line {
    pub fn of(place: &Place, handle: &str, seed: u8) -> Line {
        let key = PublicKey::from(Ed25519PublicKey([seed; 32]))
            .to_openssh()
            .unwrap();
        let file = place.file("key.pub", &key);
        place.does("", &["member", "key", handle, &file]);
        let said = place.says("", &["ssh", "authorized-keys", "--key", &key]);
        Line(said.out.split('"').nth(1).unwrap().to_owned())
    }

    pub fn asks(&self, asked: &str) -> Printed {
        self.command(asked).output().unwrap().into()
    }

    pub fn command(&self, asked: &str) -> Command {
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &self.0]).env_clear();
        shell.env("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22");
        shell.env("SSH_ORIGINAL_COMMAND", asked);
        shell
    }
}

fn code(said: &Printed) -> String {
    let error: Json = serde_json::from_str(&said.out).unwrap_or_default();
    error["error"]["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn every_command_over_ssh_answers_every_role_as_the_policy_says_and_every_other_is_refused() {
    let actions: BTreeMap<&str, Action> = Action::ALL
        .iter()
        .map(|action| (action.word(), *action))
        .collect();
    thread::scope(|scope| {
        for (seed, (handle, role)) in (1..).zip(EACH) {
            let actions = &actions;
            scope.spawn(move || {
                let place = Place::demo();
                let line = Line::of(&place, handle, seed);
                let head =
                    |place: &Place| place.tells(&["audit", "--limit", "1"])["items"][0]["seq"].as_i64();
                let before = head(&place).unwrap();
                let (mut written, mut wrong) = (0, Vec::new());
                for (asked, action) in commands() {
                    let json = if action == "print" { "" } else { " --json" };
                    let said = line.asks(&format!("{asked}{json}"));
                    let why = code(&said);
                    let is_right = match action {
                        "read" | "print" => said.code == 0,
                        "file" => why == "minutes-file-differs",
                        "never" => (said.code, why.as_str()) == (3, "ssh-no-command"),
                        action => {
                            let action = actions.get(action).unwrap_or_else(|| panic!("{action}"));
                            let denied = (said.code, why.as_str()) == (3, "denied-role");
                            written += i64::from(said.code == 0);
                            // Whether a substitute has a seat is asked of the meeting (M11).
                            let who = action.who();
                            let mut roles = who.roles().iter().chain(who.in_a_seat());
                            denied != roles.any(|one| *one == role)
                        }
                    };
                    // What isn't understood proves nothing.
                    if !is_right || said.code == 2 {
                        wrong.push(format!("{asked}: {said:?}"));
                    }
                }
                assert!(wrong.is_empty(), "{handle}: {wrong:#?}");
                assert_eq!(
                    head(&place),
                    Some(before + written),
                    "{handle} wrote what was told, and no more"
                );
            });
        }
    });
}
