// A text input with suggestions whose value is an id behind the text.
import { el, icon } from '../elements.js';
import { Options } from './options.js';

const PAUSE_MS = 200;
const SUGGESTIONS = 8;
let count = 0;

/**
 * `find(text, {limit})` answers `{rows: [{value, display, cells}], more}`. `element` has `setValue(value, display)`,
 * `chosen()`, which answers `{value, display}`, and `settled()`, which waits for a text that was typed but not yet
 * looked up; one that nothing is called like leaves the input `aria-invalid`.
 */
export class Combobox {
  constructor({
    id = `combobox-${++count}`,
    value = '',
    display = '',
    label,
    disabled = false,
    find,
    onChange = () => {},
    onShow = () => {},
    extras = [],
  }) {
    Object.assign(this, { disabled, find, onChange, onShow, pending: Promise.resolve(), asked: 0 });
    this.input = el('input', {
      class: 'input',
      id,
      role: 'combobox',
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-options`,
      'aria-describedby': `${id}-said`,
      readonly: disabled,
      oninput: () => this.typed(),
      onblur: () => this.left(),
      onkeydown: (event) => this.key(event),
    });
    this.options = new Options(this.input, `${id}-options`, (row) => this.take(row));
    this.said = el('span', { class: 'reference__said small', id: `${id}-said`, role: 'status' });
    this.clear = el(
      'button',
      {
        type: 'button',
        class: 'button button--quiet button--icon',
        'aria-label': label ? `Clear ${label}` : 'Clear',
        title: 'Clear',
        onclick: () => this.empty(),
      },
      icon('x'),
    );
    const box = el('div', { class: 'reference__box' }, this.input, this.clear, this.options.list);
    this.element = el(
      'div',
      { class: 'reference', role: 'group', 'aria-label': label && `${label} field` },
      el('div', { class: 'reference__row' }, box, extras),
      this.said,
    );
    this.element.setValue = (newValue, newDisplay) => this.set(newValue, newDisplay);
    this.element.chosen = () => ({ value: this.value, display: this.display });
    this.element.settled = () => this.settled();
    this.set(value, display);
  }

  set(value, display) {
    this.value = value ?? '';
    this.display = this.value ? display || this.value : '';
    this.input.value = this.display;
    this.clear.hidden = this.disabled || !this.value;
    this.say('', false);
    this.onShow(this.value);
  }

  take({ value, display }) {
    this.stop();
    const changed = value !== this.value;
    this.set(value, display);
    if (changed) this.onChange(this.value, this.display);
  }

  empty() {
    this.take({ value: '', display: '' });
    this.input.focus();
  }

  typed() {
    clearTimeout(this.timer);
    this.say('', false);
    this.timer = setTimeout(() => this.suggest(), PAUSE_MS);
  }

  async suggest() {
    const asked = ++this.asked;
    // Opened by a key on what is chosen, the list has the others too.
    const text = this.input.value === this.display ? '' : this.input.value;
    try {
      const { rows, more } = await this.find(text, { limit: SUGGESTIONS });
      if (asked !== this.asked || document.activeElement !== this.input) return;
      this.options.show(rows);
      this.say(rows.length ? `${rows.length}${more ? ' and more' : ''} found` : 'Nothing is called like this.', false);
      this.said.classList.toggle('visually-hidden', rows.length > 0);
    } catch (refused) {
      if (asked === this.asked) this.say(refused.message, true);
    }
  }

  key(event) {
    if (this.disabled) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.options.isOpen) this.options.move(event.key === 'ArrowDown' ? 1 : -1);
      else this.suggest();
    } else if (event.key === 'Enter' && this.options.isOpen) {
      event.preventDefault();
      this.take(this.options.chosen());
    } else if (event.key === 'Escape' && this.options.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.options.close();
    }
  }

  left() {
    if (this.disabled) return;
    this.stop();
    this.pending = this.resolve();
  }

  stop() {
    clearTimeout(this.timer);
    this.asked++;
    this.options.close();
  }

  settled() {
    if (document.activeElement === this.input) this.left();
    return this.pending;
  }

  /** A name typed in full counts as chosen. */
  async resolve() {
    const text = this.input.value.trim();
    if (text === this.display) return;
    if (!text) {
      this.take({ value: '', display: '' });
      return;
    }
    const { rows } = await this.find(text, { limit: 50 }).catch(() => ({ rows: [] }));
    if (this.input.value.trim() !== text) return;
    const same = rows.filter((row) => row.display.toLowerCase() === text.toLowerCase());
    if (same.length === 1) this.take(same[0]);
    else this.say(`${same.length ? 'Several are' : 'Nothing is'} called “${text}”: choose one from the list.`, true);
  }

  say(text, wrong) {
    this.said.textContent = text;
    this.said.classList.toggle('is-wrong', wrong);
    this.said.classList.remove('visually-hidden');
    if (wrong) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }
}
