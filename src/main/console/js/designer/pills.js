// The data pills that a subflow's steps may pick: its inputs, and what its actions give.
import { actionOf, actionsInOrder, inputOf, ioOf } from './model.js';

const INPUTS = {
  inbound: [
    'payload',
    'operation',
    'when_gone',
    'process_event',
    'remote_system',
    'local_correlation_id',
    'remote_correlation_id',
    'queue_entry',
  ],
  outbound: [
    'local_record',
    'local_table',
    'payload',
    'operation',
    'process_event',
    'remote_system',
    'capture_definition',
    'queue_entry',
  ],
  error: ['remote_system', 'remote_system_name', 'error_message', 'failed_since', 'tries', 'waiting'],
};

/** `[{title, element, groups: [{label, pills: [{label, text}], hint}]}]`, in the order of the steps. */
export function pillsOf(modeler, kind) {
  const steps = actionsInOrder(modeler).map((element, index) => ({
    title: `${index + 1} - ${element.businessObject.name || actionOf(element)}`,
    element: element.id,
    groups: groupsOf(element),
  }));
  const inputs = (INPUTS[kind] ?? []).map((name) => pill(name, name));
  return [...steps, { title: 'Subflow inputs', element: '', groups: [{ label: '', pills: inputs }] }].filter(
    (step) => step.groups.length,
  );
}

/** The pills with each word in what they or what they are in is called; what has none is left out. */
export function matching(steps, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = (name) => words.every((word) => name.toLowerCase().includes(word));
  return steps
    .map((step) => ({
      ...step,
      groups: step.groups
        .map((group) => ({
          ...group,
          pills: group.pills.filter((pill) => isMeant(`${step.title} ${group.label} ${pill.label}`)),
        }))
        .filter((group) => group.pills.length || (group.hint && !words.length)),
    }))
    .filter((step) => step.groups.length);
}

function groupsOf(element) {
  const outputs = ioOf(element)?.outputParameters ?? [];
  if (actionOf(element) !== 'transformPayload') {
    return outputs.length ? [{ label: '', pills: outputs.map(({ name }) => pill(titled(name), name)) }] : [];
  }
  const sample = sampleOf(element);
  return outputs.map(({ name, value }) => {
    const source = value?.match(/^\$\{(\w+)\}$/)?.[1] ?? name;
    return { label: titled(source), ...inside(source, name, sample) };
  });
}

/** What the sample says that there is within an output of the transform action. */
function inside(source, name, sample) {
  if (source === 'changed_fields') {
    if (!sample?.changed_fields?.length)
      return { pills: [], hint: 'Enter a sample payload in this step: its fields become data pills.' };
    return { pills: sample.changed_fields.flatMap((field) => fieldPills(name, field)) };
  }
  if (source === 'capture_metadata') {
    return { pills: Object.keys(sample?.capture_metadata ?? {}).map((key) => pill(key, `${name}.${key}`)) };
  }
  return { pills: [pill(name, name)] };
}

function fieldPills(name, { key, display_value: shown }) {
  const value = pill(key, `${name}.${key}`);
  return shown ? [value, pill(`${key} > display_value`, `${name}.${key}.display_value`)] : [value];
}

function sampleOf(element) {
  try {
    return JSON.parse(inputOf(element, 'sample_payload')?.value ?? '');
  } catch {
    return null; // The list of problems says so.
  }
}

function pill(label, path) {
  return { label, text: `\${${path}}` };
}

/** changed_fields as "Changed Fields" */
function titled(name) {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
