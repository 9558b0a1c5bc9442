// One line of "Fields": the record's field, its value, a data pill picker and a button that takes the line away.
import { useService } from 'bpmn-js-properties-panel';
import { useAnswer } from '../answer.js';
import { Button } from '../button.jsx';
import { Icon } from '../icon.jsx';
import { fieldsOf } from './field-names.js';
import { inputOf } from './model.js';

export function FieldLine({ id, element, entry, parameter }) {
  const commandStack = useService('commandStack');
  const pills = useService('dataPills');
  const names = useFieldNames(element);
  const set = (properties) =>
    commandStack.execute('element.updateModdleProperties', { element, moddleElement: entry, properties });
  const remove = () =>
    commandStack.execute('element.updateModdleProperties', {
      element,
      moddleElement: parameter.definition,
      properties: { entries: parameter.definition.entries.filter((each) => each !== entry) },
    });
  const label = names.find(({ name }) => name === entry.key)?.label ?? entry.key ?? '';
  // Who writes a field as forms show it means its name.
  const nameIt = async ({ target }) => {
    const text = target.value.trim();
    const fields = await fieldsOf(tableOf(element));
    const key = fields.find((each) => each.label.toLowerCase() === text.toLowerCase())?.name ?? text;
    if (key !== (entry.key ?? '') && text === (entry.key ?? '').trim()) set({ key });
  };
  return (
    <div class="bio-properties-panel-entry mapped-field" data-entry-id={id}>
      <input
        type="text"
        class="bio-properties-panel-input mapped-field__name"
        aria-label="Field"
        placeholder="Field"
        list={`${id}-names`}
        spellcheck={false}
        value={entry.key ?? ''}
        title={label}
        onInput={({ target }) => set({ key: target.value })}
        onBlur={nameIt}
      />
      <datalist id={`${id}-names`}>
        {names.map(({ name, label: shown }) => (
          <option key={name} value={name}>
            {shown}
          </option>
        ))}
      </datalist>
      <input
        type="text"
        class="bio-properties-panel-input mapped-field__value"
        aria-label={`Value of ${label || 'the field'}`}
        placeholder="Value or data pill"
        spellcheck={false}
        value={entry.value ?? ''}
        onInput={({ target }) => set({ value: target.value })}
      />
      <button
        type="button"
        class="mapped-field__button mapped-field__pill"
        title="Data pill picker"
        aria-label={`Data pill picker for ${label || 'the field'}`}
        onClick={({ currentTarget }) =>
          pills.openFor(currentTarget.parentElement.querySelector('.mapped-field__value'))
        }
      >
        <Icon name="database" />
      </button>
      <button
        type="button"
        class="mapped-field__button"
        title="Remove field"
        aria-label={`Remove ${label || 'the field'}`}
        onClick={remove}
      >
        <Icon name="trash-2" />
      </button>
    </div>
  );
}

export function AddField({ id, element, parameter }) {
  const commandStack = useService('commandStack');
  const bpmnFactory = useService('bpmnFactory');
  const add = ({ currentTarget }) => {
    const group = currentTarget.closest('[data-group-id]');
    const map = parameter.definition ?? bpmnFactory.create('camunda:Map', { entries: [] });
    map.$parent = parameter;
    const entry = bpmnFactory.create('camunda:Entry', {});
    entry.$parent = map;
    const grown = (properties) => commandStack.execute('element.updateModdleProperties', { element, ...properties });
    if (parameter.definition) grown({ moddleElement: map, properties: { entries: [...(map.entries ?? []), entry] } });
    else {
      map.entries = [entry];
      grown({ moddleElement: parameter, properties: { value: undefined, definition: map } });
    }
    requestAnimationFrame(() => [...group.querySelectorAll('.mapped-field__name')].at(-1)?.focus());
  };
  return (
    <div class="bio-properties-panel-entry" data-entry-id={id}>
      <Button icon="plus" look="button--small" onClick={add}>
        Add field
      </Button>
    </div>
  );
}

/** The fields of the action's table, once they are known; none if the table itself is a data pill. */
function useFieldNames(element) {
  const table = tableOf(element);
  return useAnswer(() => fieldsOf(table), [table]).value ?? [];
}

function tableOf(element) {
  return inputOf(element, 'table')?.value ?? '';
}
