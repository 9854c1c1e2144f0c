import { assert } from '@open-wc/testing';
import { importAgain } from '../../src/map/load-map.js';

const here = new URL('./fixture-module.js', import.meta.url).href;
const failure = (address: string): TypeError => new TypeError(`error loading dynamically imported module: ${address}`);

/** An address of this origin that holds a module: this test's own neighbour. */
const module = new URL('../../src/map/basemap-data.ts', import.meta.url).href;

describe('loading a chunk again', () => {
  it('asks once at first', async () => {
    let asked = 0;
    const fails = (): Promise<never> => (asked++, Promise.reject(failure(here)));
    await importAgain(fails, false).then(
      () => assert.fail('it should have failed'),
      (error: unknown) => assert.include(String(error), 'fixture-module'),
    );
    assert.equal(asked, 1);
  });

  it('takes another address where the engine remembers the failure', async () => {
    const loaded = await importAgain<{ LEFT: number }>(() => Promise.reject(failure(module)), true);
    assert.isAbove(loaded.LEFT, 0);
  });

  it('asks once more where the engine names no address', async () => {
    const answers = [Promise.reject(new TypeError('Importing a module script failed.')), Promise.resolve('module')];
    assert.equal(await importAgain<unknown>(() => answers.shift()!, true), 'module');
  });

  it('takes no address of another origin', async () => {
    const answers = [Promise.reject(failure('https://elsewhere.example/map.js')), Promise.resolve('module')];
    assert.equal(await importAgain<unknown>(() => answers.shift()!, true), 'module');
  });

  it('takes no unchecked address on a page that vouches for its files', async () => {
    const map = document.createElement('script');
    map.type = 'importmap';
    map.textContent = '{"integrity": {}}';
    document.head.append(map);
    try {
      const answers = [Promise.reject(failure(module)), Promise.resolve('module')];
      assert.equal(await importAgain<unknown>(() => answers.shift()!, true), 'module');
    } finally {
      map.remove();
    }
  });
});
