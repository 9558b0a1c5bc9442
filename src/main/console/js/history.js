// The records that the user looked at last. Opening a page must change nothing on the server by itself, so its script does.
import { keep, placesOf } from './places.js';

const REMEMBERED = 8;
const RECORD = /^\/console\/record\/[a-z0-9_]+\/[0-9a-f]{32}$/;

export function startHistory() {
  const section = document.getElementById('history');
  const href = location.pathname;
  if (!section || !RECORD.test(href)) return;
  const label = document.querySelector('.head__title').textContent.trim();
  const places = placesOf(section);
  if (places[0]?.href === href && places[0].label === label) return;
  keep('history', [{ label, href }, ...places.filter((place) => place.href !== href)].slice(0, REMEMBERED)).catch(
    () => {
      // A page that nobody remembers is no reason to disturb who reads it.
    },
  );
}
