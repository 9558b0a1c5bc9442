// The list as the page shows it now, and showing it anew.
import { Refused, inSession, pageData } from '../api.js';

export const tools = () => pageData('list-tools');

export const list = () => document.querySelector('#list-holder > .list');

/** What the server says of it: `table`, `query`, `conditions`, `page`, `part`, `columns`, `fingerprint`, `count`, `total`. */
export const facts = () => ({ query: '', conditions: '', ...list().dataset }); // empty ones have no attribute

/** What the order adds to the conditions, as an encoded query. */
export function order() {
  const { query, conditions } = facts();
  return query.slice(conditions.length).replace(/^\^/, '');
}

/** The list of a filter, in an order, from its first page on. */
export function address(conditions, ordered, path = `/console/list/${facts().table}`) {
  const query = [conditions, ordered].filter(Boolean).join('^');
  return query ? `${path}?${new URLSearchParams({ sysparm_query: query })}` : path;
}

/** Asks for the same page again; answers whether anything was different. */
export async function refresh() {
  const shown = list();
  const answer = await ask(shown.dataset.part, { 'If-None-Match': `"${shown.dataset.fingerprint}"` });
  if (answer.status === 304 || !shown.isConnected) return false;
  put(await answer.text(), true);
  return true;
}

/** Shows another page of the list. */
export async function show(part) {
  put(await (await ask(part, {}, inSession)).text(), false);
}

async function ask(part, headers, how = (send) => send()) {
  let answer;
  try {
    answer = await how(() => fetch(part, { headers: { ...headers, 'X-Requested-With': 'XMLHttpRequest' } }));
  } catch {
    throw new Refused(0, 'No answer', 'The instance does not answer. The list may be out of date.');
  }
  if (answer.status === 401) throw new Refused(401, 'Logged out', 'You are logged out. Load the page again.');
  if (!answer.ok && answer.status !== 304) {
    throw new Refused(answer.status, 'Not shown', 'The list could not be read. Load the page again.');
  }
  return answer;
}

/** Puts a new list into the place of the old one: whoever was at a control or had scrolled stays there. */
function put(html, marksNew) {
  const old = list();
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.list');
  const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
  const scrolled = old.querySelector('.table-scroll')?.scrollLeft ?? 0;
  const known = new Set([...old.querySelectorAll('tr[data-id]')].map((row) => row.dataset.id));
  for (const row of marksNew ? fresh.querySelectorAll('tr[data-id]') : []) {
    row.toggleAttribute('data-new', !known.has(row.dataset.id));
  }
  old.replaceWith(fresh);
  window.htmx.process(fresh);
  const scroll = fresh.querySelector('.table-scroll');
  if (scroll) scroll.scrollLeft = scrolled;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent('list:shown', { detail: { turned: false } }));
}
