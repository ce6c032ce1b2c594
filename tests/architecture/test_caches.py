"""What is found of an atlas, or asked by a visitor, is kept on the atlas and bounded, never in a module."""

import ast

from tests.architecture.tree import ROOT, files, plant, syntax

CACHES = {"cache", "lru_cache", "compute_once"}
# What belongs to an atlas or to what a visitor asks: a cache that holds one of these would keep it alive.
OF_AN_ATLAS = {
    "Atlas",
    "Scene",
    "Selection",
    "Focus",
    "Evidence",
    "Claim",
    "Document",
    "Gazetteer",
    "Reading",
}


def unbound_caches(root):
    """List the functions whose cache outlives the atlas that it is about."""
    for file in files(root, ".py", within=("flows", "geodata")):
        for node in ast.walk(syntax(file)):
            if isinstance(node, ast.FunctionDef) and _cached(node) and _named(node) & OF_AN_ATLAS:
                yield f"{file.relative_to(root).as_posix()}, {node.name}"


def _cached(function):
    makers = (getattr(made, "func", made) for made in function.decorator_list)
    return any(getattr(made, "attr", getattr(made, "id", "")) in CACHES for made in makers)


def _named(function):
    """Return the names in the annotations of a function's parameters, those in quotation marks too."""
    words = " ".join(ast.unparse(part.annotation) for part in function.args.args if part.annotation)
    return set(words.replace("'", " ").replace("|", " ").replace("[", " ").replace("]", " ").split())


def test_no_module_keeps_what_belongs_to_an_atlas():
    assert list(unbound_caches(ROOT)) == []


def test_a_planted_cache_is_caught(tmp_path):
    plant(
        tmp_path,
        "flows/scene/hoard.py",
        "@lru_cache(maxsize=64)\ndef drawn(atlas: Atlas, most: int) -> str: ...\n\n"
        "@functools.cache\ndef told(focus: 'Focus | None') -> str: ...\n\n"
        "@cache\ndef script() -> str: ...\n",
    )
    assert list(unbound_caches(tmp_path)) == ["flows/scene/hoard.py, drawn", "flows/scene/hoard.py, told"]
