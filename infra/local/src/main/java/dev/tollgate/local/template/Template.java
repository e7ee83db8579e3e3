package dev.tollgate.local.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sections of a template. References are not resolved yet, see {@link Resolver}. */
public final class Template {
  private static final String FUNCTION = "AWS::Serverless::Function";

  private final Map<String, Value> parameterDefaults;
  private final Map<String, Value> parameters;
  private final Map<String, Value> conditions;
  private final Map<String, Resource> resources;

  private Template(Value.Mapping document) {
    this.parameters = section(document, "Parameters");
    this.parameterDefaults = defaults(parameters);
    this.conditions = section(document, "Conditions");
    Value.Mapping functionGlobals =
        section(document, "Globals").get("Function") instanceof Value.Mapping globals
            ? globals
            : new Value.Mapping(Map.of(), document.place());
    this.resources = resources(section(document, "Resources"), functionGlobals);
  }

  public static Template read(Path path) {
    return new Template(TemplateParser.parse(path));
  }

  static Template parse(String file, String yaml) {
    return new Template(TemplateParser.parse(file, yaml));
  }

  Map<String, Value> parameterDefaults() {
    return parameterDefaults;
  }

  public boolean hasParameter(String name) {
    return parameters.containsKey(name);
  }

  Map<String, Value> conditions() {
    return conditions;
  }

  Map<String, Resource> resources() {
    return resources;
  }

  private static Map<String, Value> section(Value.Mapping document, String name) {
    return document.entries().get(name) instanceof Value.Mapping mapping
        ? mapping.entries()
        : Map.of();
  }

  private static Map<String, Value> defaults(Map<String, Value> parameters) {
    Map<String, Value> defaults = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (value instanceof Value.Mapping parameter
              && parameter.entries().containsKey("Default")) {
            defaults.put(name, parameter.required("Default"));
          }
        });
    return defaults;
  }

  private static Map<String, Resource> resources(
      Map<String, Value> section, Value.Mapping functionGlobals) {
    Map<String, Resource> resources = new LinkedHashMap<>();
    section.forEach(
        (name, value) -> {
          if (!(value instanceof Value.Mapping written)) {
            throw value.place().error("a resource is a mapping");
          }
          String type = written.required("Type") instanceof Value.Scalar s ? s.text() : "";
          Value.Mapping properties =
              written.entries().get("Properties") instanceof Value.Mapping p
                  ? p
                  : new Value.Mapping(Map.of(), written.place());
          resources.put(
              name,
              new Resource(
                  name,
                  type,
                  Optional.ofNullable(written.entries().get("Condition"))
                      .map(c -> c instanceof Value.Scalar scalar ? scalar.text() : ""),
                  type.equals(FUNCTION) ? Globals.merge(functionGlobals, properties) : properties,
                  written.place()));
        });
    return resources;
  }
}
