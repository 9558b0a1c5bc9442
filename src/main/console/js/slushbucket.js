// Two lists: what there is, and what is chosen of it.
import { el, icon } from './elements.js';

const ROWS = 12;
let count = 0;

/**
 * `find(text)` answers the items `{value, label}` that are offered; `selected` is a list of such items; those that are
 * `fixed` stay. `onChange(selected)` tells each change. `ordered` lets the selected ones be moved. The element has
 * `setSelected(items)` and `reload()`.
 */
export function slushbucket(options) {
  return new Slushbucket(options).element;
}

class Slushbucket {
  constructor({
    id = `slushbucket-${++count}`,
    availableLabel = 'Available',
    selectedLabel = 'Selected',
    addLabel = 'Add item',
    removeLabel = 'Remove item',
    find,
    selected = [],
    disabled = false,
    ordered = false,
    onChange = () => {},
  }) {
    Object.assign(this, { find, selected, onChange, offered: [] });
    this.available = list(`${id}-available`, () => this.add(), disabled);
    this.chosen = list(`${id}-selected`, () => this.remove(), disabled);
    this.search = el('input', {
      class: 'input',
      type: 'search',
      id,
      'aria-label': `Search ${availableLabel}`,
      placeholder: 'Search',
      autocomplete: 'off',
      disabled,
      oninput: () => this.reload(),
    });
    this.state = el('p', { class: 'small muted', role: 'status' });
    const button = (name, symbol, press) =>
      el(
        'button',
        { type: 'button', class: 'button button--icon', 'aria-label': name, title: name, onclick: press, disabled },
        icon(symbol),
      );
    this.element = el(
      'div',
      { class: 'slushbucket' },
      el(
        'div',
        { class: 'slushbucket__side' },
        this.search,
        el('label', { class: 'label', for: `${id}-available` }, availableLabel),
        this.available,
      ),
      el(
        'div',
        { class: 'slushbucket__buttons' },
        button(addLabel, 'chevron-right', () => this.add()),
        button(removeLabel, 'chevron-left', () => this.remove()),
      ),
      el(
        'div',
        { class: 'slushbucket__side' },
        el('label', { class: 'label', for: `${id}-selected` }, selectedLabel),
        this.chosen,
      ),
      ordered &&
        el(
          'div',
          { class: 'slushbucket__buttons' },
          button('Move up', 'arrow-up', () => this.move(-1)),
          button('Move down', 'arrow-down', () => this.move(1)),
        ),
      this.state,
    );
    this.element.setSelected = (items) => this.set(items);
    this.element.reload = () => this.reload();
    this.show();
    this.reload();
  }

  set(items) {
    this.selected = items;
    this.show();
  }

  async reload() {
    const asked = (this.asked = (this.asked ?? 0) + 1);
    try {
      const { items, more = false } = await this.find(this.search.value);
      if (asked !== this.asked) return;
      this.offered = items;
      this.show();
      this.state.textContent = more ? 'There are more: search for what is missing.' : '';
    } catch (refused) {
      this.state.textContent = refused.message;
    }
  }

  add() {
    const wanted = marked(this.available);
    this.change(
      [...this.selected, ...this.offered.filter((item) => wanted.has(item.value))],
      wanted,
      this.chosen,
      'added',
    );
  }

  remove() {
    const wanted = marked(this.chosen);
    this.change(
      this.selected.filter((item) => item.fixed || !wanted.has(item.value)),
      wanted,
      this.available,
      'removed',
    );
  }

  change(selected, wanted, markIn, done) {
    const moved = Math.abs(selected.length - this.selected.length);
    if (!moved) {
      this.state.textContent = 'Select something in the list first.';
      return;
    }
    this.set(selected);
    mark(markIn, wanted);
    this.state.textContent = `${moved} ${done}`;
    this.onChange(this.selected);
  }

  move(step) {
    const wanted = marked(this.chosen);
    const items = [...this.selected];
    const places = items.map((_, at) => at).filter((at) => wanted.has(items[at].value));
    for (const at of step < 0 ? places : places.reverse()) {
      const to = at + step;
      if (!items[to] || items[to].fixed || items[at].fixed || wanted.has(items[to].value)) continue;
      [items[at], items[to]] = [items[to], items[at]];
    }
    this.set(items);
    mark(this.chosen, wanted);
    this.onChange(items);
  }

  /** What is marked stays so: a late answer of the search must not undo a choice. */
  show() {
    const taken = new Set(this.selected.map((item) => item.value));
    const wanted = [this.available, this.chosen].map(marked);
    this.available.replaceChildren(...this.offered.filter((item) => !taken.has(item.value)).map(option));
    this.chosen.replaceChildren(...this.selected.map(option));
    mark(this.available, wanted[0]);
    mark(this.chosen, wanted[1]);
  }
}

function list(id, activate, disabled) {
  const onkeydown = (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      activate();
    }
  };
  return el('select', {
    class: 'select',
    multiple: true,
    size: String(ROWS),
    id,
    ondblclick: activate,
    onkeydown,
    disabled,
  });
}

function option(item) {
  return el(
    'option',
    { value: item.value, disabled: Boolean(item.fixed) },
    item.fixed ? `${item.label} (always included)` : item.label,
  );
}

function marked(select) {
  return new Set([...select.selectedOptions].map((one) => one.value));
}

function mark(select, values) {
  for (const one of select.options) one.selected = values.has(one.value);
}
