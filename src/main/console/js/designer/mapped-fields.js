// "Fields" of the record actions in the properties panel (steps 41, 42 and 48): a line for each field and its value.
import { Group } from '@bpmn-io/properties-panel';
import { ioOf } from './model.js';
import { AddField, FieldLine } from './mapped-field-line.jsx';

const MAPS = { fields: 'Fields', conditions: 'Conditions' };
/** After the element templates' own groups, one of which is replaced. */
const PRIORITY = 200;

export function mappedFields(pills) {
  return {
    __init__: ['mappedFields'],
    mappedFields: ['type', MappedFields],
    dataPills: ['value', pills],
  };
}

class MappedFields {
  static $inject = ['propertiesPanel'];

  constructor(propertiesPanel) {
    propertiesPanel.registerProvider(PRIORITY, this);
  }

  getGroups(element) {
    return (groups) => {
      const maps = (ioOf(element)?.inputParameters ?? []).filter(
        (parameter) => MAPS[parameter.name] && isMap(parameter),
      );
      const names = maps.map((parameter) => MAPS[parameter.name]);
      const others = groups.map((group) => without(group, names)).filter(Boolean);
      const at = others.findIndex((group) => group.id.startsWith('ElementTemplates__CustomProperties')) + 1;
      others.splice(at || others.length, 0, ...maps.map((parameter) => mapGroup(element, parameter)));
      return others;
    };
  }
}

/** An empty text is what a template leaves where a map is to be. */
function isMap(parameter) {
  return parameter.definition ? parameter.definition.$type === 'camunda:Map' : !parameter.value;
}

/** The group without the library's own way to edit the same. */
function without(group, names) {
  if (!group.items || !group.id.startsWith('ElementTemplates__')) return group;
  const items = group.items.filter((item) => !names.includes(item.label));
  return items.length ? { ...group, items } : null;
}

function mapGroup(element, parameter) {
  const entries = parameter.definition?.entries ?? [];
  const id = `mapped-${parameter.name}`;
  return {
    id,
    label: MAPS[parameter.name],
    component: Group,
    shouldOpen: true,
    entries: [
      ...entries.map((entry, index) => ({
        id: `${id}-${index}`,
        component: FieldLine,
        element,
        entry,
        parameter,
        isEdited: () => true,
      })),
      { id: `${id}-add`, component: AddField, element, parameter, isEdited: () => false },
    ],
  };
}
