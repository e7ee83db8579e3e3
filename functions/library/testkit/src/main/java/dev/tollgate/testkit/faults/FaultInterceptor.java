package dev.tollgate.testkit.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Counts every call to DynamoDB, or to the services it is made for, of every client it is given to,
 * and breaks those that its script names. Other services pass uncounted.
 */
public final class FaultInterceptor implements ExecutionInterceptor {
  private static final ExecutionAttribute<Fault> FAULT = new ExecutionAttribute<>("tollgate.fault");

  private final Set<String> services;
  private final AtomicInteger number = new AtomicInteger();
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private volatile Script script = Script.calm();
  private volatile boolean dead;
  private volatile @Nullable Gate gate;

  public FaultInterceptor() {
    this(Set.of("DynamoDb"));
  }

  /**
   * @param services as the SDK names them, such as {@code Sqs}
   */
  public FaultInterceptor(Set<String> services) {
    this.services = Set.copyOf(services);
  }

  /** Forgets the count, brings the process back to life, and follows this script from now on. */
  public void follow(Script next) {
    script = next;
    number.set(0);
    operations.clear();
    dead = false;
    gate = null;
  }

  /** Holds callers at the gate after their first call of its operation. */
  public void hold(Gate next) {
    gate = next;
  }

  /** The operations called since the script began, tries of the SDK not counted twice. */
  public List<String> calls() {
    return new ArrayList<>(operations);
  }

  public int count(String operation) {
    return (int) operations.stream().filter(operation::equals).count();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    attributes.putAttribute(FAULT, Fault.NONE);
    if (!isCounted(attributes)) {
      return;
    }
    String operation = operation(attributes);
    if (dead) {
      throw new Crash("the process is dead");
    }
    int call = number.incrementAndGet();
    operations.add(operation);
    Fault fault = script.of(call, operation);
    attributes.putAttribute(FAULT, fault);
    if (fault == Fault.CRASH_BEFORE) {
      dead = true;
      throw new Crash("before call " + call + ", " + operation);
    }
    if (fault == Fault.CONFLICT) {
      throw TransactionCanceledException.builder()
          .message("injected conflict")
          .cancellationReasons(
              CancellationReason.builder().code("TransactionConflict").build(),
              CancellationReason.builder().code("None").build())
          .build();
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (attributes.getAttribute(FAULT) == Fault.THROTTLE) {
      attributes.putAttribute(FAULT, Fault.NONE);
      throw DynamoDbException.builder()
          .statusCode(400)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
          .message("injected throttling")
          .build();
    }
  }

  /**
   * The answer turns into a server's failure, which the SDK meets by asking again. Breaking the
   * connection instead would keep it from the pool for ever.
   */
  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    if (attributes.getAttribute(FAULT) == Fault.LOST_ANSWER) {
      attributes.putAttribute(FAULT, Fault.NONE);
      return context.httpResponse().toBuilder().statusCode(500).build();
    }
    return context.httpResponse();
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    String operation = operation(attributes);
    if (attributes.getAttribute(FAULT) == Fault.CRASH_AFTER) {
      dead = true;
      throw new Crash("after " + operation);
    }
    Gate open = gate;
    if (open != null) {
      open.arrive(operation);
    }
  }

  private boolean isCounted(ExecutionAttributes attributes) {
    return services.contains(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
  }

  private static String operation(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }
}
