// From the numbers behind a sentence to the card of the first claim that they cite.

const CARDS_MS = 5000; // long after any answer; then nobody waits for it any more

/** Bring a card into sight, and let the keyboard go on there. @param {string} claim */
function enterCard(claim) {
  const card = document.querySelector(`.stMain .atlas-card.st-key-claim-${CSS.escape(claim)}`);
  if (!card) return false;
  card.scrollIntoView({ block: "start" });
  /** @type {HTMLElement | null} */
  const title = card.querySelector(".atlas-card-title");
  title?.focus({ preventScroll: true });
  return true;
}

/** Go to the card that a button names; one that the list does not show yet is asked for. @param {HTMLElement} button */
export function goToCard({ dataset }) {
  const { atlasCard: claim = "", nth } = dataset;
  const page = document.querySelector(".stMain");
  if (enterCard(claim) || !page) return;
  document.atlasTell?.({ act: "card", nth: Number(nth) });
  const watch = new MutationObserver(() => enterCard(claim) && watch.disconnect());
  watch.observe(page, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), CARDS_MS);
}
