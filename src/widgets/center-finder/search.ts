/** What finding by words needs; it comes when a customer reaches for the search field. */
export { findPlace, searchPlaces } from '../../model/place-search.js';
export { prepareSearch, searchCenters } from '../../model/search.js';
