//! `kommit vote`: a vote is opened, cast, registered for the room, closed and called off (M12, M13).

use clap::{ArgGroup, Subcommand};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Which, one_of, whole};
use super::ssh::allowed::OVER_SSH;
use crate::domain::meeting::{Choice, MotionId, Question};
use crate::usecases::{
    AnswerTrial, Asked, CallOffVote, CastVote, CloseTrialVote, CloseVote, OpenTrialVote, OpenVote,
    OpenVoteOn, TrialVote, VoteForTheRoom,
};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-vote-open", author = OVER_SSH)]
    Open(OpenArgs),
    #[command(about = "cli-vote-cast", author = OVER_SSH)]
    Cast {
        #[arg(
            value_name = "for|against",
            value_parser = one_of::<Choice, 2>(Choice::ALL.map(Choice::word)),
            help = "cli-arg-choice"
        )]
        choice: Choice,
        #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-vote-for")]
        handle: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-vote-room", author = OVER_SSH)]
    Room {
        #[arg(
            long,
            value_delimiter = ',',
            value_name = "cli-value-handles",
            help = "cli-arg-room-against"
        )]
        against: Vec<String>,
        #[arg(
            long,
            value_delimiter = ',',
            value_name = "cli-value-handles",
            help = "cli-arg-room-silent"
        )]
        silent: Vec<String>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-vote-close", author = OVER_SSH)]
    Close {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-vote-cancel", author = OVER_SSH)]
    Cancel {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-vote-trial", author = OVER_SSH)]
    Trial {
        #[arg(value_name = "cli-value-motion", value_parser = whole::<MotionId>, help = "cli-arg-motion")]
        motion: MotionId,
        #[arg(
            long,
            requires = "votes_against",
            value_name = "cli-value-count",
            value_parser = whole::<u32>,
            help = "cli-arg-trial-for"
        )]
        votes_for: Option<u32>,
        #[arg(
            long,
            requires = "votes_for",
            value_name = "cli-value-count",
            value_parser = whole::<u32>,
            help = "cli-arg-trial-against"
        )]
        votes_against: Option<u32>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-vote-trial-answer", author = OVER_SSH)]
    TrialAnswer {
        #[arg(
            value_name = "for|against",
            value_parser = one_of::<Choice, 2>(Choice::ALL.map(Choice::word)),
            help = "cli-arg-choice"
        )]
        choice: Choice,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-vote-trial-close", author = OVER_SSH)]
    TrialClose {
        #[command(flatten)]
        which: Which,
    },
}

#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("question").required(true)))]
pub(super) struct OpenArgs {
    #[arg(group = "question", value_name = "cli-value-motion", value_parser = whole::<MotionId>, help = "cli-arg-motion")]
    motion: Option<MotionId>,

    #[arg(
        long,
        requires = "motion",
        conflicts_with_all = ["en_bloc", "conflict"],
        value_name = "cli-value-motion",
        value_parser = whole::<MotionId>,
        help = "cli-arg-vote-against"
    )]
    against: Option<MotionId>,

    #[arg(
        long,
        group = "question",
        num_args = 0..,
        value_name = "cli-value-motion",
        value_parser = whole::<MotionId>,
        help = "cli-arg-en-bloc"
    )]
    en_bloc: Option<Vec<MotionId>>,

    #[arg(
        long,
        group = "question",
        value_name = "cli-value-handle",
        help = "cli-arg-vote-conflict"
    )]
    conflict: Option<String>,

    #[command(flatten)]
    which: Which,
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    let vote = None;
    match change {
        Change::Open(args) => open(args, call),
        Change::Cast {
            choice,
            handle,
            which,
        } => {
            let step = CastVote { choice, handle, vote };
            call.perform_in(&which, step)
        }
        Change::Room {
            against,
            silent,
            which,
        } => {
            let step = VoteForTheRoom {
                against,
                silent,
                vote,
            };
            call.perform_in(&which, step)
        }
        Change::Close { which } => call.perform_in(&which, CloseVote { vote: None }),
        Change::Cancel { which } => call.perform_in(&which, CallOffVote { vote: None }),
        Change::Trial {
            motion,
            votes_for,
            votes_against,
            which,
        } => {
            let Some((votes_for, votes_against)) = votes_for.zip(votes_against) else {
                return call.perform_in(&which, OpenTrialVote { motion });
            };
            let step = TrialVote {
                motion,
                votes_for,
                votes_against,
            };
            call.perform_in(&which, step)
        }
        Change::TrialAnswer { choice, which } => {
            call.perform_in(&which, AnswerTrial { choice, motion: None })
        }
        Change::TrialClose { which } => call.perform_in(&which, CloseTrialVote { motion: None }),
    }
}

fn open(args: OpenArgs, call: &Call) -> Result<Answer, Failure> {
    let named = args.en_bloc.filter(|motions| !motions.is_empty());
    let question = match (args.motion, args.against, named) {
        (Some(first), Some(second), _) => Question::Between { first, second },
        (Some(motion), None, _) => Question::Motion { motion },
        (None, _, Some(motions)) => Question::EnBloc { motions },
        (None, _, None) => {
            let asked = match args.conflict {
                Some(handle) => Asked::Conflict { handle },
                None => Asked::AllEnBloc,
            };
            return call.perform_in(&args.which, OpenVoteOn { asked });
        }
    };
    call.perform_in(&args.which, OpenVote { question })
}
