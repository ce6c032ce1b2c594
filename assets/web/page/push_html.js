// HTML that the server wrote and escaped: it comes on the wire, and with everything else; the newer one stays.
export default ({ data: [letter], parentElement }) => {
  const host = parentElement.querySelector(".atlas-shown");
  host.dataset.atlasPlace = letter.place;
  host.atlasTake = ({ number, content }) => {
    if (number <= host.atlasNumber) return;
    host.atlasNumber = number;
    if (host.atlasContent !== content) host.innerHTML = host.atlasContent = content;
  };
  host.atlasTake(letter);
};
