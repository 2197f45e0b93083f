# The rulebook: the words around the rules. The rules themselves are in assets/rules.

rulebook-title = The rulebook
rulebook-none = No rule fits. { tui-key-back } shows all.
rulebook-col-title = What it is about
rulebook-col-built = Built
rulebook-not-wholly = not wholly
rulebook-next-help = Shows the next rule.
rulebook-previous-help = Shows the previous rule.
error-rule-unknown = “{ $value }” is not a rule. The rules are { $known }; “kommit rule” lists them.
