// Elements from markup, as the library of this name makes them, under a policy that lets no markup carry styles:
// scripts may set them.
import parse from '../node_modules/domify/index.js';

export default function domify(markup, ...rest) {
  const made = parse(markup.replace(/(<[^>]*\s)style="/g, '$1data-style="'), ...rest);
  if (made.querySelectorAll) {
    for (const element of [made, ...made.querySelectorAll('[data-style]')]) style(element);
  }
  return made;
}

function style(element) {
  const styles = element.dataset?.style;
  if (styles === undefined) return;
  element.style.cssText = styles;
  delete element.dataset.style;
}
