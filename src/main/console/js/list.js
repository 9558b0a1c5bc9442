// The page of a table's list.
import { startColumns } from './list/columns.js';
import { startFilter } from './list/filter.js';
import { startLive } from './list/live.js';
import { startPageSize } from './list/page-size.js';
import { startSelection } from './list/selection.js';
import { startTurning } from './list/turning.js';

document.addEventListener('DOMContentLoaded', () => {
  startTurning();
  startSelection();
  startColumns();
  startPageSize();
  startFilter();
  startLive();
});
