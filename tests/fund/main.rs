//! The rules and the steps over real files: what a fund refuses, what it does, and what it then looks like.

mod common;

mod any_day;
mod blind;
mod cash_flow;
mod commitments;
mod concurrency;
mod contributions;
mod cost;
mod council;
mod demo_content;
mod exchange;
mod lifecycle;
mod meeting_rules;
mod meeting_steps;
mod meetings;
mod minutes;
mod money;
mod news;
mod participants;
mod periods;
mod policy;
mod previews;
mod repayment;
mod reversals;
mod sealed;
mod secret;
mod shares;
mod tamper;
mod workbook;
