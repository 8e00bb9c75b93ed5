package dev.plumbline.rules.security;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Digests that are written out, known by numbers that stand in no other code: two of the constants
 * that their standards lay down. RFC 1321 (MD5), FIPS 180-4 (SHA-1, SHA-256), GB/T 32905 (SM3).
 */
final class DigestConstants {

  private static final long INT = 0xffffffffL;

  private record Pair(long one, long other) {}

  private static final Map<String, Pair> DIGESTS = digests();

  private DigestConstants() {}

  private static Map<String, Pair> digests() {
    Map<String, Pair> digests = new LinkedHashMap<>();
    digests.put("MD5", new Pair(0xd76aa478L, 0xe8c7b756L));
    digests.put("SHA-1", new Pair(0xc3d2e1f0L, 0xca62c1d6L));
    digests.put("SHA-256", new Pair(0x428a2f98L, 0x71374491L));
    digests.put("SM3", new Pair(0x79cc4519L, 0x7a879d8aL));
    return digests;
  }

  /** The types that compute a digest by themselves, with its name. */
  static Map<TypeInfo, String> in(MainCode code) {
    Map<TypeInfo, Set<Long>> seen = new LinkedHashMap<>();
    code.each(
        (body, step) -> {
          if (step instanceof Instruction.Constant constant
              && constant.literal().value() instanceof Number number
              && !(number instanceof Double)
              && !(number instanceof Float)) {
            // The negative ones are written as such where the source was JavaScript.
            for (long each : new long[] {number.longValue() & INT, -number.longValue() & INT}) {
              if (isTelling(each)) {
                seen.computeIfAbsent(body.owner(), key -> new LinkedHashSet<>()).add(each);
              }
            }
          }
        });
    Map<TypeInfo, String> found = new LinkedHashMap<>();
    seen.forEach(
        (type, numbers) ->
            DIGESTS.forEach(
                (name, pair) -> {
                  if (numbers.contains(pair.one()) && numbers.contains(pair.other())) {
                    found.putIfAbsent(type, name);
                  }
                }));
    return found;
  }

  private static boolean isTelling(long number) {
    return DIGESTS.values().stream().anyMatch(p -> p.one() == number || p.other() == number);
  }
}
