// Finding the records that a reference may point to.
import { call } from '../api.js';
import { describeTable, textPath } from '../dictionary.js';

const COLUMNS = 4;

/**
 * Records of a table by what they are called.
 *
 * `find(text, {limit, offset})` answers `{rows, more}`; a row is `{value, display, cells}`, its cells are in the
 * order of `columns`: the display field first, then the next ones of the table.
 */
export function recordsOf(tableName, query = '') {
  const ready = prepare(tableName);
  return {
    columns: ready.then(({ columns }) => columns),
    async find(text, { limit, offset = 0 } = {}) {
      const { table, columns, path, also } = await ready;
      const wanted = text.trim().replaceAll('^', '^^');
      const named = [path, ...also].map((field) => `${field}LIKE${wanted}`).join('^OR');
      const parts = [query, wanted && named, `ORDERBY${path}`].filter(Boolean);
      const parameters = new URLSearchParams({
        sysparm_query: parts.join('^'),
        sysparm_fields: ['sys_id', ...columns.map((column) => column.name)].join(','),
        sysparm_display_value: 'true',
        sysparm_exclude_reference_link: 'true',
        sysparm_limit: String(limit + 1),
        sysparm_offset: String(offset),
        sysparm_no_count: 'true', // counting a million takes longer than reading ten
        sysparm_suppress_pagination_header: 'true',
      });
      const { result } = await call('GET', `/api/now/table/${table.name}?${parameters}`);
      const rows = result.slice(0, limit).map((row) => ({
        value: row.sys_id,
        display: row[table.display] || row.sys_id,
        cells: columns.map((column) => row[column.name]),
      }));
      return { rows, more: result.length > limit };
    },
  };
}

async function prepare(tableName) {
  const table = await describeTable(tableName);
  const display = table.fields.find((field) => field.name === table.display);
  const others = table.fields.filter((field) => field !== display && isTelling(field));
  return {
    table,
    columns: [display, ...others].slice(0, COLUMNS),
    path: await textPath(table, table.display),
    also: others.filter((field) => field.searchable && !field.reference).map((field) => field.name),
  };
}

/** Long texts, secrets and what the system notes for itself tell nobody which record it is. */
function isTelling(field) {
  return !field.name.startsWith('sys_') && !['text', 'password'].includes(field.type);
}
