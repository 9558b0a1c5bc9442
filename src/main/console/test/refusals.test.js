import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusals } from '../js/form/refusals.js';

test('a field says what is refused until that is forgotten', () => {
  const refusals = new Refusals();
  const heard = [];
  refusals.of('quantity', (said) => heard.push(said));

  assert.equal(refusals.tell('quantity', 'must be a number'), true);
  refusals.forget('quantity');
  refusals.forget('quantity');

  assert.deepEqual(heard, ['', 'must be a number', '']);
});

test('a field that is not shown says nothing, so that somebody else has to', () => {
  const refusals = new Refusals();
  const stop = refusals.of('quantity', () => {});
  stop();

  assert.equal(refusals.tell('quantity', 'must be a number'), false);
  assert.equal(refusals.tell('no_such_field', 'is unknown'), false);
});

test('what is sent again is refused anew, whatever was said before', () => {
  const refusals = new Refusals();
  const heard = { name: [], quantity: [] };
  for (const key of Object.keys(heard)) refusals.of(key, (said) => heard[key].push(said));
  refusals.tell('name', 'is taken');
  refusals.tell('quantity', 'is too much');

  refusals.forgetAll();

  assert.deepEqual(heard, { name: ['', 'is taken', ''], quantity: ['', 'is too much', ''] });
});

test('a field that is drawn anew still says it', () => {
  const refusals = new Refusals();
  refusals.of('name', () => {})();
  refusals.of('name', () => {});
  refusals.tell('name', 'is taken');
  const heard = [];

  refusals.of('name', (said) => heard.push(said));

  assert.deepEqual(heard, ['is taken']);
});
