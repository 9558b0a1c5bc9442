// A text input with suggestions whose value is an id behind the text.
import Suggestions from '@github/combobox-nav';
import { Component, createRef } from 'preact';
import { Button } from '../button.jsx';
import { Unsettled } from './unsettled.js';

const PAUSE_MS = 200;
const SUGGESTIONS = 8;
let count = 0;

const NOTHING_SAID = { said: '', isWrong: false, isQuiet: false };

/**
 * `find(text, {limit})` answers `{rows: [{value, display, cells}], more}`. `onChange(value, display)` tells each choice;
 * a name that is typed in full counts as one. `marks` are properties of the input, `children` stand beside it.
 */
export class Combobox extends Component {
  static contextType = Unsettled;

  id = this.props.id ?? `combobox-${++count}`;
  input = createRef();
  list = createRef();
  asked = 0;
  pending = Promise.resolve();
  isWrong = false;
  state = { ...this.given(), rows: [], ...NOTHING_SAID };

  given() {
    const { value = '', display } = this.props;
    const name = value ? display || value : '';
    return { value, display: name, text: name };
  }

  componentDidMount() {
    this.suggestions = new Suggestions(this.input.current, this.list.current, {
      tabInsertsSuggestions: false,
      firstOptionSelectionMode: 'active',
    });
    this.list.current.addEventListener('combobox-commit', ({ target }) =>
      this.take(this.state.rows[target.dataset.at]),
    );
    this.settle = () => this.settled();
    this.context.add(this.settle);
  }

  /** A value that is given from elsewhere is shown; one that was chosen here and told is known already. */
  componentDidUpdate(before, { rows }) {
    const { value = '', display } = this.props;
    const isAnother = value !== (before.value ?? '') && value !== this.state.value;
    const isLeftAlone = this.state.text === this.state.display;
    const isNamed = display && display !== before.display && value === this.state.value && isLeftAlone;
    if (isAnother || isNamed) this.tell({ ...this.given(), ...NOTHING_SAID });
    if (rows === this.state.rows) return;
    this.suggestions.stop();
    if (this.state.rows.length) this.suggestions.start();
  }

  componentWillUnmount() {
    this.stop();
    this.context.delete(this.settle);
    this.suggestions.destroy();
  }

  take({ value, display }) {
    this.stop();
    const isAnother = value !== this.state.value;
    const name = value ? display || value : '';
    this.tell({ value, display: name, text: name, ...NOTHING_SAID });
    if (isAnother) this.props.onChange?.(value, name);
  }

  empty() {
    this.take({ value: '', display: '' });
    this.input.current.focus();
  }

  typed(text) {
    clearTimeout(this.timer);
    this.tell({ text, ...NOTHING_SAID });
    this.timer = setTimeout(() => this.suggest(), PAUSE_MS);
  }

  async suggest() {
    const asked = ++this.asked;
    const { text, display } = this.state;
    try {
      // Opened by a key on what is chosen, the list has the others too.
      const { rows, more } = await this.props.find(text === display ? '' : text, { limit: SUGGESTIONS });
      if (asked !== this.asked || document.activeElement !== this.input.current) return;
      const said = rows.length ? `${rows.length}${more ? ' and more' : ''} found` : 'Nothing is called like this.';
      this.tell({ rows, said, isWrong: false, isQuiet: rows.length > 0 });
    } catch (refused) {
      if (asked === this.asked) this.tell({ said: refused.message, isWrong: true, isQuiet: false });
    }
  }

  key(event) {
    const isOpen = this.state.rows.length > 0;
    if (this.props.disabled) return;
    if (!isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.suggest();
    } else if (isOpen && event.key === 'Escape') {
      // Only the suggestions, and not the dialog that they are in.
      event.preventDefault();
      event.stopPropagation();
      this.stop();
    }
  }

  left() {
    if (this.props.disabled || !this.input.current) return; // a field that is taken away is left, too
    this.stop();
    this.pending = this.resolve();
  }

  stop() {
    clearTimeout(this.timer);
    this.asked++;
    if (this.state.rows.length) this.setState({ rows: [] });
  }

  async settled() {
    if (document.activeElement === this.input.current) this.left();
    await this.pending;
    return this.isWrong ? this.input.current : null;
  }

  /** The state is drawn a moment later; who waits for the name asks at once. */
  tell(news) {
    this.isWrong = news.isWrong;
    this.setState(news);
  }

  /** A name typed in full counts as chosen. */
  async resolve() {
    const text = this.input.current.value.trim();
    if (text === this.state.display) return;
    if (!text) {
      this.take({ value: '', display: '' });
      return;
    }
    const { rows } = await this.props.find(text, { limit: 50 }).catch(() => ({ rows: [] }));
    if (this.input.current?.value.trim() !== text) return;
    const same = rows.filter((row) => row.display.toLowerCase() === text.toLowerCase());
    if (same.length === 1) this.take(same[0]);
    else {
      const said = `${same.length ? 'Several are' : 'Nothing is'} called “${text}”: choose one from the list.`;
      this.tell({ said, isWrong: true, isQuiet: false });
    }
  }

  render({ label, disabled, placeholder, marks = {}, children }, { value, text, rows, said, isWrong, isQuiet }) {
    const wrong = isWrong || marks['aria-invalid'] === 'true';
    return (
      <div class="reference" role="group" aria-label={label && `${label} field`}>
        <div class="reference__row">
          <div class="reference__box">
            <input
              ref={this.input}
              class="input"
              id={this.id}
              role="combobox"
              type="text"
              autocomplete="off"
              spellcheck={false}
              aria-label={label}
              placeholder={placeholder}
              readonly={disabled}
              value={text}
              onInput={({ target }) => this.typed(target.value)}
              onBlur={() => this.left()}
              onKeyDown={(event) => this.key(event)}
              {...marks}
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={[`${this.id}-said`, marks['aria-describedby']].filter(Boolean).join(' ')}
            />
            <Button
              icon="x"
              label={label ? `Clear ${label}` : 'Clear'}
              title="Clear"
              look="button--quiet"
              hidden={disabled || !value}
              onClick={() => this.empty()}
            />
            <ul
              ref={this.list}
              class="reference__options"
              role="listbox"
              id={`${this.id}-options`}
              aria-label="Suggestions"
              hidden={!rows.length}
              // Before the blur that a click would cause.
              onMouseDown={(event) => event.preventDefault()}
            >
              {rows.map((row, at) => (
                <Suggestion key={row.value} id={`${this.id}-options-${at}`} at={at} row={row} />
              ))}
            </ul>
          </div>
          {children}
        </div>
        <span
          class={`reference__said small ${isWrong ? 'is-wrong' : ''} ${isQuiet ? 'visually-hidden' : ''}`}
          id={`${this.id}-said`}
          role="status"
        >
          {said}
        </span>
      </div>
    );
  }
}

function Suggestion({ id, at, row }) {
  const detail = row.cells.slice(1).find((cell) => cell && cell !== row.display && cell.length > 1);
  return (
    <li role="option" id={id} data-at={at}>
      {row.display}
      {detail && <span class="muted small">{detail}</span>}
    </li>
  );
}
