// Which operators a field offers, called as ServiceNow calls them, and what each takes.

const IS = { '=': 'is', '!=': 'is not' };
const LIST = { IN: 'is one of', 'NOT IN': 'is not one of' };
const TEXT = { LIKE: 'contains', 'NOT LIKE': 'does not contain', STARTSWITH: 'starts with', ENDSWITH: 'ends with' };
const NUMBER = {
  '<': 'less than',
  '>': 'greater than',
  '<=': 'less than or is',
  '>=': 'greater than or is',
  BETWEEN: 'between',
};
const MOMENT = { ON: 'on', '<': 'before', '<=': 'at or before', '>': 'after', '>=': 'at or after', BETWEEN: 'between' };
const EMPTY = { ISEMPTY: 'is empty', ISNOTEMPTY: 'is not empty' };
const REST = { ANYTHING: 'is anything', SAMEAS: 'is same as', NSAMEAS: 'is different from' };
const CHANGES = { VALCHANGES: 'changes', CHANGESFROM: 'changes from', CHANGESTO: 'changes to' };

const OFFERED = {
  string: { ...IS, ...TEXT, ...LIST, ...EMPTY, ...REST },
  choice: { ...IS, ...LIST, ...EMPTY, ...TEXT, ...REST },
  number: { ...IS, ...NUMBER, ...LIST, ...EMPTY, ...REST },
  numberChoice: { ...IS, ...LIST, ...NUMBER, ...EMPTY, ...REST },
  boolean: { ...IS, ...EMPTY, ...REST },
  moment: { ...MOMENT, ...IS, ...EMPTY, ...REST },
  reference: { ...IS, ...EMPTY, ...TEXT, ...LIST, ...REST },
};

/** What kind of values a field has, as far as conditions care. */
export function kindOf(field) {
  const isChoice = Object.keys(field.choices).length > 0;
  if (field.reference) return 'reference';
  if (field.type === 'integer') return isChoice ? 'numberChoice' : 'number';
  if (field.type === 'boolean') return 'boolean';
  if (field.type === 'date_time') return 'moment';
  return isChoice ? 'choice' : 'string';
}

/** Operator to label. Only filters of changes know changes. */
export function operatorsOf(field, { changes = false } = {}) {
  return { ...OFFERED[kindOf(field)], ...(changes ? CHANGES : {}) };
}

/** How the value is given: `none`, `one`, `list`, `range`, `day`, `field`, or `text` whatever the field's type. */
export function shapeOf(operator) {
  if (['ISEMPTY', 'ISNOTEMPTY', 'EMPTYSTRING', 'ANYTHING', 'VALCHANGES'].includes(operator)) return 'none';
  if (operator in LIST) return 'list';
  if (operator in TEXT) return 'text';
  return { BETWEEN: 'range', ON: 'day', SAMEAS: 'field', NSAMEAS: 'field' }[operator] ?? 'one';
}
