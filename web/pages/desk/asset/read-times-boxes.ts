import type { TimesTold } from '../../../../api/contract/desk-asset.ts';
import { EventState, SessionState } from '../../../../api/contract/session-state.ts';
import type { FormError } from '../../../components/form-errors/form-errors.tsx';
import type { DeskData } from '../../../server/desk-data.ts';
import { type Boxes, eventTexts, sessionTexts } from './boxes-of.ts';

interface ReadTimesBoxes {
  sessions: SessionState[];
  events: EventState[];
  errors: FormError[];
  told: Record<string, TimesTold[]>;
  /** The sessions again, by the box in which they are written. */
  byBox: Record<string, SessionState[]>;
}

/** More than any asset has. */
const mostBoxes = 60;

/**
 * When it is. Words that nobody touched leave the rule as it is; others are read anew. A box that was emptied takes its times away; one more
 * stands empty, for new ones.
 */
export function readTimesBoxes(boxes: Boxes, desk: Pick<DeskData, 'readTimes'>): ReadTimesBoxes {
  const read: ReadTimesBoxes = { sessions: [], events: [], errors: [], told: {}, byBox: {} };
  for (let at = 0; at <= count(boxes.sessions); at += 1) readSession(`s${at}`, boxes, { desk, read });
  for (let at = 0; at < count(boxes.events); at += 1) readEvent(`e${at}`, boxes, { desk, read });
  return read;
}

interface Reading {
  desk: Pick<DeskData, 'readTimes'>;
  read: ReadTimesBoxes;
}

function readSession(box: string, boxes: Boxes, { desk, read }: Reading): void {
  const words = boxes[`${box}.words`]?.trim() ?? '';
  if (words === '') return;
  const was = stateIn(boxes[`${box}.was`], SessionState);
  const own = textsIn(boxes, box, sessionTexts);
  const put = (sessions: SessionState[]) => {
    read.byBox[box] = sessions;
    read.sessions.push(...sessions);
  };
  if (was && words === boxes[`${box}.said`]) {
    put([{ ...was, ...own }]);
    return;
  }
  const { sessions, events, problems, assumed } = desk.readTimes(words);
  read.told[`${box}.words`] = [...problems, ...assumed];
  put(sessions.map((session, at) => (at === 0 ? carriedOn(was, own, session) : { ...session, title: session.title ?? own.title })));
  read.events.push(...events.map((event) => ({ ...newEvent(boxes), ...event })));
}

/** The times are those typed; what else is known of the session stays, and so does its first date where the rule is the same. */
function carriedOn(was: SessionState | null, own: Pick<SessionState, (typeof sessionTexts)[number]>, typed: SessionState): SessionState {
  const sameRule = was !== null && was.rule === typed.rule;
  const exceptions = new Map([...(was?.exceptions ?? []), ...typed.exceptions].map((each) => [each.on_date, each]));
  return {
    ...typed,
    ...own,
    id: was?.id ?? null,
    venue_id: was?.venue_id ?? null,
    title: own.title ?? typed.title,
    starts_on: sameRule ? was.starts_on : typed.starts_on,
    ends_on: typed.ends_on ?? own.ends_on,
    exceptions: [...exceptions.values()].sort((one, other) => (one.on_date < other.on_date ? -1 : 1)),
  };
}

function readEvent(box: string, boxes: Boxes, { desk, read }: Reading): void {
  const words = boxes[`${box}.words`]?.trim() ?? '';
  const was = stateIn(boxes[`${box}.was`], EventState);
  if (words === '' || !was) return;
  const { name, summary, ...own } = textsIn(boxes, box, eventTexts);
  const kept = { ...was, ...own, name: name ?? was.name, summary: summary ?? '', cancelled: boxes[`${box}.cancelled`] !== undefined };
  if (words === boxes[`${box}.said`]) {
    read.events.push(kept);
    return;
  }
  const { sessions, events, problems, assumed } = desk.readTimes(words);
  read.told[`${box}.words`] = [...problems, ...assumed];
  const [event, ...more] = events;
  read.events.push({ ...kept, ...event }, ...more.map((each) => ({ ...kept, id: null, ...each })));
  if (!event || sessions.length > 0) read.errors.push({ field: `${box}.words`, text: 'edit.wrong-event' });
}

const newEvent = (boxes: Boxes): Omit<EventState, 'starts_on' | 'start_time' | 'minutes'> => ({
  ...{ id: null, name: boxes.name?.trim() || '-', name_cy: boxes.name_cy?.trim() || null, summary: '', summary_cy: null, venue_id: null },
  ...{ cost_type: 'unknown', cost_pence: null, cost_note: null, cancelled: false, note: null },
});

const count = (text: string | undefined): number => Math.min(Math.max(Number.parseInt(text ?? '0', 10) || 0, 0), mostBoxes);

function stateIn<State>(
  text: string | undefined,
  schema: { safeParse(value: unknown): { success: true; data: State } | { success: false } },
): State | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function textsIn<Name extends string>(boxes: Boxes, box: string, names: readonly Name[]): Record<Name, string | null> {
  const entries = names.map((name): [Name, string | null] => [name, boxes[`${box}.${name}`]?.trim() || null]);
  return Object.fromEntries(entries) as Record<Name, string | null>;
}
