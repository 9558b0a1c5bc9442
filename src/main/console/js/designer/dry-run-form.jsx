// What a dry run is given: the sample payload, another payload, or a queue record with everything.
import { useImperativeHandle, useRef, useState } from 'preact/hooks';
import { QueueRecordField } from './choices.jsx';
import { Field, NO_RECORD, RecordField, SelectField, useRecordFields } from './fields.jsx';

const QUEUES = { inbound: 'ih_sync_inbound_queue', outbound: 'ih_sync_outbound_queue' };
const OPERATIONS = ['create', 'update', 'delete', 'leave'];

/** `given`, a ref, gets `value()`: what the API takes, once all names are looked up. */
export function DryRunForm({ kind, given }) {
  const [source, from] = useState('sample');
  const [payload, writePayload] = useState('');
  const [record, chooseRecord] = useState('');
  const [operation, operate] = useState(OPERATIONS[0]);
  const [correlated, correlate] = useState('');
  const [local, chooseLocal] = useState('');
  const remote = useRef(NO_RECORD);
  const { Fields, fields, settled } = useRecordFields();
  useImperativeHandle(given, () => ({
    async value() {
      if (source === 'queue_record') return { queue_record: record };
      await settled();
      return {
        payload: source === 'payload' ? payload : undefined,
        remote_system: remote.current.value || undefined,
        operation: kind === 'error' ? undefined : operation,
        local_correlation_id: correlated.trim() || undefined,
        local_record: local.trim() || undefined,
      };
    },
  }));
  const sources = [
    ['sample', kind === 'error' ? 'Nothing: it is run for a remote system' : 'The sample payload of the model'],
    ...(kind === 'error'
      ? []
      : [
          ['payload', 'A payload'],
          ['queue_record', `A record of the ${kind} queue`],
        ]),
  ];
  return (
    <div class="stack">
      <SelectField label="Run for" options={sources} value={source} onChange={from} />
      {source === 'payload' && (
        <Field label="Payload">
          {(id) => (
            <textarea
              class="input mono"
              id={id}
              rows={7}
              spellcheck={false}
              value={payload}
              onInput={({ target }) => writePayload(target.value)}
            />
          )}
        </Field>
      )}
      {source === 'queue_record' && (
        <QueueRecordField label="Queue record" table={QUEUES[kind]} value={record} onChange={chooseRecord} />
      )}
      <div class="dry-run__settings" hidden={source === 'queue_record'}>
        <Fields value={fields}>
          <RecordField
            label="Remote system"
            table="ih_sync_remote_system"
            placeholder="The one that uses the subflow"
            chosen={remote}
          />
        </Fields>
        {kind !== 'error' && (
          <SelectField
            label="Operation"
            options={OPERATIONS.map((each) => [each, each])}
            value={operation}
            onChange={operate}
          />
        )}
        {kind === 'inbound' && (
          <SysId
            label="Local correlation ID"
            placeholder="As for a record that is not known yet"
            value={correlated}
            onChange={correlate}
          />
        )}
        {kind === 'outbound' && (
          <SysId label="Local record" placeholder="sys_id of an incident" value={local} onChange={chooseLocal} />
        )}
      </div>
    </div>
  );
}

const SysId = ({ label, placeholder, value, onChange }) => (
  <Field label={label}>
    {(id) => (
      <input
        class="input mono"
        id={id}
        maxlength={32}
        placeholder={placeholder}
        value={value}
        onInput={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);
