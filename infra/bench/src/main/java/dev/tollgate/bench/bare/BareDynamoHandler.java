package dev.tollgate.bench.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The floor of functions that read the table: the same work and one GetItem by the AWS SDK. */
public final class BareDynamoHandler implements RequestStreamHandler {
  private final String table = System.getenv("TABLE_NAME");
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .httpClientBuilder(ApacheHttpClient.builder())
          .endpointOverride(URI.create(System.getenv("DYNAMODB_ENDPOINT")))
          .region(Region.of(System.getenv("AWS_REGION")))
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .build();

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    HttpCall call = HttpCall.read(event);
    Map<String, AttributeValue> key =
        Map.of(
            "pk", AttributeValue.fromS("EMAIL#" + call.email()), "sk", AttributeValue.fromS("#"));
    boolean found = dynamo.getItem(get -> get.tableName(table).key(key)).hasItem();
    call.answer(answer, found ? "an item" : "no item");
  }
}
