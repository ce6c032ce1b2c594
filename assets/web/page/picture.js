// A drawing that the server made: nothing in it listens or loads.
export default ({ data, parentElement }) => {
  parentElement.querySelector(".atlas-picture").innerHTML = data.svg;
};
