package dev.tollgate.local.template;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Checks that everything the template refers to is there, in the parts too that mean nothing
 * locally: a policy that names a queue which is gone would only fail in the cloud.
 */
final class References {
  private static final String PSEUDO = "AWS::";

  private final Template template;

  References(Template template) {
    this.template = template;
  }

  void check() {
    template.conditions().values().forEach(value -> check(value, Set.of()));
    template.resources().values().forEach(this::check);
  }

  private void check(Resource resource) {
    resource
        .condition()
        .ifPresent(
            name -> {
              if (!template.conditions().containsKey(name)) {
                throw resource.place().error("unresolved condition " + name);
              }
            });
    check(resource.properties(), Set.of());
  }

  private void check(Value value, Set<String> ownVariables) {
    switch (value) {
      case Value.Scalar scalar -> {}
      case Value.Sequence sequence -> sequence.items().forEach(v -> check(v, ownVariables));
      case Value.Mapping mapping -> mapping.entries().values().forEach(v -> check(v, ownVariables));
      case Value.Intrinsic call -> check(call);
    }
  }

  private void check(Value.Intrinsic call) {
    if (call.name().equals("Ref") && call.argument() instanceof Value.Scalar name) {
      requireKnown(name.text(), call.place());
    } else if (call.name().equals("GetAtt") && call.argument() instanceof Value.Sequence list) {
      requireResource(((Value.Scalar) list.items().getFirst()).text(), call.place());
    } else if (call.name().equals("Sub")) {
      checkSubstitution(call);
    } else {
      check(call.argument(), Set.of());
    }
  }

  private void checkSubstitution(Value.Intrinsic call) {
    Map<String, Value> own = Map.of();
    Value text = call.argument();
    if (call.argument() instanceof Value.Sequence list && list.items().size() == 2) {
      text = list.items().getFirst();
      if (list.items().get(1) instanceof Value.Mapping variables) {
        own = variables.entries();
        check(variables, Set.of());
      }
    }
    Matcher variable = Substitution.VARIABLE.matcher(((Value.Scalar) text).text());
    while (variable.find()) {
      String name = variable.group(2).strip();
      if (!variable.group(1).isEmpty() || own.containsKey(name)) {
        continue;
      }
      int dot = name.indexOf('.');
      if (dot < 0) {
        requireKnown(name, call.place());
      } else {
        requireResource(name.substring(0, dot), call.place());
      }
    }
  }

  private void requireKnown(String name, Place place) {
    if (!name.startsWith(PSEUDO) && !template.hasParameter(name)) {
      requireResource(name, place);
    }
  }

  private void requireResource(String name, Place place) {
    if (!template.resources().containsKey(name)) {
      throw place.error("unresolved reference to " + name);
    }
  }
}
