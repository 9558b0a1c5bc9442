/** A native select: works with every keyboard, screen reader and phone. `options` are `[value, label]`. */
export const Options = ({ label, options, value, disabled, onChange }) => (
  <select
    class="select"
    aria-label={label}
    disabled={disabled}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  >
    {options.map(([code, text]) => (
      <option key={code} value={code} selected={code === value}>
        {text}
      </option>
    ))}
  </select>
);
