import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDay, shown, written } from '../js/conditions/moments.js';

test('what a browser gives is written as the instance reads it', () => {
  assert.equal(written('2024-05-17T12:30:45'), '2024-05-17 12:30:45');
});

test('a browser leaves out seconds that are 0', () => {
  assert.equal(written('2024-05-17T12:30'), '2024-05-17 12:30:00');
});

test('a day stays a day', () => {
  assert.equal(written('2024-05-17'), '2024-05-17');
  assert.equal(written(''), '');
});

for (const [value, text] of [
  ['2024-05-17 12:30:45', '2024-05-17T12:30:45'],
  ['2024-05-17', '2024-05-17'],
  ['javascript:gs.now()', ''],
  ['', ''],
]) {
  test(`an input shows "${value}" as "${text}"`, () => {
    assert.equal(shown(value), text);
    assert.equal(isDay(value), text.length === 10);
  });
}
