// Whether two selections are the same, whatever the order of their values.

/** @typedef {Record<string, (string | number)[] | undefined>} Values */

/** @param {Values} one @param {Values} other */
export const isSameSelection = (one, other) => written(one) === written(other);

/** @param {Values} selection */
function written(selection) {
  const held = Object.entries(selection).flatMap(([facet, values]) =>
    values?.length ? [[facet, [...values].map(String).sort()]] : [],
  );
  return JSON.stringify(held.sort(([a], [b]) => (a < b ? -1 : 1)));
}
