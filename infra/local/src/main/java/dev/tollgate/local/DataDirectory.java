package dev.tollgate.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a stack keeps everything. It belongs to one running stack at a time. */
final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "lock";

  /** The open log is emptied by whoever opened it. */
  static final String LOG = "functions.log";

  private static final Set<String> KEPT = Set.of(LOCK, LOG);

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * @param fresh removes what earlier runs left
   */
  static DataDirectory open(Path root, boolean fresh) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused("Another local stack is running on the data in " + root + ".");
      }
      if (fresh) {
        empty(root);
      }
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the data directory cannot be used", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by a stack in this very process
    }
  }

  private static void empty(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(root) && !KEPT.contains(root.relativize(file).toString())) {
          Files.delete(file);
        }
      }
    }
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** A folder of its own for one server. */
  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
