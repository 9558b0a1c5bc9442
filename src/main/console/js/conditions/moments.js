// Dates and times, fixed or as seen from now; the instance knows these names and runs nothing.

const call = (name) => `javascript:gs.${name}`;
const span = (label, from, to) => [`${label}@${call(from)}@${call(to)}`, label];
const period = (label, name) => span(label, `beginningOf${name}()`, `endOf${name}()`);

export const DAYS = [
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
export const POINTS = [
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

export const isDay = (value) => DAY.test(value);

/** As an input shows it: a day, a time of a day, or nothing of what is neither. */
export function shown(value) {
  return MOMENT.test(value) ? value.replace(' ', 'T') : isDay(value) ? value : '';
}

/** A browser leaves out seconds that are 0. */
export function written(text) {
  return text.replace('T', ' ').replace(/ (\d\d:\d\d)$/, ' $1:00');
}
