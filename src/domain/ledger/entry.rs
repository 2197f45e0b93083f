//! What is to be posted: one balanced entry for each kind of event (L1).

use jiff::civil::Date;

use super::{Account, Event, Posting, Source, positive};
use crate::domain::money::Ore;
use crate::domain::participant::Kind;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::Receipt;

/// What is to be posted; the voucher number is given at posting (L6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub event: Event,
    /// Balances and quarters go by this date.
    pub posted_on: Date,
    /// When the bank counts it.
    pub value_on: Date,
    pub text: String,
    postings: Vec<Posting>,
}

impl Entry {
    /// L1: a balanced entry of whole øre.
    ///
    /// # Errors
    /// `entry-unbalanced` when the postings don't sum to zero, are fewer than two, or one is zero.
    pub fn new(event: Event, on: Date, text: String, postings: Vec<Posting>) -> Result<Entry, Refusal> {
        let sum: Ore = postings.iter().map(|posting| posting.amount).sum();
        if !sum.is_zero() || postings.len() < 2 || postings.iter().any(|posting| posting.amount.is_zero()) {
            return Err(refuse("entry-unbalanced").rule("L1").with("sum", sum));
        }
        Ok(Entry {
            event,
            posted_on: on,
            value_on: on,
            text,
            postings,
        })
    }

    /// An amount above zero from one account to another.
    fn transfer(
        event: Event,
        (from, to): (Account, Account),
        amount: Ore,
        on: Date,
        text: String,
    ) -> Result<Entry, Refusal> {
        positive(amount)?;
        let debit = Posting { account: to, amount };
        let credit = Posting {
            account: from,
            amount: -amount,
        };
        Entry::new(event, on, text, vec![debit, credit])
    }

    /// Money into the bank from a participant, KS or the state (C1–C3).
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn contribution(source: Source, amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let accounts = (Account::Contributions(source), Account::Bank);
        Entry::transfer(Event::Contribution, accounts, amount, on, text)
    }

