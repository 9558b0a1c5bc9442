// The fields of a table, asked once.
import { describeTable, offeredFields } from '../dictionary.js';

const known = new Map();

/** `[{name, label}]`; empty for a table that does not exist or may not be read: names can be typed as well. */
export function fieldsOf(table) {
  if (!/^\w+$/.test(table)) return Promise.resolve([]);
  if (!known.has(table)) {
    known.set(
      table,
      describeTable(table).then(offeredFields, () => []),
    );
  }
  return known.get(table);
}
