// The controls in which a condition's value is given, by the kind of its field and what its operator takes.
import { useState } from 'preact/hooks';
import { useAnswer } from '../answer.js';
import { describeTable } from '../dictionary.js';
import { Moment } from './moment.jsx';
import { kindOf, shapeOf } from './operators.js';
import { Options } from './options.jsx';
import { OneRecord, SeveralRecords } from './records.jsx';

/**
 * `field` is of the dictionary, `table` where the condition starts; besides `operator`, `value`, `label`, `disabled`,
 * `onChange(value)`. Some operators take no value.
 */
export function Value(settings) {
  const kind = kindOf(settings.field);
  switch (shapeOf(settings.operator)) {
    case 'none':
      return <span class="grow" />;
    case 'day':
      return <Moment {...settings} days />;
    case 'range':
      return <Range {...settings} kind={kind} />;
    case 'field':
      return <OtherField {...settings} kind={kind} />;
    case 'list':
      return <List {...settings} kind={kind} />;
    case 'text':
      return <Text {...settings} />;
    default:
      return <One {...settings} kind={kind} />;
  }
}

const isChoice = (kind) => ['choice', 'numberChoice'].includes(kind);

function List({ kind, ...settings }) {
  if (isChoice(kind)) return <Several {...settings} options={Object.entries(settings.field.choices)} />;
  if (kind === 'reference') return <SeveralRecords {...settings} />;
  return <Text {...settings} placeholder="values, separated by commas" />;
}

function One({ kind, ...settings }) {
  if (kind === 'boolean') return <Choice {...settings} options={['true', 'false'].map((word) => [word, word])} />;
  if (isChoice(kind)) return <Choice {...settings} options={Object.entries(settings.field.choices)} />;
  if (kind === 'moment') return <Moment {...settings} />;
  if (kind === 'reference') return <OneRecord {...settings} />;
  return <Text {...settings} type={kind === 'number' ? 'number' : 'text'} />;
}

function Text({ value, label, disabled, onChange, type = 'text', placeholder }) {
  // A number field would show nothing of what is no number, and lose it.
  const [shown] = useState(type === 'number' && value && !/^-?\d+$/.test(value) ? 'text' : type);
  return (
    <input
      class="input"
      type={shown}
      step={shown === 'number' ? '1' : undefined}
      value={value}
      aria-label={label}
      placeholder={placeholder}
      disabled={disabled}
      autocomplete="off"
      onInput={({ target }) => onChange(target.value)}
    />
  );
}

/** A value that is none of the options stays one. */
function Choice({ value, label, disabled, onChange, options }) {
  const [first] = useState(value);
  const offered = [...(first === '' ? [['', '– choose –']] : []), ...options, ...others([first], options)];
  return <Options {...{ label, value, disabled, onChange }} options={offered} />;
}

function Several({ value, label, disabled, onChange, options }) {
  const chosen = value.split(',');
  const [first] = useState(chosen);
  return (
    <select
      class="select"
      aria-label={label}
      multiple
      size="4"
      disabled={disabled}
      onChange={({ target }) => onChange([...target.selectedOptions].map((option) => option.value).join(','))}
    >
      {[...options, ...others(first, options)].map(([code, text]) => (
        <option key={code} value={code} selected={chosen.includes(code)}>
          {text}
        </option>
      ))}
    </select>
  );
}

const others = (values, options) =>
  values.filter((one) => one !== '' && !options.some(([code]) => code === one)).map((one) => [one, one]);

function Range({ kind, ...settings }) {
  const [ends, setEnds] = useState(() => [...settings.value.split('@'), '', ''].slice(0, 2));
  const end = (at, word) => {
    const one = {
      ...settings,
      value: ends[at],
      label: `${settings.label}, ${word}`,
      onChange: (value) => {
        const given = ends.map((one, each) => (each === at ? value : one));
        setEnds(given);
        settings.onChange(given.every(Boolean) ? given.join('@') : '');
      },
    };
    return kind === 'moment' ? (
      <Moment {...one} />
    ) : (
      <Text {...one} type={kind.startsWith('number') ? 'number' : 'text'} />
    );
  };
  return (
    <span class="condition__range">
      {end(0, 'from')}and{end(1, 'to')}
    </span>
  );
}

/** Another field of the same kind. */
function OtherField({ kind, ...settings }) {
  const { value: table } = useAnswer(() => describeTable(settings.table), [settings.table]);
  if (!table) return null;
  const alike = table.fields.filter(
    (field) => field !== settings.field && kindOf(field).replace('Choice', '') === kind.replace('Choice', ''),
  );
  return <Choice {...settings} options={alike.map((field) => [field.name, field.label])} />;
}
