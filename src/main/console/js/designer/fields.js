// What the designer's dialogs are made of.
import { el } from '../elements.js';
import { referenceInput } from '../reference.js';
import { recordsOf } from '../reference/records.js';

export function button(label, onclick, look = '') {
  return el('button', { type: 'button', class: `button ${look}`, onclick }, label);
}

/** A field with its label; `control` gets the id. */
export function field(label, control) {
  control.id = idOf(label);
  return labelled(label, control.id, control);
}

/**
 * A record of a table, found by its name; if the table has just one, that is it unless there is a `placeholder`, which
 * says what no record means. `chosen()` answers `{value, display}` once a name that was typed is looked up, and throws
 * if no record has it.
 */
export function recordField(label, table, placeholder) {
  const id = idOf(label);
  const reference = referenceInput({ id, table, label });
  const input = reference.querySelector('input');
  if (placeholder) input.placeholder = placeholder;
  else suggestTheOnly(table, reference, input);
  return {
    element: labelled(label, id, reference),
    async chosen() {
      await reference.settled();
      if (input.getAttribute('aria-invalid')) {
        input.focus();
        throw new Error(`${label}: choose one from the list.`);
      }
      return reference.chosen();
    },
  };
}

/** Not to somebody who is there already: what they type would be put behind the suggestion. */
async function suggestTheOnly(table, reference, input) {
  const { rows, more } = await recordsOf(table)
    .find('', { limit: 1 })
    .catch(() => ({ rows: [] }));
  const isLeftAlone = document.activeElement !== input && !input.value;
  if (rows.length === 1 && !more && isLeftAlone) reference.setValue(rows[0].value, rows[0].display);
}

function idOf(label) {
  return `field-${label.toLowerCase().replace(/[^a-z]+/g, '-')}`;
}

function labelled(label, id, control) {
  return el('div', { class: 'field' }, el('label', { for: id }, label), control);
}

/** Where a dialog says what was refused. */
export function refusalPlace() {
  const place = el('p', { class: 'notice notice--error', role: 'alert', hidden: true });
  return {
    place,
    show(refusal) {
      place.textContent = refusal?.message ?? '';
      place.hidden = !refusal;
    },
  };
}
