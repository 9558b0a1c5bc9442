import { Icon } from './icon.jsx';

/**
 * A button with an icon, with words, or with both; one without words is called `label`. `look` has classes besides.
 * Anything else becomes a property of the element.
 */
export function Button({ icon, label, look = '', children, ...others }) {
  const named = children ? { 'aria-label': label } : { 'aria-label': label, title: label };
  return (
    <button type="button" class={`button ${children ? '' : 'button--icon'} ${look}`} {...named} {...others}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
