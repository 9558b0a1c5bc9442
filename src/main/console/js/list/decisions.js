// What an administrator decides about many queue records at once.
import { call } from '../api.js';
import { confirm } from '../dialog.jsx';
import { toast } from '../toast.jsx';
import { facts, refresh, tools } from './current.js';
import { reportFailures } from './failures.jsx';

const DECISIONS = {
  'set-ready': { done: 'set to Ready', action: 'Set Ready', suits: 'Only records in Error can be tried again.' },
  skip: { done: 'skipped', action: 'Skip', suits: 'Only records in Error or Ready can be skipped.' },
};

export async function decide(decision, { records, all, done }) {
  const { action, suits, done: became } = DECISIONS[decision];
  const count = all ? facts().total : String(records.size);
  const question = `${action} ${count} queue ${count === '1' ? 'record' : 'records'}?`;
  if ((all || records.size > 1) && !(await confirm(question, suits, action))) return;
  const which = all ? facts().conditions || 'sys_idISNOTEMPTY' : `sys_idIN${[...records.keys()].join(',')}`;
  try {
    const { changed, left } = await untilNoneIsLeft(decision, which);
    const rest = !all && changed + left.length < records.size ? ` ${suits}` : '';
    toast(changed ? 'good' : 'info', `${changed} of ${count} ${became}.${rest}`);
    if (left.length) {
      reportFailures(
        `${left.length} not ${became}`,
        left.map(({ sys_id: id, reason }) => ({ name: records.get(id) ?? id, reason })),
      );
    }
    done();
    await refresh();
  } catch (refused) {
    toast('error', refused.message);
  }
}

/** The instance looks at some thousands at a time. */
async function untilNoneIsLeft(decision, which) {
  const total = { changed: 0, left: [] };
  for (;;) {
    const query = new URLSearchParams({ sysparm_query: which });
    const { result } = await call('POST', `/api/process-sync/v1/${tools().queue}-queue/${decision}?${query}`);
    total.changed += result.changed;
    total.left = result.left;
    if (!result.more || result.changed === 0) return total;
  }
}
