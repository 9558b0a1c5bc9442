// A control of ours as a field of form-js.
import { Description, Errors } from '@bpmn-io/form-js-viewer';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Unsettled } from '../reference/unsettled.js';

/**
 * A form-js field type. The component gets `{page, id, field, value, disabled, onChange(value)}`, and `marks`: what its
 * input says of itself to assistive technology.
 */
export function controlField(type, Control, page) {
  function Field({ field, value, errors: wrong = [], domId, readonly, disabled, onChange, onBlur }) {
    const place = useRef(null);
    const [refusal, refuse] = useState('');
    useEffect(() => page.refusals.of(field.key, refuse), [field.key]);
    const errors = refusal ? [...wrong, refusal] : wrong;
    const errorId = `${domId}-error-message`;
    const isRequired = Boolean(field.validate?.required);
    const marks = {
      required: isRequired,
      'aria-invalid': String(errors.length > 0),
      'aria-errormessage': errors.length ? errorId : undefined,
      'aria-describedby': errors.length ? errorId : undefined,
    };
    return (
      <div class={`fjs-form-field ${type} ${errors.length ? 'fjs-has-errors' : ''}`}>
        <label for={domId} class={`fjs-form-field-label ${isRequired ? 'is-required' : ''}`}>
          {field.label}
        </label>
        <div
          class="control"
          ref={place}
          onFocusOut={({ relatedTarget }) => place.current?.contains(relatedTarget) || onBlur()}
        >
          <Unsettled.Provider value={page.unsettled}>
            <Control
              page={page}
              id={domId}
              field={field}
              value={value ?? ''}
              disabled={Boolean(readonly || disabled)}
              onChange={(changed) => onChange({ value: changed })}
              marks={marks}
            />
          </Unsettled.Provider>
        </div>
        <Description id={`${domId}-description`} description={field.description} />
        <Errors id={errorId} errors={errors} />
      </div>
    );
  }
  Field.config = {
    type,
    keyed: true,
    name: type,
    group: 'basic-input',
    emptyValue: '',
    sanitizeValue: ({ value }) => value,
    create: (options = {}) => options,
  };
  return Field;
}
