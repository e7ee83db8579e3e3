package dev.tollgate.aws;

import dev.tollgate.lambda.runtime.Environment;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The two places where Lambda puts a function's credentials. */
final class Credentials {
  private Credentials() {}

  /**
   * Variables, where there are any. With SnapStart there are none, since they would be older than
   * the copy that uses them: it serves them at an address, and the provider asks again before they
   * end.
   */
  static AwsCredentialsProvider of(Environment environment) {
    Optional<AwsCredentials> fixed =
        environment.optional("AWS_ACCESS_KEY_ID").map(id -> read(environment, id));
    return fixed
        .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
        .orElseGet(() -> ContainerCredentialsProvider.builder().build());
  }

  private static AwsCredentials read(Environment environment, String id) {
    String secret = environment.required("AWS_SECRET_ACCESS_KEY");
    return environment
        .optional("AWS_SESSION_TOKEN")
        .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(id, secret));
  }
}
