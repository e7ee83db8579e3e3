package dev.tollgate.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackModelTest {
  private static final LocalAttributes ATTRIBUTES =
      new LocalAttributes(
          "tollgate", "local-1", "000000000000", "http://127.0.0.1:9324", "http://127.0.0.1:8000");

  @Test
  void globalsMergeIntoEveryFunctionAsSamDoes() {
    FunctionDefinition function =
        only(
            """
            Globals:
              Function:
                Timeout: 9
                MemorySize: 512
                Environment: {Variables: {COMMON: here, BOTH: global}}
            Resources:
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: worker.jar
                  Handler: a.B::c
                  MemorySize: 256
                  Environment: {Variables: {OWN: !Ref AWS::Region, BOTH: own}}
            """);

    assertThat(function.environment())
        .isEqualTo(Map.of("COMMON", "here", "BOTH", "own", "OWN", "local-1"));
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(function.memoryMegabytes()).isEqualTo(256);
  }

  @Test
  void triggersAreReadWithTheirDefaults() {
    FunctionDefinition function =
        only(
            """
            Resources:
              Letters: {Type: AWS::SQS::Queue}
              Items: {Type: AWS::DynamoDB::Table}
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: worker.jar
                  Handler: a.B::c
                  Events:
                    Get: {Type: HttpApi, Properties: {Method: get, Path: '/x/{id}'}}
                    Mail: {Type: SQS, Properties: {Queue: !GetAtt Letters.Arn, BatchSize: 7}}
                    Off: {Type: SQS, Properties: {Queue: !GetAtt Letters.Arn, Enabled: false}}
                    Rows:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Items.StreamArn
                        StartingPosition: TRIM_HORIZON
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        BisectBatchOnFunctionError: true
                        MaximumRetryAttempts: 4
                        DestinationConfig: {OnFailure: {Destination: !GetAtt Letters.Arn}}
                        FilterCriteria: {Filters: [{Pattern: '{"a":["b"]}'}]}
                    Night:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: cron(0 2 * * ? *)
                        ScheduleExpressionTimezone: Asia/Kolkata
                        Input: '{"schedule":"night"}'
            """);

    assertThat(function.triggers(Trigger.Route.class))
        .containsExactly(new Trigger.Route("GET", "/x/{id}"));
    assertThat(function.triggers(Trigger.Queue.class))
        .containsExactly(new Trigger.Queue("Letters", 7, false));
    Trigger.Stream stream = function.triggers(Trigger.Stream.class).findFirst().orElseThrow();
    assertThat(stream.tableName()).isEqualTo("Items");
    assertThat(stream.batchSize()).isEqualTo(100);
    assertThat(stream.partialFailures()).isTrue();
    assertThat(stream.bisect()).isTrue();
    assertThat(stream.retries()).isEqualTo(4);
    assertThat(stream.giveUpQueue()).contains("Letters");
    assertThat(stream.filters()).containsExactly("{\"a\":[\"b\"]}");
    Trigger.Schedule night = function.triggers(Trigger.Schedule.class).findFirst().orElseThrow();
    assertThat(night.zone().getId()).isEqualTo("Asia/Kolkata");
    assertThat(night.input()).isEqualTo("{\"schedule\":\"night\"}");
  }

  @Test
  void queuesBringTheirRedriveAndAFifoQueueItsKind() {
    StackModel model =
        model(
            """
            Resources:
              Dead: {Type: AWS::SQS::Queue, Properties: {QueueName: dead.fifo, FifoQueue: true}}
              Live:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: live.fifo
                  FifoQueue: true
                  VisibilityTimeout: 60
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}
            """,
            Map.of());

    QueueDefinition live = model.queues().getLast();
    assertThat(live.deadLetters()).isEqualTo(Optional.of("dead.fifo"));
    assertThat(live.maxReceiveCount()).isEqualTo(3);
    assertThat(live.attributes()).isEqualTo(Map.of("FifoQueue", "true", "VisibilityTimeout", "60"));
    assertThat(model.deadLetterQueues()).containsExactly("dead.fifo");
  }

  @Test
  void aResourceWhoseConditionDoesNotHoldIsNotBuilt() {
    String yaml =
        """
        Parameters: {Stage: {Type: String, Default: dev}}
        Conditions: {IsDev: !Equals [!Ref Stage, dev]}
        Resources:
          Extra: {Type: AWS::SQS::Queue, Condition: IsDev}
        """;

    assertThat(model(yaml, Map.of()).queues()).hasSize(1);
    assertThat(model(yaml, Map.of("Stage", "prod")).queues()).isEmpty();
  }

  @Test
  void whatCannotBeImitatedIsRefusedRatherThanLeftOut() {
    String yaml =
        """
        Resources:
          Worker:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: worker.jar
              Handler: a.B::c
              Events: {Bucket: {Type: S3, Properties: {}}}
        """;

    assertThatThrownBy(() -> model(yaml, Map.of()))
        .isInstanceOf(TemplateError.class)
        .hasMessage("template.yaml:3: no local trigger for events of type S3");
  }

  @Test
  void aParameterThatTheTemplateDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> model("Resources: {A: {Type: X}}", Map.of("Stgae", "local")))
        .isInstanceOf(TemplateError.class)
        .hasMessage("the template has no parameter Stgae");
  }

  private static FunctionDefinition only(String yaml) {
    List<FunctionDefinition> functions = model(yaml, Map.of()).functions();
    assertThat(functions).hasSize(1);
    return functions.getFirst();
  }

  private static StackModel model(String yaml, Map<String, String> parameters) {
    return StackModel.of(Template.parse("template.yaml", yaml), parameters, ATTRIBUTES);
  }
}
