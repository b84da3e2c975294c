import type { RouteTable } from './route.ts';

/**
 * For whoever has the link: a form, how to stop, and, for the coordinator, the weights of the matching. The token in the path
 * is the key. And what this is.
 */
export const pages = {
  function: 'pages',
  access: 'open',
  // A thousand people who open their links in the same minute make 20 a second.
  throttle: { rate: 50, burst: 100 },
  routes: {
    showForm: { method: 'GET', path: '/f/{token}' },
    submitForm: { method: 'POST', path: '/f/{token}' },
    showStop: { method: 'GET', path: '/u/{token}' },
    confirmStop: { method: 'POST', path: '/u/{token}' },
    showWeights: { method: 'GET', path: '/w/{token}' },
    submitWeights: { method: 'POST', path: '/w/{token}' },
    showHome: { method: 'GET', path: '/' },
  },
} as const satisfies RouteTable;

export type PageOperation = keyof typeof pages.routes;
