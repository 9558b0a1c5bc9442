// The list behind the magnifying glass: search, page, take one.
import { el, icon } from '../elements.js';

const PAGE = 15;
const PAUSE_MS = 250;

/** Opens the list of some `recordsOf`; answers the chosen `{value, display}`, or null. */
export function lookUp(records, label) {
  return new Promise((resolve) => new Lookup(records, label, resolve).open());
}

class Lookup {
  constructor(records, label, resolve) {
    this.records = records;
    this.offset = 0;
    this.asked = 0;
    this.chosen = null;
    this.search = el('input', {
      class: 'input',
      type: 'search',
      'aria-label': 'Search',
      placeholder: 'Search by name',
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: () => this.typed(),
    });
    this.title = el('h2', { class: 'grow', id: 'lookup-title' }, label ? `Choose: ${label}` : 'Choose a record');
    this.body = el('div', { class: 'table-scroll lookup__rows' });
    this.state = el('p', { class: 'muted small grow', role: 'status' });
    this.previous = el(
      'button',
      { type: 'button', class: 'button button--small', onclick: () => this.page(-PAGE) },
      icon('chevron-left'),
      'Previous',
    );
    this.next = el(
      'button',
      { type: 'button', class: 'button button--small', onclick: () => this.page(PAGE) },
      'Next',
      icon('chevron-right'),
    );
    this.dialog = el(
      'dialog',
      { class: 'dialog lookup', 'aria-labelledby': 'lookup-title', onclose: () => this.closed(resolve) },
      el(
        'div',
        { class: 'dialog__head' },
        this.title,
        el(
          'button',
          {
            type: 'button',
            class: 'button button--quiet button--icon',
            'aria-label': 'Close',
            onclick: () => this.dialog.close(),
          },
          icon('x'),
        ),
      ),
      el('div', { class: 'lookup__search' }, this.search),
      this.body,
      el('div', { class: 'dialog__foot row' }, this.state, this.previous, this.next),
    );
  }

  open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.search.focus();
    this.show();
  }

  closed(resolve) {
    clearTimeout(this.timer);
    this.dialog.remove();
    resolve(this.chosen);
  }

  typed() {
    clearTimeout(this.timer);
    this.offset = 0;
    this.timer = setTimeout(() => this.show(), PAUSE_MS);
  }

  page(step) {
    this.offset = Math.max(0, this.offset + step);
    this.show();
  }

  async show() {
    const asked = ++this.asked;
    this.dialog.setAttribute('aria-busy', 'true');
    try {
      const { rows, more } = await this.records.find(this.search.value, { limit: PAGE, offset: this.offset });
      const columns = await this.records.columns;
      if (asked === this.asked) this.render(rows, more, columns);
    } catch (refused) {
      if (asked === this.asked)
        this.body.replaceChildren(el('p', { class: 'notice notice--error', role: 'alert' }, refused.message));
    } finally {
      this.dialog.removeAttribute('aria-busy');
    }
  }

  render(rows, more, columns) {
    this.previous.disabled = this.offset === 0;
    this.next.disabled = !more;
    this.state.textContent = rows.length
      ? `${this.offset + 1} to ${this.offset + rows.length}${more ? '' : ', the last'}`
      : 'Nothing found';
    if (!rows.length) {
      this.body.replaceChildren(
        el(
          'p',
          { class: 'empty' },
          this.search.value ? 'No record is called like this. Try a part of its name.' : 'There are no records yet.',
        ),
      );
      return;
    }
    const head = el(
      'tr',
      {},
      columns.map((column) => el('th', { scope: 'col' }, column.label)),
    );
    this.body.replaceChildren(
      el(
        'table',
        { class: 'table' },
        el('thead', {}, head),
        el(
          'tbody',
          {},
          rows.map((row) => this.row(row)),
        ),
      ),
    );
  }

  row(row) {
    const take = () => {
      this.chosen = row;
      this.dialog.close();
    };
    const [, ...others] = row.cells;
    const name = el('button', { type: 'button', class: 'link-button' }, row.display);
    return el(
      'tr',
      { class: 'is-clickable', onclick: take },
      el('td', {}, name),
      others.map((cell) => el('td', {}, cell ?? '')),
    );
  }
}
