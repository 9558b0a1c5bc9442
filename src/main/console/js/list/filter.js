// The condition builder above the list.
import { el, icon } from '../elements.js';
import { toast } from '../toast.js';
import { conditionBuilder } from '../conditions.js';
import { address, facts, order } from './current.js';

export function startFilter() {
  const toggle = document.getElementById('filter-toggle');
  const panel = document.getElementById('filter');
  toggle.addEventListener('click', async () => {
    const open = toggle.getAttribute('aria-expanded') !== 'true';
    toggle.setAttribute('aria-expanded', String(open));
    panel.hidden = !open;
    if (open && !panel.firstChild) await build(panel);
    if (open) panel.querySelector('select, input, button')?.focus();
  });
}

async function build(panel) {
  let value = facts().conditions;
  const run = () => location.assign(address(value, order()));
  try {
    const builder = await conditionBuilder({
      table: facts().table,
      value,
      label: 'Filter',
      onChange: (query) => {
        value = query;
      },
    });
    builder.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.matches('input:not([role="combobox"])')) run();
    });
    panel.replaceChildren(
      builder,
      el(
        'div',
        { class: 'row list-filter__foot' },
        el('button', { type: 'button', class: 'button button--primary', onclick: run }, icon('play'), 'Run'),
        el(
          'button',
          { type: 'button', class: 'button', onclick: () => location.assign(address('', order())) },
          'Show all',
        ),
      ),
    );
  } catch (refused) {
    toast('error', refused.message);
  }
}
