// What a dry run came to, to read: its end, its steps, what it would write and send.
import { el, icon } from '../elements.js';

const ENDS = {
  ended: ['notice--good', 'check-circle', 'The flow ended.'],
  waiting: ['notice--warn', 'clock', 'The flow waits, for a person or a time.'],
  failed: ['notice--error', 'alert-circle', 'The flow failed.'],
};

/** Marks the way in the diagram; where the flow failed, the mark says why. */
export function markWay({ steps, end, failure, waiting_at: waitingAt }, marks) {
  marks.clear('run');
  for (const { activity, done } of steps) {
    if (done) marks.add('run', activity, 'was-run', 'check', 'Done in the dry run');
    else if (end === 'failed')
      marks.add('run', activity, 'has-failed', 'alert-circle', `Failed in the dry run: ${failure}`);
  }
  for (const activity of waitingAt) marks.add('run', activity, 'has-warning', 'clock', 'The dry run waits here');
}

export function resultOf(run, show) {
  const [look, symbol, text] = ENDS[run.end];
  return el(
    'div',
    { class: 'stack' },
    el(
      'p',
      { class: `notice ${look}` },
      icon(symbol),
      el(
        'span',
        {},
        text,
        run.failure ? ` ${run.failure}` : '',
        run.queue_record
          ? ` The queue record would be ${run.queue_record.status}${run.queue_record.error_info ? `: ${run.queue_record.error_info}` : ''}.`
          : '',
      ),
    ),
    el('h3', {}, 'Steps'),
    el(
      'ol',
      { class: 'steps' },
      run.steps.map((step) => stepOf(step, show)),
    ),
    run.records.length ? [el('h3', {}, 'Records that would be written'), ...run.records.map(recordOf)] : null,
    run.message?.payload
      ? [el('h3', {}, 'Message that would be sent'), el('pre', { class: 'code' }, pretty(run.message.payload))]
      : null,
  );
}

function stepOf({ activity, name, done, inputs, outputs }, show) {
  const values = [
    ['Inputs', inputs],
    ['Results', outputs],
  ].filter(([, each]) => Object.keys(each).length);
  return el(
    'li',
    {},
    el(
      'div',
      { class: 'row' },
      icon(done ? 'check' : 'alert-circle'),
      el('button', { type: 'button', class: 'link', onclick: () => show(activity) }, name || activity),
      done ? null : el('span', { class: 'badge badge--error' }, 'not finished'),
    ),
    values.length
      ? el(
          'details',
          { open: !done },
          el('summary', {}, 'Inputs and results'),
          values.map(([title, each]) => [el('h4', {}, title), pairs(each)]).flat(),
        )
      : null,
  );
}

function recordOf({ operation, table, sys_id: id, fields }) {
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, el('span', { class: 'badge' }, operation), ` ${table} `, el('code', {}, id)),
    el(
      'dl',
      { class: 'details__values' },
      Object.entries(fields).flatMap(([name, { before, after }]) => [
        el('dt', {}, name),
        el('dd', {}, before ? [el('del', {}, before), ' → '] : '', el('ins', {}, after || 'empty')),
      ]),
    ),
  );
}

function pairs(values) {
  return el(
    'dl',
    { class: 'details__values' },
    Object.entries(values).flatMap(([name, value]) => [
      el('dt', {}, name),
      el(
        'dd',
        {},
        el('pre', { class: 'code' }, typeof value === 'string' ? pretty(value) : JSON.stringify(value, null, 2)),
      ),
    ]),
  );
}

function pretty(text) {
  try {
    const parsed = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? JSON.stringify(parsed, null, 2) : text;
  } catch {
    return text;
  }
}
