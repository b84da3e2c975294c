import type { Answer } from './console-server.ts';

/** A page may use the console's own style sheet and script, frame its own messages, and nothing else. `console`: its address. */
export function pagePolicy(console: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src ${console}/console.css`,
    `script-src ${console}/fit.js`,
    'img-src data:',
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return { 'content-security-policy': policy.join('; ') };
}

export const plainPolicy = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * A message's HTML is a page of its own, not a `srcdoc`: that would inherit the policy of the page around it, which
 * would have to allow inline styles for everything. Here nothing runs, nothing is fetched, no form is sent. The origin
 * is shared so that the page around it can measure its height.
 */
export const framePolicy = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

/** Always saved, never shown: whatever it is, it gets no place among our pages. */
export function download(body: Uint8Array, type: string, name: string): Answer {
  const plain = name.replace(/[^\w .()-]/g, '_').slice(0, 100);
  const exact = encodeURIComponent(name.slice(0, 100).toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
  return {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body,
  };
}
