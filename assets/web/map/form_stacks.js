// Stacks: small squares on a route whose claims name several forms, one in the colour of each.
import { colour } from "./colours.js";
import { DIM } from "./routes.js";

const SIDE = 5; // pixels
const ALONG = 0.58; // share of the route, past the middle where lines cross most

function pointOf({ segments, loop }) {
  if (loop) return [loop.x, loop.y - 10];
  const segment = segments[Math.floor(segments.length / 2)];
  if (!segment) return null;
  const [a, b, c] = segment;
  const [u, v, w] = [(1 - ALONG) ** 2, 2 * ALONG * (1 - ALONG), ALONG ** 2];
  return [u * a[0] + v * b[0] + w * c[0], u * a[1] + v * b[1] + w * c[1]];
}

// drawn: the routes as painted; families: the colour family of each form.
export function paintFormStacks(ctx, drawn, families) {
  drawn
    .filter((item) => item.style.family === "several")
    .forEach((item) => {
      const point = pointOf(item);
      if (!point) return;
      const held = item.style.forms.map((form) => families[form]);
      const kinds = held.filter((family, i) => held.indexOf(family) === i);
      const left = point[0] - (kinds.length * SIDE) / 2;
      ctx.globalAlpha = item.style.highlighted ? 1 : DIM;
      ctx.fillStyle = colour("halo");
      ctx.fillRect(left - 1, point[1] - SIDE / 2 - 1, kinds.length * SIDE + 2, SIDE + 2);
      kinds.forEach((family, i) => {
        ctx.fillStyle = colour(`type-${family}`);
        ctx.fillRect(left + i * SIDE, point[1] - SIDE / 2, SIDE, SIDE);
      });
    });
  ctx.globalAlpha = 1;
}
