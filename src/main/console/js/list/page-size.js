// How many records a page shows: kept for the user, for all lists.
import { call } from '../api.js';
import { toast } from '../toast.jsx';
import { address, facts, order, show } from './current.js';

export function startPageSize() {
  document.addEventListener('change', async (event) => {
    if (event.target.id !== 'page-size') return;
    const { table, conditions } = facts();
    try {
      await call('PUT', '/console/preferences/list.size', event.target.value, { 'Content-Type': 'text/plain' });
      await show(address(conditions, order(), `/console/list/${table}/part`));
    } catch (refused) {
      toast('error', refused.message);
    }
  });
}
