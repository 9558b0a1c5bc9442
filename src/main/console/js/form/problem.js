// What is wrong with the record as a whole, above the form.
import { el, icon } from '../elements.js';

export const problem = {
  show(title, text, list = []) {
    const said = [
      el('strong', {}, title),
      text && el('p', {}, text),
      list.length > 0 &&
        el(
          'ul',
          {},
          list.map((line) => el('li', {}, line)),
        ),
    ];
    const box = el(
      'div',
      { class: 'notice notice--error', tabindex: '-1' },
      icon('alert-circle'),
      el('div', { class: 'grow' }, said),
    );
    place().replaceChildren(box);
    box.focus();
  },
  clear() {
    place().replaceChildren();
  },
};

function place() {
  return document.getElementById('record-problem');
}
