//! A council of eleven that meets.

use jiff::ToSpan;
use jiff::civil::Date;
use kommit::domain::meeting::conflict::ConflictKind;
use kommit::domain::meeting::{Form, ItemKind, Motion, Question};
use kommit::domain::policy::Role;
use kommit::domain::proposal::Ref;
use kommit::usecases::{
    AddItem, AttendAll, CallMeeting, CloseMeeting, CloseVote, FinaliseMinutes, GoToItem, OpenMeeting,
    OpenVote, PlanMeeting, PutMotion, RaiseConflict, SetParameter, SetRole, SetSeat, VoteForTheRoom,
};

use super::fund::*;

/// The members of the council by seat: those of [`COUNCIL`], leader and deputy first, and seven more.
pub const SEATED: [&str; 11] = [
    "lise", "nils", "kari", "ola", "m5", "m6", "m7", "m8", "m9", "m10", "m11",
];

/// A meeting, or a written procedure.
pub fn plan(held_on: Date, form: Form) -> PlanMeeting {
    PlanMeeting {
        held_on,
        starts: None,
        place: "Oslo".into(),
        form,
    }
}

/// An item that nobody objects to.
pub fn item(kind: ItemKind) -> AddItem {
    AddItem {
        key: None,
        kind,
        title: "Orientering".into(),
        internal: false,
        proposed: None,
        objections: Some(Vec::new()),
    }
}

impl Fund {
    /// Eleven seats, all of them taken.
    pub fn seated(&self) -> &Fund {
        for (number, handle) in (1..).zip(SEATED) {
            if number > 4 {
                self.does(ADMINISTRATOR, &add(handle, "member"));
            }
            let seat = SetSeat {
                number,
                holder: Some(handle.into()),
                substitutes: Vec::new(),
                from: DAY,
                to: None,
            };
            self.does(ADMINISTRATOR, &seat);
        }
        self
    }

    /// A meeting today, called with these items and open with everybody there.
    pub fn meets(&self, items: Vec<ItemKind>) -> &Fund {
        self.does("sofie", &plan(self.today(), Form::Room));
        for kind in items {
            self.does("sofie", &item(kind));
        }
        let reason = "Det haster".into();
        self.does("sofie", &CallMeeting { key: None, reason });
        self.does("lise", &OpenMeeting { key: None });
        self.does("lise", &AttendAll { absent: Vec::new() });
        self
    }

    /// The meeting goes to its next item.
    pub fn next_item(&self) -> &Fund {
        self.does("lise", &GoToItem { item: None });
        self
    }

    /// The leader moves it, and all agree.
    pub fn carries(&self, content: Motion) -> &Fund {
        let put = PutMotion {
            item: None,
            content,
            mover: None,
        };
        let motion = self.does("lise", &put).made["motion"].as_u64().unwrap();
        let motion = u32::try_from(motion).unwrap();
        self.decides(Question::Motion { motion })
    }

    /// All agree.
    pub fn decides(&self, question: Question) -> &Fund {
        self.does("lise", &OpenVote { question });
        let room = VoteForTheRoom {
            against: Vec::new(),
            silent: Vec::new(),
            vote: None,
        };
        self.does("lise", &room);
        self.does("lise", &CloseVote { vote: None });
        self
    }

    /// A meeting that recommends and takes it back, with final minutes; a dated role; a dated parameter.
    pub fn with_a_meeting(&self, reference: Ref) -> &Fund {
        self.seated();
        self.meets(vec![ItemKind::Proposal { reference }]);
        let amount = kr(10);
        let key = "1/2018".parse().unwrap();
        let conflict = RaiseConflict {
            item: None,
            handle: Some("ola".into()),
            ground: "Egen kommune".into(),
            paragraph: String::new(),
            kind: ConflictKind::Judged,
        };
        self.next_item().does("lise", &conflict);
        self.decides(Question::Conflict {
            item: 1,
            handle: "ola".into(),
        });
        self.carries(Motion::Approve {
            amount,
            conditions: String::new(),
        });
        self.decides(Question::TakeUp { item: 1 });
        self.next_item().carries(Motion::WithdrawRecommendation);
        self.does("lise", &CloseMeeting { key: None });
        let finalise = FinaliseMinutes {
            key,
            render: Box::new(|_, hash, head| Ok(vec![("nb.md".into(), format!("{hash} {head}"))])),
        };
        self.does("sofie", &finalise);
        let role = SetRole {
            handle: "kari".into(),
            role: Role::Observer,
            from: self.today().saturating_add(1.day()),
            to: None,
        };
        self.does(ADMINISTRATOR, &role);
        let parameter = SetParameter {
            key: "council.notice_days".into(),
            value: "10".into(),
            from: self.today(),
            reason: "Lengre frist".into(),
        };
        self.does(ADMINISTRATOR, &parameter);
        self
    }
}
