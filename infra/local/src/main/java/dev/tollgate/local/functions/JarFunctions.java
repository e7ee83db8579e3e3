package dev.tollgate.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads the packages that are deployed, each with a class loader of its own. Functions of one
 * package share its classes, never their beans or their variables: nothing static may hold those.
 */
public final class JarFunctions implements FunctionSource {
  private final Path projectRoot;
  private final Map<Path, ClassLoader> loaders = new ConcurrentHashMap<>();

  public JarFunctions(Path projectRoot) {
    this.projectRoot = projectRoot;
  }

  @Override
  public FunctionSource forOneStack() {
    return new JarFunctions(projectRoot);
  }

  /** Bytes; zero for what is not there, which loading tells. */
  @Override
  public long weight(String codeUri) {
    return projectRoot.resolve(codeUri).toFile().length();
  }

  @Override
  public RequestStreamHandler load(
      String logicalName, String codeUri, String handler, Map<String, String> environment) {
    Path jar = projectRoot.resolve(codeUri);
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(codeUri + " has not been built");
    }
    String className = handler.split("::", 2)[0];
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader own = loaders.computeIfAbsent(jar, JarFunctions::loader);
    thread.setContextClassLoader(own);
    try {
      Object made = own.loadClass(className).getConstructor(Map.class).newInstance(environment);
      return (RequestStreamHandler) made;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(reason(e), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          className + " needs a public constructor that takes its environment", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader loader(Path jar) {
    try {
      return new URLClassLoader(
          jar.toString(), new URL[] {jar.toUri().toURL()}, new LambdaInterfaces());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(InvocationTargetException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.getClass().getName() : deepest.getMessage();
  }
}
