/** A state machine in the Amazon States Language, as far as this interpreter goes. Templates may hold expressions. */
export interface Machine {
  Comment?: string;
  StartAt: string;
  TimeoutSeconds?: number;
  States: Record<string, State>;
}

export type State = TaskState | ChoiceState | PassState | WaitState | SucceedState | FailState;

interface Common {
  Comment?: string;
  Output?: unknown;
  Assign?: Record<string, unknown>;
}

interface Onward {
  Next?: string;
  End?: true;
}

export interface TaskState extends Common, Onward {
  Type: 'Task';
  Resource: string;
  Arguments?: unknown;
  TimeoutSeconds?: number | string;
  Retry?: Retrier[];
  Catch?: Catcher[];
}

export interface ChoiceState extends Common {
  Type: 'Choice';
  Choices: (Common & { Condition: string; Next: string })[];
  Default?: string;
}

export interface PassState extends Common, Onward {
  Type: 'Pass';
}

export interface WaitState extends Common, Onward {
  Type: 'Wait';
  Seconds: number | string;
}

export interface SucceedState extends Common {
  Type: 'Succeed';
}

export interface FailState {
  Comment?: string;
  Type: 'Fail';
  Error?: string;
  Cause?: string;
}

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher extends Common {
  ErrorEquals: string[];
  Next: string;
}
