// What a dry run is given: the sample payload, another payload, or a queue record with everything.
import { el } from '../elements.js';
import { queueRecords } from './choices.js';
import { field, recordField } from './fields.js';

const QUEUES = { inbound: 'ih_sync_inbound_queue', outbound: 'ih_sync_outbound_queue' };

export function dryRunForm(kind) {
  const source = el(
    'select',
    { class: 'select' },
    el(
      'option',
      { value: 'sample' },
      kind === 'error' ? 'Nothing: it is run for a remote system' : 'The sample payload of the model',
    ),
    kind === 'error' ? null : el('option', { value: 'payload' }, 'A payload'),
    kind === 'error' ? null : el('option', { value: 'queue_record' }, `A record of the ${kind} queue`),
  );
  const payload = el('textarea', { class: 'input mono', rows: 7, spellcheck: 'false' });
  const record = QUEUES[kind] ? queueRecords(QUEUES[kind]) : el('select');
  const remote = recordField('Remote system', 'ih_sync_remote_system', 'The one that uses the subflow');
  const operation = el(
    'select',
    { class: 'select' },
    ['create', 'update', 'delete'].map((each) => el('option', { value: each }, each)),
  );
  const correlated = el('input', {
    class: 'input mono',
    maxlength: 32,
    placeholder: 'As for a record that is not known yet',
  });
  const local = el('input', { class: 'input mono', maxlength: 32, placeholder: 'sys_id of an incident' });
  const place = { payload: field('Payload', payload), record: field('Queue record', record) };
  const settings = el(
    'div',
    { class: 'dry-run__settings' },
    remote.element,
    kind === 'error' ? null : field('Operation', operation),
    kind === 'inbound' ? field('Local correlation ID', correlated) : null,
    kind === 'outbound' ? field('Local record', local) : null,
  );
  const shown = () => {
    place.payload.hidden = source.value !== 'payload';
    place.record.hidden = source.value !== 'queue_record';
    settings.hidden = source.value === 'queue_record';
  };
  source.addEventListener('change', shown);
  shown();
  return {
    element: el('div', { class: 'stack' }, field('Run for', source), place.payload, place.record, settings),
    value,
  };

  async function value() {
    if (source.value === 'queue_record') return { queue_record: record.value };
    return {
      payload: source.value === 'payload' ? payload.value : undefined,
      remote_system: (await remote.chosen()).value || undefined,
      operation: kind === 'error' ? undefined : operation.value,
      local_correlation_id: correlated.value.trim() || undefined,
      local_record: local.value.trim() || undefined,
    };
  }
}
