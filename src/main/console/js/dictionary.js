// What the instance knows about its tables, each asked for once a page.
import { call } from './api.js';

const ADDRESS = '/api/process-sync/v1/dictionary';
const asked = new Map();

/** The tables that the user may read: `{name, label, plural, display}`. */
export function readableTables() {
  return once('');
}

/** One table with its fields: `{name, label, plural, display, create, write, delete, fields}`. */
export function describeTable(name) {
  return once(`/${encodeURIComponent(name)}`);
}

/** Those of its fields that people choose among: no passwords, and none that does nothing yet. */
export function offeredFields(table) {
  return table.fields.filter((field) => field.type !== 'password' && !field.hidden);
}

/** `name`, walked on while it is a reference, so that it can be compared with what people type. */
export async function textPath(table, name) {
  const field = table.fields.find((one) => one.name === name);
  if (!field?.reference) return name;
  const next = await describeTable(field.reference);
  return `${name}.${await textPath(next, next.display)}`;
}

function once(path) {
  if (!asked.has(path)) {
    const answer = call('GET', ADDRESS + path).then(({ result }) => result);
    answer.catch(() => asked.delete(path)); // the next who asks tries again
    asked.set(path, answer);
  }
  return asked.get(path);
}
