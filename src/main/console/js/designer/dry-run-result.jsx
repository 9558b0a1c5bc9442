// What a dry run came to, to read: its end, its steps, what it would write and send.
import { Fragment } from 'preact';
import { Icon } from '../icon.jsx';
import { pretty } from '../pretty.js';

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

/** `show` is called with the id of a step that is clicked. */
export function DryRunResult({ run, show }) {
  const [look, symbol, text] = ENDS[run.end];
  const record = run.queue_record;
  return (
    <div class="stack">
      <p class={`notice ${look}`}>
        <Icon name={symbol} />
        <span>
          {text}
          {run.failure ? ` ${run.failure}` : ''}
          {record && ` The queue record would be ${record.status}${record.error_info ? `: ${record.error_info}` : ''}.`}
        </span>
      </p>
      <h3>Steps</h3>
      <ol class="steps">
        {run.steps.map((step, at) => (
          <Step key={at} step={step} show={show} />
        ))}
      </ol>
      {run.records.length > 0 && <h3>Records that would be written</h3>}
      {run.records.map((each, at) => (
        <Written key={at} record={each} />
      ))}
      {run.message?.payload && (
        <>
          <h3>Message that would be sent</h3>
          <pre class="code">{pretty(run.message.payload)}</pre>
        </>
      )}
    </div>
  );
}

function Step({ step: { activity, name, done, inputs, outputs }, show }) {
  const values = [
    ['Inputs', inputs],
    ['Results', outputs],
  ].filter(([, each]) => Object.keys(each).length);
  return (
    <li>
      <div class="row">
        <Icon name={done ? 'check' : 'alert-circle'} />
        <button type="button" class="link" onClick={() => show(activity)}>
          {name || activity}
        </button>
        {!done && <span class="badge badge--error">not finished</span>}
      </div>
      {values.length > 0 && (
        <details open={!done}>
          <summary>Inputs and results</summary>
          {values.map(([title, each]) => (
            <Fragment key={title}>
              <h4>{title}</h4>
              <Pairs values={each} />
            </Fragment>
          ))}
        </details>
      )}
    </li>
  );
}

const Written = ({ record: { operation, table, sys_id: id, fields } }) => (
  <div class="stack">
    <p>
      <span class="badge">{operation}</span> {table} <code>{id}</code>
    </p>
    <dl class="details__values">
      {Object.entries(fields).map(([name, { before, after }]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            {before && (
              <>
                <del>{before}</del>
                {' → '}
              </>
            )}
            <ins>{after || 'empty'}</ins>
          </dd>
        </Fragment>
      ))}
    </dl>
  </div>
);

const Pairs = ({ values }) => (
  <dl class="details__values">
    {Object.entries(values).map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>
          <pre class="code">{typeof value === 'string' ? pretty(value) : JSON.stringify(value, null, 2)}</pre>
        </dd>
      </Fragment>
    ))}
  </dl>
);
