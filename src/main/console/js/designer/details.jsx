// What an element of a read-only diagram says: its documentation, inputs and outputs.
import { Fragment, render } from 'preact';

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
    render(
      <div class="details stack">
        <h2>{model.name || element.type.replace('bpmn:', '')}</h2>
        {(model.documentation ?? []).map((each, at) => (
          <p key={at} class="details__text">
            {each.text}
          </p>
        ))}
        <Values title="Condition" pairs={condition ? [['', condition]] : []} />
        <Values title="Inputs" pairs={(io?.inputParameters ?? []).map((each) => [each.name, valueOf(each)])} />
        <Values title="Results" pairs={(io?.outputParameters ?? []).map((each) => [each.name, valueOf(each)])} />
      </div>,
      this.place,
    );
  }
}

function valueOf({ value, definition }) {
  const entries = definition?.entries ?? [];
  return entries.length ? entries.map((entry) => `${entry.key}: ${entry.value}`).join('\n') : (value ?? '');
}

const Values = ({ title, pairs }) =>
  pairs.length > 0 && (
    <section class="stack">
      <h3>{title}</h3>
      <dl class="details__values">
        {pairs.map(([name, value]) => (
          <Fragment key={name}>
            {name && <dt>{name}</dt>}
            <dd class="mono">{value || '–'}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
