// Made of the modules in assets/web/ by `make web`: change those.
function o(t,e){let n=t.querySelector(e);if(!n)throw new Error(`The page has no ${e} where it is needed.`);return n}function r(t,e){t.innerHTML=e}function f({data:t,parentElement:e}){r(o(e,".atlas-picture"),t.svg)}export{f as default};
