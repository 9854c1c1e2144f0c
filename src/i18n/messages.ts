/** Shapes of the message catalogues. Texts are plain strings, so that a page can replace every one of them. */
export type LanguageName = 'bg' | 'en';

export type Messages = Partial<Record<string, string>>;

/** A text as the API gives it. */
export interface TextInBoth {
  bg: string;
  en: string | null;
}

/** The keys one asks for: `count` chooses between the `.one` and `.other` of a key. */
export type KeyOf<Catalogue> = keyof Catalogue extends infer Key ? (Key extends `${infer Stem}.one` | `${infer Stem}.other` ? Stem : Key & string) : never;
