// Lists of pages in the navigation that the server keeps for the user.
import { call } from './api.js';

export function placesOf(section) {
  return [...section.querySelectorAll('.nav__item > a')].map((link) => ({
    label: link.textContent,
    href: link.getAttribute('href'),
  }));
}

let before = Promise.resolve();

/** One after the other: what was said last must be what stays. */
export function keep(name, places) {
  const value = places.length === 0 ? '' : JSON.stringify(places);
  before = before
    .catch(() => {})
    .then(() => call('PUT', `/console/preferences/${name}`, value, { 'Content-Type': 'text/plain' }));
  return before;
}
