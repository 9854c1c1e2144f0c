/** Ways of typing a Bulgarian name, as one person would: a habit is kept for the whole word. */
const HABITS: readonly Record<string, string>[] = [
  { ч: '4', ш: '6', щ: '6t', я: 'q', в: 'v', ж: 'j', ъ: 'y', й: 'j', ц: 'c', ю: 'iu', х: 'h', ь: 'i' },
  { ч: '4', ш: 'sh', щ: 'sht', я: 'q', в: 'w', ж: 'j', ъ: 'u', й: 'i', ц: 'c', ю: 'u', х: 'x', ь: 'i' },
  { ч: 'ch', ш: '6', щ: 'sht', я: 'ia', в: 'v', ж: 'zh', ъ: 'u', й: 'i', ц: 'c', ю: 'ju', х: 'x', ь: 'y' },
  { ч: 'ch', ш: 'sh', щ: 'sht', я: 'ja', в: 'v', ж: 'j', ъ: 'a', й: 'y', ц: 'tz', ю: 'yu', х: 'h', ь: 'j' },
  { ч: 'ch', ш: 'sh', щ: 'sht', я: 'ya', в: 'w', ж: 'j', ъ: 'y', й: 'y', ц: 'ts', ю: 'iu', х: 'h', ь: 'y' },
];
const PLAIN: Record<string, string> = {
  а: 'a', б: 'b', г: 'g', д: 'd', е: 'e', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ф: 'f',
};

/** The name in each of the informal Latin habits. */
export function informalLatin(name: string): string[] {
  return HABITS.map((habit) => name.toLowerCase().replace(/[а-я]/g, (letter) => habit[letter] ?? PLAIN[letter] ?? letter));
}

/** Seeded numbers from 0 up to 1 (mulberry32), so that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The name with one letter missing, doubled or foreign, wrong, or two swapped. */
export function oneSlip(name: string, random: () => number, letters = 'абвгдежзийклмнопрстуфхцчшщъюя'): string {
  const pick = (from: number): number => Math.floor(random() * from);
  for (;;) {
    const at = pick(name.length);
    const letter = letters.charAt(pick(letters.length));
    const slipped = [
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + letter + name.slice(at),
      name.slice(0, at) + letter + name.slice(at + 1),
      name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
    ][pick(4)]!;
    if (slipped !== name) return slipped;
  }
}
