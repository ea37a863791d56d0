"""The file of corrections: what is read of it, how its faults are told, and that adding to it keeps every byte."""

from __future__ import annotations

import stat
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.corrections import Action, Correction, Corrections, Selector
from graph.corrections.read import parse_corrections, read_corrections
from graph.corrections.write import append_correction, quote
from graph.errors import UsageError

PATH = Path("corrections.toml")
WHOLE = """# mine
[[merge]]
names = ["Bo Dunn", { name = "B. Dunn", document = "a.txt" }]
type = "Person"
note = "his  own\\nwords"

[[drop]]  # noise
name = "Sunday"

  [[ "merge" ]]
names = ["X", "Y"]

[[split]]
name = "Ada Quill"
documents = ["b.txt", "a.txt"]

[[rename]]
name = "Tide"
type = "Work"
to = "Low Tide"

[[retype]]
name = "Low Tide"
to = "Work"

[[never_merge]]
names = ["A. Quill", "Ada Quill"]
"""
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))


def test_every_kind_of_entry_is_read_with_its_line() -> None:
    found = {entry.line: entry for entry in parse_corrections(WHOLE, PATH).entries}
    person = "Person"
    assert found[2] == Correction(
        Action.MERGE, (Selector("B. Dunn", person, "a.txt"), Selector("Bo Dunn", person)), note="his own words"
    )
    assert found[7] == Correction(Action.DROP, (Selector("Sunday"),))
    assert found[10].names == (Selector("X"), Selector("Y"))
    assert found[13] == Correction(Action.SPLIT, (Selector("Ada Quill"),), documents=("a.txt", "b.txt"))
    assert found[17] == Correction(Action.RENAME, (Selector("Tide", "Work"),), to="Low Tide")
    assert found[22].action is Action.RETYPE
    assert found[26].action is Action.NEVER_MERGE
    assert len(found) == 7


def test_the_order_of_entries_and_repeated_ones_make_no_difference() -> None:
    one = '[[drop]]\nname = "A"\n'
    other = '[[merge]]\nnames = ["C", "B"]\n'
    turned = '[[merge]]\nnames = ["B", "C"]\n'
    assert parse_corrections(one + other, PATH) == parse_corrections(turned + one + other, PATH)


