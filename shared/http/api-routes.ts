import { NewCohort } from '#domain/program/new-cohort.ts';
import { Decision, Moves, Weights } from './api-bodies.ts';
import type { RouteTable } from './route.ts';

/** For coordinators and their programs, as JSON. */
export const api = {
  function: 'api',
  access: 'token',
  // A few coordinators and their programs call it.
  throttle: { rate: 20, burst: 40 },
  routes: {
    listCohorts: { method: 'GET', path: '/v1/cohorts' },
    createCohort: { method: 'POST', path: '/v1/cohorts', body: NewCohort },
    getCohort: { method: 'GET', path: '/v1/cohorts/{id}' },
    moveMilestones: { method: 'PATCH', path: '/v1/cohorts/{id}/milestones', body: Moves },
    cancelCohort: { method: 'POST', path: '/v1/cohorts/{id}/cancel' },
    resumeCohort: { method: 'POST', path: '/v1/cohorts/{id}/resume' },
    previewMatches: { method: 'POST', path: '/v1/cohorts/{id}/matches/preview', body: Weights },
    changeWeights: { method: 'PUT', path: '/v1/cohorts/{id}/matches/weights', body: Weights },
    getDecision: { method: 'GET', path: '/v1/cohorts/{id}/matches/decision' },
    giveDecision: { method: 'POST', path: '/v1/cohorts/{id}/matches/decision', body: Decision },
    listPeople: { method: 'GET', path: '/v1/cohorts/{id}/people' },
    excludeFromMatching: { method: 'PUT', path: '/v1/cohorts/{id}/people/{person}/hold' },
    admitToMatching: { method: 'DELETE', path: '/v1/cohorts/{id}/people/{person}/hold' },
    endLinks: { method: 'DELETE', path: '/v1/cohorts/{id}/people/{person}/links' },
    resumeMail: { method: 'DELETE', path: '/v1/cohorts/{id}/people/{person}/stop' },
    listEmails: { method: 'GET', path: '/v1/cohorts/{id}/emails' },
    resendEmail: { method: 'POST', path: '/v1/cohorts/{id}/emails/{email}/resend' },
    getReport: { method: 'GET', path: '/v1/cohorts/{id}/report' },
    listReplies: { method: 'GET', path: '/v1/cohorts/{id}/replies' },
    listEvents: { method: 'GET', path: '/v1/cohorts/{id}/events' },
  },
} as const satisfies RouteTable;

export type ApiOperation = keyof typeof api.routes;
