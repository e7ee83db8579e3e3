package dev.tollgate.queue;

import dev.tollgate.core.kernel.Fingerprint;
import java.util.regex.Pattern;

/** A text as SQS takes it for a message group or against duplicates. */
final class FifoId {
  /** Letters, digits and ASCII punctuation, at most 128 of them. */
  private static final Pattern LEGAL = Pattern.compile("[!-~]{1,128}");

  private FifoId() {}

  /** The text itself where it is legal; else what stands for it alone, so that no two meet. */
  static String of(String text) {
    return LEGAL.matcher(text).matches() ? text : Fingerprint.of(text).value();
  }
}
