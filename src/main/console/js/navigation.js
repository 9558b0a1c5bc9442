// The navigation: its filter box, and on narrow screens opening and closing.

export function startNavigation() {
  const nav = document.getElementById('navigation');
  if (!nav) return;
  const filter = nav.querySelector('#nav-filter');
  filter.addEventListener('input', () => show(nav, filter.value));
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      filter.value = '';
      show(nav, '');
    } else if (event.key === 'Enter') {
      nav.querySelector('.nav__item:not([hidden]) > a')?.click();
    }
  });
  const toggle = document.getElementById('nav-toggle');
  const setOpen = (open) => {
    nav.classList.toggle('is-open', open);
    toggle.setAttribute('aria-expanded', String(open));
    (open ? filter : toggle).focus();
  };
  toggle.addEventListener('click', () => setOpen(!nav.classList.contains('is-open')));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && nav.classList.contains('is-open')) setOpen(false);
  });
  document.addEventListener('click', (event) => {
    if (nav.classList.contains('is-open') && !nav.contains(event.target) && !toggle.contains(event.target))
      setOpen(false);
  });
}

/** A word of the filter may be in the item's name or in the names of what it is in. */
function show(nav, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const item of nav.querySelectorAll('.nav__item')) {
    const path = item.dataset.path.toLowerCase();
    item.hidden = !words.every((word) => path.includes(word));
  }
  for (const box of nav.querySelectorAll('.nav__group, .nav__section')) {
    box.hidden = !box.querySelector('.nav__item:not([hidden])');
  }
  nav.querySelector('.nav__empty').hidden = Boolean(nav.querySelector('.nav__item:not([hidden])'));
}
