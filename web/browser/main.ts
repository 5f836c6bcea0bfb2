import { startIslands } from './islands.ts';
import { onResults } from './page-events.ts';

/** The one script of every page. Nothing waits for it: what it improves already works. */
startIslands();
onResults(startIslands);
