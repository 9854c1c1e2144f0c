import { assert } from '@open-wc/testing';
import { publishCenter } from '../../src/ui/json-ld.js';
import { center } from '../support/centers.js';
import '../support/console-guard.js';

const blocks = (): HTMLScriptElement[] => [...document.head.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')];

describe('data for search engines', () => {
  afterEach(() => blocks().forEach((block) => block.remove()));

  it('stand in the head once for each center, whoever publishes it', () => {
    publishCenter(center(), 'bg');
    publishCenter(center(), 'bg');
    publishCenter(center({ id: 'vidin' }), 'bg');
    assert.deepEqual(blocks().map(({ text }) => (JSON.parse(text) as { identifier: string }).identifier), ['vratsa', 'vidin']);
  });

  it('are written anew when the center or the language changes', () => {
    publishCenter(center(), 'bg');
    publishCenter(center(), 'en');
    assert.deepEqual(blocks().map(({ text }) => (JSON.parse(text) as { name: string }).name), ['Center Vratsa']);
  });

  it('never run, whatever a center is called', () => {
    publishCenter(center({ name: { bg: '</script><script>alert(1)</script>', en: null } }), 'bg');
    assert.lengthOf(blocks(), 1);
    assert.equal((JSON.parse(blocks()[0]!.text) as { name: string }).name, '</script><script>alert(1)</script>');
  });
});
