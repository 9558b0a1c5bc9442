// What every page needs.
import htmx from 'htmx.org';
import { csrfToken } from './api.js';
import { startFavourites } from './favourites.jsx';
import { startHistory } from './history.js';
import { startMenus } from './menus.js';
import { startNavigation } from './navigation.js';
import { backInSession } from './session.jsx';
import { applyTheme, startTheme } from './theme.js';
import { showWaitingToast, toast } from './toast.jsx';

applyTheme();
// The page's security policy allows neither code in attributes nor inline styles.
Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  allowScriptTags: false,
  historyCacheSize: 0,
});
window.htmx = htmx;

document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['X-CSRF-TOKEN'] = csrfToken();
  event.detail.headers['X-Requested-With'] = 'XMLHttpRequest';
});
const BY_HAND = new Set(['click', 'input', 'submit', 'toggle']);
document.addEventListener('htmx:responseError', async (event) => {
  const { status } = event.detail.xhr;
  if (status === 401) {
    // What a page does by itself waits; it does not put a dialog before somebody who types.
    if (!BY_HAND.has(event.detail.requestConfig.triggeringEvent?.type)) return;
    if (await backInSession()) toast('info', 'You are logged in again: repeat this.');
    return;
  }
  toast('error', status === 403 ? 'You may not do this.' : `That did not work (${status}). Try again.`);
});
document.addEventListener('htmx:sendError', () =>
  toast('error', 'The instance does not answer. Check your connection and try again.'),
);
let running = 0;
const progress = (change) => {
  running = Math.max(0, running + change);
  document.getElementById('progress')?.classList.toggle('is-active', running > 0);
};
document.addEventListener('htmx:beforeRequest', () => progress(1));
document.addEventListener('htmx:afterRequest', () => progress(-1));

document.addEventListener('DOMContentLoaded', () => {
  startFavourites();
  startHistory();
  startMenus();
  startNavigation();
  startTheme();
  showWaitingToast();
});
