import os
from pathlib import Path

import pytest

from flows.export.writing import write_whole


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_and_written_anew(tmp_path):
    for content in (b"one", b"another"):
        write_whole(tmp_path / "claims.csv", content)
        assert (tmp_path / "claims.csv").read_bytes() == content
    assert names_in(tmp_path) == ["claims.csv"]


def test_a_file_whose_writing_fails_stays_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "claims.csv").write_bytes(b"old")

    def fill_the_disk(draft, content):
        os.close(os.open(draft, os.O_CREAT))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "claims.csv", b"new")
    assert (tmp_path / "claims.csv").read_bytes() == b"old"
    assert names_in(tmp_path) == ["claims.csv"]


def test_a_link_to_a_file_stays_a_link(tmp_path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_whole(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced():
    write_whole(Path(os.devnull), b"nothing kept")
    assert Path(os.devnull).is_char_device()
