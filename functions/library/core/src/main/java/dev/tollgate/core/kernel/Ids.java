package dev.tollgate.core.kernel;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes ids: 48 bits of time and 80 random bits. Give it a {@code SecureRandom} outside tests, and
 * never one whose seed was fixed before a snapshot was taken.
 */
public final class Ids {
  private static final int TIME_CHARACTERS = 10;

  private final RandomGenerator random;

  public Ids(RandomGenerator random) {
    this.random = random;
  }

  public TenantId tenant(Instant now) {
    return new TenantId(next(TenantId.PREFIX, now));
  }

  public UserId user(Instant now) {
    return new UserId(next(UserId.PREFIX, now));
  }

  public SessionId session(Instant now) {
    return new SessionId(next(SessionId.PREFIX, now));
  }

  public MessageId message(Instant now) {
    return new MessageId(next(MessageId.PREFIX, now));
  }

  public AuditId audit(Instant now) {
    return new AuditId(next(AuditId.PREFIX, now));
  }

  public ReservationId reservation(Instant now) {
    return new ReservationId(next(ReservationId.PREFIX, now));
  }

  public ApiKeyId apiKey(Instant now) {
    return new ApiKeyId(next(ApiKeyId.PREFIX, now));
  }

  public EndpointId endpoint(Instant now) {
    return new EndpointId(next(EndpointId.PREFIX, now));
  }

  public LeadId lead(Instant now) {
    return new LeadId(next(LeadId.PREFIX, now));
  }

  private String next(String prefix, Instant now) {
    StringBuilder id = new StringBuilder(prefix.length() + TypedId.LENGTH).append(prefix);
    long millis = now.toEpochMilli();
    for (int shift = (TIME_CHARACTERS - 1) * 5; shift >= 0; shift -= 5) {
      id.append(TypedId.ALPHABET.charAt((int) (millis >>> shift) & 31));
    }
    for (int i = TIME_CHARACTERS; i < TypedId.LENGTH; i++) {
      id.append(TypedId.ALPHABET.charAt(random.nextInt(32)));
    }
    return id.toString();
  }
}
