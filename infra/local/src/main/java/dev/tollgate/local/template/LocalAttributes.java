package dev.tollgate.local.template;

import java.util.Map;
import java.util.Set;

/**
 * What Ref and GetAtt give for the resources of the local stack. Resources that mean nothing here,
 * such as roles and log groups, still have a name and an ARN.
 *
 * @param stackName stands before the names of queues and is the name of the table
 * @param queueEndpoint where the queue server listens
 * @param apiUrl where the gateway listens
 */
public record LocalAttributes(
    String stackName, String region, String account, String queueEndpoint, String apiUrl) {
  private static final Set<String> WITH_ARN =
      Set.of("AWS::IAM::Role", "AWS::Logs::LogGroup", "AWS::Serverless::Function");

  Map<String, Object> pseudoParameters() {
    return Map.of(
        "AWS::StackName", stackName,
        "AWS::StackId", stackName,
        "AWS::Region", region,
        "AWS::AccountId", account,
        "AWS::Partition", "aws",
        "AWS::URLSuffix", "localhost");
  }

  Object reference(Resource resource, Resolver resolver) {
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> queueEndpoint + "/" + account + "/" + name(resource, resolver);
      default -> name(resource, resolver);
    };
  }

  Object attribute(Resource resource, String attribute, Resolver resolver, Place place) {
    String name = name(resource, resolver);
    return switch (resource.type() + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> arn("sqs", name);
      case "AWS::SQS::Queue.QueueName" -> name;
      case "AWS::SQS::Queue.QueueUrl" -> reference(resource, resolver);
      case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + name);
      case "AWS::DynamoDB::Table.StreamArn" -> arn("dynamodb", "table/" + name + "/stream/local");
      case "AWS::Serverless::HttpApi.ApiEndpoint" -> apiUrl;
      default -> {
        if (attribute.equals("Arn") && WITH_ARN.contains(resource.type())) {
          yield arn("local", name);
        }
        throw place.error("no local value for " + resource.name() + "." + attribute);
      }
    };
  }

  /** The name a resource gives itself, else its logical one. */
  private static String name(Resource resource, Resolver resolver) {
    for (String property : new String[] {"QueueName", "TableName", "FunctionName", "Name"}) {
      Value written = resource.properties().entries().get(property);
      if (written != null && resolver.resolve(written) instanceof String name) {
        return name;
      }
    }
    return resource.name();
  }

  private String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + rest;
  }
}
