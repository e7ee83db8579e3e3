package dev.tollgate.mail;

import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.core.messages.Mailer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends through SES's second API. Only what SES says about this very mail is a refusal; a paused
 * account, an unverified sender or a throttled call concerns all mails and may pass.
 */
final class SesMailer implements Mailer {
  /** Comes back with the events of the mail. */
  private static final String TENANT = "tenant";

  private static final String UTF_8 = "UTF-8";

  private final SesV2Client client;
  private final String from;
  private final Optional<String> events;

  /**
   * @param events the configuration set by which SES tells what becomes of each mail
   */
  SesMailer(SesV2Client client, String from, Optional<String> events) {
    this.client = client;
    this.from = from;
    this.events = events;
  }

  @Override
  public Outcome send(Mail mail) {
    try {
      client.sendEmail(request(mail));
      return new Outcome.Accepted();
    } catch (BadRequestException e) {
      return new Outcome.Refused("bad_request");
    } catch (MessageRejectedException e) {
      if (isAboutAnIdentity(e)) {
        throw new Unavailable("SES does not know the sender yet, or is in its sandbox", e);
      }
      return new Outcome.Refused("message_rejected");
    } catch (SdkException e) {
      throw new Unavailable("SES did not take the mail", e);
    }
  }

  /** SES says so with the same code; dropping every mail of a fresh deployment would be wrong. */
  private static boolean isAboutAnIdentity(MessageRejectedException e) {
    return String.valueOf(e.getMessage()).contains("not verified");
  }

  private SendEmailRequest request(Mail mail) {
    Body body = Body.builder().text(content(mail.text())).html(content(mail.html())).build();
    List<MessageHeader> headers =
        mail.headers().entrySet().stream()
            .map(header -> MessageHeader.builder().name(header.getKey()).value(header.getValue()))
            .map(MessageHeader.Builder::build)
            .toList();
    SendEmailRequest.Builder request =
        SendEmailRequest.builder()
            .fromEmailAddress(from)
            .destination(to -> to.toAddresses(mail.to().value()))
            .content(
                content ->
                    content.simple(
                        m -> m.subject(content(mail.subject())).body(body).headers(headers)));
    events.ifPresent(request::configurationSetName);
    mail.onBehalfOf()
        .map(tenant -> MessageTag.builder().name(TENANT).value(tenant.value()).build())
        .ifPresent(tag -> request.emailTags(List.of(tag)));
    return request.build();
  }

  private static Content content(String text) {
    return Content.builder().charset(UTF_8).data(text).build();
  }
}
