/** A binary heap of the numbers 0..size-1, nearest first by `distance`; a distance may shrink while its number is in it. */
export class MinHeap {
  size = 0;
  readonly #distance: Float64Array;
  readonly #items: Int32Array;
  readonly #place: Int32Array;

  constructor(distance: Float64Array) {
    this.#distance = distance;
    this.#items = new Int32Array(distance.length);
    this.#place = new Int32Array(distance.length).fill(-1);
  }

  clear(): void {
    for (let n = 0; n < this.size; n++) this.#place[this.#items[n] as number] = -1;
    this.size = 0;
  }

  nearest(): number {
    return this.#items[0] as number;
  }

  /** Puts `item` in, or to its new place after its distance has shrunk. */
  put(item: number): void {
    let place = this.#place[item] as number;
    if (place < 0) place = this.size++;
    this.#rise(item, place);
  }

  remove(item: number): void {
    const place = this.#place[item] as number;
    if (place < 0) return;
    this.#place[item] = -1;
    const last = this.#items[--this.size] as number;
    if (last === item) return;
    const [items, places, distance] = [this.#items, this.#place, this.#distance];
    const key = distance[last] as number;
    let hole = place;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.size) break;
      const sibling = child + 1;
      if (
        sibling < this.size &&
        (distance[items[sibling] as number] as number) < (distance[items[child] as number] as number)
      ) {
        child = sibling;
      }
      const below = items[child] as number;
      if ((distance[below] as number) >= key) break;
      items[hole] = below;
      places[below] = hole;
      hole = child;
    }
    this.#rise(last, hole);
  }

  #rise(item: number, from: number): void {
    const [items, places, distance] = [this.#items, this.#place, this.#distance];
    const key = distance[item] as number;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = items[parent] as number;
      if ((distance[above] as number) <= key) break;
      items[place] = above;
      places[above] = place;
      place = parent;
    }
    items[place] = item;
    places[item] = place;
  }
}
