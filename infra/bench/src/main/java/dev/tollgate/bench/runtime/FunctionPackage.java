package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A function as it is uploaded.
 *
 * @param jar the one shaded jar
 * @param taskRoot the same, unpacked as Lambda does it
 * @param handler class and method
 */
public record FunctionPackage(Path jar, Path taskRoot, String handler) {
  /** Unpacks a jar into a folder that is not there yet. */
  public static FunctionPackage unpack(Path jar, String handler, Path taskRoot) throws IOException {
    Path root = Files.createDirectories(taskRoot.toAbsolutePath().normalize());
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException(entry.getName() + " leads out of the task root.");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolve("..").normalize());
          try (InputStream content = archive.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
    return new FunctionPackage(jar.toAbsolutePath().normalize(), root, handler);
  }
}
