"""From what the rules say to one tree of findings: root and follow-on, acceptance, explanation, order.

May import: model, spec, relations, rules, causes.

Modules, each below those it imports:

acceptance   Accepted deviations: which findings an approver has answered for, and entries that answer for nothing.
asking       Every rule asked, none allowed to fail in silence.
explanation  Which figure a finding accuses, and its likeliest cause.
roots        Which findings follow from the mistake at another cell.
tree         The one tree of findings that every output draws, and its order.
"""
