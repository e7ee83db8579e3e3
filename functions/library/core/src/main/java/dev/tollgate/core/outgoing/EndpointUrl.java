package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.Checked;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be called as far as its spelling tells: what a name stands for is known only
 * when it is called, and checked then. It may hold a token of the receiver's, so no log shows it.
 */
public record EndpointUrl(URI uri) {
  private static final int LONGEST = 2048;
  private static final int HTTPS_PORT = 443;

  /** Below are the ports of mail, name and file servers, which would obey what we send. */
  private static final int FIRST_FREE_PORT = 1024;

  private static final int LAST_PORT = 65_535;

  private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
  private static final Pattern PLAIN_V4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  public static Checked<EndpointUrl> parse(String text, Reach reach) {
    Optional<URI> uri = uri(text);
    if (uri.isEmpty()) {
      return new Checked.Invalid<>(
          "must be a web address of at most " + LONGEST + " ASCII characters");
    }
    return wrong(uri.get(), reach)
        .<Checked<EndpointUrl>>map(Checked.Invalid::new)
        .orElseGet(() -> new Checked.Valid<>(new EndpointUrl(uri.get())));
  }

  private static Optional<URI> uri(String text) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> wrong(URI uri, Reach reach) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(reach == Reach.LOCAL_TOO && scheme.equals("http"))) {
      return Optional.of("must begin with https://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("must have neither a user nor a fragment");
    }
    int port = port(uri);
    if (port != HTTPS_PORT && (port < FIRST_FREE_PORT || port > LAST_PORT)) {
      return Optional.of("must have the port 443 or one from 1024 on");
    }
    return wrongHost(uri.getHost(), scheme, reach);
  }

  private static Optional<String> wrongHost(String host, String scheme, Reach reach) {
    Optional<InetAddress> literal = literal(host);
    if (scheme.equals("http") && literal.filter(Reach::isThisMachine).isEmpty()) {
      return Optional.of("must begin with https://, unless it is 127.0.0.1");
    }
    if (literal.isPresent()) {
      return reach.allows(literal.get())
          ? Optional.empty()
          : Optional.of("must not be an address of a private or special network");
    }
    boolean isName = host.contains(".") && !host.endsWith(".") && !isNumeric(host);
    return isName ? Optional.empty() : Optional.of("must have a full host name");
  }

  /** Brackets mean IPv6. Octal, hexadecimal and shortened forms of IPv4 are none. */
  private static Optional<InetAddress> literal(String host) {
    try {
      if (host.startsWith("[")) {
        return Optional.of(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
      }
      return PLAIN_V4.matcher(host).matches()
          ? Optional.of(InetAddress.ofLiteral(host))
          : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static boolean isNumeric(String host) {
    return host.startsWith("[") || DIGITS_AND_DOTS.matcher(host).matches();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : HTTPS_PORT;
  }

  /** As it is connected to. */
  public int port() {
    return port(uri);
  }

  @Override
  public String toString() {
    return "EndpointUrl[hidden]";
  }
}
