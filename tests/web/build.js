// Writes the bundles: `make web`.
import { mkdir, writeFile } from "node:fs/promises";
import { BUILT, bundles } from "./bundles.js";

await mkdir(BUILT, { recursive: true });
for (const { name, text } of await bundles()) await writeFile(BUILT + name, text);
