// The list follows what happens on the instance, as long as somebody looks at it.
import { toast } from '../toast.jsx';
import { facts, list, refresh } from './current.js';

const EVERY_MS = 4000;

export function startLive() {
  const button = document.getElementById('live');
  const key = `processsync.live.${facts().table}`;
  let timer;
  let failed = false;

  const look = async (asked) => {
    try {
      await refresh();
      failed = false;
    } catch (refused) {
      if (!failed || asked) toast('error', refused.message);
      failed = true;
    }
  };
  const next = () => {
    clearTimeout(timer);
    if (!isOn(button)) return;
    timer = setTimeout(async () => {
      if (isLookedAt()) await look(false);
      next();
    }, EVERY_MS);
  };
  const set = (on) => {
    button.setAttribute('aria-pressed', String(on));
    next();
  };

  set((localStorage.getItem(key) ?? button.dataset.live) === 'true');
  button.addEventListener('click', async () => {
    localStorage.setItem(key, String(!isOn(button)));
    set(!isOn(button));
    if (isOn(button)) await look(true);
  });
  document.getElementById('reload').addEventListener('click', async () => {
    await look(true);
    if (!failed) toast('info', 'The list is up to date.');
  });
  document.addEventListener('visibilitychange', async () => {
    if (isOn(button) && isLookedAt()) await look(false);
  });
}

const isOn = (button) => button.getAttribute('aria-pressed') === 'true';

/** Not while somebody decides in a dialog or marks text to copy it. */
function isLookedAt() {
  const marked = document.getSelection();
  const marks = marked && !marked.isCollapsed && list().contains(marked.anchorNode);
  return document.visibilityState === 'visible' && !document.querySelector('dialog[open]') && !marks;
}
