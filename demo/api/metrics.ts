/** Counts and times of answers by route, in the text format Prometheus reads. No paths, no values. */
import type { FastifyInstance } from 'fastify';

const BUCKETS_SECONDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

interface Timing {
  count: number;
  seconds: number;
  buckets: number[];
}

export class Metrics {
  readonly #timings = new Map<string, Timing>();

  observe(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${method}",route="${route}",status="${status}"`;
    let timing = this.#timings.get(labels);
    if (timing === undefined) {
      timing = { count: 0, seconds: 0, buckets: BUCKETS_SECONDS.map(() => 0) };
      this.#timings.set(labels, timing);
    }
    timing.count += 1;
    timing.seconds += seconds;
    for (const [index, bound] of BUCKETS_SECONDS.entries()) {
      if (seconds <= bound) timing.buckets[index] = (timing.buckets[index] ?? 0) + 1;
    }
  }

  text(): string {
    const lines = [
      '# HELP http_request_duration_seconds Time to answer a request.',
      '# TYPE http_request_duration_seconds histogram',
    ];
    for (const [labels, { count, seconds, buckets }] of this.#timings) {
      for (const [index, bound] of BUCKETS_SECONDS.entries()) {
        lines.push(`http_request_duration_seconds_bucket{${labels},le="${bound}"} ${buckets[index]}`);
      }
      lines.push(
        `http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
        `http_request_duration_seconds_sum{${labels}} ${seconds.toFixed(6)}`,
        `http_request_duration_seconds_count{${labels}} ${count}`,
      );
    }
    lines.push(
      '# HELP process_resident_memory_bytes Resident memory.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      '# HELP process_uptime_seconds Time since the process began.',
      '# TYPE process_uptime_seconds gauge',
      `process_uptime_seconds ${process.uptime().toFixed(1)}`,
    );
    return `${lines.join('\n')}\n`;
  }
}

export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.observe(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
  });
}
