// What the page knows about its subflow, and what it shows of it.
import { render } from 'preact';

const STATES = {
  published: ['published', 'Published'],
  draft: ['draft', 'Draft'],
  'published with newer draft': ['changed', 'Published, newer draft'],
};

export class Subflow {
  constructor(page) {
    const { key, name, kind, state, version, active, template } = page.dataset;
    this.page = page;
    this.isTemplate = template === 'true';
    this.line = { key, name, kind, state, version: Number(version), active: active === 'true' };
  }

  get key() {
    return this.line.key;
  }

  get hasDraft() {
    return this.line.state !== 'published';
  }

  get isPublished() {
    return this.line.version > 0;
  }

  /** An address of the API below this subflow. */
  api(path = '') {
    return `/api/process-sync/v1/subflows/${encodeURIComponent(this.key)}${path}`;
  }

  /** Takes what the API answered, and shows it. */
  update(line) {
    this.line = line;
    const [look, label] = STATES[line.state] ?? ['', line.state];
    render(
      <>
        <span class={`badge badge--${look}`}>{label}</span>
        {!line.active && <span class="badge badge--skipped">Inactive</span>}
      </>,
      document.getElementById('subflow-state'),
    );
    document.getElementById('subflow-name').textContent = line.name;
    document.getElementById('subflow-version').textContent = line.version > 0 ? `Version ${line.version}` : '';
    document.querySelector('#activation span').textContent = line.active ? 'Deactivate' : 'Activate';
  }
}
