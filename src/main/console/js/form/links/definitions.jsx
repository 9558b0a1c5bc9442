// From a flow to its subflow; a capture definition tried on a record.
import { useState } from 'preact/hooks';
import { useAnswer } from '../../answer.js';
import { call } from '../../api.js';
import { describeTable } from '../../dictionary.js';
import { pretty } from '../../pretty.js';
import { Reference } from '../../reference.jsx';
import { Refusal } from '../../refusal.jsx';
import { ask } from '../dialog.jsx';
import { tell } from './outcome.jsx';

export function openSubflow({ data }) {
  return [{ text: 'Open subflow', href: `/console/subflows/${encodeURIComponent(data.values.subflow)}` }];
}

export function tryDefinition(record) {
  return [{ text: 'Try this definition on a record', press: () => tryOn(record) }];
}

async function tryOn({ data, form }) {
  if (form.isDirty()) {
    tell('warn', 'Save your changes first', 'What is tried is what is saved.');
    return;
  }
  const { label } = await describeTable(data.values.table);
  await ask({
    title: 'Try this definition on a record',
    wide: true,
    body: <Trial definition={data.sysId} table={data.values.table} label={label} />,
    buttons: [{ text: 'Done', value: null }],
  });
}

function Trial({ definition, table, label }) {
  const [record, choose] = useState('');
  const { value: trial, refusal } = useAnswer(async () => {
    if (!record) return null;
    const address = `/api/process-sync/v1/capture-definitions/${definition}/try`;
    return (await call('POST', address, { record })).result;
  }, [record]);
  return (
    <>
      <p>As if the record had just been created. Nothing is captured or sent.</p>
      <Reference table={table} label={label} value={record} onChange={choose} marks={{ autofocus: true }} />
      <div class="stack" role="status" aria-live="polite">
        {refusal ? <Refusal message={refusal.message} /> : trial && <Outcome trial={trial} />}
      </div>
    </>
  );
}

function Outcome({ trial }) {
  const goesTo = trial.remote_systems.length
    ? `It goes to ${trial.remote_systems.join(', ')}.`
    : 'No outbound flow takes it anywhere yet.';
  return (
    <>
      <p class={`notice ${trial.meets ? 'notice--good' : 'notice--warn'}`}>
        {trial.meets ? 'The filter is met.' : 'The filter is not met.'}
      </p>
      {trial.conditions.length > 0 && (
        <ul>
          {trial.conditions.map((one, at) => (
            <li key={at}>
              {one.meets ? 'Met' : 'Not met'}: {one.condition}
            </li>
          ))}
        </ul>
      )}
      <p>{trial.active ? goesTo : `${goesTo} The definition is a draft: set its state to Active first.`}</p>
      <pre class="mono payload" tabindex={0}>
        {pretty(trial.payload)}
      </pre>
    </>
  );
}
