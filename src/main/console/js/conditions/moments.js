// Dates and times, fixed or as seen from now; the instance knows these names and runs nothing.
import { el } from '../elements.js';

const call = (name) => `javascript:gs.${name}`;
const span = (label, from, to) => [`${label}@${call(from)}@${call(to)}`, label];
const period = (label, name) => span(label, `beginningOf${name}()`, `endOf${name}()`);

const DAYS = [
  period('Today', 'Today'),
  period('Yesterday', 'Yesterday'),
  period('Tomorrow', 'Tomorrow'),
  period('This week', 'ThisWeek'),
  period('Last week', 'LastWeek'),
  period('This month', 'ThisMonth'),
  period('Last month', 'LastMonth'),
  period('This quarter', 'ThisQuarter'),
  period('This year', 'ThisYear'),
  span('Last 7 days', 'daysAgoStart(7)', 'endOfToday()'),
  span('Last 30 days', 'daysAgoStart(30)', 'endOfToday()'),
  span('Last hour', 'hoursAgo(1)', 'now()'),
  span('Last 15 minutes', 'minutesAgo(15)', 'now()'),
];
const POINTS = [
  ['now()', 'now'],
  ['beginningOfToday()', 'beginning of today'],
  ['endOfToday()', 'end of today'],
  ['minutesAgo(15)', '15 minutes ago'],
  ['hoursAgo(1)', '1 hour ago'],
  ['hoursAgo(24)', '24 hours ago'],
  ['daysAgo(7)', '7 days ago'],
  ['daysAgo(30)', '30 days ago'],
  ['beginningOfThisMonth()', 'beginning of this month'],
].map(([name, label]) => [call(name), label]);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A point in time, or with `days` a day or period. */
export function momentInput({ value, label, days = false, disabled, onChange }) {
  const named = days ? DAYS : POINTS;
  const given = [['day', 'the day…'], ...(days ? [] : [['moment', 'the time…']])];
  const known = named.some(([code]) => code === value);
  const other = value && !known && !DAY.test(value) && !MOMENT.test(value) ? [[value, value]] : [];
  const choice = el(
    'select',
    { class: 'select', 'aria-label': `${label}: which time`, disabled },
    [...given, ...named, ...other].map(([code, text]) => el('option', { value: code }, text)),
  );
  choice.value = known || other.length ? value : DAY.test(value) || days || !value ? 'day' : 'moment';
  const input = el('input', { class: 'input', 'aria-label': `${label} (UTC)`, disabled });
  const show = () => {
    input.hidden = !['day', 'moment'].includes(choice.value);
    input.type = choice.value === 'day' ? 'date' : 'datetime-local';
    input.step = '1';
  };
  const tell = () => onChange(input.hidden ? choice.value : written(input.value));
  show();
  input.value = DAY.test(value) ? value : MOMENT.test(value) ? value.replace(' ', 'T') : '';
  choice.addEventListener('change', () => {
    show();
    tell();
  });
  input.addEventListener('input', tell);
  return el('span', { class: 'condition__moment' }, choice, input);
}

/** A browser leaves out seconds that are 0. */
export function written(text) {
  return text.replace('T', ' ').replace(/ (\d\d:\d\d)$/, ' $1:00');
}
