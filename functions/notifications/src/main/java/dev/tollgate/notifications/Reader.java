package dev.tollgate.notifications;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Who a mail is written to, and how.
 *
 * @param name empty where we only know an address
 * @param account whose mail it is
 * @param stop where mails of this kind are turned off, of those that can be
 */
record Reader(
    EmailAddress address,
    Optional<String> name,
    String account,
    Locale language,
    ZoneId zone,
    Optional<String> stop) {
  static Reader of(Member member) {
    return new Reader(
        member.user().email(),
        Optional.of(member.user().fullName()),
        member.account().name(),
        member.account().language(),
        member.account().zone(),
        Optional.empty());
  }

  Reader whoMayStopIt(String link) {
    return new Reader(address, name, account, language, zone, Optional.of(link));
  }
}
