"""Columns of the schema that no code names: they go from a table to every export as they are."""

Value = str | int | float | tuple[str, ...]
# Values by column.
Cells = tuple[tuple[str, Value], ...]


def value_of(record: object, column: str, otherwise: Value = "") -> Value:
    """Return what a claim or document holds of a column: a further one, or the field of that name."""
    further: Cells = getattr(record, "further", ())
    for name, value in further:
        if name == column:
            return value
    found: Value = getattr(record, column, otherwise)
    return found
