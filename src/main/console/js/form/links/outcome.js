// How something ended that a related link began.
import { el, icon } from '../../elements.js';

const LOOKS = {
  good: ['notice--good', 'check-circle'],
  error: ['notice--error', 'alert-circle'],
  busy: ['', 'clock'],
  warn: ['notice--warn', 'alert-triangle'],
};

export function tell(kind, title, ...lines) {
  document.getElementById('related-links-result').replaceChildren(box(kind, title, lines));
}

/** Beside what was told before. */
export function tellToo(kind, title, ...lines) {
  document.getElementById('related-links-result').append(box(kind, title, lines));
}

function box(kind, title, lines) {
  const [look, symbol] = LOOKS[kind];
  return el(
    'div',
    { class: `notice ${look}` },
    icon(symbol),
    el(
      'div',
      { class: 'grow' },
      el('strong', {}, title),
      lines.filter(Boolean).map((line) => el('p', {}, line)),
    ),
  );
}
