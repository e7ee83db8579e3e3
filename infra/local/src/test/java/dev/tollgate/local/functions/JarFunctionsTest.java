package dev.tollgate.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFunctionsTest {
  @TempDir private Path root = Path.of("");

  @BeforeEach
  void pack() throws IOException {
    String entry = Probe.class.getName().replace('.', '/') + ".class";
    for (String jar : List.of("one.jar", "two.jar")) {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(root.resolve(jar)));
          InputStream in =
              Objects.requireNonNull(Probe.class.getClassLoader().getResourceAsStream(entry))) {
        out.putNextEntry(new JarEntry(entry));
        in.transferTo(out);
      }
    }
  }

  @Test
  void aFunctionSeesItsOwnPackageAndItsOwnVariablesOnly() {
    FunctionDefinition one = definition("one", Map.of("GRANTED", "yes"));
    FunctionDefinition two = definition("two", Map.of());
    FunctionLoading loading = new FunctionLoading(new JarFunctions(root));
    try (Functions functions =
        new Functions(loading.load(List.of(one, two), f -> {}), new Activity(), Fakes.NO_LOG)) {
      assertThat(call(functions, one))
          .contains("calls 1", "GRANTED=yes", "jackson false", "stack false")
          .contains("AWS_LAMBDA_FUNCTION_NAME=tollgate-one", "AWS_REGION=local-1")
          .contains("context loader is mine true")
          .doesNotContain("PATH=", "HOME=");
      assertThat(call(functions, one)).contains("calls 2");
      assertThat(call(functions, two)).contains("calls 1").doesNotContain("GRANTED");
    }
  }

  @Test
  void functionsOfOnePackageShareItsClassesButNotTheirVariables() {
    FunctionDefinition first = definition("first", "one", Map.of("GRANTED", "to first"));
    FunctionDefinition second = definition("second", "one", Map.of());
    FunctionSource source = new JarFunctions(root);
    try (Functions functions = load(source, first, second);
        Functions again = load(source, first)) {
      assertThat(call(functions, first)).contains("calls 1", "GRANTED=to first");
      assertThat(call(functions, second))
          .contains("calls 2", "AWS_LAMBDA_FUNCTION_NAME=tollgate-second")
          .doesNotContain("GRANTED");
      assertThat(call(again, first)).as("each start has its own").contains("calls 1");
    }
  }

  @Test
  void aPackageThatIsMissingIsNamed() {
    FunctionDefinition gone = definition("gone", Map.of());
    assertThatThrownBy(
            () -> new FunctionLoading(new JarFunctions(root)).load(List.of(gone), f -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("function gone did not start: gone.jar has not been built");
  }

  private static Functions load(FunctionSource source, FunctionDefinition... definitions) {
    return new Functions(
        new FunctionLoading(source).load(List.of(definitions), f -> {}),
        new Activity(),
        Fakes.NO_LOG);
  }

  private static FunctionDefinition definition(String name, Map<String, String> environment) {
    return definition(name, name, environment);
  }

  private static FunctionDefinition definition(
      String name, String jar, Map<String, String> environment) {
    return new FunctionDefinition(
        name,
        "tollgate-" + name,
        jar + ".jar",
        Probe.class.getName() + "::handleRequest",
        environment,
        Duration.ofSeconds(5),
        128,
        List.of());
  }

  private static String call(Functions functions, FunctionDefinition definition) {
    Outcome outcome = functions.invoke(definition, new byte[0]);
    return outcome instanceof Outcome.Answer answer
        ? new String(answer.json(), StandardCharsets.UTF_8)
        : outcome.toString();
  }
}
