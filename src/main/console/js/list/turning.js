// Sorting and turning pages happens by htmx; what is around the list must follow.
import { facts } from './current.js';

export function startTurning() {
  // Nothing is kept to go back to: the browser's back button loads the page.
  window.htmx.config.refreshOnHistoryMiss = true;
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.elt.closest?.('#list-holder')) {
      document.dispatchEvent(new CustomEvent('list:shown', { detail: { turned: true } }));
    }
  });
  document.addEventListener('list:shown', () => {
    const { table, query } = facts();
    document.querySelector('.list-search [name="sysparm_query"]').value = query;
    document.getElementById('export').href =
      `/console/list/${table}.csv?${new URLSearchParams({ sysparm_query: query })}`;
  });
}
