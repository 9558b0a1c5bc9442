// Deleting many records, one after the other: one that can't be deleted holds up no other.
import { call } from '../api.js';
import { confirm, openDialog } from '../dialog.js';
import { el } from '../elements.js';
import { toast } from '../toast.js';
import { facts, refresh } from './current.js';
import { reportFailures } from './failures.js';

export async function deleteRecords({ records, done }) {
  const count = `${records.size} ${records.size === 1 ? 'record' : 'records'}`;
  const warning = `${[...records.values()].slice(0, 5).join(', ')}${records.size > 5 ? ' and others' : ''} will be gone for good.`;
  if (!(await confirm(`Delete ${count}?`, warning, 'Delete', 'button--danger'))) return;
  const failures = await deleteEach(records);
  const gone = records.size - failures.length;
  toast(gone ? 'good' : 'info', `${gone} of ${count} deleted.`);
  if (failures.length) reportFailures(`${failures.length} not deleted`, failures);
  done();
  try {
    await refresh();
  } catch (refused) {
    toast('error', refused.message);
  }
}

async function deleteEach(records) {
  const failures = [];
  const bar = el('progress', {
    max: String(records.size),
    value: '0',
    class: 'list-progress',
    'aria-label': 'Deleted so far',
  });
  let stopped = false;
  const stop = el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Stop');
  const dialog = openDialog('Deleting…', bar, [stop]);
  dialog.addEventListener('close', () => {
    stopped = true;
  });
  for (const [id, name] of records) {
    if (stopped) {
      failures.push({ name, reason: 'You stopped before its turn.' });
      continue;
    }
    try {
      await call('DELETE', `/api/now/table/${facts().table}/${id}`);
    } catch (refused) {
      failures.push({ name, reason: refused.message });
    }
    bar.value += 1;
  }
  dialog.close();
  return failures;
}
