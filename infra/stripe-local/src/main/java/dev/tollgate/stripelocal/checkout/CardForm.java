package dev.tollgate.stripelocal.checkout;

import dev.tollgate.stripelocal.payments.CardDetails;
import dev.tollgate.stripelocal.wire.PageRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a card form, and what a buyer wrote into them. */
public final class CardForm {
  private static final Pattern EXPIRY =
      Pattern.compile("\\s*(\\d{1,2})\\s*/?\\s*(\\d{4}|\\d{2})\\s*");

  private CardForm() {}

  /** Number, date and security code. */
  public static String fields() {
    return """
    <label for="number">Card number</label>
    <input id="number" name="number" inputmode="numeric" autocomplete="cc-number" required maxlength="30" placeholder="4242 4242 4242 4242">
    <div class="pair">
    <div><label for="expiry">Expires</label>
    <input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" required maxlength="9" placeholder="MM / YY"></div>
    <div><label for="cvc">Security code</label>
    <input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" required maxlength="4" placeholder="123"></div>
    </div>
    """;
  }

  /** Whether the money comes at once. */
  static String kinds() {
    return """
    <label for="kind">Pay from</label>
    <select id="kind" name="kind">
    <option value="card">Card: paid at once</option>
    <option value="debit">Bank debit: the money comes later</option>
    </select>
    """;
  }

  /** What to type where nobody has a card. */
  public static String hints() {
    return """
    <details><summary>Test cards</summary>
    <table>
    <tr><td><code>4242 4242 4242 4242</code></td><td>pays</td></tr>
    <tr><td><code>4000 0000 0000 0002</code></td><td>is declined</td></tr>
    <tr><td><code>4000 0000 0000 9995</code></td><td>has no funds</td></tr>
    <tr><td><code>4000 0000 0000 0341</code></td><td>is saved, then declined</td></tr>
    <tr><td><code>4000 0027 6000 3184</code></td><td>asks to authenticate</td></tr>
    <tr><td><code>4000 0000 0000 0259</code></td><td>pays, then disputes</td></tr>
    </table>
    <p class="soft">Any date to come, any three digits. Of a bank debit the number says whether the money arrives.</p>
    </details>
    """;
  }

  /** Never fails: what makes no sense is a mistake of the details. */
  public static CardDetails read(PageRequest request) {
    Matcher expiry = EXPIRY.matcher(request.field("expiry"));
    boolean readable = expiry.matches();
    return new CardDetails(
        request.field("number"),
        readable ? Long.parseLong(expiry.group(1)) : 0,
        readable ? Long.parseLong(expiry.group(2)) : 0,
        request.field("cvc").strip());
  }
}
