"""The JSON Schema and the check of `fill` hold the same things right and wrong."""

from __future__ import annotations

import json

import pytest
from fake_variants import fake_variants
from jsonschema import Draft202012Validator

from lkj_xlsx.spec.field import period
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill_check import problems
from lkj_xlsx.writers.schema import data_schema
