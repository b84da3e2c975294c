import { buildApp } from '../../app.ts';
import { bundles } from '../../bundles.ts';

/** A process of its own: CDK's memory goes with it, and the local system needs it once. */
const [outdir, context] = process.argv.slice(2);
if (!outdir || !context) throw new Error('Usage: synthesise.ts FOLDER CONTEXT');
buildApp({ outdir, context: JSON.parse(context), bundles: await bundles({ into: `${outdir}/bundles` }) }).synth();
