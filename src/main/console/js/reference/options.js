// The list of suggestions below a combobox.
import { el } from '../elements.js';

/** Options of a combobox `input`; `take(row)` is called with the chosen one. */
export class Options {
  constructor(input, id, take) {
    this.input = input;
    this.take = take;
    this.rows = [];
    this.active = -1;
    this.list = el('ul', {
      class: 'reference__options',
      role: 'listbox',
      id,
      'aria-label': 'Suggestions',
      hidden: true,
    });
    // Before the blur that a click would cause.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  show(rows) {
    this.rows = rows;
    this.list.replaceChildren(...rows.map((row, at) => this.option(row, at)));
    this.list.hidden = rows.length === 0;
    this.input.setAttribute('aria-expanded', String(this.isOpen));
    this.point(-1);
  }

  close() {
    this.show([]);
  }

  move(step) {
    const count = this.rows.length;
    if (count) this.point(this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count);
  }

  chosen() {
    return this.rows[Math.max(0, this.active)];
  }

  point(at) {
    this.active = at;
    [...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (at < 0) {
      this.input.removeAttribute('aria-activedescendant');
    } else {
      this.input.setAttribute('aria-activedescendant', this.list.children[at].id);
      this.list.children[at].scrollIntoView({ block: 'nearest' });
    }
  }

  option(row, at) {
    const detail = row.cells.slice(1).find((cell) => cell && cell !== row.display && cell.length > 1);
    return el(
      'li',
      { role: 'option', id: `${this.list.id}-${at}`, 'aria-selected': 'false', onclick: () => this.take(row) },
      row.display,
      detail && el('span', { class: 'muted small' }, detail),
    );
  }
}