    /// C8: a participant pays, and what is `over` of it is owed back.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn payment(kind: Kind, paid: Ore, over: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let amount = paid + over;
        positive(amount)?;
        let mut postings = vec![Posting {
            account: Account::Bank,
            amount,
        }];
        let credits = [
            (Account::Contributions(kind.into()), paid),
            (Account::Refunds, over),
        ];
        let credits = credits.into_iter().filter(|(_, part)| !part.is_zero());
        postings.extend(credits.map(|(account, part)| Posting {
            account,
            amount: -part,
        }));
        Entry::new(Event::Contribution, on, text, postings)
    }

    /// C8: what was paid of a contribution is owed back, or below zero: what was owed back is paid, since more or less is asked
    /// for than before.
    ///
    /// # Errors
    /// `entry-unbalanced` for nothing.
    pub fn over(kind: Kind, more: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let postings = vec![
            Posting {
                account: Account::Contributions(kind.into()),
                amount: more,
            },
            Posting {
                account: Account::Refunds,
                amount: -more,
            },
        ];
        Entry::new(Event::Contribution, on, text, postings)
    }

    /// C8: what is over leaves the bank again.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn contribution_refund(amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let accounts = (Account::Bank, Account::Refunds);
        Entry::transfer(Event::ContributionRefund, accounts, amount, on, text)
    }

    /// C8: KS makes what is over other income.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn kept(amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let accounts = (Account::OtherIncome, Account::Refunds);
        Entry::transfer(Event::Other, accounts, amount, on, text)
    }

    /// L4: an instalment to a project. What leaves the bank is outstanding until it is repaid.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn disbursement(reference: Ref, amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let accounts = (Account::Bank, Account::Outstanding(reference));
        Entry::transfer(Event::Disbursement, accounts, amount, on, text)
    }

    /// L4, R4: an adopter pays. What comes in beyond what is outstanding reverses a loss, and what was too much is owed
    /// back.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn repayment(reference: Ref, receipt: Receipt, on: Date, text: String) -> Result<Entry, Refusal> {
        let amount = receipt.paid() + receipt.owed;
        positive(amount)?;
        let credits = [
            (Account::Outstanding(reference), receipt.outstanding),
            (Account::Losses(reference), receipt.recovered),
            (Account::Refunds, receipt.owed),
        ];
        let mut postings = vec![Posting {
            account: Account::Bank,
            amount,
        }];
        let credits = credits.into_iter().filter(|(_, part)| !part.is_zero());
        postings.extend(credits.map(|(account, part)| Posting {
            account,
            amount: -part,
        }));
        Entry::new(Event::Repayment, on, text, postings)
    }

    /// R1: what an adopter has paid and no longer bears is owed back, and outstanding again.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn credit(reference: Ref, amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let accounts = (Account::Refunds, Account::Outstanding(reference));
        Entry::transfer(Event::Credit, accounts, amount, on, text)
    }

    /// What is owed an adopter leaves the bank.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn refund(amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        Entry::transfer(Event::Refund, (Account::Bank, Account::Refunds), amount, on, text)
    }

    /// L4: what won't be recovered is a loss, and no longer outstanding.
    ///
    /// # Errors
    /// `amount-not-positive`.
    pub fn write_off(reference: Ref, amount: Ore, on: Date, text: String) -> Result<Entry, Refusal> {
        let accounts = (Account::Outstanding(reference), Account::Losses(reference));
        Entry::transfer(Event::WriteOff, accounts, amount, on, text)
    }

    /// What other books say, amount by amount from one account to another. Other income and costs are of this fund's
    /// own life; a contribution is what there was before these books began.
    ///
    /// # Errors
    /// `ledger-own-step` and `ledger-account` for accounts that another step keeps track of, `entry-unbalanced`,
    /// `amount-not-positive`.
    pub fn imported(parts: &[(Account, Account, Ore)], on: Date, text: String) -> Result<Entry, Refusal> {
        let mut event = Event::Other;
        let mut postings: Vec<Posting> = Vec::with_capacity(parts.len() * 2);
        for (from, to, amount) in parts {
            positive(*amount)?;
            if imported_event(*from, *to)? == Event::Opening {
                event = Event::Opening;
            }
            for (account, amount) in [(*to, *amount), (*from, -*amount)] {
                match postings.iter_mut().find(|posting| posting.account == account) {
                    Some(posting) => posting.amount += amount,
                    None => postings.push(Posting { account, amount }),
                }
            }
        }
        postings.retain(|posting| !posting.amount.is_zero());
        Entry::new(event, on, text, postings)
    }

    /// L2: the same postings with the opposite sign.
    ///
    /// # Errors
    /// None in practice: what was balanced stays so.
    pub fn reversing(event: Event, postings: &[Posting], on: Date, text: String) -> Result<Entry, Refusal> {
        let postings = postings
            .iter()
            .map(|p| Posting {
                account: p.account,
                amount: -p.amount,
            })
            .collect();
        Entry::new(event, on, text, postings)
    }

    #[must_use]
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// What the entry does to the bank.
    #[must_use]
    pub fn bank_change(&self) -> Ore {
        self.change_of(|account| account == Account::Bank)
    }

    /// What the entry does to some accounts together; debit is positive.
    fn change_of(&self, of: impl Fn(Account) -> bool) -> Ore {
        let postings = self.postings.iter().filter(|posting| of(posting.account));
        postings.map(|posting| posting.amount).sum()
    }
}

