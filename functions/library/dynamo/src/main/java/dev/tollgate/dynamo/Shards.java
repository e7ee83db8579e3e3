package dev.tollgate.dynamo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreads what falls due over partitions of the index; whoever looks for it reads them all. Numbers
 * are never lowered: what stands in a shard beyond would not be found.
 *
 * @param prefix of what falls due, apart from everything else that does
 */
record Shards(String prefix, int number) {
  /** Where whatever has this id stands. */
  String of(String id) {
    return shard(Math.floorMod(id.hashCode(), number));
  }

  List<String> all() {
    return IntStream.range(0, number).mapToObj(this::shard).toList();
  }

  private String shard(int position) {
    return prefix + position;
  }
}
