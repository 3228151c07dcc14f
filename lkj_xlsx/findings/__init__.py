"""From what the rules say to one tree of findings: root and follow-on, acceptance, explanation, order.

May import: model, spec, relations, rules, causes.

Modules, each below those it imports:

acceptance   Accepted deviations: which findings an approver has answered for, and entries that answer for nothing.
asking       Every rule asked, none allowed to fail in silence.
explanation  Which figure a finding accuses, and its likeliest cause.
one_cause    Figures that all went wrong in the same way: one finding for a column or for one fact, the others under it.
one_mistake  One mistake behind many findings: what would be told if it were put right, and what hangs under it.
roots        Which findings follow from the mistake at another cell.
tree         The one tree of findings that every output draws, and its order.
"""
