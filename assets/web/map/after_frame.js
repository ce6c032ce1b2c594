// What the reader need not wait for is done once the frame that answers a press is on the screen.

const FRAME_MS = 100; // a frame that has not come by then is not waited for: the page may be hidden

/** Do something once what was painted is on the screen. @param {() => void} act */
export function afterFrame(act) {
  let done = false;
  const once = () => {
    if (!done) act();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, FRAME_MS);
}
