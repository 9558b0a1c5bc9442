// Moments: the wire has UTC; people have their own zone, which is said.
import { el } from '../../elements.js';

const MINUTE_MS = 60_000;

export function datetime({ id, value, disabled, onChange }) {
  const input = disabled
    ? el('input', { class: 'input', type: 'text', id, readonly: true })
    : el('input', {
        class: 'input',
        type: 'datetime-local',
        step: '1',
        id,
        onchange: () => onChange(fromLocal(input.value)),
      });
  const show = (wire) => (input.value = disabled ? readable(wire) : toLocal(wire));
  show(value);
  const box = el(
    'div',
    { class: 'moment' },
    input,
    el('span', { class: 'small muted', title: 'The time zone of your browser' }, zone()),
  );
  box.setValue = show;
  return box;
}

function moment(wire) {
  return new Date(`${wire.replace(' ', 'T')}Z`);
}

function readable(wire) {
  return wire ? moment(wire).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' }) : '';
}

function toLocal(wire) {
  if (!wire) return '';
  const local = moment(wire);
  return new Date(local - local.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 19);
}

function fromLocal(local) {
  return local ? new Date(local).toISOString().slice(0, 19).replace('T', ' ') : '';
}

function zone() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}
