// Queue records to choose from, in dialogs: what came or went lately.
import { call } from '../api.js';
import { el } from '../elements.js';

const SHOWN_RECORDS = 30;
const FIELDS = ['sequence', 'process_event', 'operation', 'status', 'sys_created_on'];

/** A select with the newest records of a queue. */
export function queueRecords(table) {
  const select = el('select', { class: 'select' });
  fill(select, table);
  return select;
}

async function fill(select, table) {
  const parameters = new URLSearchParams({
    sysparm_query: 'ORDERBYDESCsequence',
    sysparm_fields: ['sys_id', ...FIELDS].join(','),
    sysparm_limit: SHOWN_RECORDS,
    sysparm_display_value: 'true',
    sysparm_exclude_reference_link: 'true',
    sysparm_no_count: 'true',
  });
  try {
    const { result } = await call('GET', `/api/now/table/${table}?${parameters}`);
    select.append(
      ...result.map((each) => el('option', { value: each.sys_id }, FIELDS.map((name) => each[name]).join(' · '))),
    );
    if (select.options.length === 0) select.append(el('option', { value: '' }, 'There is none yet'));
  } catch (refusal) {
    select.append(el('option', { value: '' }, refusal.message));
  }
}
