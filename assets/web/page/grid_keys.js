// Arrow keys walk through the cells of a matrix, across those that hold nothing.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export function onGridKey(event) {
  const cell = STEPS[event.key] && event.target.closest("[data-atlas-grid] td");
  if (!cell) return;
  event.preventDefault();
  const [down, right] = STEPS[event.key];
  const rows = cell.closest("table").rows;
  let row = cell.parentElement.rowIndex + down,
    column = cell.cellIndex + right;
  while (rows[row] && rows[row].cells[column]) {
    const button = rows[row].cells[column].querySelector("button");
    if (button) return button.focus();
    row += down;
    column += right;
  }
}