/// L1, L8: which imports there may be. Refunds, losses, what is outstanding and what is paid in are kept track of by
/// participant, charge and project, so that they have steps of their own; what KS and the state had paid in comes in as an
/// opening balance.
fn imported_event(from: Account, to: Account) -> Result<Event, Refusal> {
    let own = |account| matches!(account, Account::Bank | Account::OtherIncome | Account::Costs);
    match (from, to) {
        _ if from == to => {}
        _ if own(from) && own(to) => return Ok(Event::Other),
        (Account::Contributions(Source::Ks | Source::State), Account::Bank) => return Ok(Event::Opening),
        _ => {}
    }
    let step = |account| matches!(account, Account::Contributions(_) | Account::Outstanding(_));
    let refusal = if step(from) || step(to) {
        refuse("ledger-own-step").rule("L8")
    } else {
        refuse("ledger-account").rule("L1")
    };
    Err(refusal.with("from", from.to_string()).with("to", to.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ledger::Balances;
    use crate::domain::repayment::receive;
    use jiff::civil::date;
    use proptest::prelude::*;

    const DAY: Date = date(2018, 3, 31);
    const REF: &str = "2018-07";

    fn reference() -> Ref {
        REF.parse().unwrap()
    }

    fn sum(entries: &[Entry]) -> Balances {
        let mut balances = Balances::default();
        for posting in entries.iter().flat_map(Entry::postings) {
            balances.add(posting.account, posting.amount);
        }
        balances
    }

    #[test]
    fn l4_a_repayment_a_credit_and_a_refund_leave_the_fund_capital_and_a_write_off_lowers_it() {
        let (kr, text) = (Ore::kroner, String::new);
        let before = [
            Entry::contribution(Source::Ks, kr(200), DAY, text()).unwrap(),
            Entry::disbursement(reference(), kr(100), DAY, text()).unwrap(),
        ];
        let capital = sum(&before).fund_capital();
        let neutral = [
            Entry::repayment(reference(), receive(kr(70), kr(60), kr(100), kr(0)), DAY, text()).unwrap(),
            Entry::credit(reference(), kr(5), DAY, text()).unwrap(),
            Entry::refund(kr(15), DAY, text()).unwrap(),
        ];
        let after = sum(&[before.to_vec(), neutral.to_vec()].concat());
        assert_eq!(
            (after.fund_capital(), after.refunds_owed, after.outstanding),
            (capital, kr(0), kr(45))
        );
        let lost = Entry::write_off(reference(), kr(45), DAY, text()).unwrap();
        let recovered =
            Entry::repayment(reference(), receive(kr(20), kr(40), kr(0), kr(45)), DAY, text()).unwrap();
        let all = sum(&[before.to_vec(), neutral.to_vec(), vec![lost, recovered]].concat());
        assert_eq!((all.losses, all.outstanding), (kr(25), kr(0)));
        assert_eq!(
            (all.fund_capital(), all.equity()),
            (capital - kr(25), capital - kr(25))
        );
    }

    #[test]
    fn l1_l8_an_import_takes_other_income_costs_and_opening_balances_and_nothing_that_is_kept_track_of_elsewhere()
     {
        let of = |from: &str, to: &str| {
            let parts = [(from.parse().unwrap(), to.parse().unwrap(), Ore::kroner(1))];
            Entry::imported(&parts, DAY, String::new())
                .map(|entry| entry.event)
                .map_err(|refusal| refusal.code)
        };
        let outstanding = "assets:outstanding:2018-07";
        assert_eq!(of("income:other", "assets:bank"), Ok(Event::Other));
        assert_eq!(of("assets:bank", "expenses:costs"), Ok(Event::Other));
        assert_eq!(of("equity:contributions:ks", "assets:bank"), Ok(Event::Opening));
        assert_eq!(
            of("equity:contributions:state", "assets:bank"),
            Ok(Event::Opening)
        );
        for (from, to, code) in [
            ("equity:contributions:state", outstanding, "ledger-own-step"),
            (
                "equity:contributions:municipality",
                "assets:bank",
                "ledger-own-step",
            ),
            ("equity:contributions:county", "assets:bank", "ledger-own-step"),
            ("equity:contributions:ks", "income:other", "ledger-own-step"),
            ("income:other", outstanding, "ledger-own-step"),
            ("assets:bank", outstanding, "ledger-own-step"),
            (outstanding, "assets:bank", "ledger-own-step"),
            (outstanding, "expenses:losses:2018-07", "ledger-own-step"),
            ("assets:bank", "equity:contributions:ks", "ledger-own-step"),
            ("assets:bank", "liabilities:refunds", "ledger-account"),
            ("assets:bank", "assets:bank", "ledger-account"),
        ] {
            assert_eq!(of(from, to), Err(code), "{from} {to}");
        }
    }

    proptest! {
        #[test]
        fn l2_an_entry_and_its_reversal_leave_every_account_as_it_was(ore in 1i64..1_000_000_000) {
            let entry = Entry::disbursement(reference(), Ore::new(ore), DAY, String::new()).unwrap();
            let back = Entry::reversing(entry.event, entry.postings(), DAY, String::new()).unwrap();
            prop_assert_eq!(sum(&[entry, back]), Balances::default());
        }
    }
}
