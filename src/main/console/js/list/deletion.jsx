// Deleting many records, one after the other: one that can't be deleted holds up no other.
import { useEffect, useState } from 'preact/hooks';
import { call } from '../api.js';
import { Button } from '../button.jsx';
import { confirm, DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { toast } from '../toast.jsx';
import { facts, refresh } from './current.js';
import { reportFailures } from './failures.jsx';

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

/** Closing the dialog stops before the next. */
async function deleteEach(records) {
  const failures = [];
  let isStopped = false;
  const work = async (tell) => {
    for (const [id, name] of records) {
      if (isStopped) {
        failures.push({ name, reason: 'You stopped before its turn.' });
        continue;
      }
      try {
        await call('DELETE', `/api/now/table/${facts().table}/${id}`);
      } catch (refused) {
        failures.push({ name, reason: refused.message });
      }
      tell();
    }
  };
  let working = Promise.resolve();
  await openDialog('Deleting…', ({ close }) => (
    <Progress most={records.size} begin={(tell) => (working = work(tell).then(close))} close={close} />
  ));
  isStopped = true;
  await working;
  return failures;
}

function Progress({ most, begin, close }) {
  const [count, tell] = useState(0);
  useEffect(() => {
    begin(() => tell((before) => before + 1));
  }, []);
  return (
    <>
      <DialogBody>
        <progress max={most} value={count} class="list-progress" aria-label="Deleted so far" />
      </DialogBody>
      <DialogFoot>
        <Button onClick={() => close()}>Stop</Button>
      </DialogFoot>
    </>
  );
}
