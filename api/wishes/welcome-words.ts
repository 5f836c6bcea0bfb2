import type { Reader } from './wish-pieces.ts';

/** "Walk in" is not among them: it may be a walk in the park. */
const turnUp =
  /^(?:(?:where i can |can i |i can )?(?:just )?(?:turn up|drop in)|just (?:come|show up|walk in)|drop in(?: only)?|without (?:booking|an appointment)|no (?:booking|appointment)(?: needed)?|no need to book|galw (?:i mewn|heibio)|heb (?:archebu|drefnu|apwyntiad)|dim angen archebu)$/;
/** Not "bring my dad": that says who comes, and "with a friend" may be any two people. */
const bring =
  /^(?:(?:where i can |can i |i can )?bring (?:a friend|a mate|a pal|someone|somebody|someone along|a friend along|a neighbour)|(?:dod|dewch) a (?:ffrind|rhywun|chyfaill|chymydog))$/;

export const readWelcome: Reader = ({ words }) => {
  if (turnUp.test(words)) return { just_turn_up: ['yes'] };
  return bring.test(words) ? { bring_someone: ['yes'] } : null;
};
