/**
 * The API as one Fastify instance over an open database. Sets limits, headers and error handling
 * once for all routes; listens to nothing itself.
 */
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { addCenterRoutes } from './centers/center-routes.js';
import { Changes } from './changes.js';
import { addContactRoutes } from './contacts/contact-routes.js';
import { allowOrigins, openToAll } from './cross-origin.js';
import { addCustomerRoutes } from './customers/customer-routes.js';
import { openDatabase, type Database, type DatabasePlace } from './database.js';
import { Limits } from './limits/limits.js';
import { loggerOptions, type LogTarget } from './logging.js';
import { addMailboxRoute, mailboxCarrier } from './mail/mailbox.js';
import { MailWorker } from './mail/mail-worker.js';
import { smtpCarrier } from './mail/smtp-carrier.js';
import { measureRequests, Metrics } from './metrics.js';
import { addNoticeRoutes } from './notices/notice-routes.js';
import { addOccupancyRoutes } from './occupancy/occupancy-routes.js';
import { addOperatorRoutes } from './operator-routes.js';
import { setFeed } from './outages/feed-store.js';
import { FeedWorker } from './outages/feed-worker.js';
import { OutageBook } from './outages/outage-book.js';
import { addOutageRoutes } from './outages/outage-routes.js';
import { addPlaceRoutes } from './places/place-routes.js';
import { problemFor, ProblemError, sendProblem } from './problems.js';
import { PublicAnswers } from './public-answers.js';
import { addReadingWindowRoute } from './readings/reading-routes.js';
import type { RouteContext } from './route-context.js';
import { seed } from './sample/seed.js';
import { addSecurityHeaders } from './security-headers.js';
import { addServiceRoutes } from './service-routes.js';
import { readSettings, type Settings } from './settings.js';

/** What is not given is as the environment leaves it when it sets nothing. */
export type AppOptions = DatabasePlace & Partial<Pick<Settings, 'smtpUrl' | 'mailFrom' | 'einvoiceUrl' | 'outagesFeed'>> & {
  /** Origins whose pages may read answers to a POST. */
  allowedOrigins?: readonly string[];
  trustProxy?: readonly string[];
  /** Failed attempts are neither counted nor limited; for measurements. */
  limitsOff?: boolean;
  logger?: LogTarget;
  /** The server's clock; sample data is dated by it. */
  now?: () => Date;
};

const BODY_LIMIT_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
const CONNECTION_TIMEOUT_MS = 15_000;
const HANDLER_TIMEOUT_MS = 10_000;

/** Opens the database, brings it up to date, seeds it if it is empty, and gives the API ready to listen. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const database = await openDatabase(options);
  try {
    return (await buildAppOn(database, options)).app;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** As `buildApp`, on a database that is open already; closing the app closes it. */
export async function buildAppOn(
  database: Database,
  options: Omit<AppOptions, keyof DatabasePlace>,
): Promise<{ app: FastifyInstance; context: RouteContext }> {
  const { smtpUrl, mailFrom, einvoiceUrl, outagesFeed } = { ...readSettings({}), ...options };
  const { allowedOrigins = [], now = () => new Date() } = options;
  await seed(database.db, now());
  await setFeed(database.db, outagesFeed !== null, now());
  const changes = new Changes(database.db, database.shared, now);
  const outages = new OutageBook(database.db, now);
  changes.followClock('outages', outages.clockwork);
  const metrics = new Metrics();

  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    // While stopping, requests that still come over an open connection are served, not refused.
    return503OnClosing: false,
    trustProxy: options.trustProxy && options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    logger: loggerOptions(options.logger ?? false),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, _request, reply) => {
      // These come before any hook, so what hooks set is set here.
      openToAll(reply);
      sendProblem(reply, problemFor(error));
    },
  });

  const carry = smtpUrl === null ? mailboxCarrier(database.db, mailFrom, now) : smtpCarrier(smtpUrl, mailFrom);
  const mails = new MailWorker(database.db, carry, now, app.log);
  const written = () => changes.forget();
  const feed = outagesFeed && new FeedWorker(database.db, outagesFeed, { now, written, log: app.log });
  const context: RouteContext = {
    db: database.db,
    answers: new PublicAnswers(changes),
    changes,
    limits: await Limits.open(database.db, now, options.limitsOff),
    outages,
    mails,
    einvoice: { page: einvoiceUrl, sender: mailFrom },
    now,
  };

  app.removeContentTypeParser('text/plain');
  addSecurityHeaders(app);
  allowOrigins(app, allowedOrigins);
  measureRequests(app, metrics);
  app.addHook('onResponse', async (request, reply) => {
    // What anybody may read is only counted: in a storm it is read thousands of times a second.
    if (request.method === 'GET' && reply.statusCode < 400) return;
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemFor(error);
    if (problem.code === 'unavailable') request.log.error({ req: request, err: error }, 'failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not-found')));
  await app.register(
    (routes, _options, done) => {
      addCenterRoutes(routes, context);
      addPlaceRoutes(routes, context);
      addContactRoutes(routes, context);
      addReadingWindowRoute(routes, context);
      addOutageRoutes(routes, context);
      addNoticeRoutes(routes, context);
      addOccupancyRoutes(routes, context);
      done();
    },
    { prefix: '/v1' },
  );
  await app.register(
    (routes, _options, done) => {
      addOperatorRoutes(routes, context);
      done();
    },
    { prefix: '/v1' },
  );
  await app.register(
    (routes, _options, done) => {
      addCustomerRoutes(routes, context);
      done();
    },
    { prefix: '/v1' },
  );
  await app.register((routes, _options, done) => {
    addServiceRoutes(routes, context, metrics);
    if (smtpUrl === null) addMailboxRoute(routes, database.db, allowedOrigins);
    done();
  });

  app.addHook('onListen', (done) => {
    mails.start();
    feed?.start();
    done();
  });
  let stopped: Promise<unknown> | undefined;
  app.addHook('preClose', (done) => {
    stopped = Promise.all([mails.stop(), feed?.stop()]);
    done();
  });
  app.addHook('onClose', async () => {
    await stopped;
    await database.close();
  });
  await app.ready();
  return { app, context };
}
