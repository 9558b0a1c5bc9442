// What is wrong with the draft: in a list, and at the elements themselves.
import { render } from 'preact';
import { call } from '../api.js';
import { Icon } from '../icon.jsx';

const LOOKS = { error: ['has-error', 'alert-circle', 'Error'], warning: ['has-warning', 'alert-triangle', 'Warning'] };

export class Problems {
  constructor(subflow, marks) {
    this.subflow = subflow;
    this.marks = marks;
    this.list = document.getElementById('problems');
    this.count = document.getElementById('problem-count');
  }

  /** Those of what is saved. */
  async refresh() {
    try {
      this.set((await call('GET', this.subflow.api('/problems'))).result);
    } catch (refusal) {
      this.count.textContent = 'not known';
      render(<li>The problems could not be read: {refusal.message}</li>, this.list);
    }
  }

  set(problems) {
    this.marks.clear('problem');
    const byElement = new Map();
    for (const problem of problems) {
      byElement.set(problem.element, [...(byElement.get(problem.element) ?? []), problem]);
    }
    for (const [element, its] of byElement) {
      const [look, symbol] = LOOKS[its.some((problem) => problem.severity === 'error') ? 'error' : 'warning'];
      this.marks.add('problem', element, look, symbol, its.map((problem) => problem.message).join(' '));
    }
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    this.count.textContent = problems.length === 0 ? 'none' : words(errors, problems.length - errors);
    this.count.className = `badge ${errors ? 'badge--error' : problems.length ? 'badge--waiting' : 'badge--published'}`;
    const show = (problem) => this.marks.show(problem.element);
    render(
      problems.map((problem, at) => <Problem key={at} {...problem} show={() => show(problem)} />),
      this.list,
    );
  }

  focus() {
    this.list.querySelector('button')?.focus();
  }
}

function Problem({ severity, message, show }) {
  const [look, symbol, label] = LOOKS[severity];
  return (
    <li>
      <button type="button" class="problem" onClick={show}>
        <span class={`problem__sign problem__sign--${look}`}>
          <Icon name={symbol} />
          <span class="visually-hidden">{label}</span>
        </span>
        <span>{message}</span>
      </button>
    </li>
  );
}

function words(errors, warnings) {
  const of = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return [errors ? of(errors, 'error') : '', warnings ? of(warnings, 'warning') : ''].filter(Boolean).join(', ');
}
