import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The Lambda functions; each is the folder `functions/<name>` with a `handler.ts`. */
export const functionNames = ['api', 'pages', 'stages', 'inbox', 'outbox', 'feedback'] as const;
export type FunctionName = (typeof functionNames)[number];

/** What CDK zips for a function: a folder with `index.mjs` and its source map. `bytes` is the size of `index.mjs`. */
export interface Bundle {
  folder: string;
  bytes: number;
}
export type Bundles = Readonly<Record<FunctionName, Bundle>>;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Some dependencies are CommonJS and call `require` for Node's own modules; an ES module has to make it itself. */
const banner = `import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);`;

/** What is never called on Lambda, left out. */
const alias = {
  '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./lambda-credentials.ts', import.meta.url)),
  // The half of React's server that makes text, without the half that makes streams: 120 KB.
  'react-dom/server': join(root, 'node_modules/react-dom/cjs/react-dom-server-legacy.node.production.js'),
};

/** Each AWS client takes its version from its whole package.json, scripts and dependencies with it: 2.5 KB a client. */
const versionAlone: Plugin = {
  name: 'version-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** What `postal-mime` makes text of HTML with, 45 KB: the parts of a message are read without it (`shared/mail/parts.ts`). */
const withoutHtmlToText: Plugin = {
  name: 'without-html-to-text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]postal-mime[\\/]src[\\/]html-entities\.js$/ }, () => ({ contents: 'export default {};' }));
  },
};

/** No JSON Schema is made on Lambda, but each schema comes with the ways to make one: 18 KB a bundle. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup({ onLoad }) {
    const refuse = `() => { throw new Error('JSON Schema is left out of the bundles.'); }`;
    const contents: Record<string, string> = {
      'to-json-schema': `export const createStandardJSONSchemaMethod = () => ${refuse}, createToJSONSchemaMethod = () => ${refuse};`,
      'json-schema-processors': `export const toJSONSchema = ${refuse};`,
      'json-schema-generator': 'export const JSONSchemaGenerator = undefined;',
    };
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/][a-z]*-?json-schema[a-z-]*\.js$/ }, ({ path }) => {
      const text = contents[basename(path, '.js')];
      return text === undefined ? undefined : { contents: text };
    });
  },
};

/**
 * Each AWS client describes every operation of its service, in arrays with computed keys, which esbuild takes for effects and
 * keeps. Those that no command in use refers to are left out: 60 KB with S3 alone.
 */
const withoutUnusedSchemas: Plugin = {
  name: 'without-unused-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return {
        contents: text.replace(
          /^((?:export )?var \S+ = )(\[(?:.*|[\s\S]*?\n)\]);$/gm,
          '$1/* @__PURE__ */ (() => $2)();',
        ),
      };
    });
  },
};

/**
 * Bundles every handler to `<into>/<name>/index.mjs` and says where and how large. Prints nothing; throws esbuild's
 * error, which names file and line, when a handler can't be bundled.
 *
 * One esbuild call for all of them, rather than CDK's NodejsFunction: that starts a child process for each function and
 * parses what they share six times, which took longer than the rest of the synthesis together.
 */
export async function bundles({ into = join(root, 'build', 'functions') }: { into?: string } = {}): Promise<Bundles> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: functionNames.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/index` })),
    outdir: into,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    // Without it, React brings its development build along as well: 360 KB.
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    // Words of many languages as they are, rather than each letter as six.
    charset: 'utf8',
    // Names of classes are not kept, which would cost 6 %: an error that anything matches on sets its `name` itself.
    alias,
    plugins: [versionAlone, withoutHtmlToText, withoutJsonSchema, withoutUnusedSchemas],
    sourcemap: 'linked',
    // A stack trace needs names and lines, not the text of every dependency: a tenth of the upload.
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: banner },
    logLevel: 'silent',
  });

  const sizes = new Map<string, number>();
  for (const { path, contents } of outputFiles) {
    if (path.endsWith('.mjs')) sizes.set(relative(into, path).split(sep)[0] ?? '', contents.byteLength);
    store(path, contents, join(into, `unfinished.${process.pid}`));
  }
  const bundle = (name: FunctionName): Bundle => ({ folder: join(into, name), bytes: sizes.get(name) ?? 0 });
  return {
    api: bundle('api'),
    pages: bundle('pages'),
    stages: bundle('stages'),
    inbox: bundle('inbox'),
    outbox: bundle('outbox'),
    feedback: bundle('feedback'),
  };
}

/**
 * Writes `contents` as a whole or not at all, and not when it is there already: two synths at a time (a demo beside the
 * tests) must not zip each other's half-written files. `unfinished` is outside of what is zipped.
 */
function store(path: string, contents: Uint8Array, unfinished: string): void {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}
