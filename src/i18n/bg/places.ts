/** Texts of what has a search field for places or a map, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const places = {
  suggestions: 'Предложения',
  more: 'Покажи още',
  filters: 'Филтри',
  operatorNames: 'cez-rp=ЧЕЗ Разпределение,evn=EVN България,energo-pro=ЕНЕРГО-ПРО',
  loadMap: 'Зареди картата',
  zoomIn: 'Приближи',
  zoomOut: 'Отдалечи',
  twoFingers: 'Движете картата с два пръста.',
  ctrlWheel: 'За увеличаване задръжте Ctrl и превъртете.',
  basemapCredit: 'Граници: Natural Earth',
} as const;

export type PlacesKey = KeyOf<typeof places>;
