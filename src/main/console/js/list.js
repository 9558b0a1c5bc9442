// The page of a table's list.
import { startColumns } from './list/columns.jsx';
import { startFilter } from './list/filter.jsx';
import { startLive } from './list/live.js';
import { startPageSize } from './list/page-size.js';
import { startSelection } from './list/selection.jsx';
import { startTurning } from './list/turning.js';

document.addEventListener('DOMContentLoaded', () => {
  startTurning();
  startSelection();
  startColumns();
  startPageSize();
  startFilter();
  startLive();
});
