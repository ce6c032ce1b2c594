// Which story the address names: all of its chapters have the same, and differ behind the #.

/** @returns {string} */
export const storyAddress = () =>
  `${location.pathname}?${new URLSearchParams(location.search).get("story") ?? ""}`;
