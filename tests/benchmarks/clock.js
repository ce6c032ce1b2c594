// A stopwatch in the page: from a click to the end of the first painted frame that shows its effect.
(() => {
  "use strict";
  const now = () => performance.timeOrigin + performance.now();
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

  // A task that is posted while a frame is being made runs once that frame is painted; before all others, or the
  // page's own work after the frame would be counted as well.
  const painted = () => scheduler.postTask(now, { priority: "user-blocking" });

  // The document that a spot lies in: the page's own, or that of a frame of the same origin.
  const documentOf = (spot) =>
    spot.frame ? document.querySelector(spot.frame)?.contentDocument || null : document;
  const all = (spot) => [...(documentOf(spot)?.querySelectorAll(spot.find) || [])];

  // What a reader sees at a spot, as a text: an attribute, a number of elements, or words; "" for nothing.
  function read(spot) {
    if (spot.what === "picture") return picture(spot);
    const found = all(spot);
    if (spot.what === "count") return found.length ? String(found.length) : "";
    if (!found.length) return "";
    if (spot.what === "words") return found[0].innerText; // none while the element is hidden
    return (spot.what === "text" ? found[0].textContent : found[0].getAttribute(spot.what)) || "";
  }

  // Every mark that the map draws, as `tests.benchmarks.pictures` writes them.
  function picture(spot) {
    const atlas = documentOf(spot)?.defaultView.atlas;
    if (!all(spot).length) return "";
    const { routes, hotspots, roles } = atlas.visible();
    return [routes, hotspots, roles].map((ids) => ids.join()).join("|");
  }

  function press(button) {
    if (button.frame && !button.find) return documentOf(button).defaultView.atlas.click(button.mark);
    const found = all(button).find((element) => element.textContent.trim().startsWith(button.says || ""));
    if (!found) throw new Error(`There is no ${button.find} that says ${button.says}.`);
    if (!button.steps) return found.click();
    found.stepUp(button.steps);
    return ["input", "change"].map((type) => found.dispatchEvent(new Event(type, { bubbles: true })));
  }

  async function shows(spot, wanted, before, limit) {
    const started = now();
    for (;;) {
      await nextFrame();
      const seen = read(spot);
      if (wanted ? seen === wanted : seen && seen !== before) return painted();
      if (now() - started > limit) throw new Error(`Still ${seen.slice(0, 400)} at ${spot.find}, not ${(wanted || "another").slice(0, 400)}.`);
    }
  }

  window.benchmark = {
    press,

    // Press a button; return the milliseconds until the spot shows what is wanted, or anything new.
    async time({ button, spot, wanted, limit }) {
      const before = read(spot);
      const started = now();
      press(button);
      return (await shows(spot, wanted, before, limit)) - started;
    },

    // Return the moment (milliseconds since 1970) at which the spot is first painted with anything in it.
    appears: ({ spot, limit }) => shows(spot, "", "", limit),

    // Wait until the spot shows what is wanted.
    holds: ({ spot, wanted, limit }) => shows(spot, wanted, "", limit),

    // Wait until the script has rested for a while, so that one measure does not run into the next.
    async rest(milliseconds) {
      let since = now();
      while (now() - since < milliseconds) {
        await nextFrame();
        const app = document.querySelector("[data-testid=stApp]");
        if (!app || app.dataset.testScriptState !== "notRunning") since = now();
      }
    },
  };
})();
