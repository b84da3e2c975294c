/** One figure of ours beside that of a peer, measured in the same run on the same input. */
export interface Row {
  case: string;
  ours: number;
  peer: number;
  peerName: string;
  unit: 'ms' | '%' | 'KB' | 'MB' | 's' | 'cases' | 'times';
  /** Whether both found the same, where that can be asked. */
  same?: boolean;
}
