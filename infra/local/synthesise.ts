import { buildApp } from '../app.ts';
import { bundles } from '../bundles.ts';
import { localContext } from './synthesis.ts';

/** A process of its own: CDK's memory goes with it, and the local system needs it once. */
const [outdir] = process.argv.slice(2);
if (!outdir) throw new Error('Usage: synthesise.ts FOLDER');
buildApp({ outdir, context: localContext, bundles: await bundles({ into: `${outdir}/bundles` }) }).synth();