def test_lines_that_the_text_does_not_show_are_not_guessed() -> None:
    text = '[[drop]]\nname = """\n[[drop]]\n"""\n'
    (entry,) = parse_corrections(text, PATH).entries
    assert entry.line == 0
    (entry,) = parse_corrections('drop = [{ name = "A" }]', PATH).entries
    assert str(entry) == 'drop "A"'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[drop]]\nname = "A"\nnote =\n', "is not TOML: Invalid value (at line 3, column 7)"),
        ('[[megre]]\nnames = ["A", "B"]', "megre: is no correction; legal: [[merge]], [[never_merge]], [[split]]"),
        ('[merge]\nnames = ["A", "B"]', "merge: is no list of tables; legal: [[merge]] with its keys"),
        ('[[drop]]\nnme = "A"', "line 1, drop: has no name; legal: name, type, document, note"),
        ('\n[[drop]]\nname = "A"\nto = "B"', "line 2, drop.to: is unknown; legal: name, type, document, note"),
        ('[[merge]]\nnames = ["A"]', "line 1, merge.names: is no list of two names or more"),
        ('[[merge]]\nnames = ["A", 3]', "merge.names[1]: is no name; legal: a text, or { name"),
        ('[[merge]]\nnames = ["A", { nam = "B" }]', "merge.names[1]: is no name"),
        ('[[merge]]\nnames = ["A", { name = "B", type = "Human" }]', "[1].type: 'Human' is no type; legal: Person"),
        ('[[merge]]\nnames = ["A", "A"]', "one name stands twice; legal: distinct names, or { name"),
        ('[[rename]]\nname = "A"\nto = " "', "rename.to: is no text or an empty one"),
        ('[[retype]]\nname = "A"\nto = "Lawsuit"', "retype.to: 'Lawsuit' is no type that a node can be given; legal"),
        ('[[split]]\nname = "A"\ndocuments = []', "split.documents: is no list of texts; legal: the paths of articles"),
        ('[[drop]]\nname = 3', "drop.name: is no text or an empty one; legal: a node's label, alias or id"),
    ],
)  # fmt: skip
def test_faults_tell_the_place_and_what_is_legal(text: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_corrections(text, PATH)
    assert str(raised.value).startswith("corrections.toml: ")
    assert told in str(raised.value)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(UsageError, match=r"2 faults:\n  line 1, drop.*\n  line 2, merge") as raised:
        parse_corrections("[[drop]]\n[[merge]]", PATH)
    assert len(str(raised.value).splitlines()) == 3


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing.toml: cannot be read .*--corrections FILE"):
        read_corrections(tmp_path / "missing.toml")
    (tmp_path / "latin.toml").write_bytes("[[drop]]\nname = 'Zoë'".encode("latin-1"))
    with pytest.raises(UsageError, match=r"is not UTF-8 \(line 2\); save it again as UTF-8"):
        read_corrections(tmp_path / "latin.toml")


@pytest.mark.parametrize(
    "old",
    [
        b"",
        b"# only a comment",
        WHOLE.encode(),
        WHOLE.encode().rstrip(b"\n"),
        WHOLE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + WHOLE.encode(),
    ],
)
def test_adding_keeps_every_byte_and_the_line_ends(old: bytes, tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_bytes(old)
    entry = Correction(Action.NEVER_MERGE, (Selector('Ada "Bo" Quill\\', "Person", "a.txt"), Selector("Zoë\x7f\n")))
    append_correction(path, entry)
    new = path.read_bytes()
    assert new.startswith(old)
    added = new[len(old) :].decode()
    assert ("\r\n" in added) is (b"\r\n" in old)
    assert added.replace("\r\n", "").count("\r") == 0
    before = parse_corrections(old.decode("utf-8-sig"), path).entries
    assert set(read_corrections(path).entries) == {*before, entry}
    assert [found.name for found in tmp_path.iterdir()] == ["corrections.toml"]


def test_the_first_answer_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "case" / "corrections.toml"
    append_correction(path, Correction(Action.MERGE, (Selector("A"), Selector("B")), note="why"))
    append_correction(path, Correction(Action.DROP, (Selector("C"),)))
    assert path.read_text(encoding="utf-8").split("\n", 1)[1] == (
        '\n[[merge]]\nnames = ["A", "B"]\nnote = "why"\n\n[[drop]]\nname = "C"\n'
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights and asks for a right to make links")
def test_a_link_and_the_file_s_rights_stay(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "real.toml").chmod(0o640)
    (tmp_path / "corrections.toml").symlink_to("real.toml")
    append_correction(tmp_path / "corrections.toml", Correction(Action.DROP, (Selector("C"),)))
    assert (tmp_path / "corrections.toml").is_symlink()
    assert stat.S_IMODE((tmp_path / "real.toml").stat().st_mode) == 0o640
    assert "[[drop]]" in (tmp_path / "real.toml").read_text(encoding="utf-8")


def test_a_file_that_cannot_take_an_entry_is_told_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    for old in ("[[drop]\n", 'merge = [{ names = ["A", "B"] }]\n'):
        path.write_text(old, encoding="utf-8")
        with pytest.raises(
            UsageError, match=r"corrections.toml: (is not TOML|no entry can be added .*own, \[\[merge\]\])"
        ):
            append_correction(path, Correction(Action.MERGE, (Selector("A"), Selector("C"))))
        assert path.read_text(encoding="utf-8") == old
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"cannot be written .*; give another with --corrections FILE"):
        append_correction(tmp_path / "file" / "corrections.toml", Correction(Action.DROP, (Selector("C"),)))


@given(names)
def test_any_text_survives_the_file(text: str) -> None:
    assert tomllib.loads(f"name = {quote(text)}") == {"name": text}


@given(st.permutations(range(7)))
def test_no_order_of_entries_changes_what_is_read(order: list[int]) -> None:
    entries = parse_corrections(WHOLE, PATH).entries
    assert Corrections(PATH.name, tuple(entries[index] for index in order)) == parse_corrections(WHOLE, PATH)
