import { assert } from '@open-wc/testing';
import { nextPoll, pollPause } from '../../src/api/poll-pause.js';
import { seededRandom } from '../model/typing.js';

const PERIOD = 60_000;

describe('the pause between two looks of a page', () => {
  it('is the period on average, and longer after each failure, up to a quarter of an hour', () => {
    const bounds = [0, 1, 2, 3, 9].map((failures) => [pollPause(PERIOD, failures, () => 0), pollPause(PERIOD, failures, () => 1)]);
    assert.deepEqual(bounds, [[30_000, 90_000], [30_000, 90_000], [60_000, 180_000], [120_000, 360_000], [300_000, 900_000]]);
  });

  for (const [opened, spread] of [['second', 1], ['minute', 60]] as const) {
    for (const patience of [false, true]) {
      it(`brings 10 000 pages, opened in the same ${opened}, back from an outage of a minute${patience ? ' whose end they were all told' : ''} without a crowd`, () => {
        const random = seededRandom(2020);
        const [up, end] = [60, 360];
        const asked = Array<number>(end).fill(0);
        for (let page = 0; page < 10_000; page++) {
          let failures = 0;
          for (let second = random() * spread; second < end; ) {
            asked[Math.floor(second)]!++;
            failures = second < up ? failures + 1 : 0;
            second = nextPoll(second * 1000, patience && failures ? up * 1000 : 0, PERIOD, failures, random) / 1000;
          }
        }
        const after = asked.slice(up);
        assert.isAtMost(Math.max(...after), (2 * after.reduce((sum, count) => sum + count)) / after.length);
      });
    }
  }
});
