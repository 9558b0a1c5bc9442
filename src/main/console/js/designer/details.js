// What an element of a read-only diagram says: its documentation, inputs and outputs.
import { el } from '../elements.js';

export class Details {
  constructor(modeler, place) {
    this.modeler = modeler;
    this.place = place;
    modeler.on('selection.changed', ({ newSelection }) =>
      this.show(newSelection[0] ?? modeler.get('canvas').getRootElement()),
    );
    this.show(modeler.get('canvas').getRootElement());
  }

  show(element) {
    const model = element.businessObject;
    const io = model.extensionElements?.values?.find((each) => each.$type === 'camunda:InputOutput');
    const condition = model.conditionExpression?.body;
    this.place.replaceChildren(
      el(
        'div',
        { class: 'details stack' },
        el('h2', {}, model.name || element.type.replace('bpmn:', '')),
        ...(model.documentation ?? []).map((each) => el('p', { class: 'details__text' }, each.text)),
        condition ? values('Condition', [['', condition]]) : null,
        values(
          'Inputs',
          (io?.inputParameters ?? []).map((each) => [each.name, valueOf(each)]),
        ),
        values(
          'Results',
          (io?.outputParameters ?? []).map((each) => [each.name, valueOf(each)]),
        ),
      ),
    );
  }
}

function valueOf({ value, definition }) {
  const entries = definition?.entries ?? [];
  return entries.length ? entries.map((entry) => `${entry.key}: ${entry.value}`).join('\n') : (value ?? '');
}

function values(title, pairs) {
  if (pairs.length === 0) return null;
  return el(
    'section',
    { class: 'stack' },
    el('h3', {}, title),
    el(
      'dl',
      { class: 'details__values' },
      pairs.flatMap(([name, value]) => [name ? el('dt', {}, name) : null, el('dd', { class: 'mono' }, value || '–')]),
    ),
  );
}
