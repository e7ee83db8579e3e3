package dev.tollgate.mail;

import dev.tollgate.aws.AwsClients;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/** Hands the mailer to a function. */
@Factory
final class MailFactory {

  /**
   * Never retries by itself: SES has no key by which it would know a repeated mail, so after a lost
   * answer the caller decides.
   */
  @Singleton
  @Bean(preDestroy = "close")
  SesV2Client client(AwsClients clients) {
    SesV2ClientBuilder builder =
        clients.configure(SesV2Client.builder(), Optional.of("SES_ENDPOINT"));
    ClientOverrideConfiguration once =
        builder.overrideConfiguration().toBuilder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .build();
    return builder.overrideConfiguration(once).build();
  }

  @Singleton
  Mailer mailer(SesV2Client client, Environment environment) {
    return new SesMailer(
        client, environment.required("MAIL_FROM"), environment.optional("MAIL_EVENTS"));
  }

  /** A function may only send, so this is refused; by then all code of a call has run once. */
  @Singleton
  PrimedAtSnapshot primed(SesV2Client client) {
    return () -> {
      try {
        client.getAccount(_ -> {});
      } catch (SdkException refused) {
        return;
      }
    };
  }
}
