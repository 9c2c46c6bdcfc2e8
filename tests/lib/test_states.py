import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.wild import PROJECT, wild
from tracker.imports.opening.tables import text_table, workbook
from tracker.lib.states import _folded, state_named, states
from tracker.models import RegionalGroup


def test_all_member_states_and_the_two_observers_are_known():
    assert len(states()) == 195
    assert [state.slug for state in states() if not state.group] == [
        "holy-see", "state-of-palestine",
    ]  # fmt: skip
    assert Counter(state.group for state in states() if state.group) == {
        "african": 54, "asia-pacific": 54, "eastern-european": 23, "grulac": 33, "weog": 29,
    }  # fmt: skip


def test_groups_are_those_of_organisations():
    assert {state.group for state in states()} == {*RegionalGroup.values, ""}


def test_no_two_states_share_a_name():
    names = Counter(name for state in states() for name in {_folded(name) for name in state.names})
    assert [name for name, count in names.items() if count > 1] == []
    assert max(Counter(state.slug for state in states()).values()) == 1


def test_states_are_called_as_the_organisations_we_have():
    rows = yaml.safe_load((PROJECT / "fixtures/organisations.yaml").read_text(encoding="utf-8"))
    ours = [row for row in rows if row["kind"] == "state"]
    assert ours
    for row in ours:
        for name in (row["name"], *row.get("aliases", [])):
            state = state_named(name)
            assert state is not None, name
            assert (state.slug, state.group) == (row["slug"], row["regional_group"])
        assert state.name == row["name"]


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        (
            "dprk",
            "DPR Korea|DPRK|North Korea|Dem. People's Rep. of Korea",
        ),
        (
            "dprk",
            "Korea, Democratic People’s Republic of|Korea (Democratic People's Republic of)",
        ),
        (
            "dprk",
            "the Democratic People's Republic of Korea|朝鲜民主主义人民共和国",
        ),
        (
            "republic-of-korea",
            "Republic of Korea|Rep. of Korea|Korea, Republic of|South Korea|Korea, Rep. of",
        ),
        ("turkiye", "Turkey|Türkiye|TURKIYE"),
        ("czechia", "Czech Republic|Czechia|the Czech Republic"),
        ("cabo-verde", "Cape Verde|Cabo Verde"),
        ("eswatini", "Swaziland|Eswatini"),
        (
            "bolivia",
            "Bolivia|Bolivia (Plurinational State of)|Bolivia, Plurinational State of",
        ),
        ("china", "China|the People's Republic of China|中国|中华人民共和国"),
        ("congo", "Congo|Republic of the Congo|Congo (the)|Congo, Republic of the"),
        ("democratic-republic-of-the-congo", "DR Congo|Congo, Democratic Republic of the"),
        ("saint-vincent-and-the-grenadines", "St. Vincent & Grenadines"),
        ("cote-divoire", "Côte d’Ivoire|Cote d'Ivoire"),
        ("trinidad-and-tobago", "Trinidad and Tobago\n| Trinidad & Tobago "),
    ],
)
def test_a_state_is_known_by_any_of_its_names(slug, names):
    for name in names.split("|"):
        found = state_named(name)
        assert found is not None, name
        assert found.slug == slug


@pytest.mark.parametrize(
    "text",
    [
        "", "Korea", "Republic", "of", "(Unknown)", "&#40;Unknown&#41;", "NHRI", "European Union",
        "National Human Rights Institution", "Guinea Ecuador", "Human Rights Council", "12",
    ],
)  # fmt: skip
def test_what_is_no_state_for_sure_is_none(text):
    assert state_named(text) is None


@given(st.text())
def test_any_text_is_asked_for_in_peace(text):
    assert state_named(text) in {None, *states()}


def test_every_state_of_the_real_files_is_known():
    files = [
        *wild("uprinfo_2018").glob("*.csv"),
        *wild("uprinfo_2015").glob("*"),
    ]
    unknown = set()
    for path in files:
        found = (workbook if path.suffix == ".xls" else text_table)(path.read_bytes())
        for _, cells in found.sheets[0].rows:
            unknown |= {name for name in (cells[0], cells[4]) if not state_named(name)}
    assert unknown == {"&#40;Unknown&#41;"}


def test_every_state_of_the_reference_is_known_with_its_group():
    groups = dict(zip(
        ["Africa", "Asia", "EEG", "GRULAC", "WEOG", "Observer"],
        ["african", "asia-pacific", "eastern-european", "grulac", "weog", ""],
        strict=True,
    ))  # fmt: skip
    path: Path = wild("reference/states_groups_organisations.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in list(csv.DictReader(file))[1:]:
            state = state_named(row["state"])
            assert state is not None, row
            assert state.group == groups[row["group"]]


def test_every_name_of_the_reference_in_six_languages_is_known_in_english_and_chinese():
    data = wild("reference/country_names_six_languages.xlsx").read_bytes()
    for _, cells in workbook(data).sheets[0].rows[:195]:
        found = {state_named(cells[column].replace("*", "")) for column in (0, 4, 6, 10)}
        assert len(found) == 1, cells
        assert None not in found
