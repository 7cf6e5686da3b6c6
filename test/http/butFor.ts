import type { Store } from "../../src/store/store.ts";

/** An archive, but for these functions of it. */
export function butFor(store: Store, others: Partial<Store>): Store {
  return new Proxy(store, {
    get(target, key) {
      if (Object.hasOwn(others, key)) return Reflect.get(others, key) as unknown;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
