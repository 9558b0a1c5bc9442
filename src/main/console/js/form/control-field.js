// A control of ours, an ordinary element, as a field of form-js.
import { Description, Errors } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A form-js field type. `build({id, field, value, disabled, onChange})` makes the element; if the value is changed from
 * elsewhere, its `setValue(value)` is called. What the server refuses comes from `refusals`.
 */
export function controlField(type, build, refusals) {
  function Control({ field, value, errors: wrong = [], domId, readonly, disabled, onChange, onBlur }) {
    const [refusal, refuse] = useState('');
    useEffect(() => refusals.of(field.key, refuse), [field.key]);
    const errors = refusal ? [...wrong, refusal] : wrong;
    const place = useRef(null);
    const tell = useRef(onChange);
    tell.current = onChange;
    const held = useRef(value ?? '');
    const left = (event) => place.current.contains(event.relatedTarget) || onBlur();
    const fixed = Boolean(readonly || disabled);
    useEffect(() => {
      const change = (changed) => {
        held.current = changed;
        tell.current({ value: changed });
      };
      place.current.replaceChildren(build({ id: domId, field, value: value ?? '', disabled: fixed, onChange: change }));
    }, [fixed]);
    useEffect(() => {
      if ((value ?? '') !== held.current) {
        held.current = value ?? '';
        place.current.firstElementChild.setValue?.(held.current);
      }
    }, [value]);
    useEffect(() => mark(place.current, `${domId}-error-message`, field, errors));
    return h('div', { class: `fjs-form-field ${type} ${errors.length ? 'fjs-has-errors' : ''}` }, [
      h(
        'label',
        { for: domId, class: `fjs-form-field-label ${field.validate?.required ? 'is-required' : ''}` },
        field.label,
      ),
      h('div', { class: 'control', ref: place, onfocusout: left }),
      h(Description, { id: `${domId}-description`, description: field.description }),
      h(Errors, { id: `${domId}-error-message`, errors }),
    ]);
  }
  Control.config = {
    type,
    keyed: true,
    name: type,
    group: 'basic-input',
    emptyValue: '',
    sanitizeValue: ({ value }) => value,
    create: (options = {}) => options,
  };
  return Control;
}

function mark(place, errorId, field, errors) {
  const input = place.querySelector('input, select, textarea');
  if (!input) return;
  input.toggleAttribute('required', Boolean(field.validate?.required));
  input.setAttribute('aria-invalid', String(errors.length > 0));
  if (errors.length) {
    input.setAttribute('aria-errormessage', errorId);
    input.setAttribute('aria-describedby', errorId);
  } else if (input.getAttribute('aria-describedby') === errorId) {
    input.removeAttribute('aria-describedby');
    input.removeAttribute('aria-errormessage');
  }
}
