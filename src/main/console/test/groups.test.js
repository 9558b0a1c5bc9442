import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyed, withAnd, withOr, withTerm, without } from '../js/conditions/groups.js';

/** 'a|b&c^d' has two groups, of which the first has two conditions, of which the first has two terms. */
const groups = (text) =>
  text.split('^').map((group) => group.split('&').map((it) => it.split('|').map((one) => keyed({ text: one }))));
const written = (list) =>
  list.map((group) => group.map((it) => it.map((one) => one.text || '_').join('|')).join('&')).join('^');

for (const [what, change, after] of [
  ['a term stands for another', (all) => withTerm(all, [0, 0, 1], { text: 'x' }), 'a|x&c^d'],
  ['a condition comes after another', (all) => withAnd(all, [0, 0, 1]), 'a|b&_&c^d'],
  ['an alternative comes after a term', (all) => withOr(all, [0, 0, 0]), 'a|_|b&c^d'],
  ['a term goes', (all) => without(all, [0, 0, 0]), 'b&c^d'],
  ['a condition goes with its last term', (all) => without(all, [0, 1, 0]), 'a|b^d'],
  ['a group goes with its last condition', (all) => without(all, [1, 0, 0]), 'a|b&c'],
]) {
  test(what, () => {
    const all = groups('a|b&c^d');

    assert.equal(written(change(all)), after);
    assert.equal(written(all), 'a|b&c^d');
  });
}

test('a term that is changed keeps its controls', () => {
  const all = groups('a');

  assert.equal(withTerm(all, [0, 0, 0], { text: 'x' })[0][0][0].key, all[0][0][0].key);
});

test('nothing is left when the last term goes', () => {
  assert.deepEqual(without(groups('a'), [0, 0, 0]), []);
});
