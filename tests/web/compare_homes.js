// Answers each request of a fixture as the page does, and prints how the answers differ from Python's.
import { readFile } from "node:fs/promises";
import { evidenceOf } from "../../assets/web/map/evidence.js";
import { SceneIndex } from "../../assets/web/map/scene.js";

const { file, cases } = JSON.parse(await readFile(process.argv[2], "utf8"));
const index = new SceneIndex(file);
index.takeWords(file.word_index);
const KINDS = ["routes", "hotspots", "roles", "notes"];

const told = ({ mark, style }) => [
  mark.id,
  style.width,
  style.stripes.map(({ form, documents, hedged }) => [file.forms[form].slug, documents, hedged]),
  style.hedged,
  style.unconfirmed,
  style.told,
  style.highlighted,
];

let differing = 0;
for (const { asked, expected } of cases) {
  const scene = index.compose(asked);
  const found = {
    ...Object.fromEntries(KINDS.map((kind) => [kind, scene[kind].map(told)])),
    fills: Object.fromEntries([...scene.fills].sort(([a], [b]) => (a < b ? -1 : 1))),
    tiers:
      scene.tiers && Object.fromEntries(Object.entries(scene.tiers).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  if (expected.evidence) found.evidence = evidenceOf(index, asked.selection, asked.focus);
  for (const part of Object.keys(expected)) {
    if (JSON.stringify(found[part]) === JSON.stringify(expected[part])) continue;
    differing += 1;
    if (differing <= 5)
      console.log(JSON.stringify({ part, asked, page: found[part], python: expected[part] }).slice(0, 2000));
  }
}
console.log(`${cases.length} requests, ${differing} differences`);
process.exitCode = differing ? 1 : 0;
