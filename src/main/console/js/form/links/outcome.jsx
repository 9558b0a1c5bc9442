// How something ended that a related link began.
import { render } from 'preact';
import { Icon } from '../../icon.jsx';

const LOOKS = {
  good: ['notice--good', 'check-circle'],
  error: ['notice--error', 'alert-circle'],
  busy: ['', 'clock'],
  warn: ['notice--warn', 'alert-triangle'],
};

/** Instead of what was told before. */
export function tell(...outcome) {
  tellAll([outcome]);
}

/** Several, each `[kind, title, ...lines]`. */
export function tellAll(outcomes) {
  render(
    outcomes.map(([kind, title, ...lines]) => <Outcome key={title} {...{ kind, title, lines }} />),
    document.getElementById('related-links-result'),
  );
}

function Outcome({ kind, title, lines }) {
  const [look, symbol] = LOOKS[kind];
  return (
    <div class={`notice ${look}`}>
      <Icon name={symbol} />
      <div class="grow">
        <strong>{title}</strong>
        {lines.filter(Boolean).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
