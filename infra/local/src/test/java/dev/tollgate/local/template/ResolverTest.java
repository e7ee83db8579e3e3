package dev.tollgate.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {
  private static final LocalAttributes ATTRIBUTES =
      new LocalAttributes(
          "tollgate", "local-1", "000000000000", "http://127.0.0.1:9324", "http://127.0.0.1:8000");

  private static final String HEAD =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Count: {Type: Number, Default: 3}
        Needed: {Type: String}
      Conditions:
        IsDev: !Equals [!Ref Stage, dev]
        IsNotDev: !Not [!Condition IsDev]
        Both: !And [!Condition IsDev, !Equals [!Ref Count, 3]]
        Either: !Or [!Condition IsNotDev, !Condition IsDev]
        Neither: !Or [!Condition IsNotDev, !Equals [a, b]]
        Round: !Not [!Condition Round]
      Resources:
        Letters:
          Type: AWS::SQS::Queue
          Properties: {QueueName: !Sub "${AWS::StackName}-letters"}
        Items: {Type: AWS::DynamoDB::Table}
        Only:
          Type: AWS::SQS::Queue
          Condition: IsNotDev
        Thing:
          Type: Test
          Properties:
            Value: \
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "!Ref Stage | dev",
        "{Ref: Stage} | dev",
        "!Ref AWS::Region | local-1",
        "!Ref Letters | http://127.0.0.1:9324/000000000000/tollgate-letters",
        "!Ref Items | Items",
        "!GetAtt Letters.Arn | arn:aws:sqs:local-1:000000000000:tollgate-letters",
        "!GetAtt [Letters, QueueName] | tollgate-letters",
        "{'Fn::GetAtt': [Items, StreamArn]}"
            + " | arn:aws:dynamodb:local-1:000000000000:table/Items/stream/local",
        "!Sub 'x-${Stage}-${Letters.QueueName}' | x-dev-tollgate-letters",
        "!Sub '${!Stage} stays' | ${Stage} stays",
        "!Sub ['${a}/${Stage}', {a: !Ref Count}] | 3/dev",
        "!Join ['-', [a, !Ref Stage, c]] | a-dev-c",
        "!Select [1, [a, b, c]] | b",
        "!Select [0, !Split [',', 'a,b']] | a",
        "!If [IsDev, yes-it-is, !Ref Missing] | yes-it-is",
        "!If [IsNotDev, a, b] | b",
        "!If [Both, a, b] | a",
        "!If [Either, a, b] | a",
        "!If [Neither, a, b] | b",
      })
  void intrinsicFunctionsGiveWhatCloudFormationWould(String written, String expected) {
    assertThat(resolve(written)).isEqualTo(expected);
  }

  @Test
  void splitGivesAListAndNoValueDropsItsEntry() {
    assertThat(resolve("!Split [',', 'a,,b']")).isEqualTo(List.of("a", "", "b"));
    assertThat(resolve("{kept: 1, gone: !If [IsDev, !Ref AWS::NoValue, 2]}"))
        .isEqualTo(Map.of("kept", 1));
    assertThat(resolve("[a, !Ref AWS::NoValue]")).isEqualTo(List.of("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref Missing | template.yaml:23: unresolved reference to Missing",
        "!GetAtt Missing.Arn | template.yaml:23: unresolved reference to Missing",
        "!Sub '${Missing}' | template.yaml:23: unresolved reference to Missing",
        "!Ref Needed | template.yaml:23: the parameter Needed has no value",
        "!GetAtt Letters.Colour | template.yaml:23: no local value for Letters.Colour",
        "!If [Unknown, a, b] | template.yaml:23: unresolved condition Unknown",
        "!If [Round, a, b] | template.yaml:11: circular reference through condition Round",
        "!Ref Only | template.yaml:23: Only does not exist under the present conditions",
        "!Select [7, [a]] | template.yaml:23: Select has no item 7",
        "!Cidr [a, b] | template.yaml:23: the local stack does not know the function Cidr",
        "{a: 1, a: 2} | template.yaml:23: the key a stands twice",
      })
  void whatCannotBeResolvedIsAnErrorWithItsPlace(String written, String message) {
    assertThatThrownBy(() -> resolve(written))
        .isInstanceOf(TemplateError.class)
        .hasMessage(message);
  }

  @Test
  void aCircleBetweenResourcesIsAnError() {
    String yaml =
        """
        Resources:
          A: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt B.QueueName}}
          B: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt A.QueueName}}
        """;
    Template template = Template.parse("template.yaml", yaml);
    Resolver resolver = new Resolver(template, Map.of(), ATTRIBUTES);

    assertThatThrownBy(() -> resolver.reference("A", new Place("template.yaml", 9)))
        .isInstanceOf(TemplateError.class)
        .hasMessageContaining("circular reference");
  }

  @Test
  void aReferenceThatOnlyAPolicyMakesIsCheckedToo() {
    String yaml =
        """
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              Policies: [{Resource: !GetAtt Gone.Arn}]
        """;
    Template template = Template.parse("template.yaml", yaml);

    assertThatThrownBy(() -> StackModel.of(template, Map.of(), ATTRIBUTES))
        .isInstanceOf(TemplateError.class)
        .hasMessage("template.yaml:5: unresolved reference to Gone");
  }

  private static Object resolve(String written) {
    Template template = Template.parse("template.yaml", HEAD + written + "\n");
    Resolver resolver = new Resolver(template, Map.of(), ATTRIBUTES);
    Resource thing = Objects.requireNonNull(template.resources().get("Thing"));
    return Objects.requireNonNull(resolver.resolve(thing.properties().required("Value")));
  }
}
