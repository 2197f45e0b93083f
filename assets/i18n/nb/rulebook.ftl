# Regelboken: ordene rundt reglene. Reglene selv er i assets/rules.

rulebook-title = Regelboken
rulebook-none = Ingen regel passer. { tui-key-back } viser alle.
rulebook-col-title = Hva den handler om
rulebook-col-built = I programmet
rulebook-not-wholly = ikke helt
rulebook-next-help = Viser den neste regelen.
rulebook-previous-help = Viser den forrige regelen.
error-rule-unknown = «{ $value }» er ikke en regel. Reglene er { $known }; «kommit rule» viser alle.
