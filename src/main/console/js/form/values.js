// Values on the wire are strings; form-js has booleans too.
import { typeOf } from './schema.js';

const CHECKBOX = typeOf('checkbox');

export function toForm(component, wire) {
  return component.type === CHECKBOX ? wire === 'true' : wire;
}

export function toWire(component, value) {
  return component.type === CHECKBOX ? String(Boolean(value)) : (value ?? '');
}
