package dev.tollgate.dispatch;

import dev.tollgate.core.outgoing.Reach;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import org.apache.http.ssl.SSLContexts;

/** Hands the sender to a function. */
@Factory
final class DispatchFactory {
  /** From resolving the name to the first line of the answer. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Anywhere but on the local stack the variable means nothing. */
  @Singleton
  Reach reach(Environment environment) {
    boolean allowed =
        environment.optional("OUTGOING_ALLOW_LOCAL").filter("true"::equals).isPresent();
    return allowed && environment.isLocal() ? Reach.LOCAL_TOO : Reach.PUBLIC;
  }

  @Singleton
  @Bean(preDestroy = "close")
  SafeSender sender(Reach reach) {
    return new SafeSender(
        new CheckedNames(InetAddress::getAllByName, reach::allows),
        SSLContexts.createDefault(),
        TIMEOUT);
  }
}
