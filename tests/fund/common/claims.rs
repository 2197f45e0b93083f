//! What adopters owe, have paid and get back, read from the bare rows; the steps between the fund and its adopters; and
//! a fund with neighbours of every size that have all paid in full.

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use kommit::domain::intake::ParticipantIntake;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::domain::proposal::{Details, Estimate, Ref};
use kommit::domain::repayment::Invoice;
use kommit::usecases::{
    Adopt, ImportParticipants, Outcome, PayCharge, PayRefund, Payer, Remind, ReverseVoucher, Settle,
    StopProject, WriteOff,
};

use super::fund::*;

/// Number and inhabitants of the neighbours: the bounds of Digiorden's list are among them.
pub const NEIGHBOURS: [(&str, u32); 8] = [
    ("0111", 4_999),
    ("0118", 5_000),
    ("0119", 10_000),
    ("0121", 10_001),
    ("0122", 1_003),
    ("0123", 7),
    ("0124", 52_017),
    ("0125", 30_790),
];
/// All of them together.
pub const TOGETHER: i64 = 113_817;
pub const DIGIORDEN: &str = "bands:4999=25000,10000=40000,=60000";
/// The day from which the neighbours have access; the stories begin then.
pub const START: Date = date(2018, 3, 1);

/// Neighbours that have joined and paid, and KS and the state behind them.
pub fn neighbourhood() -> Fund {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = MADE.get_or_init(|| {
        let fund = Fund::new();
        let rows = (2..)
            .zip(NEIGHBOURS)
            .map(|(line, (number, population))| ParticipantIntake {
                line,
                joins: Some(true),
                decided_on: Some(date(2018, 1, 2)),
                paid_on: Some(DAY),
                paid: Some(kr(i64::from(population) * 20)),
                ..invited(Kind::Municipality, number, &format!("Nabo {number}"), population)
            });
        fund.does(
            "sofie",
            &ImportParticipants {
                rows: rows.collect(),
                on: None,
            },
        );
        fund.does("sofie", &pays(Payer::Ks, Some(kr(30_000_000))));
        fund.bytes()
    });
    Fund::of(bytes, START)
}

/// A project for everyone, of which the given share is expected to take it into use.
pub fn expected(title: &str, cost: Ore, uptake: &str) -> Details {
    let uptake = Some(uptake.parse().unwrap());
    Details {
        uptake: Estimate {
            low: uptake,
            likely: uptake,
            high: uptake,
        },
        ..project(title, cost)
    }
}

impl Fund {
    /// A project of `cost` that was paid out whole and is live today.
    pub fn live_for(&self, round: &str, cost: Ore, model: &str, uptake: &str) -> Ref {
        let details = Details {
            price_model: model.parse().unwrap(),
            ..expected(round, cost, uptake)
        };
        let reference = self.committed(round, details);
        self.paid_out(reference, cost);
        self.does("sofie", &goes_live(reference));
        reference
    }

    /// The invoice that an adoption is charged by, if it is.
    pub fn adopts(&self, reference: Ref, number: &str) -> Option<Invoice> {
        invoice(&self.does("sofie", &adopt(reference, number)))
    }

    pub fn settles(&self, reference: Ref) -> Outcome {
        self.does("sofie", &settle(reference, None))
    }

    /// Asked for, less credited.
    pub fn net(&self, reference: Ref, number: &str) -> Ore {
        self.account(reference, number).0
    }

    pub fn paid(&self, reference: Ref, number: &str) -> Ore {
        self.account(reference, number).1
    }

    /// Owed back and not paid back yet.
    pub fn owed(&self, reference: Ref, number: &str) -> Ore {
        self.account(reference, number).2
    }

    /// Net, paid, owed back.
    pub fn account(&self, reference: Ref, number: &str) -> (Ore, Ore, Ore) {
        let sql = "
            SELECT (SELECT coalesce(sum(amount_ore), 0) FROM charges WHERE ref = ?1 AND number LIKE ?2)
                 - (SELECT coalesce(sum(k.amount_ore), 0) FROM credits k JOIN charges c ON c.id = k.charge
                    WHERE c.ref = ?1 AND c.number LIKE ?2),
                   coalesce(sum(paid_ore), 0), coalesce(sum(owed_ore), 0)
            FROM movements WHERE ref = ?1 AND number LIKE ?2";
        let of = (reference.to_string(), number);
        let row = self.raw().query_row(sql, of, |row| {
            Ok((
                Ore::new(row.get(0)?),
                Ore::new(row.get(1)?),
                Ore::new(row.get(2)?),
            ))
        });
        row.unwrap()
    }

    /// The balance of an account of a project, debit positive.
    pub fn balance(&self, group: &str, reference: Ref) -> Ore {
        Ore::new(self.number(&format!(
            "SELECT coalesce(sum(amount_ore), 0) FROM postings WHERE account = '{group}:{reference}'"
        )))
    }

    pub fn outstanding(&self, reference: Ref) -> Ore {
        self.balance("assets:outstanding", reference)
    }

    pub fn lost(&self, reference: Ref) -> Ore {
        self.balance("expenses:losses", reference)
    }
}

/// Everyone, where a number is asked for.
pub const ALL: &str = "%";

pub fn invoice(outcome: &Outcome) -> Option<Invoice> {
    let text = outcome.made["invoice"].as_str();
    text.map(|text| text.parse().unwrap())
}

pub fn adopt_on(reference: Ref, number: &str, on: Date) -> Adopt {
    Adopt {
        on: Some(on),
        ..adopt(reference, number)
    }
}

pub fn settle(reference: Ref, on: Option<Date>) -> Settle {
    Settle { reference, on }
}

pub fn pay(invoice: Invoice, amount: Option<Ore>) -> PayCharge {
    PayCharge {
        invoice,
        amount,
        on: None,
    }
}

pub fn refund(reference: Ref, text: &str, amount: Option<Ore>) -> PayRefund {
    PayRefund {
        reference,
        number: number(text),
        amount,
        on: None,
    }
}

pub fn remind(invoice: Invoice) -> Remind {
    Remind { invoice, on: None }
}

pub fn write_off(reference: Ref, amount: Ore) -> WriteOff {
    WriteOff {
        reference,
        amount,
        reason: "Ingen flere tar den i bruk".into(),
    }
}

pub fn stop(reference: Ref) -> StopProject {
    StopProject {
        reference,
        reason: "Leverandøren ga seg".into(),
    }
}

pub fn reverse(voucher: i64) -> ReverseVoucher {
    ReverseVoucher {
        voucher,
        reason: "Feil konto".into(),
        on: None,
    }
}

pub fn voucher(outcome: &Outcome) -> i64 {
    outcome.made["voucher"].as_i64().unwrap()
}
