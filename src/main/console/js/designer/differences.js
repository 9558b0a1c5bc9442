// What differs between two models, to read.
import { el } from '../elements.js';

const WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed' };
const LOOKS = { added: 'badge--published', removed: 'badge--error', changed: 'badge--waiting' };

/** By element; `show` is called with the id of one that is clicked. */
export function differencesOf(differences, show) {
  if (differences.length === 0)
    return el('p', { class: 'muted' }, 'They do not differ, apart from how they are drawn.');
  const byElement = grouped(differences);
  return el(
    'ul',
    { class: 'differences' },
    [...byElement].map(([id, its]) =>
      el(
        'li',
        {},
        el(
          'div',
          { class: 'row' },
          el('span', { class: `badge ${LOOKS[its[0].change]}` }, WORDS[its[0].change]),
          el('button', { type: 'button', class: 'link', onclick: () => show(id) }, its[0].name || id),
        ),
        its[0].change === 'changed'
          ? el(
              'dl',
              {},
              its.flatMap((each) => [el('dt', {}, readable(each.property)), el('dd', {}, change(each))]),
            )
          : null,
      ),
    ),
  );
}

function change({ before, after }) {
  return [
    before ? el('del', {}, before) : el('span', { class: 'muted' }, 'nothing'),
    ' → ',
    after ? el('ins', {}, after) : el('span', { class: 'muted' }, 'nothing'),
  ];
}

/** "inputParameter fields / entry urgency" as "fields › urgency" */
function readable(property) {
  return property
    .split(' / ')
    .map((step) => step.replace(/^(inputParameter|outputParameter|entry|property) /, ''))
    .join(' › ');
}

function grouped(differences) {
  const groups = new Map();
  for (const each of differences) groups.set(each.element, [...(groups.get(each.element) ?? []), each]);
  return groups;
}
