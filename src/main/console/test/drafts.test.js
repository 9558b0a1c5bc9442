import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Draft } from '../js/designer/draft.js';

const SUBFLOW = { key: 'a-copy', api: (path) => `/api/process-sync/v1/subflows/a-copy${path}`, update: () => {} };

let answers;
let asked;
let kept;
let shown;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  answers = [];
  asked = [];
  kept = new Map();
  globalThis.window = { addEventListener: () => {} };
  globalThis.document = {
    querySelector: () => ({ content: 'token' }),
  };
  globalThis.localStorage = { setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  globalThis.fetch = async (url, request) => {
    asked.push({ url, version: request.headers['If-Match'], xml: request.body });
    return answers.shift()();
  };
});

const json =
  (status, body, headers = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const saved = (version) => json(200, { result: {} }, { ETag: version });
const refused = (status, message) => json(status, { error: { message, detail: '' }, status: 'failure' });

function draft() {
  let number = 0;
  const own = new Draft(SUBFLOW, '"1"', async () => `<xml ${++number}/>`);
  own.on('told', ({ text }) => {
    shown = text;
  });
  return own;
}

test('a change is saved by itself some seconds later, over the version that was opened', async () => {
  const own = draft();
  answers = [saved('"2"')];

  own.changed();
  assert.equal(shown, 'Unsaved changes');
  assert.equal(asked.length, 0);
  mock.timers.tick(2500);
  await own.running;

  assert.deepEqual(asked, [{ url: '/api/process-sync/v1/subflows/a-copy/bpmn', version: '"1"', xml: '<xml 1/>' }]);
  assert.equal(own.isDirty, false);
  assert.equal(own.version, '"2"');
  assert.equal(shown, 'Saved');
});

test('nothing is saved when nothing was changed', async () => {
  assert.equal(await draft().save(), true);
  assert.equal(asked.length, 0);
});

test('two saves go one after the other, the second over what the first has made', async () => {
  const own = draft();
  answers = [saved('"2"'), saved('"3"')];

  own.changed();
  const first = own.save();
  own.changed();
  await Promise.all([first, own.save()]);

  assert.ok(asked.length <= 2);
  assert.equal(asked[0].version, '"1"');
  assert.equal(own.isDirty, false);
});

test('what somebody else changed is not saved over until that is said', async () => {
  const own = draft();
  answers = [refused(412, 'Somebody else changed it')];
  own.changed();
  assert.equal(await own.save(), false);
  assert.match(shown, /somebody else changed this draft/);
  own.changed();
  assert.equal(await own.save(), false);
  assert.equal(asked.length, 1);

  answers = [saved('"9"')];
  assert.equal(await own.overwrite(), true);
  assert.equal(asked[1].version, '*');
});

test('what can not be saved is kept in the browser and tried again', async () => {
  const own = draft();
  answers = [refused(503, 'Try again later'), saved('"2"')];
  own.changed();

  assert.equal(await own.save(), false);
  assert.deepEqual([...kept.keys()], ['processsync.draft.a-copy']);
  mock.timers.tick(8000);
  await own.running;

  assert.equal(own.isDirty, false);
  assert.equal(kept.size, 0);
});
