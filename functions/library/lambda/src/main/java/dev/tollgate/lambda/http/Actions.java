package dev.tollgate.lambda.http;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.lambda.guard.Caller;
import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls a controller's method with what it asks for: the request, its client, the person who calls,
 * their tenancy or a key's, a body, a path variable or a query value. Anything else is refused when
 * the function starts.
 */
@Singleton
final class Actions {
  private final BeanContext context;
  private final BodyReader bodies;

  Actions(BeanContext context, BodyReader bodies, Routes routes) {
    this.context = context;
    this.bodies = bodies;
    routes.all().forEach(this::check);
  }

  Response run(Call call) {
    Argument<?>[] arguments = call.route().action().getArguments();
    @Nullable Object[] values = new @Nullable Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].isAnnotationPresent(Body.class)) {
        switch (bodies.read(call.request(), arguments[i].getType())) {
          case BodyReader.Outcome.Read read -> values[i] = read.value();
          case BodyReader.Outcome.Refused refused -> {
            return refused.problem().response();
          }
        }
      } else {
        values[i] = value(call, arguments[i]);
      }
    }
    return invoke(call.route().action(), context.getBean(call.route().controller()), values);
  }

  @SuppressWarnings("unchecked") // the bean is of the type that declares the method
  private static Response invoke(
      ExecutableMethod<?, ?> action, Object controller, @Nullable Object[] values) {
    Object answer = ((ExecutableMethod<Object, Object>) action).invoke(controller, values);
    return switch (answer) {
      case Response response -> response;
      case Problem problem -> problem.response();
      case null, default -> throw new IllegalStateException(action + " answered no response");
    };
  }

  private static @Nullable Object value(Call call, Argument<?> argument) {
    if (argument.getType() == Request.class) {
      return call.request();
    }
    if (argument.getType() == Client.class) {
      return call.request().client();
    }
    if (argument.getType() == Principal.class) {
      return principal(call);
    }
    if (argument.getType() == Caller.class) {
      return call.caller().orElseThrow();
    }
    if (argument.getType() == Tenancy.class) {
      return call.caller().orElseThrow().tenancy();
    }
    String name = argument.getName();
    if (argument.isAnnotationPresent(PathVariable.class)) {
      return call.variables().get(name);
    }
    // The API's names have underscores, which a parameter's may not.
    String asked =
        argument
            .getAnnotationMetadata()
            .stringValue(QueryValue.class)
            .filter(given -> !given.isEmpty())
            .orElse(name);
    Optional<String> query = call.request().queryValue(asked);
    return query.orElse(null);
  }

  /** A route that asks for a person takes no keys. */
  private static Principal principal(Call call) {
    return switch (call.caller().orElseThrow()) {
      case Caller.Person(Principal principal) -> principal;
      case Caller.Program _ -> throw new IllegalStateException("a key is no person");
    };
  }

  private void check(Route route) {
    for (Argument<?> argument : route.action().getArguments()) {
      Class<?> type = argument.getType();
      boolean known =
          type == Request.class
              || type == Client.class
              || (type == Principal.class && !route.open() && route.declared().scope().isEmpty())
              || (type == Tenancy.class && !route.open())
              || (type == Caller.class && !route.open())
              || (type == String.class
                  && route.path().text().contains("{" + argument.getName() + "}"))
              || (type == String.class && argument.isAnnotationPresent(QueryValue.class));
      if (argument.isAnnotationPresent(Body.class)) {
        bodies.check(type);
      } else if (!known) {
        throw new IllegalStateException(
            route.name() + " asks for " + argument.getName() + ", which no request has");
      }
    }
  }
}
