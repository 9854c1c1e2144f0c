<?php
/**
 * Plugin Name: CEZ widgets
 * Description: Puts the lines of cez-head.html, which lies beside this file, into the head of every page, and lets
 *   authors who may not write raw HTML use the tags with their attributes.
 */

// First of all: an import map that comes after a module script is refused.
add_action('wp_head', function () {
    readfile(__DIR__ . '/cez-head.html');
}, 1);

add_filter('wp_kses_allowed_html', function ($allowed, $context) {
    if ($context !== 'post') {
        return $allowed;
    }
    $common = ['api', 'brand', 'heading-level', 'now', 'no-url'];
    $map = ['map', 'tiles', 'attribution'];
    $tags = [
        'balance-checker' => [],
        'center-finder' => ['query', 'service', 'open-now', 'center-id', 'json-ld', ...$map],
        'config' => ['tiles', 'attribution'],
        'contacts' => [],
        'einvoice-form' => [],
        'hours-card' => ['center-id', 'compact', 'json-ld'],
        'notice' => ['place', 'service'],
        'outages' => ['place', 'kind', 'refresh', ...$map],
        'reading-form' => [],
        'sms-signup' => [],
    ];
    foreach ($tags as $tag => $own) {
        // `lang`, `class`, `hidden` and the like are those every tag of WordPress may have.
        $allowed["cez-$tag"] = array_fill_keys([...$common, ...$own], true) + $allowed['div'];
    }
    return $allowed;
}, 10, 2);
