// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors

// Evaluated once, before any hook: keeps the way to the host for itself and takes everything from
// the global object that is not JavaScript's own. What a hook may change later is kept here first.
const { java_invoke, JSON: { parse, stringify }, Promise, TypeError, Reflect: { apply } } = globalThis;
const say = (word, text) => java_invoke("", word, text);

for (const name of ["java_invoke", "Javy", "plugin"]) {
  delete globalThis[name];
}
for (const name of Object.keys(console)) {
  console[name] = () => undefined;
}

let hook;

export const adopt = (candidate) => {
  if (typeof candidate !== "function") {
    throw new TypeError("its default export is no function; write `export default (…) => …`");
  }
  hook = candidate;
  say("adopted", "");
};

// Each argument is a list: empty for undefined, else of one value.
export const call = () => {
  const values = parse(say("arguments", ""));
  for (let i = 0; i < values.length; i++) {
    values[i] = values[i].length === 0 ? undefined : values[i][0];
  }
  const result = apply(hook, undefined, values);
  if (result instanceof Promise) {
    say("promise", "");
    return;
  }
  const text = stringify(result);
  say("result", text === undefined ? "undefined" : text);
};
