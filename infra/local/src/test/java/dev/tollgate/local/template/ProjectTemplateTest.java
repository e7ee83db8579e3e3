package dev.tollgate.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template of this very project, as the local stack reads it. */
class ProjectTemplateTest {
  private final StackModel model =
      StackModel.of(
          Template.read(Path.of("../../template.yaml")),
          Map.of("Stage", "local", "SesEndpoint", "http://127.0.0.1:1"),
          new LocalAttributes(
              "tollgate",
              "local-1",
              "000000000000",
              "http://127.0.0.1:9324",
              "http://127.0.0.1:8000"));

  @Test
  void everyRouteIsNamedAndNoneCatchesAll() {
    assertThat(model.routes())
        .isNotEmpty()
        .allSatisfy(route -> assertThat(route.key()).doesNotContain("ANY", "+}", "$default"));
  }

  @Test
  void aFunctionIsGrantedOnlyTheEndpointsAndSecretsItUses() {
    assertThat(grantedTo("SIGNING_KEYS_SECRET")).doesNotContain("Relay", "Notifications", "Docs");
    assertThat(grantedTo("MAIL_FROM")).isEqualTo(grantedTo("SES_ENDPOINT"));
    assertThat(grantedTo("TABLE_NAME")).isEqualTo(grantedTo("DYNAMODB_ENDPOINT"));
    assertThat(grantedTo("TABLE_NAME")).doesNotContain("Docs");
  }

  @Test
  void everyQueueThatIsReadHasDeadLettersAndSixTimesItsReadersTime() {
    for (FunctionDefinition function : model.functions()) {
      function
          .triggers(Trigger.Queue.class)
          .forEach(
              trigger -> {
                QueueDefinition queue =
                    model.queues().stream()
                        .filter(q -> q.name().equals(trigger.queueName()))
                        .findFirst()
                        .orElseThrow();
                assertThat(queue.deadLetters()).isPresent();
                assertThat(Long.parseLong(queue.attributes().get("VisibilityTimeout")))
                    .isGreaterThanOrEqualTo(6 * function.timeout().toSeconds());
              });
    }
  }

  private Set<String> grantedTo(String variable) {
    return model.functions().stream()
        .filter(function -> function.environment().containsKey(variable))
        .map(FunctionDefinition::logicalName)
        .collect(Collectors.toSet());
  }
}
