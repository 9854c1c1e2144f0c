import { describe, expect, it } from 'vitest';
import { toLatin } from '../../src/model/transliteration.js';

describe('toLatin', () => {
  it.each([
    // The examples of the Act and names that show one letter or pair each.
    ['България', 'Bulgaria'],
    ['БЪЛГАРИЯ', 'BULGARIA'],
    ['бул. България 5', 'bul. Bulgaria 5'],
    ['София', 'Sofia'],
    ['СОФИЯ', 'SOFIA'],
    ['Стария град', 'Staria grad'],
    ['Марияна', 'Mariyana'],
    ['Търговище', 'Targovishte'],
    ['Кюстендил', 'Kyustendil'],
    ['Щъркелово гнездо', 'Shtarkelovo gnezdo'],
    ['ЩЪРКЕЛ', 'SHTARKEL'],
    ['Щ', 'Sht'],
    ['Жълъд', 'Zhalad'],
    ['Мусала – връх', 'Musala – vrah'],
    ['Козлодуй', 'Kozloduy'],
    ['Синьо бърдо', 'Sinyo bardo'],
    ['Йордан', 'Yordan'],
    ['Джурово', 'Dzhurovo'],
    ['Ябланица', 'Yablanitsa'],
    ['Чепеларе', 'Chepelare'],
    ['Хасково', 'Haskovo'],
    ['Шумен', 'Shumen'],
    ['Горна Оряховица', 'Gorna Oryahovitsa'],
    ['ѝ', 'i'],
    ['еФактура', 'eFaktura'],
    ['CEZ Център №3', 'CEZ Tsentar №3'],
    ['', ''],
  ])('writes %s as %s', (bulgarian, latin) => {
    expect(toLatin(bulgarian)).toBe(latin);
  });

  it('reads й typed as и with a mark as the letter й', () => {
    expect(toLatin('Козлодуи\u0306')).toBe('Kozloduy');
  });

  it('leaves no Bulgarian letter behind', () => {
    const letters = 'абвгдежзийклмнопрстуфхцчшщъьюя';
    expect(toLatin(letters + letters.toUpperCase())).toMatch(/^[a-z]+$/i);
  });
});
