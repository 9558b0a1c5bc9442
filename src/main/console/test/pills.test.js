import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matching, pillsOf } from '../js/designer/pills.js';

const SAMPLE = JSON.stringify({
  capture_metadata: { changed_by: 'admin', timestamp: '2020-09-24 19:26:59' },
  changed_fields: [
    { key: 'severity', value: '1', display_value: '' },
    { key: 'assignment_group', value: '9f5b', display_value: 'Hardware' },
  ],
});

/** A step as the modeler's registry has it. */
function step(id, type, { name, action, inputs = {}, outputs = {} } = {}) {
  const parameters = (values) => Object.entries(values).map(([key, value]) => ({ name: key, value }));
  const io = {
    $type: 'camunda:InputOutput',
    inputParameters: parameters(inputs),
    outputParameters: parameters(outputs),
  };
  return {
    id,
    type,
    outgoing: [],
    businessObject: { name, extensionElements: { values: [io] }, get: () => (action ? `\${${action}}` : undefined) },
  };
}

const modeler = (...steps) => ({ get: () => steps });

function transform(sample) {
  return step('Transform', 'bpmn:ServiceTask', {
    name: 'Transform Payload',
    action: 'transformPayload',
    inputs: { sample_payload: sample },
    outputs: { changed_fields: '${changed_fields}', metadata: '${capture_metadata}' },
  });
}

const labelled = (groups) =>
  Object.fromEntries(groups.map((group) => [group.label, group.pills.map((pill) => pill.text)]));

test('the sample says which fields there are; references have their display value too', () => {
  const [first] = pillsOf(modeler(transform(SAMPLE)), 'inbound');

  assert.equal(first.title, '1 - Transform Payload');
  assert.deepEqual(labelled(first.groups), {
    'Changed Fields': [
      '${changed_fields.severity}',
      '${changed_fields.assignment_group}',
      '${changed_fields.assignment_group.display_value}',
    ],
    'Capture Metadata': ['${metadata.changed_by}', '${metadata.timestamp}'],
  });
});

for (const sample of ['', '{', '{}', 'null', '{"changed_fields":[]}']) {
  test(`with the sample "${sample}" there is a hint instead`, () => {
    const [first] = pillsOf(modeler(transform(sample)), 'inbound');
    assert.deepEqual(first.groups[0].pills, []);
    assert.match(first.groups[0].hint, /sample payload/);
  });
}

test('steps come in the order of the flow, not of the drawing', () => {
  const start = step('Start', 'bpmn:StartEvent');
  const look = step('Look', 'bpmn:ServiceTask', {
    name: 'Look Up',
    action: 'lookUpRecords',
    outputs: { record: '${record}' },
  });
  const create = step('Create', 'bpmn:ServiceTask', {
    name: 'Create',
    action: 'createRecord',
    outputs: { local_record: '${record}' },
  });
  start.outgoing = [{ target: look }];
  look.outgoing = [{ target: create }];
  create.outgoing = [{ target: look }];

  const titles = pillsOf(modeler(create, look, start), 'outbound').map((each) => each.title);

  assert.deepEqual(titles, ['1 - Look Up', '2 - Create', 'Subflow inputs']);
});

test('each kind of subflow has inputs of its own', () => {
  const inputs = (kind) =>
    pillsOf(modeler(), kind)
      .at(-1)
      .groups[0].pills.map((pill) => pill.label);
  assert.ok(inputs('inbound').includes('local_correlation_id'));
  assert.ok(inputs('outbound').includes('local_record'));
  assert.ok(inputs('error').includes('waiting'));
});

const STEPS = [
  { title: '1 - Transform', groups: [{ label: 'Changed Fields', pills: [{ label: 'state' }, { label: 'urgency' }] }] },
  { title: '2 - Look Up', groups: [{ label: '', pills: [{ label: 'Status' }] }] },
  { title: '3 - No sample', groups: [{ label: 'Changed Fields', pills: [], hint: 'Enter a sample' }] },
];
const labels = (steps) => steps.map(({ groups }) => groups.map(({ pills }) => pills.map(({ label }) => label)));

test('without words all pills are there, and the hint where there are none', () => {
  assert.deepEqual(matching(STEPS, ' '), STEPS);
});

for (const [words, found] of [
  ['sta', [[['state']], [['Status']]]],
  ['changed urg', [[['urgency']]]],
  ['look', [[['Status']]]],
  ['nothing', []],
]) {
  test(`"${words}" may be in the name of a pill or of what it is in`, () => {
    assert.deepEqual(labels(matching(STEPS, words)), found);
  });
}
