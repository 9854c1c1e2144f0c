/**
 * Bulgarian names in Latin letters, by the Transliteration Act (State Gazette 19/2009): the letters
 * of art. 4, the word-final „ия“ of art. 5 and the one fixed name of art. 6. It writes names for
 * reading on screen and refuses to guess what people type; `search.ts` reads that.
 */
const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', ѝ: 'i', й: 'y', к: 'k',
  л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts',
  ч: 'ch', ш: 'sh', щ: 'sht', ъ: 'a', ь: 'y', ю: 'yu', я: 'ya',
};

/**
 * `text` with every Bulgarian word in Latin letters: „ул. Щърч“ → "ul. Shtarch", „СОФИЯ“ → "SOFIA",
 * „България“ → "Bulgaria". Case is kept; everything that is not a Bulgarian letter stays as it is.
 */
export function toLatin(text: string): string {
  return text.normalize('NFC').replace(/[а-яѝ]+/gi, (word) => {
    const lower = word.toLowerCase();
    // A lone capital starts a name („Щ“ → "Sht"), a word of capitals stays one („ЩЪРЧ“ → "SHTARCH").
    const capitals = word.length > 1 && lower.toUpperCase() === word;
    let latin = '';
    for (let at = 0; at < word.length; at++) {
      const letter = lower.charAt(at);
      let part = LATIN[letter] ?? letter;
      if (lower === 'българия' && letter === 'ъ') part = 'u';
      if (letter === 'я' && at === word.length - 1 && lower.endsWith('ия')) part = 'a';
      latin += word.charAt(at) === letter ? part : part.charAt(0).toUpperCase() + part.slice(1);
    }
    return capitals ? latin.toUpperCase() : latin;
  });
}
