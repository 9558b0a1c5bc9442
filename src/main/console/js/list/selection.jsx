// Which records are ticked, and what can be done with them.
import { render } from 'preact';
import { Button } from '../button.jsx';
import { facts, list, tools } from './current.js';
import { decide } from './decisions.js';
import { deleteRecords } from './deletion.jsx';

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
  const isMore = tools().queue && !all && page?.checked && Number(count) > ticked.size;
  render(<Selection total={total} isMore={isMore} />, bar);
}

function Selection({ total, isMore }) {
  const { queue, mayDelete } = tools();
  const chosen = () => ({ records: new Map(ticked), all, done: clear });
  const selectAll = () => {
    all = true;
    tell();
  };
  return (
    <>
      <strong role="status">{all ? `All ${total} of this filter selected` : `${ticked.size} selected`}</strong>
      {queue && (
        <>
          <Button icon="rotate-ccw" look="button--small" onClick={() => decide('set-ready', chosen())}>
            Set Ready (retry)
          </Button>
          <Button icon="skip-forward" look="button--small" onClick={() => decide('skip', chosen())}>
            Skip
          </Button>
        </>
      )}
      {mayDelete && (
        <Button icon="trash-2" look="button--small button--danger" onClick={() => deleteRecords(chosen())}>
          Delete
        </Button>
      )}
      {isMore && (
        <Button icon="list-checks" look="button--small" onClick={selectAll}>
          Select all {total} of this filter
        </Button>
      )}
      <Button icon="x" look="button--small button--quiet" onClick={clear}>
        Clear selection
      </Button>
    </>
  );
}
