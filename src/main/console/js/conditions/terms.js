// What is given in the controls of a condition's term, as the term says it: `{text, field, operator, value}`.
import { shapeOf } from './operators.js';

/** Another field is compared anew. */
export const withField = (field) => written({ field: field || undefined, operator: '=', value: '' });

/** Another operator keeps the value if it takes the same. */
export function withOperator(term, operator) {
  const keeps = shapeOf(operator) === shapeOf(term.operator);
  return written({ field: term.field, operator, value: keeps ? term.value : '' });
}

export const withValue = ({ field, operator }, value) => written({ field, operator, value });

/** Empty values have operators of their own; without a value a condition says nothing yet. */
function written(term) {
  const complete = term.field && (shapeOf(term.operator) === 'none' || term.value !== '');
  return { ...term, text: complete ? `${term.field}${term.operator}${term.value}` : '' };
}
