package dev.tollgate.local.functions;

/**
 * The parent of every function's class loader, as in Lambda: the JDK and the interfaces of the Java
 * runtime. None of the local stack's own libraries can be seen through it.
 */
final class LambdaInterfaces extends ClassLoader {
  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";

  LambdaInterfaces() {
    super("lambda", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(RUNTIME)) {
      return LambdaInterfaces.class.getClassLoader().loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
