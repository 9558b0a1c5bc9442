// The controls in which a condition's value is given, by the kind of its field and what its operator takes.
import { describeTable } from '../dictionary.js';
import { el } from '../elements.js';
import { momentInput } from './moments.js';
import { kindOf, shapeOf } from './operators.js';
import { recordInput, recordsInput } from './records.js';

/**
 * `settings` has `field` (of the dictionary), `table` (where the condition starts), `operator`, `value`, `label`,
 * `disabled`, `onChange(value)`. Answers an element, null if the operator takes no value.
 */
export async function valueInput(settings) {
  const { field, operator } = settings;
  const kind = kindOf(field);
  switch (shapeOf(operator)) {
    case 'none':
      return null;
    case 'day':
      return momentInput({ ...settings, days: true });
    case 'range':
      return rangeInput(settings, kind);
    case 'field':
      return fieldInput(settings, kind);
    case 'list':
      return listInput(settings, kind);
    case 'text':
      return textInput(settings, 'text');
    default:
      return oneInput(settings, kind);
  }
}

const isChoice = (kind) => ['choice', 'numberChoice'].includes(kind);

async function listInput(settings, kind) {
  if (isChoice(kind)) return choiceInput(settings, true);
  if (kind === 'reference') return recordsInput(settings);
  return textInput(settings, 'text', 'values, separated by commas');
}

async function oneInput(settings, kind) {
  if (kind === 'boolean')
    return optionsInput(
      settings,
      [
        ['true', 'true'],
        ['false', 'false'],
      ],
      false,
    );
  if (isChoice(kind)) return choiceInput(settings, false);
  if (kind === 'moment') return momentInput(settings);
  if (kind === 'reference') return recordInput(settings);
  return textInput(settings, kind === 'number' ? 'number' : 'text');
}

function textInput({ value, label, disabled, onChange }, type, placeholder) {
  // A number field would show nothing of what is no number, and lose it.
  const shown = type === 'number' && value && !/^-?\d+$/.test(value) ? 'text' : type;
  const input = el('input', {
    class: 'input',
    type: shown,
    step: shown === 'number' ? '1' : undefined,
    value,
    'aria-label': label,
    placeholder,
    disabled,
    autocomplete: 'off',
  });
  input.addEventListener('input', () => onChange(input.value));
  return input;
}

function choiceInput(settings, several) {
  return optionsInput(settings, Object.entries(settings.field.choices), several);
}

/** A value that is none of the options stays one. */
function optionsInput({ value, label, disabled, onChange }, options, several) {
  const chosen = several ? value.split(',') : [value];
  const others = chosen.filter((one) => one !== '' && !options.some(([code]) => code === one)).map((one) => [one, one]);
  const blank = several || value !== '' ? [] : [['', '– choose –']];
  const select = el(
    'select',
    { class: 'select', 'aria-label': label, multiple: several, size: several ? '4' : undefined, disabled },
    [...blank, ...options, ...others].map(([code, text]) =>
      el('option', { value: code, selected: chosen.includes(code) }, text),
    ),
  );
  select.addEventListener('change', () =>
    onChange([...select.selectedOptions].map((option) => option.value).join(',')),
  );
  return select;
}

function rangeInput(settings, kind) {
  const ends = settings.value.split('@');
  const end = (at, word) => {
    const one = {
      ...settings,
      value: ends[at] ?? '',
      label: `${settings.label}, ${word}`,
      onChange: (value) => {
        ends[at] = value;
        settings.onChange(ends[0] && ends[1] ? `${ends[0]}@${ends[1]}` : '');
      },
    };
    return kind === 'moment' ? momentInput(one) : textInput(one, kind.startsWith('number') ? 'number' : 'text');
  };
  return el('span', { class: 'condition__range' }, end(0, 'from'), 'and', end(1, 'to'));
}

/** Another field of the same kind. */
async function fieldInput(settings, kind) {
  const table = await describeTable(settings.table);
  const alike = table.fields.filter(
    (field) => field !== settings.field && kindOf(field).replace('Choice', '') === kind.replace('Choice', ''),
  );
  return optionsInput(
    settings,
    alike.map((field) => [field.name, field.label]),
    false,
  );
}
