package dev.tollgate.core.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.kernel.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {
  @ParameterizedTest
  @CsvSource({
    "ada@example.com,              ada@example.com",
    "ada+trial2@example.com,       ada@example.com",
    "ada+a+b@example.com,          ada@example.com",
    "a.da@example.com,             a.da@example.com",
    "+ada@example.com,             +ada@example.com",
    "a.d.a+x@gmail.com,            ada@gmail.com",
    "ada@googlemail.com,           ada@gmail.com",
    "a.da@mail.gmail.com,          a.da@mail.gmail.com",
    "ada@gmail.com.example.com,    ada@gmail.com.example.com"
  })
  void anAliasIsTheMailboxItLeadsTo(String address, String folded) {
    assertThat(Mailbox.folded(address)).isEqualTo(folded);
  }

  @Test
  void theScopeSaysWhatCountsAsTheSame() {
    EmailAddress plain = new EmailAddress("ada@example.com");
    EmailAddress alias = new EmailAddress("ada+2@example.com");
    assertThat(Mailbox.of(plain, TrialScope.TENANT)).isEmpty();
    assertThat(Mailbox.of(plain, TrialScope.EMAIL))
        .isPresent()
        .isNotEqualTo(Mailbox.of(alias, TrialScope.EMAIL));
    assertThat(Mailbox.of(plain, TrialScope.MAILBOX))
        .isPresent()
        .isEqualTo(Mailbox.of(alias, TrialScope.MAILBOX));
  }

  @Test
  void itBearsNoAddress() {
    assertThat(Mailbox.of(new EmailAddress("ada@example.com"), TrialScope.MAILBOX).orElseThrow())
        .asString()
        .doesNotContain("ada");
  }
}
