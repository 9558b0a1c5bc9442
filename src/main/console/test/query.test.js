import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, term, write } from '../js/conditions/query.js';

const texts = (query) => query.groups.map((group) => group.map((condition) => condition.map((one) => one.text)));

test('an encoded query is groups of conditions, each of alternatives', () => {
  assert.deepEqual(texts(parse('active=true^priority=1^ORpriority=2^NQstate=6')), [
    [['active=true'], ['priority=1', 'priority=2']],
    [['state=6']],
  ]);
});

test('the order is kept apart', () => {
  assert.deepEqual(parse('active=true^ORDERBYDESCsys_created_on^ORDERBYnumber').orders, [
    'ORDERBYDESCsys_created_on',
    'ORDERBYnumber',
  ]);
});

test('a doubled ^ is one of the value', () => {
  const query = parse('short_description=a^^b^active=true');
  assert.deepEqual(texts(query), [[['short_description=a^b'], ['active=true']]]);
  assert.equal(write(query), 'short_description=a^^b^active=true');
});

for (const query of [
  '',
  'active=true',
  'a=1^ORb=2^c!=3^NQd>=4^ORDERBYe',
  'caller_id.nameLIKEx^^y',
  'stateIN1,2,3',
  'x^NQy',
]) {
  test(`"${query}" is written as it was read`, () => assert.equal(write(parse(query)), query));
}

test('what says nothing yet is left out', () => {
  assert.equal(
    write({ groups: [[[{ text: '' }], [{ text: 'a=1' }, { text: '' }]], [[{ text: '' }]]], orders: [] }),
    'a=1',
  );
});

const TERMS = [
  ['number=INC1', 'number', '=', 'INC1'],
  ['number!=INC1', 'number', '!=', 'INC1'],
  ['priority>=2', 'priority', '>=', '2'],
  ['nameNOT LIKEx', 'name', 'NOT LIKE', 'x'],
  ['nameNOTLIKEx', 'name', 'NOT LIKE', 'x'],
  ['stateNOT IN1,2', 'state', 'NOT IN', '1,2'],
  ['assignment_group.nameISNOTEMPTY', 'assignment_group.name', 'ISNOTEMPTY', ''],
  ['openedBETWEEN1@2', 'opened', 'BETWEEN', '1@2'],
];
for (const [text, field, operator, value] of TERMS) {
  test(`"${text}" is a field, an operator and a value`, () =>
    assert.deepEqual(term(text), { text, field, operator, value }));
}

for (const text of ['', 'active', '=1', 'Name=1', 'sys_class_nameINSTANCEOFtask']) {
  test(`"${text}" can't be read and stays as it is`, () => assert.deepEqual(term(text), { text }));
}
