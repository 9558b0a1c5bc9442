// Values on the wire are strings; form-js has booleans too.

export function toForm(component, wire) {
  return component.type === 'checkbox' ? wire === 'true' : wire;
}

export function toWire(component, value) {
  return component.type === 'checkbox' ? String(Boolean(value)) : (value ?? '');
}
