import { render } from 'preact';

/** What a component draws as an element, for places that take elements: pages of the server, the modeler. */
export function drawn(component) {
  const place = document.createDocumentFragment();
  render(component, place);
  return place.firstElementChild;
}
