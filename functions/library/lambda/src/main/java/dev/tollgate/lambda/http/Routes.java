package dev.tollgate.lambda.http;

import io.micronaut.context.BeanContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The routes of the controllers on this function's class path. */
@Singleton
public final class Routes {
  private final List<Route> routes;

  Routes(BeanContext context) {
    List<Route> found = new ArrayList<>();
    for (BeanDefinition<?> controller :
        context.getBeanDefinitions(Qualifiers.byStereotype(Controller.class))) {
      String prefix = controller.stringValue(Controller.class).orElse("");
      for (ExecutableMethod<?, ?> action : controller.getExecutableMethods()) {
        if (action.hasStereotype(HttpMethodMapping.class)) {
          found.add(Route.of(prefix, controller, action));
        }
      }
    }
    this.routes = List.copyOf(found);
  }

  public List<Route> all() {
    return routes;
  }

  /** What is at a path. */
  sealed interface Match {
    record Found(Route route, Map<String, String> variables) implements Match {}

    /** The path exists for other methods. */
    record OtherMethods(TreeSet<String> allowed) implements Match {}

    record Nothing() implements Match {}
  }

  Match find(Request request) {
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.path().match(request.segments());
      if (variables.isPresent()) {
        if (route.method().equals(request.method())) {
          return new Match.Found(route, variables.get());
        }
        allowed.add(route.method());
      }
    }
    return allowed.isEmpty() ? new Match.Nothing() : new Match.OtherMethods(allowed);
  }
}
