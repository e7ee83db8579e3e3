package dev.tollgate.aws;

import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * Prepares the builder of every AWS client of this function. Nothing is taken from the machine: no
 * profile file, no instance metadata, no system property.
 */
@Singleton
public final class AwsClients implements PrimedAtSnapshot {
  /** One try: the answer of a healthy service takes tens of milliseconds. */
  private static final Duration ATTEMPT = Duration.ofSeconds(3);

  /** All tries of one call: two slow ones and a pause, well inside the 25 s of an HTTP function. */
  private static final Duration CALL = Duration.ofSeconds(8);

  private final Environment environment;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final Connections connections = new Connections();
  private final ClientOverrideConfiguration limits;

  /**
   * @param interceptors none in production; tests count calls and break them
   */
  public AwsClients(Environment environment, List<ExecutionInterceptor> interceptors) {
    this.environment = environment;
    this.region = Region.of(environment.required("AWS_REGION"));
    this.credentials = Credentials.of(environment);
    this.limits =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .retryStrategy(RetryMode.STANDARD)
            .executionInterceptors(interceptors)
            .defaultProfileFile(ProfileFile.aggregator().build())
            .build();
  }

  /**
   * @param endpointVariable names the variable that may hold another endpoint than AWS's own
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
      B builder, Optional<String> endpointVariable) {
    endpointVariable
        .flatMap(environment::optional)
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(limits)
        .httpClient(connections);
  }

  /** Nothing to do: whoever owns a client makes its first call. */
  @Override
  public void prime() {}

  @Override
  public void restored() {
    connections.reopen();
  }

  @PreDestroy
  void close() {
    connections.close();
  }
}
