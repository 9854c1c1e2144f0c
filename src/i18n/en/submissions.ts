/** Texts about a submission on its way, in English. */
import type { submissions as bulgarian } from '../bg/submissions.js';

export const submissions: Record<keyof typeof bulgarian, string> = {
  submissionSending: 'Sending your request…',
  submissionSlow: 'The connection is slow. Still sending your request.',
  submissionKept: 'Your request is kept on this device. We will send it as soon as there is a connection.',
  submissionBusy: 'Your request is kept on this device. The system is busy now, and we will try again {moment}.',
  submissionUnknown: 'We do not know whether your request arrived. We will try again with the same number, so it will not count twice.',
  submissionEarlier: 'A request filled in {moment} is waiting on this device. There is no answer to it yet.',
  submissionEarlierCode: 'To send it, enter the authorisation code again. It will not count twice.',
  submissionNotStored: 'The device did not let us keep your request. Please leave this page open until you get a number.',
  submissionExpired: 'The request filled in {moment} was not sent within three days, so we deleted it. Please send it again.',
  submissionRetry: 'Send now',
  submissionDelete: 'Delete the request',
};
