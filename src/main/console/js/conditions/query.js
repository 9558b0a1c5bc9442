// Encoded queries as the instance reads them (package table.query has the law): text to groups and back.

const OPERATORS = [
  '=',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'IN',
  'NOT IN',
  'LIKE',
  'NOT LIKE',
  'STARTSWITH',
  'ENDSWITH',
  'BETWEEN',
  'ISEMPTY',
  'ISNOTEMPTY',
  'EMPTYSTRING',
  'ANYTHING',
  'SAMEAS',
  'NSAMEAS',
  'ON',
  'VALCHANGES',
  'CHANGESFROM',
  'CHANGESTO',
].sort((one, other) => other.length - one.length);
/** ServiceNow writes this one without a blank too. */
const SPELLINGS = { NOTLIKE: 'NOT LIKE' };

/**
 * `{groups, orders}`: a record is meant that meets every condition of one group, and of each condition one term.
 * A term is `{text, field, operator, value}`; one that can't be read has its `text` alone.
 */
export function parse(encoded) {
  const groups = [];
  const orders = [];
  for (const part of parts(encoded)) {
    if (part === '' || part === 'EQ') continue;
    if (part.startsWith('ORDERBY')) orders.push(part);
    else if (part.startsWith('NQ')) groups.push([[term(part.slice(2))]]);
    else if (part.startsWith('OR') && groups.length)
      groups
        .at(-1)
        .at(-1)
        .push(term(part.slice(2)));
    else if (groups.length) groups.at(-1).push([term(part)]);
    else groups.push([[term(part)]]);
  }
  return { groups, orders };
}

/** Terms without text say nothing yet and are left out. */
export function write({ groups, orders }) {
  const conditions = groups
    .map((group) =>
      group
        .map((condition) =>
          condition
            .map((one) => one.text)
            .filter(Boolean)
            .map(escaped)
            .join('^OR'),
        )
        .filter(Boolean)
        .join('^'),
    )
    .filter(Boolean)
    .join('^NQ');
  return [conditions, ...orders.map(escaped)].filter(Boolean).join('^');
}

export function term(text) {
  const field = /^[a-z0-9_.]+/.exec(text)?.[0];
  const rest = field ? text.slice(field.length) : '';
  const spelled = [...Object.keys(SPELLINGS), ...OPERATORS].find((operator) => rest.startsWith(operator));
  if (!field || !spelled || rest.startsWith('INSTANCEOF')) return { text };
  return { text, field, operator: SPELLINGS[spelled] ?? spelled, value: rest.slice(spelled.length) };
}

/** Between single `^`; `^^` is a `^` of a value. */
function parts(encoded) {
  const found = [''];
  for (let at = 0; at < encoded.length; at++) {
    if (encoded[at] === '^' && encoded[at + 1] !== '^') {
      found.push('');
      continue;
    }
    if (encoded[at] === '^') at++;
    found.push(found.pop() + encoded[at]);
  }
  return found;
}

const escaped = (text) => text.replaceAll('^', '^^');
