import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withField, withOperator, withValue } from '../js/conditions/terms.js';

const STATE = { field: 'state', operator: '=', value: '1', text: 'state=1' };

test('another field is compared anew, and says nothing before it has a value', () => {
  assert.deepEqual(withField('priority'), { field: 'priority', operator: '=', value: '', text: '' });
  assert.equal(withField('').field, undefined);
});

test('another operator keeps what it takes too', () => {
  assert.equal(withOperator(STATE, '!=').text, 'state!=1');
});

test('another operator that takes something else begins without', () => {
  assert.deepEqual(withOperator(STATE, 'IN'), { field: 'state', operator: 'IN', value: '', text: '' });
});

test('what needs no value says something at once', () => {
  assert.equal(withOperator(STATE, 'ISEMPTY').text, 'stateISEMPTY');
});

test('a value is said, and taken back when it is empty', () => {
  assert.equal(withValue(STATE, '2').text, 'state=2');
  assert.equal(withValue(STATE, '').text, '');
});
