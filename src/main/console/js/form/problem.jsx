// What is wrong with the record as a whole, above the form.
import { render } from 'preact';
import { Icon } from '../icon.jsx';

export const problem = {
  show(title, text) {
    render(
      <div class="notice notice--error" tabindex={-1}>
        <Icon name="alert-circle" />
        <div class="grow">
          <strong>{title}</strong>
          {text && <p>{text}</p>}
        </div>
      </div>,
      place(),
    );
    place().firstElementChild.focus();
  },
  clear() {
    render(null, place());
  },
};

function place() {
  return document.getElementById('record-problem');
}
