import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, operatorsOf, shapeOf } from '../js/conditions/operators.js';

const field = (type, more = {}) => ({ type, choices: {}, ...more });

test('a field is of the kind that its conditions are made for', () => {
  assert.equal(kindOf(field('string')), 'string');
  assert.equal(kindOf(field('string', { choices: { 1: 'New' } })), 'choice');
  assert.equal(kindOf(field('integer')), 'number');
  assert.equal(kindOf(field('integer', { choices: { 1: 'New' } })), 'numberChoice');
  assert.equal(kindOf(field('date_time')), 'moment');
  assert.equal(kindOf(field('reference', { reference: 'sys_user' })), 'reference');
});

test('only filters of changes know changes', () => {
  assert.equal('CHANGESTO' in operatorsOf(field('string')), false);
  assert.equal(operatorsOf(field('string'), { changes: true }).CHANGESTO, 'changes to');
});

test('every offered operator takes a value of a known shape', () => {
  const kinds = [
    field('string'),
    field('integer'),
    field('boolean'),
    field('date_time'),
    field('reference', { reference: 'x' }),
  ];
  for (const each of kinds) {
    for (const operator of Object.keys(operatorsOf(each, { changes: true }))) {
      assert.ok(['none', 'one', 'list', 'range', 'day', 'field', 'text'].includes(shapeOf(operator)), operator);
    }
  }
});

test('moments are before and after, numbers less and greater', () => {
  assert.equal(operatorsOf(field('date_time'))['<'], 'before');
  assert.equal(operatorsOf(field('integer'))['<'], 'less than');
});
