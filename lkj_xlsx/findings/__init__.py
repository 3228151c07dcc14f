"""From what the rules say to one tree of findings: root and follow-on, acceptance, explanation, order."""
