// Short messages in the corner; screen readers hear them.
import { el, icon } from './elements.js';

const SHOWN_MS = 6000;
const LOOKS = {
  good: ['notice--good', 'check-circle'],
  error: ['notice--error', 'alert-circle'],
  info: ['', 'info'],
};

/** An error stays until it is closed: who looked away must not miss it. */
export function toast(kind, text) {
  const [look, symbol] = LOOKS[kind];
  const close = el(
    'button',
    {
      type: 'button',
      class: 'button button--quiet button--icon button--small',
      'aria-label': 'Close message',
      onclick: () => box.remove(),
    },
    icon('x'),
  );
  const box = el('div', { class: `notice toast ${look}` }, icon(symbol), el('span', { class: 'grow' }, text), close);
  document.getElementById(kind === 'error' ? 'alerts' : 'messages').append(box);
  if (kind !== 'error') {
    setTimeout(() => box.remove(), SHOWN_MS);
  }
}

const KEY = 'processsync.toast';

/** For a message about what has just been done, on the page that comes next. */
export function toastOnNextPage(kind, text) {
  sessionStorage.setItem(KEY, JSON.stringify([kind, text]));
}

export function showWaitingToast() {
  const waiting = sessionStorage.getItem(KEY);
  if (waiting) {
    sessionStorage.removeItem(KEY);
    toast(...JSON.parse(waiting));
  }
}
