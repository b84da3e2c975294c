/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles. On Lambda, credentials are in the environment, where
 * the SDK's own chain finds them first as well; what else it could try (profiles, single sign-on, the metadata of an EC2
 * instance, with a client for each) is 110 to 140 KB that would be loaded at every cold start and never called.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('There are no AWS credentials in the environment.');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
