// How much of the diagram is seen: all of it at first, beside the palette.
import { Button } from '../button.jsx';
import { drawn } from '../drawn.js';

const PALETTE_PX = 136;
/** Where all of it would be too small to read, its beginning is shown. */
const PHONE_PX = 500;
const LEAST_ON_PHONE = 0.6;
const MARGIN_PX = 24;
const STEP = 1.25;

export function startZoom(modeler, container) {
  fit(modeler, container, LEAST_ON_PHONE);
  const zoom = (factor) => modeler.get('canvas').zoom(modeler.get('canvas').zoom() * factor);
  container.append(
    drawn(
      <div class="designer__zoom">
        <Button icon="zoom-in" label="Zoom in" look="button--small" onClick={() => zoom(STEP)} />
        <Button icon="zoom-out" label="Zoom out" look="button--small" onClick={() => zoom(1 / STEP)} />
        <Button icon="maximize" label="Show all" look="button--small" onClick={() => fit(modeler, container)} />
      </div>,
    ),
  );
}

export function fit(modeler, container, leastOnPhone = 0) {
  const canvas = modeler.get('canvas');
  const { inner } = canvas.viewbox();
  const isPhone = container.clientWidth < PHONE_PX;
  const left = modeler.get('palette', false) ? PALETTE_PX : MARGIN_PX;
  const room = { width: container.clientWidth - left - MARGIN_PX, height: container.clientHeight - 2 * MARGIN_PX };
  if (room.width < 100 || inner.width === 0) return;
  const scale = Math.min(1, room.width / inner.width, room.height / inner.height);
  const readable = isPhone ? Math.max(leastOnPhone, scale) : scale;
  canvas.viewbox({
    x: inner.x - left / readable,
    y: inner.y + inner.height / 2 - container.clientHeight / readable / 2,
    width: container.clientWidth / readable,
    height: container.clientHeight / readable,
  });
}
