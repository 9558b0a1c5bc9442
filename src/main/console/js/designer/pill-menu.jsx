// The data pill picker: puts a pill into the field of the properties panel that had the focus last.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button.jsx';
import { toast } from '../toast.jsx';
import { show } from './modeler.js';
import { matching, pillsOf } from './pills.js';

const FIELDS = 'input[type="text"], input:not([type]), textarea';

/** The picker's button in `place`, and what it does in the fields of `properties`. */
export class PillMenu {
  constructor(place, properties) {
    this.place = place;
    this.properties = properties;
    this.steps = null;
    this.draw();
    properties.addEventListener('focusin', ({ target }) => target.matches(FIELDS) && this.aim(target));
    properties.addEventListener('keydown', (event) => {
      if (event.ctrlKey && event.code === 'Space' && event.target.matches(FIELDS)) {
        event.preventDefault();
        this.openFor(event.target);
      }
    });
  }

  follow(modeler) {
    this.modeler = modeler;
    this.kind = document.getElementById('designer').dataset.kind;
  }

  /** The picker for one field. */
  openFor(field) {
    this.aim(field);
    this.open();
  }

  aim(field) {
    this.target = { field, entry: field.closest('[data-entry-id]')?.dataset.entryId };
  }

  open() {
    this.steps = pillsOf(this.modeler, this.kind);
    this.draw();
  }

  close() {
    this.steps = null;
    this.draw();
  }

  draw() {
    const actions = {
      toggle: () => (this.steps ? this.close() : this.open()),
      close: () => this.close(),
      leave: () => {
        this.close();
        (this.field() ?? this.place.querySelector('button')).focus();
      },
      choose: (text) => this.choose(text),
      show: (element) => {
        this.close();
        show(this.modeler, element);
      },
    };
    render(<Picker steps={this.steps} {...actions} />, this.place);
  }

  choose(text) {
    this.close();
    const field = this.field();
    if (!field) {
      navigator.clipboard?.writeText(text).catch(() => {});
      toast('info', `${text} is copied: paste it into a field.`);
      return;
    }
    field.focus();
    field.setRangeText(
      text,
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
      'end',
    );
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** The panel may have drawn the field anew since. */
  field() {
    if (!this.target) return null;
    const { field, entry } = this.target;
    if (field.isConnected) return field;
    return entry
      ? this.properties.querySelector(`[data-entry-id="${CSS.escape(entry)}"]`)?.querySelector(FIELDS)
      : null;
  }
}

function Picker({ steps, toggle, ...actions }) {
  return (
    <>
      <Button
        icon="database"
        look="button--small"
        aria-expanded={String(Boolean(steps))}
        aria-controls="pills-popup"
        title="Put a value of an earlier step into a field (Ctrl+Space in the field)"
        onClick={toggle}
      >
        Data pills
      </Button>
      {steps && <Popup steps={steps} {...actions} />}
    </>
  );
}

function Popup({ steps, close, leave, choose, show: showStep }) {
  const [text, filter] = useState('');
  const popup = useRef(null);
  const search = useRef(null);
  useEffect(() => {
    search.current.focus();
  }, [steps]);
  useEffect(() => {
    const elsewhere = ({ target }) => {
      if (!popup.current.parentElement.contains(target) && !target.closest('.mapped-field__pill')) close();
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, []);
  const key = (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const items = [search.current, ...popup.current.querySelectorAll('.pill')];
      const next = items.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      items[(next + items.length) % items.length].focus();
    }
  };
  return (
    <div ref={popup} class="pills__popup" id="pills-popup" role="group" aria-label="Data pills" onKeyDown={key}>
      <input
        ref={search}
        class="input"
        type="search"
        placeholder="Filter data pills"
        aria-label="Filter data pills"
        value={text}
        onInput={({ target }) => filter(target.value)}
      />
      <div class="pills__tree">
        {matching(steps, text).map((step) => (
          <Step key={step.title} {...step} choose={choose} show={showStep} />
        ))}
      </div>
    </div>
  );
}

const Step = ({ title, element, groups, choose, show: showStep }) => (
  <section class="pills__step">
    <h3>{title}</h3>
    {groups.map(({ label, pills, hint }) => (
      <div key={label} class="pills__group" role="group" aria-label={label || title}>
        {label && <h4>{label}</h4>}
        {hint && (
          <button type="button" class="pill pill--hint" onClick={() => showStep(element)}>
            {hint}
          </button>
        )}
        {pills.map((pill) => (
          <button key={pill.text} type="button" class="pill" title={pill.text} onClick={() => choose(pill.text)}>
            {pill.label}
          </button>
        ))}
      </div>
    ))}
  </section>
);
