// Records to choose from, in dialogs.
import { call } from '../api.js';
import { el } from '../elements.js';

const SHOWN_RECORDS = 30;

/** Fills a select with records of a table; `label` makes the text of what people see of a record. */
export async function fill(select, table, query, fields, label, value = (each) => each.sys_id) {
  const parameters = new URLSearchParams({ sysparm_query: query, sysparm_fields: `sys_id,${fields}`, sysparm_limit: SHOWN_RECORDS, sysparm_display_value: 'true', sysparm_exclude_reference_link: 'true', sysparm_no_count: 'true' });
  try {
    const { result } = await call('GET', `/api/now/table/${table}?${parameters}`);
    select.append(...result.map((each) => el('option', { value: value(each) }, label(each))));
    if (select.options.length === 0) select.append(el('option', { value: '' }, 'There is none yet'));
  } catch (refusal) {
    select.append(el('option', { value: '' }, refusal.message));
  }
}

/** What people know a queue record by. */
export const QUEUE_FIELDS = 'sequence,process_event,operation,status,sys_created_on';
export function queueLabel(each) {
  return [each.sequence, each.process_event, each.operation, each.status, each.sys_created_on].join(' · ');
}
