// JSON, indented for reading; what was typed is checked when the field is left.
import { useState } from 'preact/hooks';
import { isJson, pretty } from '../../pretty.js';

const MOST_ROWS = 18;
const FEWEST_ROWS = 4;

export function Json({ id, value, disabled, onChange, marks }) {
  const [typed, type] = useState(null);
  const [said, say] = useState('');
  const shown = typed === value ? value : pretty(value);
  const [rows] = useState(() => Math.min(MOST_ROWS, Math.max(disabled ? 1 : FEWEST_ROWS, shown.split('\n').length)));
  return (
    <div class="stack stack--tight">
      <textarea
        class="input mono"
        id={id}
        rows={rows}
        readonly={disabled}
        spellcheck={false}
        value={shown}
        onInput={({ target }) => {
          type(target.value);
          onChange(target.value);
        }}
        onBlur={({ target }) => say(target.value.trim() && !isJson(target.value) ? 'This is no JSON yet.' : '')}
        {...marks}
      />
      <span class="field__error" role="status">
        {said}
      </span>
    </div>
  );
}
