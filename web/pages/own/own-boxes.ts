import type { OwnLink } from '../../../api/contract/own-link.ts';
import type { Reader } from '../../reader.ts';
import { type Boxes, boxesOf } from '../desk/asset/boxes-of.ts';
import { cleanBoxes } from '../desk/asset/load-edit.ts';

/** The boxes of a group's own: as they stand, with what was typed in those that the form has. Nothing else that comes counts. */
export function ownBoxes({ written, version }: OwnLink, typed: Boxes, reader: Reader): Boxes {
  const standing = written ? boxesOf(written, version, reader) : {};
  if (typed.answer !== 'write') return standing;
  // Times go by their number: where somebody changed them meanwhile, those that stand are shown.
  const sameTimes = typed.version === standing.version;
  const isKept = (name: string) => ownNames.has(name) || (sameTimes && /^(s\d+\.(words|note)|e\d+\.(words|cancelled))$/.test(name));
  const sent = Object.entries(cleanBoxes(typed)).filter(([name]) => isKept(name));
  const unticked = Object.entries(standing).filter(([name]) => !(sameTimes && /^e\d+\.cancelled$/.test(name)));
  return Object.fromEntries([...unticked, ...sent]);
}

const ownNames = new Set([
  ...['name', 'name_cy', 'summary', 'summary_cy', 'description', 'how_to_join', 'cost_type', 'cost_pounds', 'cost_note'],
  ...['contact_name', 'contact_phone', 'contact_email', 'contact_web', 'place', 'looked', 'where'],
]);
