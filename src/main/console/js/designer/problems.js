// What is wrong with the draft: in a list, and at the elements themselves.
import { call } from '../api.js';
import { el, icon } from '../elements.js';

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
      this.list.replaceChildren(el('li', {}, `The problems could not be read: ${refusal.message}`));
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
    this.list.replaceChildren(...problems.map((problem) => this.line(problem)));
  }

  line(problem) {
    const [look, symbol, label] = LOOKS[problem.severity];
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'problem', onclick: () => this.marks.show(problem.element) },
        el(
          'span',
          { class: `problem__sign problem__sign--${look}` },
          icon(symbol),
          el('span', { class: 'visually-hidden' }, label),
        ),
        el('span', {}, problem.message),
      ),
    );
  }

  focus() {
    this.list.querySelector('button')?.focus();
  }
}

function words(errors, warnings) {
  const of = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return [errors ? of(errors, 'error') : '', warnings ? of(warnings, 'warning') : ''].filter(Boolean).join(', ');
}
