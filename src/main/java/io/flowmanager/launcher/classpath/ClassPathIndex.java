// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which places of a class path may have an entry, by the hash of its name: a place that is not
 * named does not have it, one that is named has to be looked into. Immutable.
 *
 * @param places file names, in the order of the class path
 * @param keys sorted: the hash of a name in the upper half, the number of a place in the lower one
 */
record ClassPathIndex(List<String> places, long[] keys) {

  private static final int HALF = Integer.SIZE;

  static long key(String name, int place) {
    return (long) name.hashCode() << HALF | place;
  }

  /** In the order of the class path. */
  int[] placesOf(String name) {
    int from = Arrays.binarySearch(keys, key(name, 0));
    int first = from < 0 ? -from - 1 : from;
    int end = first;
    while (end < keys.length && (int) (keys[end] >> HALF) == name.hashCode()) {
      end++;
    }
    return Arrays.stream(keys, first, end).mapToInt(key -> (int) key).toArray();
  }

  static ClassPathIndex read(InputStream stream) throws IOException {
    var input = new DataInputStream(new BufferedInputStream(stream));
    List<String> places = new ArrayList<>();
    for (int left = input.readInt(); left > 0; left--) {
      places.add(input.readUTF());
    }
    long[] keys = new long[input.readInt()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = input.readLong();
    }
    return new ClassPathIndex(places, keys);
  }

  void write(OutputStream stream) throws IOException {
    var output = new DataOutputStream(new BufferedOutputStream(stream));
    output.writeInt(places.size());
    for (String place : places) {
      output.writeUTF(place);
    }
    output.writeInt(keys.length);
    for (long key : keys) {
      output.writeLong(key);
    }
    output.flush();
  }
}
