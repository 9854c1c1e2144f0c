/** All that finding by typed words needs, as one module: the tags that search fetch it when a customer reaches for the field. */
export { findNamesakes, findPlace, placeLabel, searchPlaces } from './place-search.js';
export { prepareSearch, searchCenters } from './search.js';
