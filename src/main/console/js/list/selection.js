// Which records are ticked, and what can be done with them.
import { el, icon } from '../elements.js';
import { facts, list, tools } from './current.js';
import { decide } from './decisions.js';
import { deleteRecords } from './deletion.js';

/** By sys_id, the name that the list calls each by. */
const ticked = new Map();
/** Whether every record of the filter is meant, on whatever page. */
let all = false;

export function startSelection() {
  document.addEventListener('change', (event) => {
    if (event.target.id === 'select-page') {
      for (const box of boxes()) tick(box, event.target.checked);
    } else if (event.target.matches('.list input[name="record"]')) {
      tick(event.target, event.target.checked);
    } else {
      return;
    }
    all = false;
    tell();
  });
  document.addEventListener('list:shown', (event) => {
    if (event.detail.turned) ticked.clear();
    const here = new Map(boxes().map((box) => [box.value, box]));
    for (const id of ticked.keys()) {
      if (!here.has(id)) ticked.delete(id);
    }
    for (const [id, box] of here) mark(box, ticked.has(id));
    all &&= !event.detail.turned && ticked.size > 0;
    tell();
  });
  tell();
}

const boxes = () => [...list().querySelectorAll('input[name="record"]')];

function tick(box, on) {
  if (on) ticked.set(box.value, box.getAttribute('aria-label').replace('Select ', ''));
  else ticked.delete(box.value);
  mark(box, on);
}

function mark(box, on) {
  box.checked = on;
  box.closest('tr').toggleAttribute('data-selected', on);
}

function clear() {
  for (const box of boxes()) mark(box, false);
  ticked.clear();
  all = false;
  tell();
}

/** Shows the bar with what can be done, if there is something. */
function tell() {
  const page = document.getElementById('select-page');
  if (page) {
    page.checked = ticked.size > 0 && ticked.size === boxes().length;
    page.indeterminate = ticked.size > 0 && !page.checked;
  }
  const bar = document.getElementById('selection');
  bar.hidden = ticked.size === 0;
  const { total, count } = facts();
  const words = all ? `All ${total} of this filter selected` : `${ticked.size} selected`;
  bar.replaceChildren(
    el('strong', { role: 'status' }, words),
    ...actions(),
    ...(tools().queue && !all && page?.checked && Number(count) > ticked.size
      ? [
          button('list-checks', `Select all ${total} of this filter`, () => {
            all = true;
            tell();
          }),
        ]
      : []),
    button('x', 'Clear selection', clear, 'button--quiet'),
  );
}

function actions() {
  const { queue, mayDelete } = tools();
  const chosen = () => ({ records: new Map(ticked), all, done: clear });
  return [
    queue && button('rotate-ccw', 'Set Ready (retry)', () => decide('set-ready', chosen())),
    queue && button('skip-forward', 'Skip', () => decide('skip', chosen())),
    mayDelete && button('trash-2', 'Delete', () => deleteRecords(chosen()), 'button--danger'),
  ].filter(Boolean);
}

function button(symbol, label, onclick, look = '') {
  return el('button', { type: 'button', class: `button button--small ${look}`, onclick }, icon(symbol), label);
}
