import assert from 'node:assert/strict';
import { test } from 'node:test';
import { added, moved, removed } from '../js/slushbucket/choice.js';

const items = (text) =>
  [...text].map((value) => ({ value: value.toLowerCase(), fixed: value !== value.toLowerCase() }));
const values = (list) => list.map((item) => item.value).join('');
const marked = (text) => new Set(text);

test('what is marked is added behind what is chosen, once', () => {
  assert.equal(values(added(items('ab'), items('acd'), marked('ad'))), 'abd');
});

test('what is marked is removed, but for what is fixed', () => {
  assert.equal(values(removed(items('Sab'), marked('sb'))), 'sa');
});

for (const [before, which, step, after] of [
  ['abc', 'b', -1, 'bac'],
  ['abc', 'b', 1, 'acb'],
  ['abc', 'a', -1, 'abc'],
  ['abc', 'c', 1, 'abc'],
  ['abcd', 'bc', -1, 'bcad'],
  ['abcd', 'bc', 1, 'adbc'],
  ['abcd', 'ab', -1, 'abcd'],
  ['Sab', 'a', -1, 'sab'],
  ['Sab', 's', 1, 'sab'],
]) {
  test(`${which} of ${before} by ${step} makes ${after}`, () => {
    assert.equal(values(moved(items(before), marked(which), step)), after);
  });
}
