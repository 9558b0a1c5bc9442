import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, LONGEST_KEY } from '../js/designer/keys.js';

for (const [name, key] of [
  ['Copy of RPS – Basic', 'copy-of-rps-basic'],
  ['2nd try: 3 steps', 'try-3-steps'],
  ['Größe', 'gro-e'],
  ['42', ''],
  ['', ''],
]) {
  test(`"${name}" has the key "${key}"`, () => assert.equal(keyOf(name), key));
}

test('a long name has as many whole words as fit', () => {
  const key = keyOf('word '.repeat(40));

  assert.ok(key.length <= LONGEST_KEY);
  assert.match(key, /^(word-)*word$/);
});
