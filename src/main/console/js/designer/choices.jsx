// Queue records to choose from, in dialogs: what came or went lately.
import { useEffect } from 'preact/hooks';
import { useAnswer } from '../answer.js';
import { call } from '../api.js';
import { SelectField } from './fields.jsx';

const SHOWN_RECORDS = 30;
const FIELDS = ['sequence', 'process_event', 'operation', 'status', 'sys_created_on'];

/** A select with the newest records of a queue; the newest is chosen at first. */
export function QueueRecordField({ label, table, value, onChange }) {
  const { value: records, refusal } = useAnswer(() => newest(table), [table]);
  useEffect(() => {
    if (records?.length) onChange(records[0][0]);
  }, [records]);
  const nothing = refusal ? refusal.message : 'There is none yet';
  const options = records?.length ? records : records || refusal ? [['', nothing]] : [];
  return <SelectField {...{ label, options, value, onChange }} />;
}

async function newest(table) {
  const parameters = new URLSearchParams({
    sysparm_query: 'ORDERBYDESCsequence',
    sysparm_fields: ['sys_id', ...FIELDS].join(','),
    sysparm_limit: SHOWN_RECORDS,
    sysparm_display_value: 'true',
    sysparm_exclude_reference_link: 'true',
    sysparm_no_count: 'true',
  });
  const { result } = await call('GET', `/api/now/table/${table}?${parameters}`);
  return result.map((each) => [each.sys_id, FIELDS.map((name) => each[name]).join(' · ')]);
}
