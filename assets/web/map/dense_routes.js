// Dense routes: more than a browser without a graphics card can paint at once as ribbons with halos.
// Lines of one document are then as thin as the screen allows, which is drawn many times faster.
import { colour } from "./colours.js";
import { pointOn } from "./route_paths.js";

const DASHES = { hedged: [10, 6], dots: [1.5, 5] }; // pixels drawn and left out; fewer dashes are faster
const BEND = 0.3; // pixels: how far a dashed curve, made of straight pieces, may be off
const HEAD = 8; // pixels: length of an arrowhead's two strokes
const NODE = 2.6; // pixels: radius of the ring at a place of transit

// Dashes become part of the path: the browser would measure every curve anew at each paint.
class Dasher {
  constructor(path, [on, off], canvas) {
    Object.assign(this, { path, on, off, canvas, drawn: true, left: on });
  }

  // One straight piece; what lies outside the canvas only moves the dashes on.
  piece([ax, ay], [bx, by]) {
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [right, along] = [(bx - ax) / length, (by - ay) / length];
    let done = this.misses(ax, ay, bx, by) ? length - (length % (this.on + this.off)) : 0;
    if (this.drawn && done) this.path.moveTo(ax + right * done, ay + along * done);
    while (length - done > this.left) {
      done += this.left;
      if (this.drawn) this.path.lineTo(ax + right * done, ay + along * done);
      else this.path.moveTo(ax + right * done, ay + along * done);
      this.drawn = !this.drawn;
      this.left = this.drawn ? this.on : this.off;
    }
    this.left -= length - done;
    if (this.drawn) this.path.lineTo(bx, by);
  }

  misses(ax, ay, bx, by) {
    const [left, top, right, bottom] = this.canvas;
    return (
      Math.max(ax, bx) < left ||
      Math.min(ax, bx) > right ||
      Math.max(ay, by) < top ||
      Math.min(ay, by) > bottom
    );
  }

  curve(segment) {
    const [a, b, c] = segment;
    const bent = Math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]);
    const pieces = Math.ceil(Math.sqrt(bent / (4 * BEND))) + 1;
    if (this.drawn) this.path.moveTo(...a);
    let from = a;
    for (let i = 1; i <= pieces; i += 1) {
      const to = pointOn(segment, i / pieces);
      this.piece(from, to);
      from = to;
    }
  }
}

// The whole of a route in one path: the line, the two strokes of its arrowhead, rings at the stops.
function thinPath(routePath, kind, canvas) {
  const dashed = DASHES[kind] && !routePath.loop;
  const path = new Path2D(dashed ? undefined : routePath.path);
  if (dashed) {
    const dasher = new Dasher(path, DASHES[kind], canvas);
    routePath.segments.forEach((segment) => dasher.curve(segment));
  }
  const [control, tip] = routePath.end;
  const angle = Math.atan2(tip[1] - control[1], tip[0] - control[0]);
  const wing = (turn) => [tip[0] - HEAD * Math.cos(angle + turn), tip[1] - HEAD * Math.sin(angle + turn)];
  path.moveTo(...wing(0.42));
  path.lineTo(...tip);
  path.lineTo(...wing(-0.42));
  routePath.stops.forEach(([x, y]) => {
    path.moveTo(x + NODE, y);
    path.arc(x, y, NODE, 0, 2 * Math.PI);
  });
  return path;
}

// widths: pixels by width class
export function paintDenseRoutes(ctx, items, canvas, widths) {
  ctx.lineCap = "butt";
  items.forEach(({ style, routePath }) => {
    const kind = style.unconfirmed ? "dots" : style.hedged ? "hedged" : "sure";
    ctx.strokeStyle = colour(`type-${style.family}`);
    ctx.lineWidth = widths[style.width];
    ctx.stroke(routePath.once(kind, () => thinPath(routePath, kind, canvas)));
  });
}
