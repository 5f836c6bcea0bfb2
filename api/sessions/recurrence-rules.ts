import { RRuleTemporal } from 'rrule-temporal';

/** Why a rule (RFC 5545, without DTSTART) is none that we can keep, in a sentence; null when it gives dates. `startsOn`: YYYY-MM-DD. */
export function ruleProblem(rule: string, startsOn: string): string | null {
  try {
    const recurrence = new RRuleTemporal({ rruleString: `DTSTART:${startsOn.replaceAll('-', '')}T000000Z\nRRULE:${rule}` });
    return recurrence.next(new Date(`${startsOn}T00:00:00Z`), true) ? null : `“${rule}” gives no date from ${startsOn} on`;
  } catch {
    return `“${rule}” is no rule that we can read`;
  }
}
