package dev.tollgate.lambda.logging;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class LogFactory {
  @Singleton
  Log log(Environment environment) {
    return new Log(System.out, environment.optional("AWS_LAMBDA_FUNCTION_NAME").orElse("local"));
  }

  @Singleton
  Measures measures(Log log, Time time) {
    return new Measures(log, time);
  }
}
