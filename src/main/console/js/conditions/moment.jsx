// Dates and times as values of conditions.
import { useState } from 'preact/hooks';
import { DAYS, POINTS, isDay, shown, written } from './moments.js';
import { Options } from './options.jsx';

/** A point in time, or with `days` a day or period. */
export function Moment({ value, label, days = false, disabled, onChange }) {
  const named = days ? DAYS : POINTS;
  const given = [['day', 'the day…'], ...(days ? [] : [['moment', 'the time…']])];
  const known = named.some(([code]) => code === value);
  const isOther = Boolean(value) && !known && !shown(value);
  const [way, go] = useState(known || isOther ? value : isDay(value) || days || !value ? 'day' : 'moment');
  // What is typed into such an input is the browser's until it is a whole moment.
  const [begun] = useState({ way, text: shown(value) });
  const isGiven = ['day', 'moment'].includes(way);
  const choose = (chosen) => {
    go(chosen);
    onChange(['day', 'moment'].includes(chosen) ? '' : chosen);
  };
  return (
    <span class="condition__moment">
      <Options
        label={`${label}: which time`}
        options={[...given, ...named, ...(isOther ? [[value, value]] : [])]}
        value={way}
        disabled={disabled}
        onChange={choose}
      />
      <input
        key={way}
        class="input"
        aria-label={`${label} (UTC)`}
        type={way === 'moment' ? 'datetime-local' : 'date'}
        step="1"
        hidden={!isGiven}
        disabled={disabled}
        defaultValue={way === begun.way ? begun.text : ''}
        onInput={({ target }) => onChange(written(target.value))}
      />
    </span>
  );
}
