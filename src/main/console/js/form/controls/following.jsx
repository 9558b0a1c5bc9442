// Controls about the table that another field names: with another table they begin anew.
import { useEffect, useReducer } from 'preact/hooks';

/** Answers the table now. */
export function useTableOf(page, field, onChange) {
  const { tableField } = field.properties;
  const [, draw] = useReducer((turn) => turn + 1, 0);
  useEffect(
    () =>
      page.onValue(tableField, () => {
        onChange('');
        draw();
      }),
    [tableField],
  );
  return page.valueOf(tableField);
}

export const ChooseFirst = ({ page, id, field }) => (
  <p class="muted" id={id}>
    Choose {page.labelOf(field.properties.tableField)} first.
  </p>
);
