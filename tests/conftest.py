"""How hypothesis draws: without a deadline, for the time of one example says nothing on a machine that others use too.

`CI=true` takes the profile `ci`: the same examples in every run, so that a failure comes from a change and not from the
draw, and a line that brings the failing example back. Elsewhere each run draws anew.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]  # it is measured by the clock as well
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, suppress_health_check=SLOW)
settings.register_profile("local", deadline=None, derandomize=False, print_blob=True, suppress_health_check=SLOW)
settings.load_profile("ci" if os.environ.get("CI") else "local")
