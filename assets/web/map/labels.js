// Labels: placed most important first, never over one another or over a symbol; fewer when zoomed out.
import { colour } from "./colours.js";
import { plane } from "./plane.js";
import { pointOn } from "./route_paths.js";

const HEIGHT = 14;
const PAD = 2;
const EDGE = 8; // pixels between an edge label and the edge

const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

// Where a label may stand about its point, best first: below, above, right, left, the corners.
function candidates(x, y, w) {
  const gap = 9;
  return [
    [x - w / 2, y + gap],
    [x - w / 2, y - gap - HEIGHT],
    [x + gap + 2, y - HEIGHT / 2],
    [x - gap - 2 - w, y - HEIGHT / 2],
    [x + gap - 2, y + gap - 3],
    [x - gap + 2 - w, y + gap - 3],
    [x + gap - 2, y - gap - HEIGHT + 3],
    [x - gap + 2 - w, y - gap - HEIGHT + 3],
    [x - w / 2, y + gap + HEIGHT],
    [x + gap + 14, y - HEIGHT / 2],
  ];
}

export class LabelPainter {
  constructor(ctx, frame, window_, boxes) {
    this.ctx = ctx;
    this.frame = frame;
    this.window = window_;
    this.taken = boxes;
  }

  pixel(at) {
    const [wx, wy] = plane.toWorld(...at);
    return [wx * this.frame.scale + this.frame.dx, wy * this.frame.scale + this.frame.dy];
  }

  inside([x, y], margin = 0) {
    const w = this.window;
    return x >= w.left + margin && x <= w.right - margin && y >= w.top + margin && y <= w.bottom - margin;
  }

  font(label) {
    const weight = label.focus ? 700 : label.marked ? 600 : 400;
    return `${label.region ? "italic " : ""}${weight} ${label.marked || label.focus ? 12.5 : 11.5}px "Source Sans 3", sans-serif`;
  }

  free(box) {
    const w = this.window;
    if (box[0] < w.left + 2 || box[2] > w.right - 2 || box[1] < w.top + 2 || box[3] > w.bottom - 2)
      return false;
    for (const other of this.taken) if (overlaps(box, other)) return false;
    return true;
  }

  // labels: {text, at, marked, focus, region, dim, needs}, most important first.
  paint(labels) {
    labels.forEach((label) => {
      const [x, y] = this.pixel(label.at);
      if (!this.inside([x, y])) return;
      this.ctx.font = this.font(label);
      const width = this.ctx.measureText(label.text).width;
      if (label.room !== undefined && width > label.room * this.frame.scale * (256 / 360) * 1.15) return;
      const spots = label.marked || label.focus ? candidates(x, y, width) : [[x - width / 2, y - HEIGHT / 2]];
      const spot = spots.find(([left, top]) =>
        this.free([left - PAD, top, left + width + PAD, top + HEIGHT]),
      );
      if (spot) this.write(label, spot, width);
    });
  }

  write(label, [left, top], width) {
    const ctx = this.ctx;
    this.taken.push([left - PAD, top, left + width + PAD, top + HEIGHT]);
    ctx.font = this.font(label);
    ctx.globalAlpha = label.dim ? 0.45 : 1;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = colour("halo");
    ctx.strokeText(label.text, left, top + HEIGHT / 2 + 1);
    ctx.fillStyle = colour(label.marked || label.focus ? "ink" : "ink-muted");
    ctx.fillText(label.text, left, top + HEIGHT / 2 + 1);
    ctx.globalAlpha = 1;
  }

  // Names at the edge for ends of lines that lie outside the window: {text, points, dim}.
  paintEdges(edges) {
    edges.forEach((edge) => {
      const w = this.window;
      const [x, y] = edge.point;
      const text = x < (w.left + w.right) / 2 ? `‹ ${edge.text}` : `${edge.text} ›`;
      this.ctx.font = this.font({ ...edge, marked: true });
      const width = this.ctx.measureText(text).width;
      const left = Math.max(w.left + EDGE, Math.min(w.right - EDGE - width, x - width / 2));
      const base = Math.max(w.top + EDGE, Math.min(w.bottom - EDGE - HEIGHT, y - HEIGHT - 4));
      const tops = [0, 1, -1, 2, -2, 3, -3, 4].map((n) => base + n * (HEIGHT + 1));
      const top = tops.find((t) => this.free([left - PAD, t, left + width + PAD, t + HEIGHT]));
      if (top !== undefined) this.write({ ...edge, text, marked: true }, [left, top], width);
    });
  }
}

// The point where the segments of a route leave the window on their way to an end outside it, or null.
export function crossing(segments, atStart, painter) {
  if (!segments.length) return null;
  const towards = atStart ? segments : segments.map(([a, b, c]) => [c, b, a]).reverse();
  if (painter.inside(towards[0][0])) return null;
  for (const segment of towards) {
    for (let i = 0; i <= 40; i += 1) {
      const point = pointOn(segment, i / 40);
      if (painter.inside(point, 2)) return point;
    }
  }
  return null;
}
