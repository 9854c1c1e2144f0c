/**
 * A widget's texts: the page's own wording first, then the language's, then Bulgarian. English arrives in a
 * chunk of its own, beside the data, so that Bulgarian pages do not carry it.
 */
import { common } from './bg/common.js';
import type { KeyOf, LanguageName, Messages, TextInBoth } from './messages.js';

interface English {
  texts: Messages;
  toLatin: (text: string) => string;
}

/** Undefined until asked for and answered; null if the texts cannot be had. */
let english: English | null | undefined;
let request: Promise<void> | null = null;

/** The language to speak when `wanted` is asked for, or null while its texts are on their way. */
export function spokenLanguage(wanted: LanguageName): LanguageName | null {
  if (wanted === 'bg' || english === null) return 'bg';
  return english ? wanted : null;
}

/** Fetches the English texts once. If they cannot be had, widgets speak Bulgarian rather than stay silent. */
export function loadEnglish(): Promise<void> {
  return (request ??= import('./en/index.js').then(
    (module) => void (english = module),
    () => void (english = null),
  ));
}

/** What fills a text's `{places}`; `count` also chooses between `key.one` and `key.other`. */
export type Values = Record<string, string | number>;

export class Words<Key extends string> {
  constructor(
    readonly language: LanguageName,
    private readonly bulgarian: Messages,
    private readonly overrides: readonly ({ bg?: Messages; en?: Messages } | null | undefined)[] = [],
  ) {}

  /** The same words and the Bulgarian texts of a part that was loaded later. */
  with<More extends Messages>(texts: More): Words<Key | KeyOf<More>> {
    return new Words(this.language, { ...this.bulgarian, ...texts }, this.overrides);
  }

  /** The text for `key`, its places filled in. */
  t(key: Key, values: Values = {}): string {
    // Both languages have the same two forms for whole numbers: one, and all others (CLDR; 21 is "other").
    const form = values['count'] === undefined ? key : `${key}.${values['count'] === 1 ? 'one' : 'other'}`;
    const text = this.#find(form) ?? key;
    // A sentence that ends in „16:30 ч.“ has its full stop already.
    return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)).replaceAll('..', '.');
  }

  #find(form: string): string | undefined {
    for (const texts of this.overrides) {
      const text = texts?.[this.language]?.[form];
      if (text !== undefined) return text;
    }
    return (this.language === 'en' ? english?.texts[form] : undefined) ?? this.bulgarian[form] ?? (common as Messages)[form];
  }

  /** A comma-separated text as its parts, such as the names of the days. */
  list(key: Key): string[] {
    return this.t(key).split(',');
  }

  /** A text such as 'payment=плащане,sms=SMS' as its pairs. */
  pairs(key: Key): [code: string, name: string][] {
    return this.list(key).map((pair) => pair.split('=') as [string, string]);
  }

  /** The name of a street or place, which the API gives in Bulgarian only. */
  place(name: string): string {
    return this.language === 'en' && english ? english.toLatin(name) : name;
  }

  /** A text of the API in the reader's language, else in Bulgarian. */
  pick(text: TextInBoth): string {
    return text[this.language] || text.bg;
  }
}
