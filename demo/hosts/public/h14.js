/** A widget factory that owns the names we might have used, and plugins on everything. */
jQuery.widget('cez.outages', { options: { api: 'none' }, _create() { this.element.addClass('ui-widget'); } });
jQuery.fn.cez = function () { return this; };
jQuery.ajaxSetup({ beforeSend: (request) => request.setRequestHeader('X-Requested-With', 'XMLHttpRequest') });
jQuery(() => jQuery('main > *').outages().find('*').addClass('ui-helper-reset'));
jQuery(document).on('click keydown input change submit', '*', () => undefined);
