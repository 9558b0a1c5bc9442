/** What was refused, said where it was asked for; nothing if nothing was. */
export const Refusal = ({ message }) => (
  <p class="notice notice--error" role="alert" hidden={!message}>
    {message}
  </p>
);
