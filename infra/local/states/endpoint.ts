import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StatesEngine } from './engine.ts';
import { Refusal } from './errors.ts';

/** What is asked of an operation: the members of its request, unchecked until they are used. */
type Request = Record<string, unknown>;

/**
 * Answers the AWS JSON 1.0 protocol for the operations of Step Functions that exist locally, so that an SDK client
 * whose endpoint points here can't tell the difference. Who is asking is for whoever puts it on a port to check.
 */
export function endpoint(engine: StatesEngine): (request: IncomingMessage, response: ServerResponse) => void {
  const operations = new Map(Object.entries(operationsOf(engine)));
  return (request, response) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    answer(request, operations.get(target.replace(/^AWSStepFunctions\./, '')), target).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        if (error instanceof Refusal) send(response, 400, { __type: error.code, message: error.message });
        else send(response, 500, { __type: 'InternalFailure', message: String(error) });
      },
    );
  };
}

type Operation = (request: Request) => unknown;

async function answer(request: IncomingMessage, operation: Operation | undefined, target: string): Promise<unknown> {
  const body = await textOf(request);
  if (!operation) throw new Refusal('UnknownOperationException', `${target || 'No target'} is not available here`);
  return operation(parse(body));
}

function operationsOf(engine: StatesEngine): Record<string, Operation> {
  return {
    StartExecution: (request) =>
      engine.startExecution({
        stateMachineArn: text(request, 'stateMachineArn'),
        ...optional(request, 'name'),
        ...optional(request, 'input'),
      }),
    StopExecution: (request) =>
      engine.stopExecution({
        executionArn: text(request, 'executionArn'),
        ...optional(request, 'error'),
        ...optional(request, 'cause'),
      }),
    DescribeExecution: (request) => {
      const included = { included: true };
      const description = engine.describeExecution({ executionArn: text(request, 'executionArn') });
      return { ...description, inputDetails: included, ...(description.output && { outputDetails: included }) };
    },
    ListExecutions: (request) => {
      const all = engine.listExecutions({
        stateMachineArn: engine.describeStateMachine({ stateMachineArn: text(request, 'stateMachineArn') })
          .stateMachineArn,
        ...(optional(request, 'statusFilter') as { statusFilter?: 'RUNNING' }),
      });
      const { items, nextToken } = page(all, request, 100);
      return { executions: items, nextToken };
    },
    GetExecutionHistory: (request) => {
      const events = engine.history(text(request, 'executionArn'));
      if (request.reverseOrder === true) events.reverse();
      const { items, nextToken } = page(events, request, 1000);
      return { events: items.map((event) => ({ ...event, timestamp: event.timestamp / 1000 })), nextToken };
    },
    DescribeStateMachine: (request) =>
      engine.describeStateMachine({ stateMachineArn: text(request, 'stateMachineArn') }),
    SendTaskSuccess: (request) => {
      engine.sendTaskSuccess({ taskToken: text(request, 'taskToken'), output: text(request, 'output') });
      return {};
    },
    SendTaskFailure: (request) => {
      engine.sendTaskFailure({
        taskToken: text(request, 'taskToken'),
        ...optional(request, 'error'),
        ...optional(request, 'cause'),
      });
      return {};
    },
    SendTaskHeartbeat: (request) => {
      engine.sendTaskHeartbeat({ taskToken: text(request, 'taskToken') });
      return {};
    },
  };
}

/** The slice of a list that is asked for; a token is simply the index where the next slice starts. */
function page<T>(all: T[], request: Request, most: number): { items: T[]; nextToken?: string } {
  const from = Number(request.nextToken ?? 0);
  const size = Math.min(Number(request.maxResults) || most, 1000);
  if (!Number.isInteger(from) || from < 0) throw new Refusal('InvalidToken', `Invalid Token: '${request.nextToken}'`);
  const end = from + size;
  return { items: all.slice(from, end), ...(end < all.length && { nextToken: String(end) }) };
}

function text(request: Request, member: string): string {
  const value = request[member];
  if (typeof value === 'string' && value.length > 0) return value;
  throw new Refusal('ValidationException', `Value at '${member}' failed to satisfy constraint: a string is needed`);
}

function optional<M extends string>(request: Request, member: M): { [name in M]?: string } {
  const value = request[member] ?? undefined;
  if (value !== undefined && typeof value !== 'string') {
    throw new Refusal(
      'ValidationException',
      `Value at '${member}' failed to satisfy constraint: it has to be a string`,
    );
  }
  return (value === undefined ? {} : { [member]: value }) as { [name in M]?: string };
}

function parse(body: string): Request {
  try {
    const request: unknown = JSON.parse(body || '{}');
    if (typeof request === 'object' && request !== null) return request as Request;
  } catch {
    // Falls through: anything that is not an object is refused the same way.
  }
  throw new Refusal('SerializationException', 'The request is not a JSON object');
}

/** Large enough for an input of 256 KiB with every character escaped. */
const longestBody = 2 * 1024 * 1024;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to the end all the same, so that the answer is read.
    if (length <= longestBody) chunks.push(chunk);
  }
  if (length > longestBody) throw new Refusal('ValidationException', `The request is longer than ${longestBody} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  // The protocol gives moments in seconds since 1970.
  const json = JSON.stringify(body, function (this: Record<string, unknown>, key, value: unknown) {
    const given = this[key];
    return given instanceof Date ? given.getTime() / 1000 : value;
  });
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0', 'x-amzn-RequestId': randomUUID() });
  response.end(json);
}
