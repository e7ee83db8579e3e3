package dev.tollgate.stripelocal.wire;

/** Answers a browser or a test. A {@link StripeError} becomes its envelope. */
@FunctionalInterface
public interface PageHandler {
  PageAnswer answer(PageRequest request);
}
