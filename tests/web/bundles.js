// What is built of the modules: one file where a request would cost more than its bytes, or where a module
// cannot be imported by its address.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const WEB = fileURLToPath(new URL("../../assets/web/", import.meta.url));
export const BUILT = `${WEB}built/`;

// A line of its own: Streamlit takes a script of one line for the name of a file.
const BANNER = "// Made of the modules in assets/web/ by `make web`: change those.";

// The entry of each bundle. Those of the page's shell stand in it, as plain scripts; so does that of a pack, and
// that of the map's page, made before its own inline script runs; the others are modules that Streamlit or the
// page imports.
const ENTRIES = {
  connection: { entry: "shell/connection.js", format: "iife" },
  server: { entry: "shell/server.js", format: "iife" },
  steps: { entry: "shell/steps.js", format: "iife" },
  quick_exit: { entry: "shell/quick_exit.js", format: "iife" },
  map: { entry: "map/page.js", format: "iife" },
  paper: { entry: "paper/paper.js", format: "iife" },
  bridge: { entry: "page/bridge.js", format: "esm" },
  reconnect: { entry: "page/reconnect.js", format: "esm" },
  draft: { entry: "page/draft.js", format: "esm" },
  push_html: { entry: "page/push_html.js", format: "esm" },
  picture: { entry: "page/picture.js", format: "esm" },
  reader: { entry: "reader/reader_page.js", format: "esm" },
  story_page: { entry: "page/story_page.js", format: "esm" },
  pack: { entry: "pack/pack_page.js", format: "iife" },
  search: { entry: "search/search_box.js", format: "esm" },
};

// Each bundle as { name, text }, the name that of its file in assets/web/built/.
export async function bundles() {
  const made = Object.entries(ENTRIES).map(async ([name, { entry, format }]) => {
    const { outputFiles } = await build({
      entryPoints: [WEB + entry],
      format,
      bundle: true,
      minify: true,
      write: false,
      target: "es2022",
      // A notebook or a page of one's own may not say which letters it is written in.
      charset: "ascii",
      legalComments: "none",
      banner: { js: BANNER },
    });
    return { name: `${name}.js`, text: outputFiles[0].text };
  });
  return Promise.all(made);
}
