/** Leaves the page for itself, three times, then has it morphed twice, as a site with soft navigation does. */
let visits = 0;
addEventListener('turbo:load', () => {
  visits += 1;
  if (visits === 6) document.documentElement.dataset.settled = '';
  // A visit that replaces the page by itself is a morph.
  else setTimeout(() => Turbo.visit(location.href, { action: visits < 4 ? 'advance' : 'replace' }), 20);
});
