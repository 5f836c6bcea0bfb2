import { editDistance } from './embedded/edit-distance.ts';
import { foldText, foldWord, foldWords } from './fold-text.ts';

/** Who types one of these may be in need: nothing may be guessed for them, and only the words themselves find what is not a service. Folded. */
export const distressWords: ReadonlySet<string> = new Set(
  [
    'suicide suicidal harm selfharm kill die dying abuse abused abuser abusive violence violent rape raped assault hungry hunger starving',
    'raping homeless homelessness crisis emergency heating dementia alzheimers debt bailiff eviction evicted depressed depression',
    'addiction addict alcoholic overdose drug asylum refugee hunanladdiad niweidio camdrin trais newynog digartref argyfwng dyled iselder caethiwed',
  ]
    .join(' ')
    .split(' ')
    .map(foldWord),
);

export const isDistressWord = (word: string) => distressWords.has(foldWord(word));

/** What someone in need may say without any of these words; the list of synonyms leads from each to services. Folded. */
export const distressPhrases: readonly string[] = [
  'end it all|end it tonight|end my life|want to die|kill myself|go on any more|go on anymore|go on like this|no point in living|better off without me',
  'hits me|hit me|beats me|hurts me|hurting me|hits us|beats us|chokes me|threatens me|frightened of my|afraid of my|scared of my|frightens me|hurting myself|hurt myself|cutting myself',
  'nowhere to sleep|nowhere to live|nowhere to go tonight|sleeping rough|thrown out|kicked out|child in danger|children in danger|worried about a child',
  'panic attack|panic attacks|pwl o banig|pyliau o banig',
  'gets violent|is violent|scared at home|not safe at home|unsafe at home|scared to go home|want it to stop|lost my home|losing my home|rent arrears',
  'register a death|registering a death',
  'cam drin|diwedd ar y cyfan|lladd fy hun|eisiau marw|methu mynd ymlaen|fy nharo|fy mrifo|unman i gysgu|cofrestru marwolaeth|plentyn mewn perygl',
].flatMap((phrases) => phrases.split('|').map((phrase) => foldWords(foldText(phrase))));

/** Only as the last words: "I can't go on my own" is another matter. */
const lastWords = ['cant go on', 'cannot go on', 'cant cope', 'cannot cope', 'cant take it', 'cant take any more', 'want to disappear'].map(
  foldWords,
);

/** Whether they hold such a word or phrase. */
export const isInNeed = (words: string[]) => words.some(isDistressWord) || saysNeed(words);

/** Whether they hold such a phrase: nothing but services is an answer then, for its words stand in many a text. */
export const saysNeed = (words: string[]) => needPhrase(words) !== undefined;

/** Only that by which someone says so, without the rest of the sentence: "he hits me" → "hits me", folded. */
export const needAlone = (words: string[]) => needPhrase(words) ?? words.filter(isDistressWord).join(' ');

function needPhrase(words: string[]): string | undefined {
  const folded = ` ${words.map(foldWord).join(' ')} `;
  return distressPhrases.find((phrase) => folded.includes(` ${phrase} `)) ?? lastWords.find((phrase) => folded.endsWith(` ${phrase} `));
}

const shortestSlip = 6;

/** The words with slips of the pen in such ones put right ("suicde"); null when there are none. Asked only once nothing was found. */
export function withoutSlips(words: string[]): string[] | null {
  const meant = words.map((word) => {
    if (word.length < shortestSlip || isDistressWord(word)) return word;
    return [...distressWords].find((known) => known.length >= shortestSlip && editDistance(word, known, 1) === 1) ?? word;
  });
  return meant.some((word, position) => word !== words[position]) ? meant : null;
}
