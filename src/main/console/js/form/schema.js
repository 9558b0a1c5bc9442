// From forms/*.form to what this page shows: the fields that a plain form has no control for get one.

const PREFIX = 'record-';

/** The form-js type of a control of ours. */
export function typeOf(control) {
  return PREFIX + control;
}

/** The schema with our field types; `isNew` and the rights decide what must be filled in. */
export function forPage(schema, data) {
  return { ...schema, components: schema.components.flatMap((component) => adapt(component, data)) };
}

function adapt(component, data) {
  if (component.components) {
    return [{ ...component, components: component.components.flatMap((child) => adapt(child, data)) }];
  }
  const control = controlOf(component);
  if (control === 'password' && !data.isNew && data.table.name === 'sys_user') {
    return []; // Set Password does it, asking twice
  }
  const adapted = { ...component, ...(control ? { type: typeOf(control) } : {}) };
  // What the system fills in can't be missing; a password that stays as it is can.
  if (component.readonly || (control === 'password' && !data.isNew)) delete adapted.validate;
  return [adapted];
}

/** Plain inputs are ours too: they look like the others, take 64-bit numbers, and tell each key at once. */
const PLAIN = { select: 'choice', textfield: 'text', textarea: 'textarea', number: 'number', checkbox: 'checkbox' };

function controlOf(component) {
  return component.properties?.control ?? PLAIN[component.type];
}

/** All components that have a value, by its key. */
export function fieldsOf(schema) {
  const found = new Map();
  const visit = (components) => {
    for (const component of components) {
      if (component.components) visit(component.components);
      else if (component.key) found.set(component.key, component);
    }
  };
  visit(schema.components);
  return found;
}
