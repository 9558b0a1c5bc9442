// Short messages in the corner; screen readers hear them.
import { Button } from './button.jsx';
import { drawn } from './drawn.js';
import { Icon } from './icon.jsx';

const SHOWN_MS = 6000;
const LOOKS = {
  good: ['notice--good', 'check-circle'],
  error: ['notice--error', 'alert-circle'],
  info: ['', 'info'],
};

/** An error stays until it is closed: who looked away must not miss it. */
export function toast(kind, text) {
  const [look, symbol] = LOOKS[kind];
  const box = drawn(
    <div class={`notice toast ${look}`}>
      <Icon name={symbol} />
      <span class="grow">{text}</span>
      <Button icon="x" label="Close message" look="button--quiet button--small" onClick={() => box.remove()} />
    </div>,
  );
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
