/**
 * Names of places that a feed writes in capitals, as Bulgarian writes them: „Бобов дол“, „Горна Малина“.
 * A list of words of the language; places themselves are unknown here.
 */

/** Common nouns that end a name in small letters; other second words are names themselves. */
const COMMON = new Set(
  ('баня бара бряг брод бунар вода врата връх гора двор дол дял езеро извор камък кладенец кладенци ливади махала могила мост ' +
    'нива пазар планина поле поляна проход река село хан черква чешма чифлик').split(' '),
);
const SMALL = new Set(['до', 'и', 'к', 'край', 'на', 'над', 'от', 'под', 'при', 'с', 'у']);

/** „ГР. ДОЛНА БАНЯ“ → „Долна баня“; a name that is not all in capitals keeps its letters. */
export function properName(written: string): string {
  const name = written
    .normalize('NFC')
    .replace(/^(гр|с)\.\s*|^(град|село)\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && (COMMON.has(word) || SMALL.has(word)) ? word : capital(word)))
    .join(' ');
}

/** The first letter, and each after a dash or an opening mark. */
function capital(word: string): string {
  return word.replace(/(^|[-–(„])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
