"""What is painted on the canvases of the map, read pixel by pixel."""

from tests.browser.reader import Reader

LAND, MARKS = ".leaflet-tile-pane canvas", ".leaflet-overlay-pane canvas"
NAMES = f"{MARKS} + canvas"
# Bytes (red, green, blue, opacity) of a square of a canvas around a point of the map's window.
SQUARE = """(map, { pane, at: [x, y], side }) => {
  const canvas = map.querySelector(pane);
  const [box, corner] = [canvas, map].map((node) => node.getBoundingClientRect());
  const ratio = canvas.width / box.width;
  const [left, top] = [x + corner.left - box.left, y + corner.top - box.top];
  const from = (n) => Math.round(n * ratio) - (side - 1) / 2;
  return [...canvas.getContext("2d").getImageData(from(left), from(top), side, side).data];
}"""
Colour = tuple[int, int, int, int]


def square(reader: Reader, pane: str, mark: str, side: int = 1) -> list[list[Colour]]:
    """Return the rows of a square, an odd number of pixels wide, around the point where a mark stands."""
    asked = {"pane": pane, "at": reader.stands_at(mark), "side": side}
    flat = reader.map.evaluate(SQUARE, asked)
    pixels = [tuple(flat[i : i + 4]) for i in range(0, len(flat), 4)]
    return [pixels[row * side : (row + 1) * side] for row in range(side)]


def colour(reader: Reader, pane: str, mark: str) -> Colour:
    """Return the colour at the point where a mark stands."""
    return square(reader, pane, mark)[0][0]


def wait_for_another_colour(reader: Reader, pane: str, mark: str, before: Colour) -> None:
    """Wait until the point where a mark stands is of another colour than before."""
    asked = {"pane": pane, "at": reader.stands_at(mark), "side": 1}
    changed = f"""({{ asked, before }}) => {{
      const map = document.querySelector("[data-atlas-ready]");
      return String(({SQUARE})(map, asked)) !== before;
    }}"""
    arg = {"asked": asked, "before": ",".join(map(str, before))}
    reader.frame.element_handle().content_frame().wait_for_function(changed, arg=arg)


def strongest(rows: list[list[Colour]]) -> int:
    """Return the highest opacity in a square, 255 at most."""
    return max(pixel[3] for row in rows for pixel in row)


def unbroken(rows: list[list[Colour]]) -> bool:
    """Tell whether a line runs through a square without a gap, from side to side or from top to bottom."""
    painted = [[pixel[3] > 100 for pixel in row] for row in rows]
    return all(map(any, painted)) or all(map(any, zip(*painted, strict=True)))
