// The condition builder above the list.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../button.jsx';
import { ConditionBuilder } from '../conditions.jsx';
import { address, facts, order } from './current.js';

export function startFilter() {
  const toggle = document.getElementById('filter-toggle');
  const panel = document.getElementById('filter');
  toggle.addEventListener('click', () => {
    const open = toggle.getAttribute('aria-expanded') !== 'true';
    toggle.setAttribute('aria-expanded', String(open));
    panel.hidden = !open;
    if (open && !panel.firstChild) render(<Filter />, panel);
    else if (open) panel.querySelector('select, input, button').focus();
  });
}

function Filter() {
  const [query, change] = useState(facts().conditions);
  const run = () => location.assign(address(query, order()));
  const enter = (event) => {
    if (event.key === 'Enter' && event.target.matches('input:not([role="combobox"])')) run();
  };
  return (
    <>
      <div onKeyDown={enter}>
        <ConditionBuilder table={facts().table} value={query} label="Filter" focused onChange={change} />
      </div>
      <div class="row list-filter__foot">
        <Button icon="play" look="button--primary" onClick={run}>
          Run
        </Button>
        <Button onClick={() => location.assign(address('', order()))}>Show all</Button>
      </div>
    </>
  );
}
