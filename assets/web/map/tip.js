// What the tip says of what lies under the pointer.
import { make } from "./elements.js";

/** @import { Drawn, Found, MapFile, RoleMark, Stripe } from "./types.js" */

/**
 * The forms of a route in words: that of one stripe with its documents, then the others, then what it names beside
 * the forms that are asked for.
 * @param {Stripe[]} stripes @param {number} stripe @param {number[]} beside numbers of forms
 * @param {Pick<MapFile, "forms" | "words">} file
 */
export function formsTold(stripes, stripe, beside, { forms, words }) {
  const first = stripes[stripe];
  const counted = first.documents === 1 ? words.one_document : words.many_documents;
  const others = stripes.filter((other) => other !== first);
  const also = beside.filter((form) => stripes.every((drawn) => drawn.form !== form));
  return {
    first: forms[first.form].label,
    rest: [
      ` ${counted.replace("{n}", String(first.documents))}`,
      ...others.map(({ form, documents }) => ` · ${forms[form].text} ${documents}`),
      ...(also.length
        ? [` · ${words.also_named.replace("{forms}", also.map((form) => forms[form].text).join(", "))}`]
        : []),
    ].join(""),
  };
}

/**
 * The roles of a place, each as it is said, the one under the pointer in bold.
 * @param {Drawn<RoleMark>[]} roles @param {MapFile["words"]} words @param {RoleMark} [pointed]
 */
function rolesLine(roles, words, pointed) {
  const line = make("span", "atlas-tip-forms");
  roles.forEach(({ mark, style }, n) => {
    const label = style.told ? `${mark.label} (${words[style.told]})` : mark.label;
    line.append(n ? " · " : "", mark === pointed ? make("b", "", label) : label);
  });
  return line;
}

/**
 * What the tip says: a name, and of a route or hotspot its forms, that of the stripe first, of a ring its roles.
 * @param {Found} found @param {MapFile} file @param {number[]} beside forms that a route names beside those asked for
 * @returns {(string | HTMLElement)[]}
 */
export function tipOf({ name, stripes, stripe = 0, roles, role }, file, beside) {
  if (roles) return [name, rolesLine(roles, file.words, role)];
  if (!stripes?.length) return [name];
  const { first, rest } = formsTold(stripes, stripe, beside, file);
  const line = make("span", "atlas-tip-forms");
  line.append(make("b", "", first), rest);
  return [name, line];
}
