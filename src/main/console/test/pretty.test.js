import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isJson, pretty } from '../js/pretty.js';

test('JSON is indented for reading', () => {
  assert.equal(pretty('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
});

for (const text of ['', 'plain words', '{"a":']) {
  test(`"${text}" is no JSON and stays as it is`, () => {
    assert.equal(isJson(text), false);
    assert.equal(pretty(text), text);
  });
}
