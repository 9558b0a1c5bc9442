// The data pill picker: puts a pill into the field of the properties panel that had the focus last.
import { el, icon } from '../elements.js';
import { toast } from '../toast.js';
import { show } from './modeler.js';
import { pillsOf } from './pills.js';

const FIELDS = 'input[type="text"], input:not([type]), textarea';

export class PillMenu {
  constructor(place, properties) {
    this.properties = properties;
    this.search = el('input', {
      class: 'input',
      type: 'search',
      placeholder: 'Filter data pills',
      'aria-label': 'Filter data pills',
      oninput: () => this.filter(),
    });
    this.tree = el('div', { class: 'pills__tree' });
    this.popup = el(
      'div',
      { class: 'pills__popup', id: 'pills-popup', role: 'group', 'aria-label': 'Data pills', hidden: true },
      this.search,
      this.tree,
    );
    this.opener = el(
      'button',
      {
        type: 'button',
        class: 'button button--small',
        'aria-expanded': 'false',
        'aria-controls': 'pills-popup',
        title: 'Put a value of an earlier step into a field (Ctrl+Space in the field)',
        onclick: () => this.toggle(),
      },
      icon('database'),
      'Data pills',
    );
    place.append(this.opener, this.popup);
    properties.addEventListener('focusin', ({ target }) => target.matches(FIELDS) && this.aim(target));
    properties.addEventListener('keydown', (event) => {
      if (event.ctrlKey && event.code === 'Space' && event.target.matches(FIELDS)) {
        event.preventDefault();
        this.openFor(event.target);
      }
    });
    this.popup.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.popup.hidden && !place.contains(target) && !target.closest('.mapped-field__pill')) this.close();
    });
  }

  follow(modeler) {
    this.modeler = modeler;
    this.kind = document.getElementById('designer').dataset.kind;
  }

  /** The picker for one field. */
  openFor(field) {
    this.aim(field);
    this.open();
  }

  aim(field) {
    this.target = { field, entry: field.closest('[data-entry-id]')?.dataset.entryId };
  }

  toggle() {
    if (this.popup.hidden) this.open();
    else this.close();
  }

  open() {
    this.search.value = '';
    this.tree.replaceChildren(...pillsOf(this.modeler, this.kind).map((step) => this.step(step)));
    this.popup.hidden = false;
    this.opener.setAttribute('aria-expanded', 'true');
    this.search.focus();
  }

  close() {
    this.popup.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
  }

  step({ title, element, groups }) {
    return el(
      'section',
      { class: 'pills__step' },
      el('h3', {}, title),
      groups.map(({ label, pills, hint }) =>
        el(
          'div',
          { class: 'pills__group', role: 'group', 'aria-label': label || title },
          label ? el('h4', {}, label) : null,
          hint
            ? el(
                'button',
                {
                  type: 'button',
                  class: 'pill pill--hint',
                  onclick: () => {
                    this.close();
                    show(this.modeler, element);
                  },
                },
                hint,
              )
            : null,
          pills.map((pill) =>
            el(
              'button',
              {
                type: 'button',
                class: 'pill',
                title: pill.text,
                'data-words': `${title} ${label} ${pill.label}`.toLowerCase(),
                onclick: () => this.choose(pill.text),
              },
              pill.label,
            ),
          ),
        ),
      ),
    );
  }

  filter() {
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const button of this.tree.querySelectorAll('.pill[data-words]')) {
      button.hidden = !words.every((word) => button.dataset.words.includes(word));
    }
    for (const box of this.tree.querySelectorAll('.pills__group, .pills__step')) {
      box.hidden = !box.querySelector('.pill:not([hidden])');
    }
  }

  choose(text) {
    this.close();
    const field = this.field();
    if (!field) {
      navigator.clipboard?.writeText(text).catch(() => {});
      toast('info', `${text} is copied: paste it into a field.`);
      return;
    }
    field.focus();
    field.setRangeText(
      text,
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
      'end',
    );
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** The panel may have drawn the field anew since. */
  field() {
    if (!this.target) return null;
    const { field, entry } = this.target;
    if (field.isConnected) return field;
    return entry
      ? this.properties.querySelector(`[data-entry-id="${CSS.escape(entry)}"]`)?.querySelector(FIELDS)
      : null;
  }

  key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      (this.field() ?? this.opener).focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const items = [this.search, ...this.tree.querySelectorAll('.pill:not([hidden])')].filter(
        (each) => each.offsetParent,
      );
      const next = items.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      items[(next + items.length) % items.length].focus();
    }
  }
}
