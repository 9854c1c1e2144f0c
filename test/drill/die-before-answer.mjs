/**
 * Loaded into the API before it starts: ends it with SIGKILL when it is about to answer 201, once in
 * `DIE_ONE_IN` answers. Everything is committed then, and nothing told.
 */
import { ServerResponse } from 'node:http';

const oneIn = Number(process.env.DIE_ONE_IN);
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (status, ...rest) {
  if (status === 201 && Math.random() * oneIn < 1) process.kill(process.pid, 'SIGKILL');
  return writeHead.call(this, status, ...rest);
};
