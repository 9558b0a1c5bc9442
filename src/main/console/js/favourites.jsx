// Stars on lines of the navigation and on pages, and the list of what is starred, on top of the navigation.
import { render } from 'preact';
import { Icon } from './icon.jsx';
import { keep, placesOf } from './places.js';
import { toast } from './toast.jsx';

export function startFavourites() {
  const section = document.getElementById('favourites');
  if (!section) return;
  show(section, placesOf(section));
  document.addEventListener('click', (event) => {
    const star = event.target.closest('.nav__star');
    const up = event.target.closest('.nav__up');
    if (star) change(section, toggled(placesOf(section), star.dataset), star.dataset.href);
    else if (up) change(section, moved(placesOf(section), up.dataset.href), up.dataset.href, '.nav__up');
  });
}

async function change(section, places, href, focused = '.nav__star') {
  const before = placesOf(section);
  const wasInList = section.contains(document.activeElement);
  show(section, places);
  if (wasInList)
    (
      line(section, href)?.querySelector(focused) ??
      section.querySelector('button') ??
      document.getElementById('nav-filter')
    ).focus();
  try {
    await keep('favourites', places);
  } catch (refused) {
    show(section, before);
    toast('error', refused.message);
  }
}

function toggled(places, { href, label }) {
  return places.some((place) => place.href === href)
    ? places.filter((place) => place.href !== href)
    : [...places, { label, href }];
}

/** One place up; the first goes to the end. */
function moved(places, href) {
  const at = places.findIndex((place) => place.href === href);
  const rest = places.filter((place) => place.href !== href);
  rest.splice(at === 0 ? rest.length : at - 1, 0, places[at]);
  return rest;
}

function show(section, places) {
  section.hidden = places.length === 0;
  render(
    places.map((place) => <Favourite key={place.href} {...place} isAlone={places.length === 1} />),
    section.querySelector('ul'),
  );
  for (const star of document.querySelectorAll('.nav__star')) {
    star.setAttribute('aria-pressed', String(places.some((place) => place.href === star.dataset.href)));
  }
}

const Favourite = ({ label, href, isAlone }) => (
  <li class="nav__item" data-path={`Favourites ${label}`}>
    <a href={href}>{label}</a>
    {!isAlone && (
      <button type="button" class="nav__up" aria-label={`Move up: ${label}`} data-href={href}>
        <Icon name="arrow-up" />
      </button>
    )}
    <button
      type="button"
      class="nav__star"
      aria-pressed="true"
      aria-label={`Favourite: ${label}`}
      data-href={href}
      data-label={label}
    >
      <Icon name="star" />
    </button>
  </li>
);

function line(section, href) {
  return [...section.querySelectorAll('.nav__item')].find(
    (item) => item.querySelector('a').getAttribute('href') === href,
  );
}
