// How something ended that a related link began.
import { el, icon } from '../../elements.js';

const LOOKS = { good: ['notice--good', 'check-circle'], error: ['notice--error', 'alert-circle'], busy: ['', 'clock'], warn: ['notice--warn', 'alert-triangle'] };

export function tell(kind, title, ...lines) {
  const [look, symbol] = LOOKS[kind];
  const box = el('div', { class: `notice ${look}` }, icon(symbol), el('div', { class: 'grow' }, el('strong', {}, title), lines.filter(Boolean).map((line) => el('p', {}, line))));
  document.getElementById('related-links-result').replaceChildren(box);
}
