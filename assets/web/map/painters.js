// What the three canvases of a map show of a scene.

/** @import { AtlasGround } from "./ground.js" */
/** @import { AtlasMarks } from "./marks.js" */
/** @import { MapFile } from "./types.js" */
/** @import { Scene } from "./scene.js" */

/**
 * Let ground and marks show a scene; they are painted afterwards.
 * @param {{ file: MapFile | null, ground: AtlasGround, marks: AtlasMarks }} painters @param {Scene} scene
 * @param {string} focus `kind:id` that is looked at
 */
export function showScene({ file, ground, marks }, scene, focus) {
  ground.setFills(scene.fills);
  ground.setTiers(scene.tiers);
  ground.setOutline(outlined(file, focus));
  marks.scene = scene;
  marks.focusId = focus.split(":")[1];
}

/** The countries around which a line shows what is looked at. @param {MapFile | null} file @param {string} focus */
function outlined(file, focus) {
  const [kind, id] = focus.split(":");
  if (kind === "country") return [id];
  const region = kind === "region" ? file?.regions.find((place) => place.id === id) : undefined;
  return region ? region.members : [];
}
