// The condition builder: an encoded query as lines that people read and change.
import { describeTable } from './dictionary.js';
import { el, icon } from './elements.js';
import { parse, write } from './conditions/query.js';
import { termInputs } from './conditions/term.js';

/**
 * An element that shows the encoded query `value` of `table` and tells each change by `onChange(query)`.
 *
 * What was not touched is written as it was read. `changes` offers what only filters of changes can say: changes,
 * changes from, changes to.
 */
export async function conditionBuilder({
  table,
  value = '',
  label = 'Conditions',
  disabled = false,
  changes = false,
  onChange = () => {},
}) {
  const builder = new Builder(await describeTable(table), parse(value), { disabled, changes, onChange });
  builder.element.setAttribute('aria-label', label);
  await builder.draw();
  return builder.element;
}

class Builder {
  constructor(table, query, settings) {
    Object.assign(this, { table, query, settings });
    this.element = el('div', { class: 'conditions', role: 'group' });
    if (!query.groups.length && !settings.disabled) query.groups.push([[{ text: '' }]]);
  }

  /** Draws everything anew; `focus` is the term or the action to go on at. */
  async draw(focus) {
    const { groups } = this.query;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const drawn = await Promise.all(groups.map((group, at) => this.group(group, at)));
    if (turn !== this.turn) return; // something changed meanwhile and is drawn after this
    this.element.replaceChildren(
      ...(drawn.length ? drawn : [el('p', { class: 'muted' }, 'No conditions: every record is meant.')]),
      ...(this.settings.disabled ? [] : [this.newGroup()]),
    );
    if (focus)
      (
        this.element.querySelector(`[data-at="${focus}"] select, [data-at="${focus}"] input`) ??
        this.element.querySelector('button')
      )?.focus();
  }

  async group(group, at) {
    const lines = await Promise.all(
      group.flatMap((condition, row) =>
        condition.map((term, choice) => this.line(group, condition, term, [at, row, choice])),
      ),
    );
    const legend = at ? 'or all of these conditions are met' : 'All of these conditions must be met';
    return el('fieldset', { class: 'conditions__group' }, el('legend', {}, legend), lines);
  }

  async line(group, condition, term, [at, row, choice]) {
    const name = `condition ${row + 1}${choice ? `, or ${choice}` : ''}${at ? ` of alternative ${at + 1}` : ''}`;
    const place = `${at}-${row}-${choice}`;
    const inputs = await termInputs(term, {
      ...this.settings,
      table: this.table,
      name,
      onChange: (redraw) => this.changed(redraw && place),
    });
    const word = choice ? 'or' : row ? 'and' : '';
    const buttons = this.settings.disabled
      ? []
      : [
          el(
            'button',
            {
              type: 'button',
              class: 'button button--small',
              'aria-label': `And after ${name}`,
              onclick: () => this.add(group, row + 1, [{ text: '' }], `${at}-${row + 1}-0`),
            },
            'AND',
          ),
          el(
            'button',
            {
              type: 'button',
              class: 'button button--small',
              'aria-label': `Or after ${name}`,
              onclick: () => this.add(condition, choice + 1, { text: '' }, `${at}-${row}-${choice + 1}`),
            },
            'OR',
          ),
          el(
            'button',
            {
              type: 'button',
              class: 'button button--small button--quiet button--icon',
              'aria-label': `Remove ${name}`,
              title: 'Remove',
              onclick: () => this.remove(at, row, choice),
            },
            icon('x'),
          ),
        ];
    return el(
      'div',
      { class: `condition${choice ? ' condition--or' : ''}`, 'data-at': place },
      el('span', { class: 'condition__word' }, word),
      el('div', { class: 'condition__inputs' }, inputs),
      el('div', { class: 'condition__buttons' }, buttons),
    );
  }

  newGroup() {
    const start = () =>
      this.add(this.query.groups, this.query.groups.length, [[{ text: '' }]], `${this.query.groups.length}-0-0`);
    return el(
      'button',
      { type: 'button', class: 'button button--small', onclick: start },
      icon('plus'),
      this.query.groups.length ? 'New query' : 'Add condition',
    );
  }

  add(list, at, item, focus) {
    list.splice(at, 0, item);
    return this.draw(focus);
  }

  remove(at, row, choice) {
    const { groups } = this.query;
    groups[at][row].splice(choice, 1);
    if (!groups[at][row].length) groups[at].splice(row, 1);
    if (!groups[at].length) groups.splice(at, 1);
    this.settings.onChange(write(this.query));
    return this.draw(`${at}-${Math.max(0, row - 1)}-0`);
  }

  changed(redrawAt) {
    this.settings.onChange(write(this.query));
    if (redrawAt) this.draw(redrawAt);
  }
}
