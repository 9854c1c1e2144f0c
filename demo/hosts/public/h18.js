/** The page's own map, in Leaflet of 2013. */
const map = L.map('map', { zoomControl: true }).setView([42.7, 23.3], 8);
L.circleMarker([42.7, 23.3]).addTo(map).bindPopup('Офис');
