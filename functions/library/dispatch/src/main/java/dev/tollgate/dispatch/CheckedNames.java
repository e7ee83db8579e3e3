package dev.tollgate.dispatch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.http.conn.DnsResolver;

/**
 * Resolves a name for a connection, once, and lets the client connect to nothing but what was
 * checked here: whatever the name stands for a moment later does not matter.
 */
final class CheckedNames implements DnsResolver {
  private final Names names;
  private final Predicate<InetAddress> allowed;

  CheckedNames(Names names, Predicate<InetAddress> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  /** What the machine's resolver does. */
  @FunctionalInterface
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** One bad address spoils the name: no honest receiver has both kinds. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = names.resolve(host);
    if (found.length == 0) {
      throw new UnknownHostException("no address");
    }
    if (!Arrays.stream(found).allMatch(allowed)) {
      throw new ForbiddenAddress();
    }
    return found;
  }
}
