package dev.tollgate.lambda.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exception without its words: classes and places only. */
final class Trace {
  private static final int FRAMES = 12;
  private static final int CAUSES = 5;

  private Trace() {}

  static List<Map<String, Object>> of(Throwable thrown) {
    List<Map<String, Object>> causes = new ArrayList<>();
    @Nullable Throwable next = thrown;
    while (next != null && causes.size() < CAUSES) {
      List<String> frames = new ArrayList<>();
      for (StackTraceElement frame : next.getStackTrace()) {
        if (frames.size() == FRAMES) {
          break;
        }
        frames.add(
            frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
      }
      causes.add(Map.of("class", next.getClass().getName(), "at", frames));
      next = next.getCause();
    }
    return causes;
  }
}
