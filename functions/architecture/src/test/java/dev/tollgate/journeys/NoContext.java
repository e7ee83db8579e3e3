package dev.tollgate.journeys;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** A Lambda context that nobody may need: our doors take everything from the event. */
final class NoContext implements Context {
  @Override
  public String getAwsRequestId() {
    throw unneeded();
  }

  @Override
  public String getLogGroupName() {
    throw unneeded();
  }

  @Override
  public String getLogStreamName() {
    throw unneeded();
  }

  @Override
  public String getFunctionName() {
    throw unneeded();
  }

  @Override
  public String getFunctionVersion() {
    throw unneeded();
  }

  @Override
  public String getInvokedFunctionArn() {
    throw unneeded();
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw unneeded();
  }

  @Override
  public ClientContext getClientContext() {
    throw unneeded();
  }

  @Override
  public int getRemainingTimeInMillis() {
    throw unneeded();
  }

  @Override
  public int getMemoryLimitInMB() {
    throw unneeded();
  }

  @Override
  public LambdaLogger getLogger() {
    throw unneeded();
  }

  private static AssertionError unneeded() {
    return new AssertionError("a door asked Lambda's context for something");
  }
}
