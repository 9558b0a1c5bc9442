// From a flow to its subflow; a capture definition tried on a record.
import { call } from '../../api.js';
import { describeTable } from '../../dictionary.js';
import { el } from '../../elements.js';
import { referenceInput } from '../../reference.js';
import { pretty } from '../controls/json.js';
import { ask } from '../dialog.js';
import { tell } from './outcome.js';

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
  const table = data.values.table;
  const { label } = await describeTable(table);
  const shown = el('div', { class: 'stack', role: 'status', 'aria-live': 'polite' });
  const attempt = async (sysId) => {
    if (!sysId) return shown.replaceChildren();
    try {
      const { result } = await call('POST', `/api/process-sync/v1/capture-definitions/${data.sysId}/try`, {
        record: sysId,
      });
      shown.replaceChildren(...outcome(result));
    } catch (refused) {
      shown.replaceChildren(el('p', { class: 'notice notice--error' }, refused.message));
    }
  };
  const body = [
    el('p', {}, 'As if the record had just been created. Nothing is captured or sent.'),
    referenceInput({ table, label, onChange: attempt }),
    shown,
  ];
  await ask({ title: 'Try this definition on a record', wide: true, body, buttons: [{ text: 'Done', value: null }] });
}

function outcome(trial) {
  const look = trial.meets ? 'notice--good' : 'notice--warn';
  const lines = trial.conditions.map((one) => el('li', {}, `${one.meets ? 'Met' : 'Not met'}: ${one.condition}`));
  const goesTo = trial.remote_systems.length
    ? `It goes to ${trial.remote_systems.join(', ')}.`
    : 'No outbound flow takes it anywhere yet.';
  return [
    el('p', { class: `notice ${look}` }, trial.meets ? 'The filter is met.' : 'The filter is not met.'),
    lines.length > 0 && el('ul', {}, lines),
    el('p', {}, trial.active ? goesTo : `${goesTo} The definition is a draft: set its state to Active first.`),
    el('pre', { class: 'mono payload', tabindex: '0' }, pretty(trial.payload)),
  ].filter(Boolean);
}
