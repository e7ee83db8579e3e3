package dev.tollgate.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file with which {@code sam local start-api --env-vars} talks to this stack's servers: for
 * each function the variables its template block grants, with the values they have here.
 */
final class SamEnvironment {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SamEnvironment() {}

  static void write(Path file, List<FunctionDefinition> functions) {
    ObjectNode json = JSON.createObjectNode();
    for (FunctionDefinition function : functions) {
      function.environment().forEach(json.putObject(function.logicalName())::put);
    }
    try {
      Files.writeString(file, json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the environment file for sam could not be written", e);
    }
  }
}
